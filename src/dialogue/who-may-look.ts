import { topicChoices } from './choices.ts';
import type { Said } from './desk.ts';
import { howDeleted } from './own-hours.ts';
import { cue, perText } from './per-text.ts';
import { parts, replyOf, say, type Talk } from './talk.ts';

/** Who may look into whose hours: others into mine, or I into those of somebody else. */
const WHO_MAY_LOOK = cue(
  /有人.{0,4}(?:查|看).{0,4}我|[给給讓让](?:公司|[单單]位|老[板闆]|[领領][导導]|别人|別人)(?:查|看|知道)|(?:别人|別人|他人|人家|外人|其他人|[他她](?:们|們)?的|[他她](?:们|們)|[谁誰]).{0,8}(?:查|看|知道|[学學][时時])|(?:查|看|帮|幫|替|给|給).{0,6}(?:别人|別人|他人|人家|其他人|[他她](?:们|們)?|大家)(?:的|查|看|[学學]|$|[吗嗎?？])|(?:老[婆公板闆]|爱人|愛人|媳妇|媳婦|丈夫|妻子|[儿兒]子|女[儿兒]|父[亲親]|母[亲親]|爸|[妈媽]|哥|弟|姐|妹|朋友|亲戚|親戚|同事|工友|同[学學]|徒弟|[师師]傅|[员員]工|手下|工人|班[组組]).{0,6}(?:的|查|看|[学學][时時])|(?:公司|[单單]位|企业|企業|中介|机构|機構|老[板闆]|[领領][导導]).{0,4}(?:能|可以|可不可以|[会會]|看得?到|查得?到|知道).{0,8}(?:我|[吗嗎?？])|\b(?:(?:his|her|their|someone(?: else)?'s|somebody(?: else)?'s|another person's|(?:my )?(?:wife|husband|son|daughter|father|mother|brother|sister|friend|colleague|co-?worker|worker|employee|boss|mate)(?:'?s'?)?) (?:training )?(?:hours?|records?)|(?:can|could|may|will|does) (?:my )?(?:other people|others|someone|somebody|anyone|anybody|employer|boss|company|colleagues?|everyone)\b.*\b(?:see|look|check|find|view)|who (?:else )?(?:can|may|could) (?:see|look|check|view)|look(?:ing)? up .*\bfor (?:someone|somebody|others|him|her|them))\b/i,
);

export const asksWhoMayLook = (text: string): boolean => WHO_MAY_LOOK.test(text);

const PEOPLE =
  '(?:别人|別人|他人|人家|其他人|[他她]们?|[他她]們|同事|工友|工人|[员員]工|[学學]员|同[学學]|徒弟|[师師]傅|朋友|[亲親]戚|老[乡鄉婆公板闆]|[爱愛]人|媳[妇婦]|婆娘|丈夫|妻子|[儿兒]子|女[儿兒]|孩子|父[亲親]|母[亲親]|爸爸?|[妈媽][妈媽]?|[哥弟姐妹叔舅][哥弟姐妹叔舅]?|[领領][导導]|班[组組]|手下|[邻鄰]居)';
const THEIR_THING = '(?:[继繼][续續]教育|[学學课課][时時]|[记記紀][录錄]|身份[证證]|[号號]码?|[证證]|名字)';
const KIN =
  '(?:wife|husband|son|daughter|father|mother|brother|sister|friend|colleague|co-?worker|worker|employee|boss|mate|apprentice|neighbou?r)';
/** That the hours, the number or the name are those of somebody else; never 「别人能查我的学时吗」. */
const ANOTHERS = new RegExp(
  `[帮幫替给給代为為]我?(?:的|一?个|一?個)?${PEOPLE}[^我,，]{0,4}[查看弄]|${PEOPLE}[^我查看知道,，。?？]{0,3}的?(?:那|这|這)?[^我查看知道,，。?？]{0,2}${THEIR_THING}|` +
    `[查看](?:一下|下|查|看)?(?:我)?(?:的)?${PEOPLE}(?:的|[学學])|不是(?:我|本人)(?:的|本人|自己)?(?:[号號]|身份|名|[,，。.!！]|$)|是(?:我)?(?:的)?${PEOPLE}的|${PEOPLE}叫|[他她](?:本人|自己)?(?:都|也|已[经經])?同意|` +
    `\\b(?:his|her|their|someone(?: else)?'s|somebody(?: else)?'s|another person's|${KIN}'?s'?)\\s+(?:training |id |own )?(?:hours?|records?|id|number|name)\\b|\\b(?:for|of) (?:my |a |an )?${KIN}\\b|\\bnot (?:mine|my (?:own )?(?:id|number|name))\\b|\\b(?:it is|it's|this is|that's) (?:my )?${KIN}'s\\b`,
  'iu',
);
const SAYS_MINE = cue(/我自己|我本人|自己的|\b(?:my own|mine|myself)\b/i);

export const isAnothers = perText(text => ANOTHERS.test(text.replaceAll('’', "'")));
export const saysOwn = (text: string): boolean => SAYS_MINE.test(text) && !isAnothers(text);

/** Who says that it is somebody else's is shown nothing, asked for nothing, and must say 「我自己的」 to begin anew. */
export function turnAway(talk: Talk, hasNumber: boolean): Said {
  const own = { ...talk.state.own, idNumber: null, personName: undefined, turnedAway: true as const };
  const gone = hasNumber ? [say(talk, 'own-delete-message', howDeleted(talk))] : [];
  const texts = parts(talk, 'own-not-yours', { number: hasNumber ? 'yes' : 'no' });
  return {
    state: { ...talk.state, own, open: null },
    replies: [replyOf([...texts, ...gone], topicChoices(talk, ['my-hours', 'hours-shortfall', 'contact']))],
  };
}

/** Who else may look, and for whom one may look oneself: nothing is asked for before that is answered. */
export function answerWhoMayLook(talk: Talk): Said {
  return {
    state: talk.state,
    replies: [replyOf(parts(talk, 'own-who-may-look'), topicChoices(talk, ['my-hours', 'my-data', 'contact']))],
  };
}
