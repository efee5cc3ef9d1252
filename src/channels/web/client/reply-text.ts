/** A stretch of a line: plain text, a clause that can be unfolded, or something to press. */
export type Run =
  | { kind: 'text'; text: string }
  | { kind: 'clause'; id: string; name: string }
  | { kind: 'link'; text: string; href: string };

/** A part of a reply as it is laid out. */
export type Block =
  | { kind: 'headline' | 'paragraph'; runs: Run[] }
  | { kind: 'list'; items: { marker: string; runs: Run[] }[] };

const LIST_ITEM = /^([·•✓✗-]|\d{1,2}(?:\.(?!\d)|[、)）]))\s*(?=\S)(.*)$/;
/** A clause between brackets, a web address, a telephone number with its area code. */
const SPECIAL =
  /〔([^〔〕]+)〕|\[([^[\]]+)\]|(https?:\/\/[\w\-.~:/?#@!$&'()*+,;=%]*[\w\-~/#=&])|(0\d{2,3}-\d{7,8})(?!\d)/g;

/**
 * Lays a reply's plain text out: its first line is the headline when more follows, lines with a mark in front are a list. Names between
 * brackets that are a clause's (by name → id) become clauses; everything else stays the text it is.
 */
export function layOut(text: string, clauseIds: ReadonlyMap<string, string>): Block[] {
  const lines = text
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '');
  const blocks: Block[] = [];
  lines.forEach((line, index) => {
    const [, marker, rest] = LIST_ITEM.exec(line) || [];
    if (marker !== undefined && rest !== undefined && index > 0) addItem(blocks, marker, runsOf(rest, clauseIds));
    else
      blocks.push({ kind: index === 0 && lines.length > 1 ? 'headline' : 'paragraph', runs: runsOf(line, clauseIds) });
  });
  return blocks;
}

/** The clauses that stand in the text itself. */
export function clausesIn(blocks: readonly Block[]): Set<string> {
  const found = new Set<string>();
  for (const block of blocks) {
    const lines = block.kind === 'list' ? block.items.map(({ runs }) => runs) : [block.runs];
    for (const runs of lines) for (const run of runs) if (run.kind === 'clause') found.add(run.id);
  }
  return found;
}

/** What is read out: the text without its clause marks. */
export function spoken(text: string, clauseIds: ReadonlyMap<string, string>): string {
  return text.replace(SPECIAL, (whole, chinese?: string, latin?: string) =>
    clauseIds.has(chinese || latin || '') ? '' : whole,
  );
}

function addItem(blocks: Block[], marker: string, runs: Run[]): void {
  const last = blocks[blocks.length - 1];
  if (last !== undefined && last.kind === 'list') last.items.push({ marker, runs });
  else blocks.push({ kind: 'list', items: [{ marker, runs }] });
}

function runsOf(line: string, clauseIds: ReadonlyMap<string, string>): Run[] {
  const runs: Run[] = [];
  let from = 0;
  const addText = (to: number): void => {
    if (to > from) runs.push({ kind: 'text', text: line.slice(from, to) });
  };
  SPECIAL.lastIndex = 0;
  for (let found = SPECIAL.exec(line); found !== null; found = SPECIAL.exec(line)) {
    const run = specialRun(found, clauseIds);
    if (run === undefined) continue;
    addText(found.index);
    runs.push(run);
    from = found.index + found[0].length;
  }
  addText(line.length);
  return runs;
}

function specialRun(
  [, chinese, latin, address, phone]: RegExpExecArray,
  clauseIds: ReadonlyMap<string, string>,
): Run | undefined {
  if (address) return { kind: 'link', text: address, href: address };
  if (phone) return { kind: 'link', text: phone, href: `tel:${phone.replace('-', '')}` };
  const name = chinese || latin || '';
  const id = clauseIds.get(name);
  return id === undefined ? undefined : { kind: 'clause', id, name };
}
