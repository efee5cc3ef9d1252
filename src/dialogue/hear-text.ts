import { formatDay } from '../locale/index.ts';
import type { Topic } from '../policies/policy.ts';
import type { Fact, Situation, Understanding } from '../understanding/index.ts';
import { onAge } from './age.ts';
import { hearAnother } from './another-certificate.ts';
import { answerAsked, answerOpen, askBack, goOnWithFacts, proceed, withSideQuestions } from './answer-told.ts';
import { asMeant } from './as-meant.ts';
import { hearAside, sendsLink, withoutLinks } from './asides.ts';
import { askWhichYear, isBareNumber, numberMeant, numberNotUnderstood, withNumberBefore } from './bare-number.ts';
import { hearClauseAsked } from './clause-asked.ts';
import { type Desk, type Spoken, spokenOn, talkAt } from './desk.ts';
import { underwayTopic } from './going-on.ts';
import { hearChoice } from './hear-choice.ts';
import { hearControl } from './hear-control.ts';
import { ASKED_AS, hearOwn, holdsIdNumber, triesAgain } from './hear-own.ts';
import { answerWhatIf, type WhatIf } from './hours.ts';
import { hearStep, leavesForNow, noteInWalk } from './in-the-walk.ts';
import { maskText } from './mask.ts';
import { type Taken, takeFacts } from './memory.ts';
import { isOnNotPrinted, saysNotPrinted, takeNotPrinted } from './not-printed.ts';
import { notedOn, notUnderstood } from './not-understood.ts';
import { withNote } from './notes.ts';
import { wantOutside, withOutside } from './outside.ts';
import { hearDelete } from './own-data.ts';
import { howDeleted, wantOwn } from './own-hours.ts';
import { cue } from './per-text.ts';
import { changeIn, noSuchNumber, pick, pickLater } from './picking.ts';
import { withBesides } from './said-besides.ts';
import { hearSeveral } from './several.ts';
import { currentCertificate, isOwnQuestion, type State, withCertificate } from './state.ts';
import { say } from './talk.ts';
import { toldKind } from './told-kind.ts';
import { ASKS_WHAT_IS_LEFT, answerTopic } from './topics/index.ts';
import { HOURS_TOPICS } from './topics/related.ts';
import type { Got } from './turn.ts';
import { answerUnnamedCode } from './unnamed-code.ts';
import {
  halfToldIn,
  hoursWhatIf,
  impossibleIn,
  ofEachYear,
  ofOnlyYear,
  supposedExchange,
  supposedYears,
} from './unreal.ts';
import {
  ASKS,
  asksOfList,
  hoursTold,
  isElsewhere,
  isFirst,
  OWN_OR_ANOTHER,
  tellsAgain,
  tellsDay,
  tellsHours,
  tellsMore,
  tellsOfHours,
  tellsOnlyValidity,
  tellsValidity,
} from './what-is-told.ts';
import { hearWhichKind } from './which-kind.ts';
import { asOfHolder, tellWhose, turnToHolder, turnToPlace } from './whose.ts';

/** What somebody typed: an answer to what is open, a word that steers, a question, or nothing that can be told. */
export function hearText(desk: Desk, state: State, typed: string, got?: Extract<Got, { kind: 'topics' }>): Spoken {
  const text = withNumberBefore(state, typed);
  const meant = asMeant(desk, state, text, desk.understand(withoutLinks(text), situationOf(desk, state, text)));
  const read = withChange(desk, state, text, onAge(meant, text));
  const spoken = hearRead(desk, state, text, { read, got });
  return holdsIdNumber(state, text, read) ? { ...spoken, conceal: true } : spoken;
}

/** 「把发证年份改成2018」 is a correction of that fact, and asks nothing. */
function withChange(desk: Desk, state: State, text: string, read: Understanding): Understanding {
  const change = changeIn(text);
  if (change === undefined) return read;
  const situation = { ...situationOf(desk, state, text), asking: change.fact };
  const facts = desk.understand(change.to, situation).facts.filter(({ name }) => name === change.fact);
  return facts.length === 0 ? read : { ...read, facts, asked: [], certain: false, correction: true };
}

function hearRead(
  desk: Desk,
  state: State,
  text: string,
  { read, got }: { read: Understanding; got: Extract<Got, { kind: 'topics' }> | undefined },
): Spoken {
  const lastText = maskText(text, read.facts);
  const understood = got === undefined ? read : withOutside(read, got.view);
  const spoken = hearUnderstood(desk, { ...state, lastText }, text, understood);
  if (got !== undefined) return { noted: notedOn(state, lastText, spoken.answer.topic), ...spoken };
  if (spoken.noted?.kind !== 'not-understood') return spoken;
  const want = wantOutside(desk, state, maskText(text, read.facts, text.length), situationOf(desk, state, text));
  return want === undefined ? spoken : { ...spoken, want };
}

function hearUnderstood(desk: Desk, state: State, text: string, read: Understanding): Spoken {
  const step = hearStep(desk, state, text);
  if (step !== undefined) return step;
  const paused = state.underway !== null && leavesForNow(text) ? hearControl(desk, state, 'pause') : undefined;
  if (paused !== undefined) return paused;
  const understood = withBesides(state, text, read);
  const byPlace = pick(state, text, understood);
  const picked = byPlace === undefined ? pickLater(talkAt(desk, state), text, understood) : byPlace;
  if (picked !== undefined)
    return picked === null ? noSuchNumber(desk, state, understood) : hearChoice(desk, state, picked);
  const control = understood.control === null ? undefined : hearControl(desk, state, understood.control);
  if (control !== undefined) return control;
  const turned = turnToPlace(turnToHolder(state, understood), text, understood);
  const heard =
    hearAnother(desk, state, text) ??
    hearNumber(desk, turned.state, text, understood) ??
    hearMeaning(desk, turned.state, text, asOfHolder(turned, text, understood));
  const spoken = tellWhose(talkAt(desk, heard.state), heard, turned.to);
  const seen = sendsLink(text) ? noticeLink(desk, spoken) : spoken;
  // A look-up has said it itself; where it was not understood nothing has been said.
  return seen.answer.topic === 'my-hours' && seen.answer.certain ? seen : noticeIdNumber(desk, seen, understood);
}

/** A number that nothing was asked for is never “another matter”. */
function hearNumber(desk: Desk, state: State, text: string, understood: Understanding): Spoken | undefined {
  const { open } = state;
  if (!isBareNumber(text, understood)) return undefined;
  if (open?.kind === 'fact')
    return open.fact === 'records'
      ? askWhichYear(desk, state, understood)
      : askBack(desk, state, { text: 'bare-number.headline', args: { number: text.trim().slice(0, 12) } });
  if (open !== null && open.kind !== 'topics' && open.kind !== 'review') return undefined;
  const meant = numberMeant(desk, state, text, understood);
  if (meant.kind === 'fact') {
    const told = { ...understood, facts: [meant.fact], asked: [meant.topic], certain: true };
    return hearMeaning(desk, state, text, told);
  }
  if (meant.kind === 'hours-of-year') return askWhichYear(desk, state, understood);
  return hearBesideOwn(desk, state, text, understood) ?? numberNotUnderstood(desk, state, text);
}

/** What the look-up of own hours said last may be answered with a number. */
function hearBesideOwn(desk: Desk, state: State, text: string, understood: Understanding): Spoken | undefined {
  const own = hearOwn(talkAt(desk, state), text, understood);
  return own === undefined ? undefined : spokenOn('my-hours', own);
}

function situationOf(desk: Desk, state: State, text: string): Situation {
  const { locale, lastTopic, open } = state;
  const own = isOwnQuestion(open) ? ASKED_AS[open.kind] : triesAgain(state) ? 'idNumber' : null;
  const asking = open?.kind === 'fact' ? (open.fact === 'records' ? 'record' : open.fact) : own;
  return {
    locale,
    today: desk.today,
    lastTopic,
    asking:
      asking ??
      (tellsDay(state, text) ? 'certificate.issuedOn' : tellsValidity(state, text) ? 'certificate.validUntil' : null),
  };
}

/** An ID number and nothing else: whoever sends it wants to be looked up by it. */
const BARE_NUMBER = cue(/^(?:我?的?身份证(?:号码?)?(?:是|[:：])?)?[\s]*[\dXx０-９Ｘｘ]{15,18}[。.]?$/);

/** 「我问的是电子证那本」: which one is meant, and not what it is. */
const MEANS = cue(
  /(?:问|說|说|指|看)的是|(?:我|就)是(?:说|說|问|問|指)|\bi (?:meant|mean|was asking about|am asking about)\b/i,
);

/** 「我以前还有一个…」: one more certificate than those that were told. */
const BESIDES = cue(
  /(?:还|還|另外|以前|也)(?:另外)?(?:有|拿过|考过|办过)(?:过|过了)?(?:[一两]?[个個本张張份]|19|20|\d{4}|[^,，。不没]{0,4}[证證])|另(?:外)?一?[个個本张張]|\b(?:another|one more|a second|other) (?:cert|one)|\balso (?:have|hold|got)\b/i,
);

function hearMeaning(desk: Desk, state: State, text: string, understood: Understanding): Spoken {
  const own = hearOwn(talkAt(desk, state), text, understood);
  if (own !== undefined) return spokenOn('my-hours', own);
  const deed = hearDelete(desk, state, text, understood);
  if (deed !== undefined) return typeof deed === 'string' ? hearChoice(desk, state, `do:${deed}`) : deed;
  const unnamed = answerUnnamedCode(desk, state, understood);
  if (unnamed !== undefined) return unnamed;
  const aside =
    hearAside(desk, state, text, understood) ??
    hearWhichKind(desk, state, text) ??
    hearClauseAsked(desk, state, text, understood);
  if (aside !== undefined) return aside;
  const described = saysNotPrinted(text) ? undefined : toldKind(state, text, understood);
  if (described === 'unclear' || described === 'post-training')
    return askBack(desk, state, { text: `kind-${described}`, args: {} });
  if (described !== undefined) return hearChoice(desk, state, `fact:certificate.kind=${described}`);
  const isTied = state.own.access !== null && desk.now < state.own.access.untilMs;
  if (!isTied && BARE_NUMBER.test(text.trim()) && understood.facts.some(({ name }) => name === 'idNumber'))
    return answerAsked(desk, nothingTaken(state), text, { ...understood, asked: ['my-hours'], certain: true });
  const open = state.open?.kind === 'fact' ? state.open.fact : null;
  const first = isFirst(state);
  const [correction, followUp] = [understood.correction && !first, understood.followUp && !first];
  const heard =
    open === null && !correction && !followUp && isElsewhere(understood)
      ? []
      : ofOnlyYear(ofEachYear(understood.facts, state), state, open);
  const facts = open === null && asksOfList(text, understood) ? withoutTrade(heard) : heard;
  const several = facts === heard ? hearSeveral(desk, state, text, understood) : undefined;
  if (several !== undefined) return several;
  // Hours that are supposed of a year are not those that were done in it: nothing of them is kept.
  const supposedYear = supposedYears(facts).length > 0 ? hearWhatIf(desk, state, text, understood) : undefined;
  if (supposedYear !== undefined) return supposedYear;
  const exchanged = supposedExchange(facts, text, state);
  if (exchanged !== undefined) return hearExchange(desk, state, exchanged, understood);
  const told =
    facts.length === 0
      ? nothingTaken(state)
      : takeFacts(state, facts, {
          correction,
          followUp,
          asking: open,
          general: !OWN_OR_ANOTHER.test(text),
          besides: BESIDES.test(text),
          means: MEANS.test(text),
        });
  const taken = takeNotPrinted(told, text);
  if (taken.problem !== null) return askBack(desk, state, taken.problem);
  if (taken.turnedBack === true && MEANS.test(text)) return goOnWithFacts(desk, taken, text, understood);
  const half = halfToldIn(taken, facts, open);
  if (half !== undefined) return askBack(desk, state, half);
  const impossible = impossibleIn(understood.facts);
  if (impossible !== undefined && open !== null && impossible.asks.includes(open))
    return askBack(desk, taken.state, impossible);
  // Hours of years are told for what they come to, also where it was asked what kind of certificate it is.
  if (open === 'certificate.kind' && understood.facts.length > 1 && tellsHours(taken, text, understood))
    return proceed(desk, { ...taken, state: { ...taken.state, underway: { kind: 'hours' } } });
  const isBeside = isOnNotPrinted(taken, text) && taken.noted.length + taken.changed.length === 0;
  const answered = open === null || isBeside ? undefined : answerOpen(desk, taken, open, understood);
  if (answered !== undefined) return withSideQuestions(desk, answered, text, understood);
  const whatIf = hearWhatIf(desk, state, text, understood);
  if (whatIf !== undefined) return whatIf;
  const news = taken.noted.length + taken.changed.length > 0;
  const inWalk = news && !ASKS.test(text) ? noteInWalk(desk, taken) : undefined;
  if (inWalk !== undefined) return inWalk;
  if (impossible !== undefined && !news && !ASKS.test(text)) return askBack(desk, state, impossible);
  const supposed = understood.facts.some(({ name }) => name === 'asOf');
  const switched = taken.state.current !== state.current;
  if ((news || supposed || switched) && (followUp || correction)) return goOnWithFacts(desk, taken, text, understood);
  if (tellsOnlyValidity(taken, text))
    return answerAsked(desk, taken, text, { ...understood, asked: ['unrenewed-validity'] });
  if (news && (tellsOfHours(taken.state, text) || tellsHours(taken, text, understood)))
    return proceed(desk, { ...taken, state: { ...taken.state, underway: { kind: 'hours' } } });
  if (understood.asked.length > 0 && understood.certain) return answerAsked(desk, taken, text, understood);
  if (news)
    return tellsMore(text, understood)
      ? notUnderstood(desk, taken.state, understood)
      : goOnWithFacts(desk, taken, text, understood);
  if (impossible !== undefined) return askBack(desk, state, impossible);
  // Told once more, and nothing else: what it comes to is told once more.
  if (taken.unclear.length === 0 && facts.some(tellsAgain) && !ASKS.test(text) && !tellsMore(text, understood))
    return goOnWithFacts(desk, taken, text, understood);
  const namesYear = understood.facts.some(({ name }) => name === 'hoursYear');
  if (hoursTold(state) && (namesYear || ASKS_WHAT_IS_LEFT.test(text)))
    return answerAsked(desk, taken, text, { ...understood, asked: ['hours-shortfall'] });
  return notUnderstood(desk, state, understood);
}

const withoutTrade = (facts: readonly Fact[]): readonly Fact[] =>
  facts.filter(({ name }) => name !== 'certificate.code' && name !== 'certificate.codes');

const nothingTaken = (state: State): Taken => ({
  state,
  noted: [],
  unclear: [],
  changed: [],
  anotherCertificate: false,
  halfTold: [],
  problem: null,
});

/** Said of somebody whose hours are known: more hours this year, or so many instead. */
const IN_ADDITION = cue(/再|多学|补|另外|more|another|extra/i);

/** 「再学12学时，其中专业8」 after the hours have been told: what it would be then. */
function hearWhatIf(desk: Desk, state: State, text: string, { facts }: Understanding): Spoken | undefined {
  const told = currentCertificate(state).records.length > 0;
  const showedOwn = state.lastTopic === 'my-hours';
  const named = supposedYears(facts).length > 0;
  if (!(told || showedOwn) || !(named || HOURS_TOPICS.includes(underwayTopic(state)))) return undefined;
  const more = hoursWhatIf(facts, IN_ADDITION.test(text));
  if (more === undefined) return undefined;
  const talk = talkAt(desk, state);
  // Who has just been shown hours of the roster asks about these.
  const own = showedOwn ? wantOwn(talk) : undefined;
  if (own !== undefined) return spokenOn('my-hours', own);
  return told ? spokenOn('hours-shortfall', answerWhatIf(talk, more)) : undefined;
}

/** What it would be had the certificate been exchanged that day; nothing of it is kept. */
function hearExchange(desk: Desk, state: State, issuedOn: string, { asked }: Understanding): Spoken {
  const certificate = currentCertificate(state);
  const facts = { ...certificate.facts, 'certificate.kind': 'electronic', 'certificate.issuedOn': issuedOn } as const;
  const talk = talkAt(desk, withCertificate({ ...state, open: null }, { ...certificate, facts }));
  const topic = asked.find(one => BY_EXCHANGE.includes(one)) ?? 'hours-start';
  const said = answerTopic(talk, topic, { text: '', facts: [] });
  const note = say(talk, 'exchange-supposed', { day: formatDay(issuedOn, talk.words.locale) });
  return spokenOn(topic, {
    ...said,
    state: withCertificate(said.state, certificate),
    replies: withNote(said.replies, note),
  });
}

const BY_EXCHANGE: readonly Topic[] = ['annual-hours', 'hours-shortfall', 'left-post', 'old-certificate-void'];

/** The hours that a message supposes after hours of the roster were shown; the roster has been looked into for them. */
export function supposedOfOwn(desk: Desk, state: State, text: string): readonly WhatIf[] | undefined {
  if (state.lastTopic !== 'my-hours' || state.open !== null) return undefined;
  return hoursWhatIf(desk.understand(text, situationOf(desk, state, text)).facts, IN_ADDITION.test(text));
}

function noticeLink(desk: Desk, spoken: Spoken): Spoken {
  const { answer, state } = spoken;
  return {
    ...spoken,
    answer: { ...answer, replies: withNote(answer.replies, say(talkAt(desk, state), 'link-unopened')) },
  };
}

/** An ID number that nobody asked for is neither kept nor repeated; the person is told to delete the message. */
function noticeIdNumber(desk: Desk, spoken: Spoken, { facts }: Understanding): Spoken {
  if (!facts.some(({ name }) => name === 'idNumber')) return spoken;
  const { answer } = spoken;
  const talk = talkAt(desk, spoken.state);
  const noticed = `${say(talk, 'id-number-noticed')}${say(talk, 'own-delete-message', howDeleted(talk))}`;
  return {
    ...spoken,
    answer: { ...answer, replies: withNote(answer.replies, noticed) },
  };
}
