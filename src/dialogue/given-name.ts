/** What was typed for a name: the name, or that it is only a part of one, or what somebody is called by others. */
export type NameGiven = { name: string } | { part: 'surname' | 'nickname' | 'both' };

const HAN = '\\p{Script=Han}';
/** 「我姓陈，叫志强」, 「姓陈名志强」. */
const SURNAME_AND_NAME = new RegExp(
  `^(?:我|本人|俺|免贵|免貴|是)*姓(?<surname>${HAN}{1,2}?)[,，、。 ]*(?:名字|名|单名|單名)?(?:叫|是|为|為|名|单字|單字)?(?:一个|一個)?(?<given>${HAN}{1,4})[。.!！]*$`,
  'u',
);
const JOINS = /[,，、。 ]|名|叫|单|單/;
const SURNAME_ALONE = new RegExp(`^(?:我|本人|俺|免贵|免貴|是)*姓${HAN}{1,2}[的。.!！]*$`, 'u');
/** 「叫我老陈」, 「陈师傅」, 「强哥」: not what a roster has. */
const NICKNAME = new RegExp(
  `^(?:(?:大家|他们|他們|别人|別人|工友|人家|都|平时|平時)*(?:叫|喊|称|稱)我|外号|外號|小名|绰号|昵称)|^(?:老|小|阿|大)${HAN}$|^${HAN}{1,3}(?:师傅|師傅|师父|工|哥|姐|叔|伯|总|總|经理|經理|老师|老師|先生|女士|小姐|队长|隊長|班长|班長|老板|老闆|同志)$`,
  'u',
);
/** 「陈志强，男」, 「我叫陈志强，大家叫我强哥」: the name is the first of it. */
const NAME_AND_MORE = new RegExp(
  `^(?<said>(?:我|本人)?(?:叫|是|姓名|名字|全名)(?:叫|是|:|：)?)?(?<name>${HAN}{2,4})[,，、。 ]+(?<more>.+)$`,
  'u',
);
const BESIDE_A_NAME =
  /^(?:男|女|先生|女士|汉族|漢族|.{0,3}岁|施工员|质量员|材料员|资料员|机械员|劳务员|标准员|安全员)[。.!！]*$|^(?:大家|别人|別人|他们|都|平时|工友|小名|外号|昵称).{0,3}(?:叫|喊|称|是)?/;
/** Said to be the whole name: then also one that looks like something else. */
const SAID_TO_BE = /^(?:我|本人)?(?:叫(?!我)|全名|真名|大名|姓名)|\bfull name\b|\bmy name\b/i;

const SURNAME_EN = /\b(?:sur|last|family) ?name\b/i;
/** Which of the two comes first on the roster nobody can tell. */
const GIVEN_EN = /\b(?:given|first) ?name\b/i;
const NICKNAME_EN =
  /\b(?:call(?:s|ed)? me|known as|nick ?name(?:d)?)\b|^(?:mr|mrs|ms|miss|mister|master|old|little|uncle|brother|sir)\b\.? [a-z]+$/i;
const ONE_WORD_EN = /^(?:i'?m |i am |it'?s |this is )?[a-z][a-z'-]{1,20}[.!]?$/i;

/** How a message in the place of a name is to be taken; undefined: by the usual ways. */
export function nameGiven(text: string): NameGiven | undefined {
  const typed = text.normalize('NFKC').trim();
  const { surname, given } = SURNAME_AND_NAME.exec(typed)?.groups ?? {};
  if (surname !== undefined && given !== undefined && JOINS.test(typed.slice(typed.indexOf('姓') + 1)))
    return { name: given.startsWith(surname) && given.length > surname.length ? given : `${surname}${given}` };
  if (SURNAME_ALONE.test(typed)) return { part: 'surname' };
  const { name, more } = NAME_AND_MORE.exec(typed)?.groups ?? {};
  if (name !== undefined && more !== undefined && BESIDE_A_NAME.test(more)) return { name };
  if (SURNAME_EN.test(typed) && GIVEN_EN.test(typed)) return { part: 'both' };
  if (SAID_TO_BE.test(typed) && !SURNAME_EN.test(typed)) return undefined;
  if (NICKNAME.test(typed) || NICKNAME_EN.test(typed)) return { part: 'nickname' };
  return SURNAME_EN.test(typed) || (ONE_WORD_EN.test(typed) && !NO_NAME_EN.test(typed))
    ? { part: 'surname' }
    : undefined;
}

/** One word that is no name at all. */
const NO_NAME_EN =
  /^(?:i'?m |i am |it'?s |this is )?(?:yes|no|ok|okay|sure|why|what|who|how|help|skip|cancel|back|next|stop|later|never|thanks|hello|hi|again|continue|pause|nothing|none|unknown|sorry|wait|maybe|exit|quit|menu|english|chinese|human|agent|contact|td|unsubscribe)[.!]?$/i;
