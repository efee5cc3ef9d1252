import type { DataKeys } from '../store/keys.ts';
import type { Store } from '../store/port.ts';
import { noteAction } from './audit.ts';
import { exportHeader, exportLines } from './export.ts';
import { type ImportOptions, type ImportSummary, importRows } from './import.ts';
import { Invites } from './invites.ts';
import { moveLists } from './look-up.ts';
import { plainName, plainNumber } from './names.ts';
import { type Found, PEOPLE, People, POSTED } from './people.ts';
import type { Person } from './person.ts';
import type { Source } from './source.ts';
import { fits, type Where } from './where.ts';
import { type WithdrawOptions, type WithdrawSummary, withdrawRows } from './withdraw.ts';

export { type Action, actionsOf, noteAction } from './audit.ts';
export { issuerOf } from './cells.ts';
export { type Checked, type CheckResult, checkStaff, FINDINGS, type FindingName } from './check.ts';
export { type Field, headerOf } from './columns.ts';
export { BYTE_ORDER_MARK, csvLine } from './csv-out.ts';
export { diffPolicies, type PolicyDiff } from './diff.ts';
export { type CertificateFacts, factsOf, type RecordFacts } from './facts.ts';
export { type IdNumberFault, idNumberFault, plainIdNumber } from './id-number.ts';
export type { ImportOptions, ImportSummary } from './import.ts';
export { type Access, createLookUps, type LookUps, type PersonBy, type PersonFound } from './look-up.ts';
export { maskedName, plainName } from './names.ts';
export type { Found } from './people.ts';
export type { Certificate, Person, Signed, TrainingRecord } from './person.ts';
export { rejectedHeader, rejectedLine, sayProblem, sayRefusal } from './problems.ts';
export type { Problem } from './row.ts';
export { loadSample, SAMPLE_PERSON } from './sample.ts';
export { createSheets, type SheetFile, type SheetOutcome, type SheetTask } from './sheets.ts';
export { CHAT_LIMITS, FILE_LIMITS, type Limits, RosterRefusedError, type Source } from './source.ts';
export { fits, readWhere, type Where } from './where.ts';
export type { WithdrawSummary } from './withdraw.ts';

export { checkWorkbook } from './workbook.ts';

import { RETENTION_MS } from '../store/retention.ts';

/** A code and the person whom it is for. */
export interface Invitation {
  key: string;
  person: Person;
  code: string;
}

/** People and their hours, as the roster's owner posts them. */
export interface Registry {
  /** Loads a roster; a bad row keeps no other from being loaded. Rejects with `RosterRefusedError` before anything is loaded. */
  importRoster(source: Source, options: ImportOptions): Promise<ImportSummary>;
  /** Marks the records of the rows of a file as withdrawn: they stay, with who and when, and count for nothing; or gives them back. */
  withdraw(source: Source, options: WithdrawOptions): Promise<WithdrawSummary>;
  /** The whole roster as lines of CSV that an import takes again. */
  exportRoster(options: { who: string; locale: string }): AsyncIterable<string>;
  /** Who has this ID number, as `plainIdNumber` gives it. As many reads whether there is somebody or not; the rest of the time is the caller's to even out. */
  find(idNumber: string): Promise<Found | undefined>;
  /** The person behind a key that `find` or `redeem` gave. */
  person(key: string): Promise<Person | undefined>;
  /** The key that the person stands under now: another one than before when the data key was changed. */
  presentKey(key: string): Promise<string>;
  matchesName(person: Person, name: string): boolean;
  matchesCertificateNo(person: Person, no: string): boolean;
  /** One-time codes for everybody whom the conditions fit, good for some days (30 unless told); only their hashes are kept. */
  invite(options: { who: string; where?: Where; days?: number }): AsyncIterable<Invitation>;
  /** The person key behind a code, once. */
  redeem(code: string): Promise<string | undefined>;
  /** Everybody, each once, as far as the conditions fit. */
  everyone(where?: Where): AsyncIterable<Found>;
  /** From now on an import that changes this person's entry owes the news; false when there is no such person. */
  watch(key: string, on: boolean): Promise<boolean>;
  /** The person keys whose news have been owed for so long; each is handed out to one of those who ask. `settlePosted` once they are told. */
  takePosted(olderThanMs: number): AsyncIterable<string>;
  settlePosted(key: string): Promise<void>;
  /** Moves everybody to the first data key, so that the others can be given up; broken off, it is run again. Resolves with how many. */
  moveToFirstKey(): Promise<number>;
  /** Whether nobody is on the roster. */
  isEmpty(): Promise<boolean>;
}

export interface RegistryOptions {
  /** Sealed: what is handed in here is written as it is. */
  store: Store;
  keys: DataKeys;
  clock: { now(): number; today(): string };
}

const DAY_MS = 86_400_000;
const INVITE_DAYS = RETENTION_MS.invite / DAY_MS;
const PAGE = 256;

/** People and hours on a store. */
export function createRegistry({ store, keys, clock }: RegistryOptions): Registry {
  const people = new People(store, keys);
  const invites = new Invites(store, keys);
  const context = () => ({ people, now: clock.now(), today: clock.today() });
  const note = (who: string, action: string, counts: Record<string, number>) =>
    noteAction(store, { at: clock.now(), who, action, counts });
  return {
    async importRoster(source, options) {
      const summary = await importRows(source, context(), options);
      if (options.dryRun !== true) await note(options.who, 'roster-import', numbersOf(summary));
      return summary;
    },
    async withdraw(source, options) {
      const summary = await withdrawRows(source, context(), options);
      const action = options.undo === true ? 'roster-give-back' : 'roster-withdraw';
      if (options.dryRun !== true) await note(options.who, action, numbersOf(summary));
      return summary;
    },
    async *exportRoster({ who, locale }) {
      yield exportHeader(locale);
      let count = 0;
      for await (const { person } of people.everyone()) {
        count += 1;
        yield* exportLines([person], locale);
      }
      await note(who, 'roster-export', { people: count });
    },
    find: idNumber => people.find(idNumber),
    person: key => people.byKey(key),
    presentKey: key => people.presentKey(key),
    matchesName: (person, name) => plainName(person.name) === plainName(name),
    matchesCertificateNo: ({ certificates }, no) => certificates.some(one => one.no === plainNumber(no)),
    async *invite({ who, where = [], days = INVITE_DAYS }) {
      let count = 0;
      for await (const page of pagesOf(people.everyone(), where)) {
        const codes = await invites.issue(
          page.map(({ key }) => key),
          days * DAY_MS,
        );
        count += page.length;
        yield* page.map((found, index) => ({ ...found, code: codes[index]! }));
      }
      await note(who, 'roster-invite', { people: count });
    },
    redeem: code => invites.redeem(code),
    async *everyone(where = []) {
      for await (const page of pagesOf(people.everyone(), where)) yield* page;
    },
    watch: (key, on) => people.change(key, person => ({ ...person, watched: on })),
    async *takePosted(olderThanMs) {
      for await (const { key, debt } of store.takeDebts(PEOPLE, olderThanMs)) if (debt === POSTED) yield key;
    },
    async moveToFirstKey() {
      const moved = await people.moveToFirstKey();
      await moveLists(store, key => people.presentKey(key));
      return moved;
    },
    settlePosted: key => store.settle(key, POSTED),
    async isEmpty() {
      for await (const _ of people.everyone()) return false;
      return true;
    },
  };
}

async function* pagesOf(all: AsyncIterable<Found>, where: Where): AsyncGenerator<Found[]> {
  let page: Found[] = [];
  for await (const found of all) {
    if (!fits(found.person, where)) continue;
    page.push(found);
    if (page.length < PAGE) continue;
    yield page;
    page = [];
  }
  if (page.length > 0) yield page;
}

/** The figures alone: examples and headers are no business of a log. */
function numbersOf(summary: ImportSummary | WithdrawSummary): Record<string, number> {
  return Object.fromEntries(Object.entries(summary).filter(([, value]) => typeof value === 'number'));
}
