/**
 * The characters of which a text must hold at least one if a pattern is to match anywhere in it, read from the pattern itself; null
 * where none can be told. Of what must all be there the part with the fewest and rarest characters is taken, of alternatives all of them.
 */
export function neededBy({ source, unicode, ignoreCase }: RegExp): ReadonlySet<string> | null {
  if (unicode || ignoreCase) return null;
  const [needed, end] = alternatives(source, 0);
  return end === source.length ? needed : null;
}

type Needed = ReadonlySet<string> | null;
/** What a part needs, and where it ends. */
type Read = readonly [needed: Needed, end: number];

function alternatives(source: string, from: number): Read {
  let all: Needed = new Set<string>();
  for (let at = from; ; at++) {
    const [needed, end]: Read = sequence(source, at);
    all = all && needed && new Set([...all, ...needed]);
    at = end;
    if (source[at] !== '|') return [all, at];
  }
}

function sequence(source: string, from: number): Read {
  let fewest: Needed = null;
  let at = from;
  while (at < source.length && source[at] !== '|' && source[at] !== ')') {
    const [needed, end] = atom(source, at);
    const [, count = '', lazy = ''] = QUANTIFIER.exec(source.slice(end, end + 12)) ?? [];
    at = end + count.length + lazy.length;
    if (needed && !OPTIONAL.test(count) && (fewest === null || costOf(needed) < costOf(fewest))) fewest = needed;
  }
  return [fewest, at];
}

/** Characters that stand in most texts; what needs one of them is seldom ruled out. */
const COMMON = new Set(' 的了不是有在我证aeinorst');
const costOf = (letters: ReadonlySet<string>): number =>
  [...letters].reduce((cost, letter) => cost + (COMMON.has(letter) ? 4 : 1), 0);

const QUANTIFIER = /^([*+?]|\{\d+(?:,\d*)?\})(\??)/;
const OPTIONAL = /^(?:[*?]|\{0)/;

function atom(source: string, at: number): Read {
  const letter = source[at]!;
  if (letter === '(') return group(source, at + 1);
  if (letter === '[') return oneOf(source, at + 1);
  if (letter === '\\') return escaped(source, at + 1);
  return [letter === '.' || letter === '^' || letter === '$' ? null : new Set(letter), at + 1];
}

/** What is looked for ahead or behind must be in the text as well; what must not be there says nothing. */
function group(source: string, at: number): Read {
  const [opening] = /^(?:\?(?:[:=!]|<[=!]|<\w+>))?/.exec(source.slice(at, at + 40))!;
  const [needed, end] = alternatives(source, at + opening.length);
  return [opening.endsWith('!') ? null : needed, end + 1];
}

const DIGITS = new Set('0123456789');
const WIDEST = 64;

function escaped(source: string, at: number): Read {
  const letter = source[at]!;
  if (letter === 'd') return [DIGITS, at + 1];
  if (letter === 'n') return [new Set('\n'), at + 1];
  if (!/[a-z\d]/i.test(letter)) return [new Set(letter), at + 1];
  const [long] = /^(?:u[\da-f]{4}|x[\da-f]{2}|k<\w+>|\d+|.)/i.exec(source.slice(at))!;
  return [null, at + long.length];
}

function oneOf(source: string, from: number): Read {
  const letters = new Set<string>();
  let known = source[from] !== '^';
  let at = from;
  for (let end = at; source[at] !== ']'; at = end) {
    const [some, next] = source[at] === '\\' ? escaped(source, at + 1) : [new Set(source[at]!), at + 1];
    end = next;
    if (source[end] === '-' && source[end + 1] !== ']') {
      const last = source.charCodeAt(end + 1);
      const first = source.charCodeAt(at);
      known &&= source[at] !== '\\' && source[end + 1] !== '\\' && last - first < WIDEST;
      for (let unit = first; known && unit <= last; unit++) letters.add(String.fromCharCode(unit));
      end += source[end + 1] === '\\' ? 3 : 2;
    } else if (some) for (const one of some) letters.add(one);
    else known = false;
  }
  return [known ? letters : null, at + 1];
}
