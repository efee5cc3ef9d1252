import { formatDay, type Text } from '../../locale/index.ts';
import type { Topic } from '../../policies/policy.ts';
import type { PersonFound } from '../../registry/index.ts';
import { type CalendarDay, calendarOf } from '../calendar.ts';
import { topicChoices } from '../choices.ts';
import { phaseOf } from '../day-texts.ts';
import type { Said } from '../desk.ts';
import { hoursRuleOf, isUnjudged, ruleOfHeld } from '../hours-kinds.ts';
import { ownDates, toldDates, wantForDates } from '../own-dates.ts';
import { cue } from '../per-text.ts';
import { lookAt } from '../renewal.ts';
import { currentCertificate, type HoursRule } from '../state.ts';
import { cite, linesOf, onceADay, parts, replyOf, say, type Talk } from '../talk.ts';

/** What is due, and the same as a calendar file; for whoever may see hours of the roster, by these hours. */
export function answerDeadlines(talk: Talk, { text }: { text: string } = { text: '' }): Said {
  if (talk.own) return answerOwn(talk, talk.own);
  const wanted = wantForDates(talk);
  const rule = ruleTold(talk, text);
  const said = rule === undefined ? (answerYear(talk, text) ?? answerForAll(talk)) : answerOtherKind(talk, [rule]);
  return { ...said, ...wanted };
}

/** Of what is told here, or said in the message itself: a certificate to which the days of electronic ones do not apply. */
function ruleTold(talk: Talk, text: string): DatesRule | undefined {
  const rule = hoursRuleOf(currentCertificate(talk.state));
  const named = rule === 'unknown' && SAYS_NOT_EXCHANGED.test(text) ? 'training' : rule;
  if (named === 'electronic' || named === 'unknown') return undefined;
  const isOpen = phaseOf(talk.policy, talk.asOf) !== 'closed';
  // Before the exchange is over its days are the ones that count, if this certificate can be exchanged at all.
  return named === 'training' && isOpen && lookAt(talk).result.outcome !== 'out-of-scope' ? undefined : named;
}

const SAYS_NOT_EXCHANGED = cue(
  /(?:没|沒|未|还没|還沒)(?:有)?(?:换|換|更新|转|轉)(?:过|過|成|发|發|成过)?|只有老|还是老|還是老|手里.{0,3}老[证證]|\b(?:never|not|n't) (?:been )?(?:exchanged|renewed|converted)|\bonly (?:have )?(?:the |my |an )?old\b/i,
);

type DatesRule = Exclude<HoursRule, 'electronic' | 'unknown'>;

const NEXT: { readonly [R in DatesRule]: readonly Topic[] } = {
  training: ['unrenewed-validity', 'missed-deadline', 'contact'],
  post: ['old-post-certificate', 'contact'],
  other: ['scope', 'contact'],
  'safety-officer': ['safety-officer', 'reminders-on', 'where-to-train'],
  safety: ['safety-officer', 'contact'],
  'other-issuer': ['safety-officer', 'contact'],
  'no-issuer': ['safety-officer', 'contact'],
  abc: ['not-covered', 'contact'],
};

/** What the notice says of days for other certificates than the electronic one; of most it names none. */
function answerOtherKind(talk: Talk, rules: readonly DatesRule[]): Said {
  const texts = rules.flatMap(rule => parts(talk, `dates-of-${rule}`));
  const next = [...new Set(rules.flatMap(rule => NEXT[rule]))];
  return { state: talk.state, replies: [replyOf([...texts, ...printedEnd(talk)], topicChoices(talk, next))] };
}

/** The end of validity that was told is the day that counts for a certificate that was not exchanged. */
function printedEnd(talk: Talk): Text[] {
  const { 'certificate.validUntil': until, 'certificate.kind': kind } = currentCertificate(talk.state).facts;
  if (until === undefined || kind !== 'training') return [];
  const inside = talk.asOf.slice(0, until.length) <= until ? 'yes' : 'no';
  return [cite(talk, 'dates-printed-end', { until: formatDay(until, talk.words.locale), inside })];
}

/** The same as a day of the calendar, where it is still to come. */
function printedDay(talk: Talk): CalendarDay[] {
  const until = currentCertificate(talk.state).facts['certificate.validUntil'];
  const [line] = printedEnd(talk);
  if (line === undefined || until?.length !== 10 || until < talk.asOf) return [];
  const summary = say(talk, 'due-printed-end', { until: formatDay(until, talk.words.locale) });
  return [{ name: 'printed-end', day: until, summary, description: line.text, isDue: true }];
}

/** Of the year that is asked of, or of the first one of the certificate that was told, where that is not this year. */
function answerYear(talk: Talk, text: string): Said | undefined {
  if (phaseOf(talk.policy, talk.asOf) !== 'closed') return undefined;
  const { 'certificate.kind': kind, 'certificate.issuedOn': issuedOn } = currentCertificate(talk.state).facts;
  const thisYear = Number(talk.asOf.slice(0, 4));
  const first =
    issuedOn === undefined || issuedOn === 'unknown' || kind !== 'electronic'
      ? 0
      : Number(issuedOn.slice(0, 4)) + talk.policy.annual.startsAfterYears.value;
  const year = Math.max(first, Number(YEAR_ASKED.exec(text)?.[1] ?? 0));
  if (year <= thisYear) return undefined;
  const day = `${year}-12-31`;
  const args = {
    year: String(year),
    day: formatDay(day, talk.words.locale),
    issuedYear: first > thisYear ? String(first - talk.policy.annual.startsAfterYears.value) : 'none',
    first: String(first),
  };
  const due: CalendarDay = {
    name: 'hours',
    day,
    summary: say(talk, 'due-hours-own', { yearEnd: args.day }),
    description: say(talk, 'due-hours.description'),
    isDue: true,
  };
  return given(talk, parts(talk, 'upcoming-year', args), calendarOf(talk, [due]));
}

/** 「那2027年的学时什么时候之前学完」. */
const YEAR_ASKED = /(20\d\d)(?!\d)(?!年?\d{1,2}月)/;

function answerForAll(talk: Talk): Said {
  const told = phaseOf(talk.policy, talk.asOf) === 'closed' ? toldDates(talk) : undefined;
  if (told !== undefined) {
    const others = parts(talk, 'upcoming-deadlines', {}, ['because', 'next']);
    return given(
      talk,
      [linesOf(told.texts.slice(0, 1)), linesOf(told.texts.slice(1)), ...others],
      calendarOf(talk, told.days),
    );
  }
  const due = daysDue(talk);
  const printed = printedDay(talk);
  const [next] = due;
  const content =
    printed.length > 0
      ? calendarOf(talk, [...due, ...printed])
      : onceADay(talk, `calendar of ${due.map(({ name }) => name).join()}`, () => calendarOf(talk, due));
  const texts = parts(talk, 'upcoming-deadlines', { next: next?.summary ?? '' }, ['headline', 'because']);
  return given(talk, [...texts, ...printedEnd(talk), ...parts(talk, 'upcoming-deadlines', {}, ['next'])], content);
}

function answerOwn(talk: Talk, found: PersonFound): Said {
  const { texts, days } = ownDates(talk, found);
  const others = otherRules(found);
  if (texts.length === 0) return others.length === 0 ? answerForAll(talk) : answerOtherKind(talk, others);
  const own = { ...talk.state.own, access: found.access };
  const all = [...daysDue(talk).filter(({ name }) => name !== 'hours'), ...days];
  const shown = [
    ...parts(talk, 'own-dates', {}, ['headline']),
    ...texts,
    ...otherRules(found).flatMap(rule => parts(talk, `dates-of-${rule}`, {}, ['because'])),
    ...parts(talk, 'own-dates', {}, ['because']),
    ...(phaseOf(talk.policy, talk.asOf) === 'closed' ? [] : parts(talk, 'upcoming-deadlines', {}, ['because'])),
    ...parts(talk, 'upcoming-deadlines', {}, ['next']),
  ];
  return given({ ...talk, state: { ...talk.state, own } }, shown, calendarOf(talk, all));
}

function otherRules({ certificates }: PersonFound): DatesRule[] {
  const rules = certificates.map(ruleOfHeld).filter(isUnjudged);
  return [...new Set(rules)];
}

function given(talk: Talk, texts: Parameters<typeof replyOf>[0], content: string): Said {
  const reply = replyOf(texts, topicChoices(talk, ['reminders-on', 'annual-hours', 'renewal-steps']));
  return {
    state: talk.state,
    replies: [{ ...reply, file: { name: 'huanzheng.ics', mediaType: 'text/calendar', content } }],
  };
}

function daysDue(talk: Talk): CalendarDay[] {
  const { policy, asOf } = talk;
  const { archiveLastDay, lastDay } = policy.exchange;
  const phase = phaseOf(policy, asOf);
  const due = (name: string, day: string): CalendarDay => ({
    name,
    day,
    summary: say(talk, `due-${name}`),
    description: say(talk, `due-${name}.description`),
    isDue: true,
  });
  if (phase === 'closed') return [due('hours', `${asOf.slice(0, 4)}-12-31`)];
  const exchange = due('exchange', lastDay.value);
  // Who is found in the system, or has had the archive looked into, has no such day.
  const { 'certificate.inNationalSystem': found, 'certificate.archiveVerified': verified } = currentCertificate(
    talk.state,
  ).facts;
  const needsArchive = phase === 'open' && found !== true && verified !== true;
  return needsArchive ? [due('archive', archiveLastDay.value), exchange] : [exchange];
}
