import { formatDay, formatList, type Text } from '../locale/index.ts';
import { type DutyYear, explainHours, type HoursResult } from '../rules/index.ts';
import { choice, topicChoices } from './choices.ts';
import type { Said } from './desk.ts';
import { answerUnjudged, hoursRuleOf, isUnjudged } from './hours-kinds.ts';
import { keepLines, lostReadings, type Reckoned, readingLines, readingName, show } from './hours-readings.ts';
import { askFact } from './questions.ts';
import { type Certificate, currentCertificate, type State, withCertificate, type YearRecord } from './state.ts';
import { cite, linesOf, replyOf, type Talk } from './talk.ts';
import type { Choice } from './turn.ts';

/** What the hours that the person told mean, in every reading; asks for the year of issue while it is not known. */
export function answerHours(talk: Talk): Said {
  const certificate = currentCertificate(talk.state);
  const rule = hoursRuleOf(certificate);
  if (isUnjudged(rule)) return answerUnjudged(talk, rule);
  const issuedOn = certificate.facts['certificate.issuedOn'];
  if (issuedOn === undefined || issuedOn === 'unknown')
    return rule === 'safety-officer' && certificate.records.length > 0
      ? safetyWithoutIssue(talk, certificate)
      : withoutIssue(talk, certificate, issuedOn === 'unknown');
  const result = assessTold(talk, certificate, issuedOn);
  return {
    state: settled(talk.state),
    replies: [replyOf(fullTexts(talk, certificate, result), hoursChoices(talk, result))],
  };
}

function settled(state: State): State {
  return { ...state, underway: null, open: null };
}

/** The same of hours that a roster holds: a year without a record is a year without hours. */
export function rosterTexts(talk: Talk, certificate: Certificate): Text[] {
  const result = rosterHours(talk, certificate);
  return fullTexts(talk, { ...certificate, records: result.years }, result);
}

/** What the hours that the roster has come to, in every reading; the day of issue must be known. */
export function rosterHours(talk: Talk, certificate: Certificate): Reckoned {
  return assess(talk, certificate, String(certificate.facts['certificate.issuedOn']), talk.asOf, []);
}

/** What the hours of an electronic certificate that was told here come to; undefined while its issue is not known. */
export function toldHours(talk: Talk): Reckoned | undefined {
  const certificate = currentCertificate(talk.state);
  const issuedOn = certificate.facts['certificate.issuedOn'];
  if (hoursRuleOf(certificate) !== 'electronic' || issuedOn === undefined || issuedOn === 'unknown') return undefined;
  return assessTold(talk, certificate, issuedOn);
}

/** Hours that are supposed: so many more this year, or so many in all, this year or in the year named. */
export interface WhatIf {
  year?: number;
  hours: number;
  professionalHours: number | null;
  inAddition: boolean;
}

/** What it would be with so many hours more this year (「再学12学时，其中专业8」); nothing of it is kept. */
export function answerWhatIf(talk: Talk, more: readonly WhatIf[]): Said {
  const certificate = currentCertificate(talk.state);
  if (isUnjudged(hoursRuleOf(certificate))) return answerHours(talk);
  const { certificate: supposed, note } = withMore(talk, certificate, more);
  const said = answerHours({ ...talk, state: withCertificate(talk.state, supposed) });
  const [first, ...others] = said.replies;
  const replies = first === undefined ? said.replies : [{ ...first, text: `${first.text}\n\n${note.text}` }, ...others];
  return { state: withCertificate(said.state, certificate), replies };
}

/** A certificate with the hours supposed, and what says so. */
export function withMore(
  talk: Talk,
  certificate: Certificate,
  more: readonly WhatIf[],
): { certificate: Certificate; note: Text } {
  const thisYear = Number(talk.asOf.slice(0, 4));
  const supposed = more.map(one => supposedYear(certificate, one, one.year ?? thisYear));
  const kept = certificate.records.filter(({ year }) => !supposed.some(record => record.year === year));
  const lines = supposed.map(({ year, hours }) =>
    cite(talk, 'hours-planned', { year: String(year), hours: show(hours) }),
  );
  const records = [...kept, ...supposed].toSorted((a, b) => a.year - b.year);
  return { certificate: { ...certificate, records }, note: linesOf(lines) };
}

function supposedYear({ records }: Certificate, more: WhatIf, year: number): YearRecord {
  const before = more.inAddition ? records.find(record => record.year === year) : undefined;
  const added = more.professionalHours;
  return {
    year,
    hours: (before?.hours ?? 0) + more.hours,
    professionalHours: added === null ? (before?.professionalHours ?? null) : (before?.professionalHours ?? 0) + added,
  };
}

/** Every reading by name, one line each. */
export function answerReadings(talk: Talk): Said {
  const certificate = currentCertificate(talk.state);
  const issuedOn = certificate.facts['certificate.issuedOn'];
  if (issuedOn === undefined || issuedOn === 'unknown' || certificate.records.length === 0) return answerHours(talk);
  if (isUnjudged(hoursRuleOf(certificate)) || kindOf(certificate) === 'safety-officer') return answerHours(talk);
  const result = assessTold(talk, certificate, issuedOn);
  return {
    state: talk.state,
    replies: [
      replyOf(
        [headline(talk, result), ...silentLine(talk, result), readingLines(talk, result)],
        topicChoices(talk, ['hours-shortfall', 'contact']),
      ),
    ],
  };
}

function kindOf({ facts }: Certificate): 'electronic' | 'safety-officer' {
  return facts['certificate.kind'] === 'safety-officer' ? 'safety-officer' : 'electronic';
}

function assess(
  talk: Talk,
  certificate: Certificate,
  issuedOn: string,
  asOf: string,
  silent: readonly RuleRecord[] = [],
): Reckoned {
  const inPost = certificate.facts.inPost;
  const explained = explainHours(
    {
      asOf,
      certificate: { kind: kindOf(certificate), issuedOn: issuedOn.length === 7 ? issuedOn.slice(0, 4) : issuedOn },
      inPost: inPost === undefined || inPost === 'unknown' ? null : inPost,
      records: [...certificate.records.map(record => ruleRecord(talk, record)), ...silent],
    },
    talk.policy,
  );
  return { lost: lostReadings(explained), ...explained.result };
}

/** Professional hours that were not told are taken as enough, and the reply says that they were not told. */
function ruleRecord({ policy }: Talk, { year, hours, professionalHours }: YearRecord) {
  return {
    year,
    hours,
    professionalHours: professionalHours ?? Math.min(hours, policy.annual.professionalHours.value),
  };
}

type RuleRecord = ReturnType<typeof ruleRecord>;

/**
 * By the hours that were told. A past year of which nothing was said is taken to have at least what a year asks for: what fails
 * with plenty there fails by what was told, and the number to be safe is the largest that any such hours can make needed.
 */
function assessTold(talk: Talk, certificate: Certificate, issuedOn: string): Reckoned {
  const { hours, twoYearHours } = talk.policy.annual;
  const silent = silentYears(certificate, issuedOn, talk.asOf);
  const reckon = (hoursOf: (year: number) => number) => {
    const supposed = silent.map(year => ({ year, hours: hoursOf(year), professionalHours: hoursOf(year) }));
    return assess(talk, certificate, issuedOn, talk.asOf, supposed);
  };
  // As many as two years need together: no pair with such a year falls short in a reading that counts all of its hours.
  const most = reckon(() => twoYearHours.value);
  if (silent.length === 0) return most;
  const least = reckon(() => hours.value);
  const depends = Object.keys(most.void).filter(
    name => least.void[name as keyof typeof least.void] === true && most.void[name as keyof typeof most.void] === false,
  );
  const { thisYear } = most;
  if (thisYear === null || thisYear.hoursToKeep === null) return { ...most, depends, silent };
  // Last year makes up the pair with this one: the fewer it had, the more are needed, down to where it falls short with the year before.
  const last = thisYear.year - 1;
  const before = certificate.records.find(({ year }) => year === last - 1)?.hours ?? 0;
  const fewest = silent.includes(last) ? [hours.value, Math.max(hours.value, twoYearHours.value - before)] : [];
  const keeps = fewest.map(
    value => reckon(year => (year === last ? value : twoYearHours.value)).thisYear?.hoursToKeep ?? 0,
  );
  return { ...most, depends, silent, thisYear: { ...thisYear, hoursToKeep: Math.max(thisYear.hoursToKeep, ...keeps) } };
}

/** The past duty years of which nothing was said. */
function silentYears({ records }: Certificate, issuedOn: string, asOf: string): number[] {
  const first = Number(issuedOn.slice(0, 4)) + 1;
  const years = Array.from({ length: Math.max(0, Number(asOf.slice(0, 4)) - first) }, (_, index) => first + index);
  return years.filter(year => !records.some(record => record.year === year));
}

function withoutIssue(talk: Talk, certificate: Certificate, askedAlready: boolean): Said {
  const { records } = certificate;
  const last = records.at(-1);
  if (last === undefined) return { state: talk.state, replies: [replyOf([askFact(talk, 'records').text])] };
  const texts = [
    ...(records.length === 1 ? oneYear(talk, last) : pairTexts(talk, certificate)),
    ...professionalNote(talk, certificate),
    cite(talk, 'hours-kind-note'),
  ];
  if (askedAlready)
    return {
      state: settled(talk.state),
      replies: [replyOf(texts, topicChoices(talk, ['hours-start', 'hours-shortfall', 'contact']))],
    };
  const question = askFact({ ...talk, state: { ...talk.state, underway: { kind: 'hours' } } }, 'certificate.issuedOn');
  const state: State = {
    ...talk.state,
    underway: { kind: 'hours' },
    open: { kind: 'fact', fact: 'certificate.issuedOn' },
  };
  return {
    state,
    replies: [
      replyOf(
        [...texts, linesOf([cite(talk, 'ask-hours-issuedOn'), cite(talk, 'ask-hours-issuedOn.help')])],
        question.choices,
      ),
    ],
  };
}

/** 3.1a names no first year and no two years: each year that was told is held against what a year asks for. */
function safetyWithoutIssue(talk: Talk, certificate: Certificate): Said {
  const years = certificate.records.map(record => assessYear(talk, record)).filter(year => year !== undefined);
  const result = { years, thisYear: null };
  return {
    state: settled(talk.state),
    replies: [
      replyOf(
        [
          safetyHeadline(talk, result),
          linesOf([
            ...years.map(year => yearLine(talk, year, certificate)),
            ...professionalNote(talk, certificate),
            ...yearsToCome(talk, certificate),
          ]),
          cite(talk, 'hours-safety-note'),
        ],
        [...topicChoices(talk, ['safety-officer', 'where-to-train']), choice(talk, 'do:review', 'change')],
      ),
    ],
  };
}

/** One year by itself; undefined when it has not come yet. */
function assessYear(talk: Talk, record: YearRecord): DutyYear | undefined {
  const only: Certificate = { facts: { 'certificate.kind': 'safety-officer' }, records: [record] };
  return assess(talk, only, String(record.year - 1), talk.asOf, []).years.find(({ year }) => year === record.year);
}

/** A shortfall of an earlier year is named before anything else: what follows from it the notice does not say. */
function safetyHeadline(talk: Talk, { years }: Pick<HoursResult, 'years'>): Text {
  const thisYear = Number(talk.asOf.slice(0, 4));
  const now = years.find(({ year }) => year === thisYear);
  const left = now === undefined ? 0 : Math.max(now.shortHours, now.shortProfessional);
  const past = years.filter(({ status }) => status === 'short').map(({ year }) => String(year));
  const deadline = formatDay(`${thisYear}-12-31`, talk.words.locale);
  if (past.length > 0) return cite(talk, 'hours-safety-short.headline', { left: some(left) });
  if (left > 0) return cite(talk, 'hours-safety-open.headline', { left: some(left), deadline });
  return cite(talk, now === undefined ? 'hours-safety-told.headline' : 'hours-safety-met.headline');
}

function oneYear(talk: Talk, { year, hours, professionalHours }: YearRecord): Text[] {
  const left = Math.max(
    talk.policy.annual.hours.value - hours,
    talk.policy.annual.professionalHours.value - (professionalHours ?? talk.policy.annual.professionalHours.value),
    0,
  );
  return [
    cite(talk, 'hours-one-year.headline', {
      year: String(year),
      left: some(left),
      past: year < Number(talk.asOf.slice(0, 4)) ? 'yes' : 'no',
    }),
    cite(talk, 'hours-one-year.because'),
  ];
}

/** The two latest years told, as they will stand when both are over, if the certificate was issued in time for both. */
function pairTexts(talk: Talk, certificate: Certificate): Text[] {
  const [first, second] = certificate.records.slice(-2) as [YearRecord, YearRecord];
  // Years with another between them are no pair in any reading.
  if (second.year !== first.year + 1) return oneYear(talk, second.hours > first.hours ? first : second);
  const both: Certificate = { ...certificate, records: [first, second] };
  const result = assess(talk, both, String(first.year - 1), `${second.year + 1}-01-01`);
  const failing = Object.entries(result.void).filter(
    ([name, failed]) => failed === true && name.startsWith('calendar'),
  );
  const sum = first.hours + second.hours;
  const { hours, twoYearHours } = talk.policy.annual;
  const isShort = sum < twoYearHours.value;
  const over = second.year < Number(talk.asOf.slice(0, 4)) ? 'yes' : 'no';
  const more = Math.max(0, twoYearHours.value - sum, hours.value - second.hours);
  return [
    cite(talk, 'hours-pair.headline', {
      sum: show(sum),
      result: failing.length === 0 ? 'safe' : isShort ? 'short' : 'disputed',
      over,
    }),
    linesOf([
      cite(talk, 'hours-pair.because', {
        first: String(first.year),
        firstHours: show(first.hours),
        second: String(second.year),
        secondHours: show(second.hours),
        sum: show(sum),
      }),
      // No verdict: one of the years may come before the first that counts, or not be over.
      ...(isShort ? [] : failing).map(([name]) =>
        cite(talk, 'hours-reading-short', {
          name: readingName(talk, name),
          over,
          grouped: name.includes('/fixed/') ? 'yes' : 'no',
        }),
      ),
      ...(over === 'no' && more > 0
        ? [cite(talk, 'hours-pair.more', { year: String(second.year), more: show(more) })]
        : []),
    ]),
    cite(talk, 'hours-pair.next', { result: failing.length === 0 ? 'safe' : 'risk' }),
  ];
}

/** A number of hours, or `none` for the texts to choose by. */
const some = (hours: number) => (hours === 0 ? 'none' : show(hours));

function fullTexts(talk: Talk, certificate: Certificate, result: Reckoned): Text[] {
  const told = result.years.filter(({ year }) => certificate.records.some(record => record.year === year));
  const thisYear = talk.asOf.slice(0, 4);
  const thisYearSilent = result.years.some(one => String(one.year) === thisYear && !told.includes(one));
  return [
    headline(talk, result),
    linesOf([
      ...told.map(year => yearLine(talk, year, certificate)),
      ...silentLine(talk, result),
      ...(thisYearSilent ? [cite(talk, 'hours-this-year-silent', { year: thisYear })] : []),
      ...notCounted(talk, certificate, result),
      ...professionalNote(talk, certificate),
    ]),
    linesOf(adviceLines(talk, certificate, result)),
    ...(result.standing === 'disputed' && !isOnlyLeftPost(result) ? [readingLines(talk, result)] : []),
  ].filter(({ text }) => text !== '');
}

function silentLine(talk: Talk, { silent = [] }: Reckoned): Text[] {
  const years = formatList(silent.map(String), talk.words.locale);
  return silent.length === 0 ? [] : [cite(talk, 'hours-silent-years', { years })];
}

/** The years told that count for nothing, and why. */
function notCounted(talk: Talk, certificate: Certificate, { firstYear }: HoursResult): Text[] {
  const thisYear = Number(talk.asOf.slice(0, 4));
  const years = certificate.records.filter(({ year }) => year < firstYear && year <= thisYear);
  const args = { ...yearsOf(talk, years), firstYear: String(firstYear), rule: kindOf(certificate) };
  return [...(years.length === 0 ? [] : [cite(talk, 'hours-not-counted', args)]), ...yearsToCome(talk, certificate)];
}

function yearsToCome(talk: Talk, { records }: Certificate): Text[] {
  const years = records.filter(({ year }) => year > Number(talk.asOf.slice(0, 4)));
  return years.length === 0 ? [] : [cite(talk, 'hours-not-come', yearsOf(talk, years))];
}

function yearsOf(talk: Talk, records: readonly YearRecord[]): { years: string } {
  const years = records.map(({ year }) => String(year));
  return { years: formatList(years, talk.words.locale) };
}

/** What the hours of a certificate come to, in one line. Nothing is in order where past years are only supposed to be. */
export function headline(talk: Talk, result: Reckoned): Text {
  const { thisYear, standing } = result;
  if (standing === null && result.status !== 'not-yet-due') return safetyHeadline(talk, result);
  const deadline = thisYear === null ? '' : formatDay(thisYear.deadline, talk.words.locale);
  const left = thisYear === null ? 0 : Math.max(thisYear.remainingHours, thisYear.remainingProfessional);
  const args = {
    left: some(left),
    deadline,
    firstYear: String(result.firstYear),
    issuedYear: String(result.firstYear - 1),
    keep: show(thisYear?.hoursToKeep ?? 0),
    need: some(Math.max(left, thisYear?.hoursToKeep ?? 0)),
  };
  const id = headlineId(result, left, standing);
  return cite(
    talk,
    id === 'hours-in-force' && result.silent?.length ? 'hours-rest-silent.headline' : `${id}.headline`,
    args,
  );
}

/** Not being in the post is all that speaks against it: no reading of the hours does. */
function isOnlyLeftPost(result: HoursResult): boolean {
  return result.standing === 'disputed' && !isDisputedByHours(result);
}

/** Whether some reading of the hours, and not only leaving the post, calls the certificate void. */
export function isDisputedByHours({ standing, void: readings }: HoursResult): boolean {
  return (
    standing === 'disputed' &&
    Object.entries(readings).some(([name, failed]) => failed === true && name !== 'left-post')
  );
}

function headlineId(result: HoursResult, left: number, standing: HoursResult['standing']): string {
  if (result.status === 'not-yet-due') return standing === null ? 'hours-safety-not-yet-due' : 'hours-not-yet-due';
  if (standing === 'void') return 'hours-void';
  if (isOnlyLeftPost(result)) return 'hours-not-in-post';
  if (standing === 'disputed') return 'hours-disputed';
  const keep = result.thisYear?.hoursToKeep ?? 0;
  if (keep > left) return left === 0 ? 'hours-keep-more' : 'hours-at-risk';
  return result.years.some(({ status }) => status === 'short') ? 'hours-short-past' : 'hours-in-force';
}

function yearLine(talk: Talk, year: DutyYear, certificate: Certificate): Text {
  const professional = certificate.records.find(record => record.year === year.year)?.professionalHours;
  return cite(talk, 'hours-year', {
    year: String(year.year),
    hours: show(year.hours),
    professional: professional === null || professional === undefined ? 'none' : show(professional),
    status: year.status,
    rule: kindOf(certificate),
    shortHours: some(year.shortHours),
    shortProfessional: professional === null ? 'none' : some(year.shortProfessional),
  });
}

/** Of a year without hours there is nothing to ask. */
function professionalNote(talk: Talk, certificate: Certificate): Text[] {
  const years = certificate.records.filter(({ professionalHours, hours }) => professionalHours === null && hours > 0);
  const args = { ...yearsOf(talk, years), rule: kindOf(certificate) };
  return years.length === 0 ? [] : [cite(talk, 'hours-professional-unknown', args)];
}

function adviceLines(talk: Talk, { facts }: Certificate, result: Reckoned): Text[] {
  const { thisYear, standing, status } = result;
  const lines: Text[] = [];
  if (status === 'not-yet-due' && standing !== null)
    lines.push(
      cite(talk, 'hours-not-yet-due.because', {
        firstYear: String(result.firstYear),
        issuedYear: String(result.firstYear - 1),
      }),
    );
  if (standing === null) lines.push(cite(talk, 'hours-safety-note'));
  if (thisYear !== null && standing !== null) lines.push(...keepLines(talk, result, isDisputedByHours(result)));
  if (thisYear?.countsFrom != null)
    lines.push(
      cite(talk, 'hours-counts-from', {
        day: formatDay(thisYear.countsFrom, talk.words.locale),
        deadline: formatDay(thisYear.deadline, talk.words.locale),
      }),
    );
  if (facts.inPost === false && standing !== null) lines.push(cite(talk, 'hours-left-post'));
  if (result.firstYear < talk.policy.document.year + 1) lines.push(cite(talk, 'hours-before-notice'));
  if (status === 'open' && talk.asOf.slice(5) >= '12-10') lines.push(cite(talk, 'hours-late-december'));
  if (isOnlyLeftPost(result)) lines.push(cite(talk, 'hours-not-in-post.next'));
  else if (standing === 'void' || standing === 'disputed') lines.push(cite(talk, `hours-${standing}.next`));
  return lines;
}

function hoursChoices(talk: Talk, result: HoursResult): Choice[] {
  const { standing } = result;
  const readings =
    standing === 'in-force' || standing === 'void' || isOnlyLeftPost(result)
      ? [choice(talk, 'do:readings', 'explain-readings')]
      : [];
  return [
    ...readings,
    ...topicChoices(talk, ['where-to-train', 'hours-not-posted', 'reminders-on']),
    choice(talk, 'do:review', 'change'),
  ];
}
