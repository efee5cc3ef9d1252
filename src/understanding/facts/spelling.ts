import type { Edit } from '../normalize.ts';

/** The English words of the field that are long enough to be known with one slip in them. */
const WORDS = `
  certificate certificates training electronic professional foreman officer inspector materials machinery labour
  documents standards decoration municipal installation equipment quality construction system website issued
  passed assessment finished studied completed hours database retired working employed
`
  .trim()
  .split(/\s+/);

const KNOWN = new Set(WORDS);
/** By what is left of a word without one of its letters, the words it may be. */
const BY_REST = new Map<string, string[]>();
for (const word of WORDS) for (const rest of withoutOne(word)) BY_REST.set(rest, [...(BY_REST.get(rest) ?? []), word]);

const SHORTEST = 5;
const LATIN = /(?<![a-z\d'@._-])[a-z]{5,16}(?![a-z\d'@_-])/g;
/** Words of their own that are one slip away from one of ours. */
const OTHER_WORDS = new Set(
  'house houses honour sours tours fours pours yours ours office offices officers passes passer issues issue finishes completes complete document material standard trainings systems qualities retires machines'.split(
    ' ',
  ),
);

/** One letter too few, too many, wrong, or two that changed places: "certifcate", "profesional", "decoraton". */
export function spellingEdits(text: string): Edit[] {
  const edits: Edit[] = [];
  for (const match of text.matchAll(LATIN)) {
    const by = meant(match[0]);
    if (by !== undefined) edits.push({ start: match.index, end: match.index + match[0].length, by });
  }
  return edits;
}

function meant(word: string): string | undefined {
  if (word.length < SHORTEST || KNOWN.has(word) || OTHER_WORDS.has(word)) return undefined;
  const near = new Set<string>(BY_REST.get(word));
  for (const rest of withoutOne(word)) {
    if (KNOWN.has(rest)) near.add(rest);
    for (const other of BY_REST.get(rest) ?? []) near.add(other);
  }
  const fitting = [...near].filter(one => one[0] === word[0] && isOneSlip(word, one) && word !== `${one}s`);
  return fitting.length === 1 ? fitting[0] : undefined;
}

function withoutOne(word: string): string[] {
  return Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1));
}

/** Two words of the same length without one letter each may still differ in two: only a wrong letter or a swap is a slip. */
function isOneSlip(word: string, other: string): boolean {
  if (word.length !== other.length) return true;
  const places = [...Array(word.length).keys()].filter(at => word[at] !== other[at]);
  if (places.length === 1) return true;
  const [first, second] = places as [number, number];
  return places.length === 2 && second === first + 1 && word[first] === other[second] && word[second] === other[first];
}
