import { isHearsay } from './facts/hearsay.ts';
import { before, matches, type Reading } from './facts/reading.ts';
import type { Fact, Holder } from './understanding.ts';

const SURNAMES = '张王李陈刘赵周吴黄林杨徐孙朱马胡郭何高罗郑梁谢宋唐许韩冯邓曹彭蔡潘田董袁余叶蒋杜苏魏程吕丁沈符云邢';
const KIN =
  '老公|老婆|婆娘|媳妇|爱人|对象|丈夫|妻子|哥哥?|弟弟?|姐夫|姐姐?|妹夫|妹妹?|兄弟|儿子|娃儿?|女儿|爸爸?|妈妈?|父亲|母亲|舅舅|叔叔?|堂哥|表哥|表弟|亲戚|老乡';
const MATES = '徒弟|同事|工友|朋友|同学|哥们儿?|员工|手下|伙计|战友|室友|邻居';
const CHIEFS = '师傅|师父|老板|领导|队长|工头|班长|组长|经理';
const ANYBODY = '别人|人家|其他人|其它人|旁人';

const PERSON = new RegExp(
  `(?:我|咱|俺)们?(?:家|公司|单位|项目部?|班组|工地)?(?:的|有个|有一个|一个|那个|这个)*(?<kin>${KIN})|` +
    `(?:(?:我|咱|俺)们?(?:家|公司|单位|项目部?|班组|工地)?(?:的|有个|有一个|一个|那个|这个|这边)*)?(?:有个|有一个|一个|那个|这个)?(?<mate>${MATES})(?:们|小[${SURNAMES}]|老[${SURNAMES}])?|` +
    `(?<![一-龥]{0,1}最)(?<nick>[小老][${SURNAMES}])(?![一-龥]?期)|(?<chief>(?:我|咱|俺)?们?(?:的)?(?:${CHIEFS}))|(?<any>${ANYBODY})|(?<pronoun>[他她佢](?!们))|` +
    "\\b(?:my|our|a) (?:(?:old|young|best|good) )?(?<english>friend|colleague|co-?worker|brother|sister|husband|wife|father|mother|dad|mum|mom|son|daughter|mate|workmate|partner|cousin|uncle|apprentice|trainee|employee|neighbou?r)\\b(?:'s)?|" +
    "\\b(?:my|our) (?<boss>boss|foreman|manager)'s\\b|\\b(?<he>he|she|him|his|her|hers)\\b(?:'s)?",
  'g',
);

/** Whoever says or wants something is no holder of what follows: 「我徒弟说…」「老婆让我…」. */
const SAYS =
  /^(?:们|也|都|又|老|总|就|刚|昨天|今天)*(?:说|讲|问|让|叫|喊|催|逼|非要|要求|告诉|通知|建议|劝|觉得|认为|跟我|给我|帮我|带我|和我|对我|要我|推荐|介绍)|^(?:'s)? (?:says?|said|tells?|told|asks?|asked|wants?|wanted|thinks?|thought|heard|claims?)\b/;
const MINE_OF_THEM = /(?:跟|和|同|像|问了?|听|找|被|比|与)(?:了)?$|\b(?:like|as|than|from|ask|asked|with|to) $/;
/** Something of theirs that the message is about. */
const THEIRS =
  /^(?:们|[小老][一-龥])?(?:自己)?(?:的|那|这|手里的?|手上的?)?[^,。;!?\n]{0,10}(?:证(?!明)|本子|[本张]|学时|岗)|^(?:们|[小老][一-龥])?(?:自己)?(?:的)?(?:也|都|就|还|才|早就|已经|只|现在|之前|以前|当年|当时|刚)*(?:是|系|有|没|拿|考|取|领|持|换|做|干|学|补|去年|今年|前年|大前年|\d{2}|呢)|^(?:'s)? (?:is|has|had|got|holds?|did|does|was|also|only|never|never|passed|works?|\d)|^'s (?:e-)?cert|^(?:'s)? (?:electronic |e-|training |old )?(?:cert|one|hours)/;
/** Of chiefs and of anybody more is needed: they are mostly those who want something. */
const CERTIFICATE_OF_THEIRS = /^(?:们)?(?:自己)?的?(?:那|这)?[^,。;!?\n说让叫要]{0,6}(?:证(?!明)|那本|这本)/;
const ON_BEHALF = /(?:帮|替|给|为|代)(?:一下)?$|\b(?:for|about) $/;

const SELF =
  /(?<![和跟同替帮给叫让问教带])(?:我|俺)(?:自己|本人|的(?!徒弟|同事|朋友|师)|[那这][本个张]|呢|是(?!说|想|不是|问|来|帮|替|给)|有(?!个|一个|位|几个|事|一事|点)|没|也(?!不知|想|搞|不)|只|则|系|嘅|[去今前]年|拿|考|学)(?!们)|本人的?|\bmine\b|\bmy (?:own )?(?:e-?|electronic |training |old )?(?:cert(?:ificate)?|one|hours)\b|\bmy own\b|\bi (?:have|hold|got|did|do)\b|\bi'm (?:an? )?/g;

interface Mark {
  at: number;
  holder: Holder;
}

/** Whose certificate a message speaks of, where its words tell: the speaker's, or that of somebody who is named in it. */
export function holderIn({ text, span }: Reading, facts: readonly Fact[]): Holder | null {
  const others = personsIn(text);
  const selves = matches(text, SELF)
    .filter(({ index }) => !others.some(({ at, end }) => index >= at && index < end))
    .map(({ index }): Mark => ({ at: index, holder: { own: true } }));
  const marks = [...others.filter(({ isHolder }) => isHolder), ...selves]
    .map(mark => ({ ...mark, place: span(mark.at, mark.at + 1)[0] }))
    .sort((one, other) => one.at - other.at);
  if (marks.length === 0) return null;
  const of = facts
    .filter(({ name }) => name !== 'idNumber' && name !== 'personName' && name !== 'asOf')
    .flatMap(fact => marks.findLast(({ place }) => place < fact.span[1]) ?? []);
  const told = of.length > 0 ? of : marks.slice(-1);
  const { at, holder } = told.find(({ holder }) => holder.own) ?? told.at(-1)!;
  if (holder.own || holder.pronoun !== true) return holder;
  // 「我老婆也是施工员，她…」: whoever was named last before.
  return others.findLast(other => other.at < at && isNamed(other.holder))?.holder ?? holder;
}

const isNamed = (holder: Holder): boolean => !holder.own && holder.pronoun !== true;

function personsIn(text: string): (Mark & { end: number; isHolder: boolean })[] {
  return matches(text, PERSON).map(match => {
    const { kin, mate, nick, chief, any, pronoun, english, boss, he } = match.groups!;
    const [at, end] = [match.index, match.index + match[0].length];
    const behind = text.slice(end, end + 24);
    const ahead = before(text, at, 24);
    const careful = chief ?? any ?? boss;
    const says = SAYS.test(behind) || (MINE_OF_THEM.test(ahead) && !ON_BEHALF.test(ahead)) || isHearsay(ahead);
    const has =
      careful === undefined ? THEIRS.test(behind) || ON_BEHALF.test(ahead) : CERTIFICATE_OF_THEIRS.test(behind);
    const word = pronoun ?? he;
    const holder: Holder = { own: false, who: word ?? nick ?? kin ?? mate ?? english ?? careful ?? match[0] };
    if (word !== undefined) return { at, end, isHolder: !says && has, holder: { ...holder, pronoun: true } };
    return { at, end, isHolder: !says && has, holder };
  });
}
