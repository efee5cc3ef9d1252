import { writeFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { Assistant, Locale, Message, Reply, YearsPicture } from '../dialogue/index.ts';

export interface TerminalOptions {
  assistant: Assistant;
  words: Readonly<Record<Locale, { say(id: string, values?: Record<string, string>): string }>>;
  locale: Locale;
  input: Readable & { isTTY?: boolean };
  output: Writable & { isTTY?: boolean };
  /** Under which the conversation is kept; by default that of the person logged in. */
  name?: string;
  /** Keeps a file and says where; by default in the working directory, never in the place of another. */
  saveFile?(name: string, content: string): Promise<string>;
}

/** Talks with the person at the terminal until the input ends. A choice is picked by its number or its words, both of which the assistant understands. */
export async function terminalChat(options: TerminalOptions): Promise<void> {
  const { input, output, words, locale, name = loginName() } = options;
  const text = words[locale];
  const chat = `terminal:${encodeURIComponent(name).slice(0, 100)}`;
  const say = (message: Message): Promise<void> => takeTurn({ ...options, chat }, message);

  output.write(`${text.say('terminal-hint')}\n\n`);
  await say({ kind: 'start' });
  const interactive = input.isTTY === true;
  const lines = createInterface({ input, terminal: interactive, ...(interactive && { output, prompt: '> ' }) });
  // Input that ends early closes the reader while lines are still waiting; from Node 22 on it must not be asked for more then.
  let ended = false;
  lines.once('close', () => {
    ended = true;
  });
  lines.prompt();
  for await (const line of lines) {
    if (line.trim() !== '') await say({ kind: 'text', text: line });
    if (!ended) lines.prompt();
  }
  output.write(`${interactive ? '\n' : ''}${text.say('terminal-goodbye')}\n`);
}

async function takeTurn(options: TerminalOptions & { chat: string }, message: Message): Promise<void> {
  const { assistant, chat, locale, output } = options;
  const { answer, settled } = await assistant.receive({ chat, locale, message });
  for (const reply of answer.replies) output.write(`${await shown(reply, options)}\n\n`);
  await settled();
}

/** A reply as lines: its text, where its file went, its choices by number. */
async function shown(
  { text, choices, file, pictures = [] }: Reply,
  { output, words, locale, saveFile = saveHere }: TerminalOptions,
): Promise<string> {
  const lines = [output.isTTY === true ? withBoldHeadline(text) : text, ...pictures.map(drawn)];
  if (file !== undefined)
    lines.push(words[locale].say('terminal-file', { path: await saveFile(file.name, file.content) }));
  if (choices.length > 0) lines.push(choices.map(({ label }, index) => `  ${index + 1}. ${label}`).join('\n'));
  return lines.join('\n\n');
}

const BAR = 32;

/** A line a year: a mark for each hour that is asked for, or its share where more was done. */
function drawn({ title, legend, need, years }: YearsPicture): string {
  const most = Math.max(need[0], ...years.flatMap(({ values }) => values));
  const bar = (value: number, mark: string): string => mark.repeat(Math.round((value / most) * BAR)).padEnd(BAR);
  const lines = years.map(
    ({ label, values: [all, professional] }) =>
      `  ${label} █${bar(all, '█')} ${all}/${need[0]}\n       ░${bar(professional, '░')} ${professional}/${need[1]}`,
  );
  return [title, `  █ ${legend[0]}  ░ ${legend[1]}`, ...lines].join('\n');
}

const withBoldHeadline = (text: string): string =>
  text.replace(/^[^\n]{1,80}(?=\n\n)/, headline => `\x1b[1m${headline}\x1b[22m`);

async function saveHere(name: string, content: string, copy = 1): Promise<string> {
  const path = copy === 1 ? name : name.replace(/(\.\w+)?$/, `-${copy}$1`);
  try {
    await writeFile(path, content, { flag: 'wx' });
    return path;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return saveHere(name, content, copy + 1);
  }
}

/** Some containers run as a user that has no name. */
function loginName(): string {
  try {
    return userInfo().username;
  } catch {
    return 'me';
  }
}
