import type { Row } from '../delivery/index.ts';
import { formatMoment, type Words } from '../locale/index.ts';
import { csvLine } from '../registry/index.ts';

/** The first line of a report. */
export function reportHead(words: Words): string {
  return csvLine(['chat', 'state', 'reason', 'time'].map(name => words.say(`broadcast-report.${name}`)));
}

/** What became of one recipient, as a line of CSV. */
export function reportLine(words: Words, { chat, state, reason, atMs }: Row): string {
  const why = reason === undefined ? '' : words.say(`broadcast-reason.${reason}`);
  return csvLine([chat, words.say(`broadcast-row-state.${state}`), why, formatMoment(atMs)]);
}
