import { setFact } from './hear-choice.ts';
import type { Taken } from './memory.ts';
import { cue } from './per-text.ts';
import { currentCertificate } from './state.ts';

/** 「证上没写有效期」: no day is printed. What the notice, or the system, does not say is another matter. */
const NOT_PRINTED = cue(
  /(?<!(?:通知|文件|规定|規定|系统|系統|官网|你).{0,8})(?:(?:没|沒|未|无|無|冇|没得|找不到|看不到)(?:有)?(?:写|寫|印|标注?|標|注明|显示|顯示|看到|说)?(?:着|明|上|出)?(?:任何|具体|具體)?的?(?:有效期限?|到期|失效日|期限|有效日期)(?!内|內|限制)|(?:有效期限?|到期日期?|期限|有效日期)(?:那?一?[栏欄项項处處]|上面|里面)?(?:也|都|是|就|根本|压根)*(?:没有?|沒有?|未|空着|空白|空的?)(?:写|寫|印|标|標|填|注)?(?:明|上)?(?![问問]题|说|說|到|过|過|超))|\b(?:no (?:validity|expiry|expiration|end)(?: date)?(?: is| was)? (?:printed|on it|written|shown)|nothing(?: is| was)? (?:printed|written) on it|(?:if |when )?nothing(?:'s| is| was)? printed|(?:no|without an?) (?:expiry|expiration|validity) date|(?:validity|expiry)(?: date)? is(?: not|n't) (?:printed|written|shown)|(?:doesn't|does not|didn't) (?:say|show|state|have) (?:an? |any |when )?(?:it )?(?:validity|expir\w+|end date))\b/i,
);
/** Of these papers it is not 3.1b that speaks. */
const OTHERS = cue(/电子|電子|安全员|安全員|身份证|驾|建造|ABC|[abc] ?证|electronic|safety|licen[cs]e|passport/i);
const OF_EXCHANGE = cue(/换|換|exchange|renew/i);

/** Whether a text says that no end of the validity is printed. */
export const saysNotPrinted = (text: string): boolean => NOT_PRINTED.test(text);

/** That no end of the validity is printed, taken with whatever else the message tells. */
export function takeNotPrinted(taken: Taken, text: string): Taken {
  const { state, problem } = taken;
  if (problem !== null || !NOT_PRINTED.test(text) || OTHERS.test(text)) return taken;
  if (currentCertificate(state).facts['certificate.kind'] === 'electronic') return taken;
  const { open } = state;
  return { ...taken, state: { ...setFact(state, 'certificate.validUntil', 'none'), open } };
}

/** Whether a message is about that, and not about an exchange. */
export function isOnNotPrinted({ state }: Pick<Taken, 'state'>, text: string): boolean {
  const isNone = currentCertificate(state).facts['certificate.validUntil'] === 'none';
  return isNone && NOT_PRINTED.test(text) && !OF_EXCHANGE.test(text.replace(/[没沒未]有?[换換]/g, ''));
}
