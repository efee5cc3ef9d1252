import type { Edit } from '../normalize.ts';
import { createSpelling, ENGLISH_WORDS, loadEnglish, type Spelling } from '../spelling.ts';

/** The English words of the field that are long enough to be known with one slip in them: a fact is read from no other. */
const WORDS = `
  certificate certificates training electronic professional foreman officer inspector materials machinery labour
  documents standards decoration municipal installation equipment quality construction system website issued
  passed assessment finished studied completed hours database retired working employed
`
  .trim()
  .split(/\s+/);
const SHORTEST = 5;
/** Words of their own that tell the same as ours and are read as them. */
const OTHER_FORMS = ['labor', 'foremen', 'inspectors', 'assessments', 'retire', 'certificated', 'equipments'];

let meant: Spelling | undefined;

/** One letter too few, too many, wrong, or two that changed places: "certifcate", "profesional", "decoraton". */
export function spellingEdits(text: string): Edit[] {
  meant ??= createSpelling(WORDS, otherWords());
  const edits: Edit[] = [];
  for (const match of text.matchAll(ENGLISH_WORDS)) {
    const by = match[0].length < SHORTEST ? undefined : meant(match[0]);
    if (by !== undefined) edits.push({ start: match.index, end: match.index + match[0].length, by });
  }
  return edits;
}

function otherWords(): string[] {
  const { words, others } = loadEnglish();
  return [...words, ...others].filter(word => !OTHER_FORMS.includes(word));
}
