import type { FactName } from '../understanding.ts';
import { after, before, type Found } from './reading.ts';
import { any } from './words.ts';

const DENIABLE: ReadonlySet<FactName> = new Set<FactName>([
  'certificate.kind',
  'certificate.kinds',
  'certificate.code',
  'certificate.codes',
  'certificate.trade',
  'certificate.issuedOn',
]);
const NOT = any(
  "不是 不系 并不是 并非 不算 不属于 没有 (?:^|[^a-z])not(?:_the|_my|_an?)? isn't(?:_an?|_the)? (?:am|is|was)_not(?:_an?|_the)? wasn't(?:_an?|_the)? don't_have(?:_an?|_the)? (?:别|不要|不用)(?:跟我|和我)?[说提讲扯问]",
);
/** Not 「是不是」, 「要不是」, 「有没有」. */
const DENIED_BEFORE = new RegExp(
  `(?<![是要有])${NOT}${any('我 那个 这个 什么 指 说 问 办 考 搞 做 干 当 的 个 一个 _')}*(?:\\d{4}年的?|海南的?)? ?$`,
);
/** 「不是安全员吗」, 「不是安全员不是…」 */
const NOT_DENIED_AFTER = /^(?:的?证书?)?(?:吗|么|不是|没有| any ?more)/;
/** 「安全员那本不用管」: it is not what the message is about. */
const DISMISSED_AFTER = new RegExp(
  `^(?:的?证书?)?(?:那[本个张份种])?(?:的事)?的?${any('就 可以 先 我')}?${any('不用管 不管 不问 不说 不用理 不用看 不看 不谈 不提 别管 不关 不算 先不管 先放 放一边 另说 不是(?=$|[,。;!?]) 除外 以外 之外 不要了')}(?!了?[吗么?]|的话)`,
);

/** The fact, marked as denied when the person says that it is not so or not what the message is about. */
export function asTold(text: string, fact: Found): Found {
  if (!DENIABLE.has(fact.name)) return fact;
  const behind = after(text, fact.end, 12);
  const denied = DENIED_BEFORE.test(before(text, fact.start, 14)) && !NOT_DENIED_AFTER.test(behind);
  return denied || (DISMISSED_AFTER.test(behind) && !isAsked(text, fact.end, behind))
    ? { ...fact, negated: true }
    : fact;
}

/** 「安全员不用管吗」 asks; 「安全员不用管，我问…」 tells. */
const isAsked = (text: string, end: number, behind: string): boolean =>
  /[吗么]|是不是/.test(behind) || text[end + behind.length] === '?' || !/[,;。 ]/.test(text.slice(end));
