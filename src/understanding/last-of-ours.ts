import type { Language } from './language.ts';
import { tokenise } from './tokens.ts';

/** Concepts that name what the notice is about. 「证」 alone may be any paper. */
const OURS = new Set(['trade', 'post-certificate', 'safety-officer', 'electronic', 'hours', 'study']);
/** Concepts that name something else. */
const ELSEWHERE = new Set(
  'other-qualification unrelated-paper safety-abc other-province world site-life other-app other-work other-office course-detail trade-in-cert entry-rule fee insult injection pass-mark'.split(
    ' ',
  ),
);
const CLAUSES = /[,。;!?\n]+|(?<=[\u4e00-\u9fff]) +(?=[\u4e00-\u9fff])/;

/**
 * The last clause of a text, when another matter stands before it and it names ours and nothing else: 「驾照随时能换，施工员证最晚哪天」.
 * Null when it is not so.
 */
export function lastOfOurs(text: string, language: Language): string | null {
  const clauses = text.split(CLAUSES).filter(clause => clause.trim() !== '');
  const last = clauses.pop();
  if (last === undefined || clauses.length === 0) return null;
  const named = namesIn(last, language);
  const ours = named.some(name => OURS.has(name)) && !named.some(name => ELSEWHERE.has(name));
  return ours && namesIn(clauses.join(','), language).some(name => ELSEWHERE.has(name)) ? last : null;
}

function namesIn(text: string, { sounds, concepts }: Language): string[] {
  return concepts.find(tokenise(text, sounds)).map(({ concept }) => concepts.table.names[concept]!);
}
