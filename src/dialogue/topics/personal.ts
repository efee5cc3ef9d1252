import { formatDay } from '../../locale/index.ts';
import type { FactName, FactValue } from '../../understanding/index.ts';
import { topicChoices } from '../choices.ts';
import type { Said } from '../desk.ts';
import { answerHours } from '../hours.ts';
import { tellHowToLook } from '../in-the-walk.ts';
import { answerOwnHours } from '../own-hours.ts';
import { cue } from '../per-text.ts';
import { currentCertificate } from '../state.ts';
import { parts, replyOf, type Talk } from '../talk.ts';
import { answerWhoMayLook, asksWhoMayLook, isAnothers, turnAway } from '../who-may-look.ts';
import { type Heard, plainAnswer } from './plain.ts';
import { RELATED } from './related.ts';

type ValueOf<N extends FactName> = Extract<FactValue, { name: N }>['value'];

function factOf<N extends FactName>({ facts }: Heard, name: N): ValueOf<N> | undefined {
  const found = facts.find(fact => fact.name === name);
  return found?.value as ValueOf<N> | undefined;
}

function answered(
  talk: Talk,
  id: string,
  args: Record<string, string>,
  related: Parameters<typeof topicChoices>[1],
): Said {
  return { state: talk.state, replies: [replyOf(parts(talk, id, args), topicChoices(talk, related))] };
}

/** 1.1: the list, or one code or trade of it when the message names one. */
export function answerScope(talk: Talk, heard: Heard): Said {
  const trade = factOf(heard, 'certificate.trade');
  const code = factOf(heard, 'certificate.code');
  if (code === undefined && trade !== undefined) return answered(talk, 'scope-trade', { trade }, ['scope', 'contact']);
  if (code === undefined) return plainAnswer(talk, 'scope');
  const listed = talk.policy.exchange.codes.value.find(trade => trade.code === code);
  const name = (talk.words.locale === 'zh-CN' ? listed?.zh : listed?.en) ?? '';
  // 105 and 110 are never named in the notice: they get no trade name here, only the question.
  const args = {
    code,
    listed: listed === undefined ? 'no' : 'yes',
    trade: name,
    asksSafety: talk.policy.exchange.unnamedCodes.includes(code) ? 'yes' : 'no',
  };
  return answered(
    talk,
    'scope-code',
    args,
    listed === undefined ? ['safety-officer', 'contact'] : ['eligibility', 'renewal-deadline'],
  );
}

/** 1.1: who is found needs no archive check. */
export function answerNotInSystem(talk: Talk, heard: Heard): Said {
  if (factOf(heard, 'certificate.inNationalSystem') === true)
    return answered(talk, 'in-system', {}, ['eligibility', 'renewal-steps']);
  return tellHowToLook(talk, heard.text) ?? plainAnswer(talk, 'not-in-system');
}

/** 1.3, 2.2: the numbers, or what is left of them. */
export function answerRenewalHours(talk: Talk, heard: Heard): Said {
  const done = factOf(heard, 'training.hours');
  if (done === undefined) return plainAnswer(talk, 'renewal-hours');
  const { hours, professionalHours } = talk.policy.exchange;
  const professional = factOf(heard, 'training.professionalHours');
  const left = Math.max(0, hours.value - done);
  const professionalLeft = professional === undefined ? undefined : Math.max(0, professionalHours.value - professional);
  const args = {
    done: String(done),
    left: String(Math.round(left * 100) / 100),
    professionalDone: String(professional ?? 'unknown'),
    professionalLeft: professionalLeft === 0 ? 'none' : String(professionalLeft ?? 'unknown'),
    enough: left > 0 ? 'short' : professionalLeft === 0 ? 'yes' : 'professional',
  };
  return answered(talk, 'renewal-hours-known', args, ['where-to-train', 'assessment', 'renewal-deadline']);
}

/** How long a certificate is valid, and whether it lapses by itself: beliefs of many, and nothing of it is in the notice. */
const ASKS_LENGTH = cue(
  /[一二三四五六1-6]年(?:期|[就到吗嗎吧有]|$|[,，。?？])|几年|幾年|多少年|多久|多长|多長|终身|終身|期限|how long|how many years|(?:three|five|[35]) years|for life/i,
);
const ASKS_LAPSE = cue(/注销|註銷|自动|自動|销掉|收回|cancelled|canceled|automatic/i);
const SAYS_EXPIRED = cue(
  /(?:过|過)(?:了)?(?:有效)?期|超(?:过)?(?:有效)?期|(?:已经?|已經|早就?|去年|前年|就)(?:到|过|過)期|期(?:已|早)?(?:经|經)?(?:过|過)了|日期(?:已经)?过|\bexpired?\b|ran out|past its date|has passed/i,
);
const NOT_EXPIRED = cue(
  /[没沒未](?:有)?(?:过|過|到)期|[过過到]期了?(?:吗|嗎|没|沒|么|不[?？]?$)|\b(?:has|is|have|did|does)\b.{0,30}\b(?:expired?|lapsed?|run out)\b.{0,4}$|有没有过期|有沒有過期|是不是过期|过没过期|not expired|has(?:n't| not) expired|whether/i,
);

const SAYS_ELECTRONIC = cue(/电子|電子|electronic/i);

/** 「过期了吗」: only the date printed on it can tell. */
const ASKS_WHETHER = cue(
  /[过過到]期了?(?:吗|嗎|没|沒|么)|(?:是不是|有没有|有沒有)(?:已经)?[过過到]期|\b(?:has|is|have|did)\b.{0,30}\b(?:expired?|lapsed?|run out|out of date)\b/i,
);

function askedOfValidity(text: string): 'lapse' | 'expired' | 'length' | 'whether' | undefined {
  if (ASKS_LAPSE.test(text)) return 'lapse';
  if (ASKS_WHETHER.test(text)) return 'whether';
  if (SAYS_EXPIRED.test(text) && !NOT_EXPIRED.test(text)) return 'expired';
  return ASKS_LENGTH.test(text) ? 'length' : undefined;
}

const SAYS_SAFETY = cue(/安全员|安全員|safety officer/i);

/** 3.1a: how long a safety officer's certificate can be used; A, B and C are not spoken of there. */
function safetyValidity(talk: Talk, text: string): Said | undefined {
  const { facts } = currentCertificate(talk.state);
  const isNamed = facts['certificate.kind'] === undefined && SAYS_SAFETY.test(text);
  const mayBe = facts['certificate.kinds']?.includes('safety-officer') ?? false;
  if (facts['certificate.kind'] !== 'safety-officer' && !isNamed && !mayBe) return undefined;
  const issuer = facts['certificate.issuer'] ?? 'unknown';
  return answered(talk, 'safety-validity', { issuer }, ['safety-officer', 'contact']);
}

/** Kinds of which 3.1b does not speak: what the notice does say of them. */
const OF_OTHER_KIND = { post: 'old-post-certificate', other: 'not-covered' } as const;

/** 3.1b: within the validity printed on it, when the person said which. */
export function answerValidity(talk: Talk, { text }: Heard): Said {
  const { 'certificate.validUntil': until, 'certificate.kind': kind } = currentCertificate(talk.state).facts;
  const saysUnexchangedOne = /没换|未换|培训合格证|training cert/i.test(text);
  const safety = saysUnexchangedOne ? undefined : safetyValidity(talk, text);
  if (safety !== undefined) return safety;
  if ((kind === 'post' || kind === 'other') && !saysUnexchangedOne) return plainAnswer(talk, OF_OTHER_KIND[kind]);
  // 3.1b is about certificates that were not exchanged; of the electronic one the notice names no validity.
  const isElectronic = kind === 'electronic' || (SAYS_ELECTRONIC.test(text) && !/[换換]|exchang/i.test(text));
  if (until === undefined || isElectronic) {
    const asks = isElectronic ? 'electronic' : askedOfValidity(text);
    return asks === undefined
      ? plainAnswer(talk, 'unrenewed-validity')
      : answered(talk, 'printed-validity', { asks }, ['unrenewed-validity', 'contact']);
  }
  if (until === 'none') return answered(talk, 'unprinted-validity', {}, ['contact', 'unrenewed-validity']);
  const inside = talk.asOf.slice(0, until.length) <= until ? 'yes' : 'no';
  return answered(talk, 'unrenewed-valid-until', { until: formatDay(until, talk.words.locale), inside }, [
    'reissue-change-cancel',
    'contact',
  ]);
}

/** 2.1: the year after issue, worked out when the person said which year that was. */
export function answerHoursStart(talk: Talk, heard: Heard): Said {
  if (factOf(heard, 'record') !== undefined) return answerHours(talk);
  const issuedOn = currentCertificate(talk.state).facts['certificate.issuedOn'];
  if (issuedOn === undefined || issuedOn === 'unknown') return plainAnswer(talk, 'hours-start');
  const issuedYear = issuedOn.slice(0, 4);
  const first = Number(issuedYear) + talk.policy.annual.startsAfterYears.value;
  const args = {
    issued: formatDay(issuedOn, talk.words.locale),
    issuedYear,
    first: String(first),
    countsFrom: 'none',
    past: first < Number(talk.asOf.slice(0, 4)) ? 'yes' : 'no',
  };
  return answered(talk, 'hours-start-known', args, ['annual-hours', 'hours-shortfall']);
}

/** 2.1: own hours, from the numbers that the person has told. */
export function answerMyHours(talk: Talk, heard: Heard): Said {
  if (talk.hasRoster && isAnothers(heard.text)) return turnAway(talk, factOf(heard, 'idNumber') !== undefined);
  if (talk.hasRoster && asksWhoMayLook(heard.text)) return answerWhoMayLook(talk);
  if (talk.hasRoster) return answerOwnHours(talk, factOf(heard, 'idNumber'), factOf(heard, 'personName'));
  const told = currentCertificate(talk.state).records.length > 0;
  return told && factOf(heard, 'idNumber') === undefined ? answerHours(talk) : plainAnswer(talk, 'my-hours');
}

const BY_EMPLOYER = cue(
  /公司|[单單]位|老[板闆]|[领領][导導]|企[业業]|项目部|項目部|工地|\b(?:employer|boss|company|firm|manager)\b/i,
);

/** 4.2: the employer or the person chooses, and which of them prevails it does not say. */
export function answerChoice(talk: Talk, { text }: Heard): Said {
  const asked = BY_EMPLOYER.test(text) ? 'employer' : 'other';
  return answered(talk, 'choice-of-institution', { asked }, RELATED['choice-of-institution']);
}

/** A list of many people that somebody wants checked at once. */
const OF_A_LIST = cue(
  /名单|名單|花名册|名册|名冊|表格|员工表|人员表|excel|xlsx|csv|批量|[一统整][起批次]|统一查|核对|导入|上传|\blists?\b|spreadsheet|roster|bulk|batch|check|upload|import|together/i,
);

/** 4.1, or how a whole list is checked where that is asked. */
export function answerEmployer(talk: Talk, { text }: Heard): Said {
  return OF_A_LIST.test(text)
    ? answered(talk, 'employer-list', {}, ['employer-duties', 'annual-hours'])
    : plainAnswer(talk, 'employer-duties');
}
