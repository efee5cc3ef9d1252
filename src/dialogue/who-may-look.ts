import { topicChoices } from './choices.ts';
import type { Said } from './desk.ts';
import { parts, replyOf, type Talk } from './talk.ts';

/** Who may look into whose hours: others into mine, or I into those of somebody else. */
const WHO_MAY_LOOK =
  /有人.{0,4}(?:查|看).{0,4}我|[给給讓让](?:公司|[单單]位|老[板闆]|[领領][导導]|别人|別人)(?:查|看|知道)|(?:别人|別人|他人|人家|外人|其他人|[他她](?:们|們)?的|[他她](?:们|們)|[谁誰]).{0,8}(?:查|看|知道|[学學][时時])|(?:查|看|帮|幫|替|给|給).{0,6}(?:别人|別人|他人|人家|其他人|[他她](?:们|們)?|大家)(?:的|查|看|[学學]|$|[吗嗎?？])|(?:老[婆公板闆]|爱人|愛人|媳妇|媳婦|丈夫|妻子|[儿兒]子|女[儿兒]|父[亲親]|母[亲親]|爸|[妈媽]|哥|弟|姐|妹|朋友|亲戚|親戚|同事|工友|同[学學]|徒弟|[师師]傅|[员員]工|手下|工人|班[组組]).{0,6}(?:的|查|看|[学學][时時])|(?:公司|[单單]位|企业|企業|中介|机构|機構|老[板闆]|[领領][导導]).{0,4}(?:能|可以|可不可以|[会會]|看得?到|查得?到|知道).{0,8}(?:我|[吗嗎?？])|\b(?:(?:his|her|their|someone(?: else)?'s|somebody(?: else)?'s|another person's|(?:my )?(?:wife|husband|son|daughter|father|mother|brother|sister|friend|colleague|co-?worker|worker|employee|boss|mate)(?:'?s'?)?) (?:training )?(?:hours?|records?)|(?:can|could|may|will|does) (?:my )?(?:other people|others|someone|somebody|anyone|anybody|employer|boss|company|colleagues?|everyone)\b.*\b(?:see|look|check|find|view)|who (?:else )?(?:can|may|could) (?:see|look|check|view)|look(?:ing)? up .*\bfor (?:someone|somebody|others|him|her|them))\b/i;

export const asksWhoMayLook = (text: string): boolean => WHO_MAY_LOOK.test(text);

/** Who else may look, and for whom one may look oneself: nothing is asked for before that is answered. */
export function answerWhoMayLook(talk: Talk): Said {
  return {
    state: talk.state,
    replies: [replyOf(parts(talk, 'own-who-may-look'), topicChoices(talk, ['my-hours', 'my-data', 'contact']))],
  };
}
