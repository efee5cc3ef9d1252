import type { Edit } from '../normalize.ts';
import { createSpelling } from '../spelling.ts';

/** The English words of the field that are long enough to be known with one slip in them. */
const WORDS = `
  certificate certificates training electronic professional foreman officer inspector materials machinery labour
  documents standards decoration municipal installation equipment quality construction system website issued
  passed assessment finished studied completed hours database retired working employed
`
  .trim()
  .split(/\s+/);

const LATIN = /(?<![a-z\d'@._-])[a-z]{5,16}(?![a-z\d'@_-])/g;
/** Words of their own that are one slip away from one of ours. */
const OTHER_WORDS =
  'house houses honour sours tours fours pours yours ours office offices officers passes passer issues issue finishes completes complete document material standard trainings systems qualities retires machines'.split(
    ' ',
  );

const meant = createSpelling(WORDS, [...OTHER_WORDS, ...WORDS.map(word => `${word}s`)]);

/** One letter too few, too many, wrong, or two that changed places: "certifcate", "profesional", "decoraton". */
export function spellingEdits(text: string): Edit[] {
  const edits: Edit[] = [];
  for (const match of text.matchAll(LATIN)) {
    const by = meant(match[0]);
    if (by !== undefined) edits.push({ start: match.index, end: match.index + match[0].length, by });
  }
  return edits;
}
