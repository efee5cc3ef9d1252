import type { Topic } from '../policies/policy.ts';
import type { Understanding } from '../understanding/index.ts';
import { phaseOf } from './day-texts.ts';
import { type Desk, type Spoken, spokenOn, talkAt } from './desk.ts';
import type { Taken } from './memory.ts';
import { cue } from './per-text.ts';
import { namedFacts } from './questions.ts';
import type { State } from './state.ts';
import { replyOf, say, type Talk } from './talk.ts';
import { inTheWay, stepIndex, tellStep, walkTo } from './walk-through.ts';

const DIGITS = '零一二三四五六七八九十';
const STEP_NAMED =
  /^(?:请|請|我?(?:要|想)看?|回到?|跳?到|去|看|那|从|從)?(?:第)?([一二三四五六七八九十]|\d{1,2})步(?:是|要)?(?:怎么|怎麼|咋|如何)?(?:做|办|辦|弄|走|什么|干什么|呢|吧|开始)?[。.?？!！]?$|^(?:go to |show (?:me )?|what is )?step (\d{1,2})[.?!]?$/i;

/** 「第6步」: the walk-through at that step, whatever is under way; a number beyond the last gives the last. */
export function hearStep(desk: Desk, state: State, text: string): Spoken | undefined {
  if (text.length > 24) return undefined;
  const [, written, english] = STEP_NAMED.exec(text.normalize('NFKC').trim()) ?? [];
  const given = written ?? english;
  if (given === undefined) return undefined;
  const number = DIGITS.includes(given) ? DIGITS.indexOf(given) : Number(given);
  const talk = talkAt(desk, state);
  if (number < 1) return undefined;
  return spokenOn('renewal-steps', walkTo(talk, Math.min(number, desk.notice.steps.length) - 1));
}

/** Facts told without a question at a step: they are kept, what now stands in the way is said, and the walk waits where it was. */
export function noteInWalk(desk: Desk, taken: Taken): Spoken | undefined {
  const { state, noted, changed } = taken;
  const news = [...noted, ...changed];
  if (state.open?.kind !== 'step' || state.underway?.kind !== 'steps' || taken.anotherCertificate) return undefined;
  const talk = talkAt(desk, state);
  const facts = namedFacts(talk, news);
  if (facts === '') return undefined;
  const walk = walkTo(talk, stepIndex(talk));
  const [step] = walk.replies;
  const told = say(talk, changed.length > 0 ? 'changed' : 'walk-noted', { facts });
  const reply = replyOf([told, ...inTheWay(talk), step?.text ?? ''], step?.choices ?? []);
  const citations = [...new Set([...reply.citations, ...(step?.citations ?? [])])];
  return spokenOn('renewal-steps', { state: walk.state, replies: [{ ...reply, citations }] });
}

/** The walk that was left for something else, at the step where it was. */
export function resumeWalk(talk: Talk): Spoken | undefined {
  const { left, underway } = talk.state;
  const index = talk.notice.steps.findIndex(({ id }) => id === left);
  if (underway !== null || index < 0) return undefined;
  const { state, replies } = walkTo(talk, index);
  const [first, ...others] = replies;
  const resumed = { ...first!, text: `${say(talk, 'steps-resumed')}\n\n${first!.text}` };
  return spokenOn('renewal-steps', { state, replies: [resumed, ...others] });
}

/** Where the walk stood is remembered while something else is under way; not once it is done, or all was forgotten. */
export function keepingPlace(before: State, { state, answer, deleted }: Spoken): State {
  if (state.underway?.kind === 'steps' || answer.topic === 'renewal-steps' || deleted !== undefined)
    return without(state);
  const isNew = state.lastTopic === null && before.lastTopic !== null;
  if (isNew) return without(state);
  return before.underway?.kind === 'steps' ? { ...state, left: before.underway.step } : state;
}

function without({ left: _, ...state }: State): State {
  return state;
}

const LEAVES_FOR_NOW = cue(
  /^(?:我|那我?|好的?[,，]?我?|不好意思[,，]?我?)?(?:先|要先|得先|现在要)(?:去)?(?:吃饭|吃飯|忙|干活|开会|開會|上班|接电话|睡|走|出去|做别的|办点事|休息)[^,，。?？]{0,6}[。.!！]?$|^(?:i(?:'m| am)? )?(?:gotta|got to|have to|need to|going to|will) (?:go|eat|have lunch|run|leave)\b[^?]{0,20}$|\b(?:be right back|brb)\b/i,
);
export const leavesForNow = (text: string): boolean => text.length <= 40 && LEAVES_FOR_NOW.test(text);

const SAYS_MISSED = cue(
  /错过|錯過|[过過]了|[过過]期|晚了|来不及|來不及|逾期|迟|遲|没[换赶来能有]|沒[換趕來能有]|忘|超|截止了|关[了闭]|\b(?:miss|late|expired|after|past|overdue|closed|didn.?t|forgot)\w*/i,
);
const WANTS_EXCHANGE = cue(
  /(?:我|想|要|准备|準備|打算|[帮幫]|怎么|怎麼|如何|咋|办|辦|来|來)[^,，。?？]{0,6}(?:换|換|更新|转|轉)(?:证|證|发|發|成?电子|成?電子|一?下)|^[^,，。?？]{0,4}(?:换|換)(?:证|證)(?:要|该|該)?(?:怎么|怎麼|咋|如何)(?:弄|办|辦|搞|操作|走|做)|\b(?:want|need|like|how|going) .{0,24}\b(?:exchange|renew|swap|convert)\b/i,
);

/** 3.2, and not the exchange. */
const OF_CHANGES = cue(
  /[丢丟补補改延]|遗失|遺失|信息|注销|註銷|\b(?:lost|reissue|replace|correct|extend|cancel|name|mistake|wrong)\w*/i,
);
const ASKS_WHETHER = cue(
  /能|可以|[吗嗎]|要不要|用不用|几|幾|多少|哪|什么时候|[?？]|\b(?:can|may|do|must|should|when|where)\b/i,
);
const OF_HOURS = cue(/[学學课課考试試]|hour|course|test|exam|train/i);
const IN_FEW_WORDS = 40;

/** Who wants the exchange (「我要换证」) is led to its steps; while it is open nothing has been missed. */
export function wantsExchange(talk: Talk, text: string, understood: Understanding): Topic | undefined {
  if (!WANTS_EXCHANGE.test(text) || SAYS_MISSED.test(text) || OF_CHANGES.test(text)) return undefined;
  const { asked, certain, ranking, facts } = understood;
  const likeliest = certain ? asked[0] : ranking[0]?.topic;
  const isOpen = phaseOf(talk.policy, talk.asOf) !== 'closed';
  if (isOpen && likeliest === 'missed-deadline') return 'renewal-steps';
  const isBare = facts.length === 0 && text.length <= IN_FEW_WORDS && !ASKS_WHETHER.test(text);
  const isOther = likeliest === 'reissue-change-cancel' || (likeliest === 'renewal-hours' && !OF_HOURS.test(text));
  return isBare && (!certain || isOther) ? 'renewal-steps' : undefined;
}

const OF_PHOTO = cue(/头像|頭像|照片|相片|[证證]件照|\b(?:photo|picture|portrait|avatar)\b/i);
const HOW_TO_LOOK = cue(
  /(?:怎么|怎麼|咋|如何|怎样|怎樣|哪里|哪裡|哪儿|哪)(?:样|樣|去|能|可以|才能|里|儿)*(?:查|看|找)|(?:查|看)[^,，。?？]{0,4}(?:怎么|怎麼|哪里|哪儿)|\b(?:how|where)\b.{0,20}\b(?:check|look|find|search|see)\b/i,
);

/** Questions that belong to a step, by what is shown or asked at the moment. */
export function ofAStep(state: State, text: string, { asked }: Understanding): Topic | undefined {
  if (asked[0] === 'reissue-change-cancel' && OF_PHOTO.test(text)) return 'renewal-steps';
  return looksNow(state) && HOW_TO_LOOK.test(text) ? 'not-in-system' : undefined;
}

/** 1.1: how it is found out whether the system shows the certificate. */
export function tellHowToLook(talk: Talk, text: string): ReturnType<typeof tellStep> | undefined {
  return looksNow(talk.state) && HOW_TO_LOOK.test(text) ? tellStep(talk, 'search') : undefined;
}

/** It is just being asked, or is the step, whether the certificate is found. */
function looksNow({ open, underway }: State): boolean {
  if (open?.kind === 'fact') return open.fact === 'certificate.inNationalSystem';
  return open?.kind === 'step' && underway?.kind === 'steps' && underway.step === 'search';
}
