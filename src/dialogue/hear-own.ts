import type { PersonBy } from '../registry/index.ts';
import type { Understanding } from '../understanding/index.ts';
import type { Said } from './desk.ts';
import { nameGiven } from './given-name.ts';
import {
  askProof,
  cancelOwn,
  cannotTell,
  ownQuestion,
  takeAnotherNumber,
  takeConsent,
  takeIdNumber,
  takeNameFirst,
  wantPerson,
} from './own-hours.ts';
import { cue } from './per-text.ts';
import { isOwnQuestion, type OwnQuestion, type State } from './state.ts';
import { cite, parts, replyOf, type Talk } from './talk.ts';
import type { Reply } from './turn.ts';
import { answerWhoMayLook, asksWhoMayLook, isAnothers, saysOwn, turnAway } from './who-may-look.ts';

/** A number with so many digits is meant as an ID number, also when it is none. */
const LIKE_A_NUMBER = /^[\dXx０-９Ｘｘ\s-]{12,30}$/;
/** A name longer than most, in letters only; none of the words that ask or tell something else. */
const LIKE_A_NAME = /^(?:[\p{Script=Han}·•・]{2,20}|[\p{L}\p{M}.'’ -]{2,40})$/u;
const NO_NAME =
  /[吗么嗎麼呢啥谁哪怎几多少看查我你他她证書书學学时時课課不能要给填]|什么|为什|记录|紀錄|提醒|退订|换|\b(?:i|you|my|the|a|is|are|what|how|why|when|who|see|show|no|yes|not|hours?|records?)\b/iu;

/** What each question of the look-up is answered with, for the understanding. */
export const ASKED_AS = {
  consent: 'idNumber',
  'id-number': 'idNumber',
  'person-name': 'personName',
  proof: 'certificateNo',
} as const satisfies Record<OwnQuestion['kind'], string>;

/** After a look-up that found nobody, the next number or name is one for another try. */
export const triesAgain = ({ open, lastTopic, own }: State): boolean =>
  open === null && lastTopic === 'my-hours' && own.consent && own.access === null;

function typedNumber(text: string, facts: Understanding['facts']): string | undefined {
  const number = facts.find(({ name }) => name === 'idNumber')?.value;
  return typeof number === 'string' ? number : LIKE_A_NUMBER.test(text.trim()) ? text.trim() : undefined;
}

/** Whether a message holds an ID number, or what was meant as one. */
export function holdsIdNumber({ open }: State, text: string, { facts }: Understanding): boolean {
  const isAsked = open?.kind === 'id-number' || open?.kind === 'consent' || open?.kind === 'person-name';
  return isAsked ? typedNumber(text, facts) !== undefined : facts.some(({ name }) => name === 'idNumber');
}

/** An answer to what the look-up waits for, or to what it said last; undefined when the message is about something else. */
export function hearOwn(talk: Talk, text: string, understood: Understanding): Said | undefined {
  const { open } = talk.state;
  if (isForAnother(talk, text, understood)) return turnAway(talk, typedNumber(text, understood.facts) !== undefined);
  if (!isOwnQuestion(open)) return hearBeside(talk, text, understood);
  if (understood.polarity === 'unknown' || HAS_NONE.test(text)) return cannotTell(talk, open.kind);
  const typed = open.kind === 'proof' ? undefined : typedNumber(text, understood.facts);
  if (typed !== undefined) {
    const agreed = open.kind === 'consent' && agrees(text) && !refuses(text);
    const asked = agreed ? { ...talk, state: withConsent(talk.state) } : talk;
    return takeIdNumber(asked, typed, nameIn(understood));
  }
  const beside = answerBeside(talk, text, open.kind);
  if (beside !== undefined) return { state: talk.state, replies: [...beside, ownQuestion(talk, open.kind)] };
  if (open.kind === 'consent') return hearConsent(talk, text, understood);
  if (refuses(text)) return cancelOwn(talk);
  switch (open.kind) {
    case 'id-number':
      return takeNameAlone(talk, text, understood);
    case 'person-name':
      return takeName(talk, text, understood);
    case 'proof':
      return takeProof(talk, text, understood);
    default:
      return open.kind satisfies never;
  }
}

/** Of somebody else's number or name: said in this message, or in the one before. */
function isForAnother({ state, hasRoster, group }: Talk, text: string, understood: Understanding): boolean {
  if (!hasRoster || group) return false;
  const hasNumber = typedNumber(text, understood.facts) !== undefined;
  if (isAnothers(text) && (hasNumber || isOwnQuestion(state.open))) return true;
  const goesOn = state.own.turnedAway === true && state.lastTopic === 'my-hours' && !saysOwn(text);
  return goesOn && (hasNumber || (agrees(text) && !refuses(text)));
}

/** What is asked about the question itself: answered, and then it is asked once more. */
function answerBeside(talk: Talk, text: string, open: OwnQuestion['kind']): Reply[] | undefined {
  if (asksWhoMayLook(text)) return answerWhoMayLook(talk).replies.map(reply => ({ ...reply, choices: [] }));
  if (WHY.test(text)) return open === 'consent' ? [] : [replyOf([cite(talk, 'own-why')])];
  // Not before it is known whose.
  return open !== 'proof' && SHOW_RECORDS.test(text) ? [] : undefined;
}

/** It cannot be sent: not now, or not at all. */
const HAS_NONE = cue(
  /^(?:我|俺|[现現]在|手[边邊上]|身[边邊上])*(?:没有?|沒有?|没带|沒帶|找不到|丢了|不在).{0,6}(?:[编編][号號]|[证證][书書]|身份[证證]|[号號][码碼]?)(?:了|在.{0,4})?[。.!！]?$|\b(?:don.?t have|have no|lost) (?:\w+ ){0,3}(?:id|number|card|certificate)\b/i,
);

const WHY = cue(
  /泄[露漏密]|安全[吗嗎]|不安全|保密|what (?:happens to|do you do with) my|(?:不要|别|別|不会|不能).{0,6}(?:别人|別人|他人)|\b(?:leak|safe|private|secret)\b|(?:为什|為什|为啥|为何|干嘛|干吗|做什么用|有什么用|凭什么|用来).{0,8}(?:身份证|身份證|号|號|姓名|名字|编号|編號|同意|$)|(?:身份证|身份證|姓名|名字|号码|號碼).{0,6}(?:干嘛|干什么|做什么|有什么用|安全|泄)|^(?:为什么|为啥|為什麼|why)[?？]?$|\bwhy\b.{0,24}\b(?:id|number|name|consent|need|want)\b/i,
);

const withConsent = (state: State): State => ({ ...state, own: { ...state.own, consent: true } });

const QUESTION = cue(
  /[?？吗嗎么麼]|怎|为什|為什|为啥|为何|能不能|会不会|可不可以|\b(?:why|what|how|who|can i|do i|must i)\b/i,
);
const AGREES = cue(
  /同意|^all ?right\b|[查查]吧|可以[查查]|没意见|沒意見|授权|\b(?:i )?(?:agree|consent)\b|\bgo ahead\b/i,
);
const REFUSES = cue(
  /(?:不|唔|别|別)(?:太|是很|大)?(?:想|愿意?|願意?|敢|方便|打算|希望)?(?:给|給|同意|提供|发|發|填|说|說|透露|查|要|用|放心|告诉|告訴)|^(?:我|那|还是|還是|就|嗯|呃|[,，])*(?:先|暂时|暫時|目前)(?:都|就)?(?:不|别|別)|(?:先|暂时)不(?:了|吧|查|要)?[。.!！]?$|^(?:我)?(?:不太?想|[再先]?(?:考虑|考慮|想想|想一想)(?:一下|看)?|(?:等[会會下]儿?|以后|以後|改天|回[头頭]|下次|明天)再[说說查看]?)(?:了|吧|查)*[。.!！]?$|\b(?:think about it|maybe later|another time)\b|拒绝|拒絕|不同意|\b(?:don.?t|do not|won.?t|will not|rather not|refuse|not) (?:\w+ )?(?:want|agree|consent|give|send|share|tell|comfortable|now|yet)|\brather not\b|\bnot (?:now|yet)\b/i,
);

const agrees = (text: string): boolean => AGREES.test(text) && !QUESTION.test(text);
/** 「别发给别人」 refuses nothing. */
const refuses = (text: string): boolean =>
  REFUSES.test(text) && !QUESTION.test(text) && !/别人|別人|他人|泄/.test(text);

function hearConsent(talk: Talk, text: string, { polarity, asked, certain }: Understanding): Said | undefined {
  if (polarity === 'no' || refuses(text)) return takeConsent(talk, false);
  if (agrees(text)) return takeConsent(talk, true);
  // 「可以帮别人查吗」 begins with a yes and asks something.
  const asks = QUESTION.test(text) || (certain && asked.some(topic => !OWN_WORDS.has(topic)) && text.length > 6);
  return polarity === 'yes' && !asks ? takeConsent(talk, true) : undefined;
}

/** What bare words of consent are taken for when nothing is known of the question before. */
const OWN_WORDS: ReadonlySet<string> = new Set(['my-hours', 'my-data', 'thanks', 'greeting', 'out-of-scope', 'help']);

const asksSomething = ({ asked, certain }: Understanding): boolean =>
  certain &&
  asked.some(topic => topic !== 'out-of-scope' && topic !== 'my-hours' && topic !== 'greeting' && topic !== 'help');

const nameIn = ({ facts }: Understanding): string | undefined => {
  const name = facts.find(fact => fact.name === 'personName')?.value;
  return typeof name === 'string' ? name : undefined;
};

function takeNameAlone(talk: Talk, text: string, understood: Understanding): Said | undefined {
  const given = nameGiven(text);
  const name = given !== undefined && 'name' in given ? given.name : nameIn(understood);
  if (given !== undefined && 'name' in given) return takeNameFirst(talk, given.name);
  return name === undefined || asksSomething(understood) ? undefined : takeNameFirst(talk, name);
}

/** Only what can be a name costs a try: a question is answered, and the name asked for once more. */
function takeName(talk: Talk, text: string, understood: Understanding): Said | undefined {
  const { idNumber } = talk.state.own;
  if (idNumber === null) return undefined;
  const given = nameGiven(text);
  if (given !== undefined && 'part' in given) return askFullName(talk, given.part);
  if (given !== undefined) return wantUnseen(talk, { idNumber, name: given.name });
  const found = nameIn(understood);
  const typed = text.trim();
  const isName = LIKE_A_NAME.test(typed) && !NO_NAME.test(typed);
  const name = found ?? (isName && !asksSomething(understood) ? typed : undefined);
  if (name === undefined || (name === typed && asksSomething(understood))) return undefined;
  return wantUnseen(talk, { idNumber, name });
}

/** Part of a name finds nobody, and would cost one of the few tries. */
function askFullName(talk: Talk, part: string): Said {
  return { state: { ...talk.state, lastText: null }, replies: [replyOf(parts(talk, 'own-full-name', { part }))] };
}

/** What was typed is not kept as the latest message. */
const wantUnseen = (talk: Talk, by: PersonBy): Said =>
  wantPerson({ ...talk, state: { ...talk.state, lastText: null } }, by);

/** A code that somebody was given, or the number on the certificate: opaque, but neither a question nor the words of a button. */
function takeProof(talk: Talk, text: string, understood: Understanding): Said | undefined {
  const { access } = talk.state.own;
  if (access === null) return undefined;
  if (SHOW_RECORDS.test(text)) return askProof(talk);
  const given = understood.facts.find(({ name }) => name === 'certificateNo')?.value;
  if (given === undefined && (QUESTION.test(text) || asksSomething(understood))) return undefined;
  return wantUnseen(talk, { access, proof: (typeof given === 'string' ? given : text.trim()).slice(0, 80) });
}

/** What the button is called, in other words. */
const SHOW_RECORDS = cue(
  /(?:看|查|列|要|显示|顯示|给我|給我).{0,6}(?:明[细細]|每[条條]|每一[条條]|逐[条條]|[记記紀][录錄]|详[细情]|詳[細情]|具体|具體)|(?:哪些|什么|什麼)[记記紀][录錄]|^(?:学时)?(?:明[细細]|每[条條](?:[记記紀][录錄])?|[详詳][细細情](?:[记記紀][录錄])?|[记記紀][录錄]|具体的?)$|\b(?:each|every|single|all|the|my|individual|detailed) records?\b|\bdetails\b|\brecord by record\b/i,
);
/** Plain enough to mean the records of the roster, whatever was talked of last. */
const NAMES_RECORDS = cue(
  /明[细細]|[每逐](?:一)?[条條]|[没沒不]算(?:进|進|上|数)?(?:去)?的?[记記紀][录錄]|[记記紀][录錄].{0,4}[没沒不]算|\b(?:each|every|single|individual) records?\b/i,
);
const LABELLED =
  /^(?:我的)?(?:证书?|證書?)?(?:编号|編號|号码|號碼)(?:是|为|為)?[:：\s]*|^(?:the |my )?(?:certificate |cert )?(?:number|no\.?)(?: is)?[:：\s]*/i;
const LIKE_A_CERTIFICATE = /^[\p{Script=Han}A-Za-z]{0,8}[-(（[〔]?[A-Za-z\d][A-Za-z\d()（）[\]〔〕/.号號-]{3,38}$/u;
const PHONE = /^1[3-9]\d{9}$/;

/** Nothing is asked, but what was said last is answered: consent after a refusal, a number or a name for another try, a proof after the totals. */
function hearBeside(talk: Talk, text: string, understood: Understanding): Said | undefined {
  const { state, now, hasRoster, group } = talk;
  const waits = state.open !== null && state.open.kind !== 'topics' && state.open.kind !== 'delete';
  if (!hasRoster || group || waits) return undefined;
  const { consent, access } = state.own;
  const isLast = state.lastTopic === 'my-hours';
  if (!consent) return isLast && agrees(text) && !refuses(text) ? takeConsent(talk, true) : undefined;
  const typed = typedNumber(text, understood.facts);
  if (access === null || now >= access.untilMs) {
    if (typed !== undefined && !asksSomething(understood)) return takeIdNumber(talk, typed, nameIn(understood));
    return isLast ? takeNameAlone(talk, text, understood) : undefined;
  }
  if (typed !== undefined && isNumberAlone(text, understood)) return takeAnotherNumber(talk, typed, nameIn(understood));
  if (NAMES_RECORDS.test(text) || (SHOW_RECORDS.test(text) && isLast)) return askProof(talk);
  return isLast && access.level === 1 && isProof(text, understood)
    ? wantUnseen(talk, { access, proof: proofIn(text) })
    : undefined;
}

/** A number, perhaps with a name, and not a word more. */
function isNumberAlone(text: string, understood: Understanding): boolean {
  const { facts } = understood;
  const places = facts.filter(({ name }) => name === 'idNumber' || name === 'personName').map(({ span }) => span);
  const rest = places
    .toSorted(([a], [b]) => b - a)
    .reduce((left, [from, to]) => left.slice(0, from) + left.slice(to), text);
  return (
    places.length > 0 &&
    !/[^\s,，、;；。.:：/]/u.test(
      rest.replace(/身份[证證](?:[号號]码?)?|姓名|名字|[号號]码?|id(?: number)?|name/giu, ''),
    )
  );
}

const proofIn = (text: string): string => text.normalize('NFKC').trim().replace(LABELLED, '').slice(0, 80);

function isProof(text: string, { facts }: Understanding): boolean {
  const proof = proofIn(text);
  const isLabelled = proof !== text.normalize('NFKC').trim();
  const digits = (proof.match(/\d/g) ?? []).length;
  if (!LIKE_A_CERTIFICATE.test(proof) || digits === 0 || PHONE.test(proof)) return false;
  if (isLabelled) return true;
  // Opaque: nobody else writes letters among digits; digits alone have to be too many for a code or hours.
  return (
    (digits >= 4 || (digits >= 2 && /[A-Za-z]/.test(proof))) && facts.every(({ name }) => name === 'certificateNo')
  );
}
