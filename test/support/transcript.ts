/** A conversation on paper, and how to hold it with any chat. The format is explained in `test/conversations/README.md`. */
export interface Transcript {
  file: string;
  asOf: string;
  locale: 'zh-CN' | 'en';
  turns: readonly Turn[];
}

/** What the person does (nothing: opens the chat), and what must come back. */
export interface Turn {
  line: number;
  act: { say: string } | { choose: string } | undefined;
  expected: readonly Expectation[];
}

interface Expectation {
  line: number;
  /** The sign at the head of the line. */
  kind: '<' | '!' | '?' | '§' | '=';
  text: string;
}

/** What came back in one turn, the same whatever the channel; what a channel does not show is undefined. */
export interface Heard {
  text: string;
  choices: readonly string[];
  citations?: readonly string[];
  topic?: string;
}

/** A chat on some channel, from the person's side. */
export interface Chat {
  /** What the chat began with. */
  readonly opening: Heard;
  say(text: string): Promise<Heard>;
  /** Picks one of the choices offered last, in the way of the channel. */
  choose(label: string): Promise<Heard>;
}

/** Reads a transcript; a line that means nothing throws, with its place. */
export function parseTranscript(file: string, source: string): Transcript {
  const settings = { asOf: '2026-11-22', locale: 'zh-CN' as Transcript['locale'] };
  const turns: (Turn & { expected: Expectation[] })[] = [{ line: 0, act: undefined, expected: [] }];
  source.split(/\r?\n/).forEach((content, index) => {
    const line = index + 1;
    const [, sign = '', rest = ''] = /^(\S)\s*(.*?)\s*$/.exec(content) ?? [];
    if (sign === '' || sign === '#') return;
    const setting = /^(as-of|locale)\s+(\S+)$/.exec(rest);
    if (sign === '@' && setting?.[1] === 'as-of') settings.asOf = setting[2]!;
    else if (sign === '@' && (setting?.[2] === 'zh-CN' || setting?.[2] === 'en')) settings.locale = setting[2];
    else if (sign === '>') turns.push({ line, act: actOf(rest), expected: [] });
    else if (isKind(sign)) turns.at(-1)!.expected.push({ line, kind: sign, text: rest });
    else throw new Error(`${file}:${line}: not a line of a transcript: ${content}`);
  });
  return { file, ...settings, turns };
}

/** Holds the conversation; throws at the first expectation that is not met, naming its line and showing what came instead. Gives all that was heard. */
export async function hold(transcript: Transcript, chat: Chat): Promise<Heard[]> {
  const all: Heard[] = [];
  for (const { line, act, expected } of transcript.turns) {
    const heard =
      act === undefined
        ? chat.opening
        : 'say' in act
          ? await chat.say(act.say)
          : await chat.choose(labelOf(act.choose, all.at(-1), `${transcript.file}:${line}`));
    all.push(heard);
    for (const expectation of expected) {
      if (!isMet(expectation, heard))
        throw new Error(
          `${transcript.file}:${expectation.line}: expected ${expectation.kind} ${expectation.text}\nbut heard:\n${shown(heard)}`,
        );
    }
  }
  return all;
}

const actOf = (rest: string): NonNullable<Turn['act']> => {
  const label = /^\[(.*)\]$/.exec(rest)?.[1];
  return label === undefined ? { say: rest } : { choose: label };
};

const isKind = (sign: string): sign is Expectation['kind'] => '<!?§='.includes(sign);

/** The label among those offered that the transcript means: its words, or a pattern that the first fitting one matches. */
function labelOf(wanted: string, before: Heard | undefined, place: string): string {
  const offered = before?.choices ?? [];
  const label = offered.find(one => one === wanted) ?? offered.find(one => isIn(wanted, one));
  if (label === undefined)
    throw new Error(`${place}: no choice [${wanted}] among ${offered.map(one => `[${one}]`).join(' ')}`);
  return label;
}

function isMet({ kind, text }: Expectation, heard: Heard): boolean {
  switch (kind) {
    case '<':
      return isIn(text, heard.text);
    case '!':
      return !isIn(text, heard.text);
    case '?':
      return text.split(/\s+\|\s+/).every(label => heard.choices.some(offered => isIn(label, offered)));
    case '§':
      return heard.citations === undefined || text.split(/\s+/).every(clause => heard.citations?.includes(clause));
    case '=':
      return heard.topic === undefined || heard.topic === text;
    default:
      return kind satisfies never;
  }
}

/** Words, or between slashes a pattern that ignores case and whose dot matches a line's end. */
function isIn(wanted: string, text: string): boolean {
  const pattern = /^\/(.+)\/$/.exec(wanted)?.[1];
  return pattern === undefined ? text.includes(wanted) : new RegExp(pattern, 'is').test(text);
}

function shown({ text, choices, citations, topic }: Heard): string {
  return [
    text,
    choices.map(label => `[${label}]`).join(' '),
    citations && `§ ${citations.join(' ')}`,
    topic && `= ${topic}`,
  ]
    .filter(Boolean)
    .join('\n');
}
