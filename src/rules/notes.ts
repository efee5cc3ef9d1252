import type { ClauseId, PolicyValues, Silent } from '../policies/policy.ts';
import type { RenewalFactName } from './criteria.ts';
import { type Day, dayBefore, daysFrom } from './day.ts';
import type { HoursResult } from './hours.ts';
import type { HoursFacts, RenewalFacts } from './input.ts';
import type { RenewalVerdict } from './renewal.ts';

/** What a reply must not leave out beside the result itself. */
export type NoteId =
  // `ready` rests on the archive check alone: first see that the certificate now appears under 证书管理.
  | 'archive-passed'
  // 10 November is taken to count without a word in the notice that says so: go by the day before (`day`).
  | 'archive-last-day'
  // The day of the archive check has passed and the notice does not say what follows: ask the contact at once.
  | 'archive-late'
  // The exchange has closed; whether it was ever opened again is not for this notice to say: ask the contact.
  | 'after-close'
  // Loss, change, extension and cancellation of the old certificate are no longer handled.
  | 'services-ended'
  // The old certificate stays usable within the validity printed on it.
  | 'still-usable'
  // The list of codes ends in 「等」: ask the contact.
  | 'other-codes'
  // 105 or 110: ask whether it is a safety officer certificate.
  | 'maybe-safety-officer'
  // Hours enter the system in batches a few times a month: little time is left for the last one.
  | 'late-posting'
  // Whether the hours are a condition of using a safety officer certificate can be read both ways.
  | 'safety-officer-condition'
  // That a safety officer's duty starts in the year after issue is this program's convention.
  | 'safety-officer-start'
  // Some duty years lie before the notice that asks for their hours.
  | 'years-before-notice'
  // Whether a year that fell short can be made up is not said.
  | 'make-up'
  // No longer in the post: for how long, the notice does not say.
  | 'left-post';

export interface Note {
  note: NoteId;
  clauses: readonly ClauseId[];
  /** The entry in the register of open points, where the note is about a silence. */
  openPoint: string | null;
  /** The day that the note is about. */
  day?: Day;
}

/** What a reply on a renewal must not leave out, in the order of importance. */
export function notesOnRenewal(facts: RenewalFacts, verdict: RenewalVerdict, policy: PolicyValues): Note[] {
  const { kind, asOf, code, inNationalSystem } = facts;
  const { exchange, contact } = policy;
  const { outcome, missing, reasons } = verdict;
  const fails = (name: RenewalFactName) => reasons.some(({ fact, met }) => fact === name && !met);
  const turnedAway = outcome === 'out-of-scope' && (fails('code') || fails('issue-year')) && !fails('issuer');
  const training = kind === 'training';
  const hasToTrain = outcome === 'training-first' || missing.some(field => field.startsWith('training.'));
  const isLate = isLateFor(exchange.lastDay.value, asOf, policy);
  return listed([
    [outcome === 'ready' && inNationalSystem !== true, silence('archive-passed', policy)],
    [outcome === 'archive-check', silence('archive-last-day', policy, dayBefore(exchange.archiveLastDay.value))],
    [outcome === 'archive-late', silence('archive-late', policy)],
    [outcome === 'closed', silence('after-close', policy)],
    [outcome === 'closed' || turnedAway, said('still-usable', exchange.usableUnexchanged)],
    [training && asOf > exchange.servicesLastDay.value, said('services-ended', exchange.servicesLastDay)],
    [training && fails('code'), silence('other-codes', policy)],
    [training && exchange.unnamedCodes.includes(code ?? ''), said('maybe-safety-officer', contact)],
    [hasToTrain && isLate, silence('late-posting', policy, exchange.lastDay.value)],
    [kind === 'safety-officer' && outcome === 'not-required', silence('safety-officer-condition', policy)],
  ]);
}

/** What a reply on yearly hours must not leave out, in the order of importance. */
export function notesOnHours({ kind, asOf }: HoursFacts, result: HoursResult, policy: PolicyValues): Note[] {
  const { annual, document } = policy;
  const { years, thisYear, status } = result;
  const officer = kind === 'safety-officer';
  const hasToTrain = status === 'open' || (thisYear?.hoursToKeep ?? 0) > 0;
  const lastDay = thisYear?.deadline ?? asOf;
  return listed([
    [result.void['left-post'] === true, unsaid('left-post', annual.leftPost)],
    [officer, silence('safety-officer-condition', policy)],
    [officer, unsaid('safety-officer-start', annual.safetyOfficer.start)],
    [years.some(({ year }) => year <= document.year), silence('years-before-notice', policy)],
    [years.some(one => one.status === 'short'), silence('make-up', policy)],
    [hasToTrain && isLateFor(lastDay, asOf, policy), silence('late-posting', policy, lastDay)],
  ]);
}

function listed(notes: readonly [applies: boolean, note: Note | undefined][]): Note[] {
  return notes.flatMap(([applies, note]) => (applies && note !== undefined ? [note] : []));
}

/** A note on what a clause says. */
function said(note: NoteId, { clause }: { clause: ClauseId }): Note {
  return { note, clauses: [clause], openPoint: null };
}

/** A note on what the notice leaves unsaid. */
function unsaid(note: NoteId, { nearest, openPoint }: Silent): Note {
  return { note, clauses: nearest, openPoint };
}

/** A note on a silence of the same name; none when this policy does not keep it. */
function silence(note: NoteId, { silences }: PolicyValues, day?: Day): Note | undefined {
  const kept = silences[note];
  if (kept === undefined) return undefined;
  return day === undefined ? unsaid(note, kept) : { ...unsaid(note, kept), day };
}

/** Whether no more is left than the time between two batches. */
function isLateFor(lastDay: Day, asOf: Day, { annual }: PolicyValues): boolean {
  const left = daysFrom(asOf, lastDay);
  return left >= 0 && left <= 31 / annual.batchesAMonth.value;
}
