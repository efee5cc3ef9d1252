import type { ClauseId, PolicyValues } from '../policies/policy.ts';
import { type Day, dayBefore, daysFrom } from './day.ts';
import type { HoursResult } from './hours.ts';
import type { RenewalFacts } from './input.ts';
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
  const { exchange, contact } = policy;
  const { outcome, missing } = verdict;
  const unmet = (fact: string) => verdict.reasons.some(reason => reason.fact === fact && !reason.met);
  const turnedAway = outcome === 'out-of-scope' && (unmet('code') || unmet('issue-year')) && !unmet('issuer');
  const training = facts.kind === 'training';
  const waitsForTraining = outcome === 'training-first' || missing.some(field => field.startsWith('training.'));
  return [
    ...when(outcome === 'ready' && facts.inNationalSystem !== true, onSilence(policy, 'archive-passed')),
    ...when(
      outcome === 'archive-check',
      onSilence(policy, 'archive-last-day', dayBefore(exchange.archiveLastDay.value)),
    ),
    ...when(outcome === 'archive-late', onSilence(policy, 'archive-late')),
    ...when(outcome === 'closed', onSilence(policy, 'after-close')),
    ...when(turnedAway || outcome === 'closed', [
      { note: 'still-usable', clauses: [exchange.usableUnexchanged.clause], openPoint: null },
    ]),
    ...when(training && facts.asOf > exchange.servicesLastDay.value, [
      { note: 'services-ended', clauses: [exchange.servicesLastDay.clause], openPoint: null },
    ]),
    ...when(training && unmet('code'), onSilence(policy, 'other-codes')),
    ...when(training && exchange.unnamedCodes.includes(facts.code ?? ''), [
      { note: 'maybe-safety-officer', clauses: [contact.clause], openPoint: null },
    ]),
    ...when(
      waitsForTraining && isLate(facts.asOf, exchange.lastDay.value, policy),
      onSilence(policy, 'late-posting', exchange.lastDay.value),
    ),
    ...when(
      facts.kind === 'safety-officer' && outcome === 'not-required',
      onSilence(policy, 'safety-officer-condition'),
    ),
  ];
}

/** What a reply on yearly hours must not leave out, in the order of importance. */
export function notesOnHours(asOf: Day, electronic: boolean, result: HoursResult, policy: PolicyValues): Note[] {
  const { annual, document } = policy;
  const { years, thisYear } = result;
  const toDo = result.status === 'open' || (thisYear?.hoursToKeep ?? 0) > 0;
  const lastDay = thisYear?.deadline ?? asOf;
  const left = result.void['left-post'] === true;
  return [
    ...when(left, [{ note: 'left-post', clauses: annual.leftPost.nearest, openPoint: annual.leftPost.openPoint }]),
    ...when(!electronic, onSilence(policy, 'safety-officer-condition')),
    ...when(!electronic, [
      {
        note: 'safety-officer-start',
        clauses: annual.safetyOfficer.start.nearest,
        openPoint: annual.safetyOfficer.start.openPoint,
      },
    ]),
    ...when(
      years.some(({ year }) => year <= document.year),
      onSilence(policy, 'years-before-notice'),
    ),
    ...when(
      years.some(({ status }) => status === 'short'),
      onSilence(policy, 'make-up'),
    ),
    ...when(toDo && isLate(asOf, lastDay, policy), onSilence(policy, 'late-posting', lastDay)),
  ];
}

function when(applies: boolean, notes: Note[]): Note[] {
  return applies ? notes : [];
}

/** A note on a point that the policy keeps silent about; none when it does speak. */
function onSilence({ silences }: PolicyValues, note: NoteId, day?: Day): Note[] {
  const silence = silences[note];
  if (silence === undefined) return [];
  return [{ note, clauses: silence.nearest, openPoint: silence.openPoint, ...(day === undefined ? {} : { day }) }];
}

/** Whether no more than one whole interval between two batches is left. */
function isLate(asOf: Day, lastDay: Day, { annual }: PolicyValues): boolean {
  const left = daysFrom(asOf, lastDay);
  return left >= 0 && left <= 31 / annual.batchesAMonth.value;
}
