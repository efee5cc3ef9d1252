import type { DateMention } from './dates.ts';
import { type Found, found, isSupposed, type Reading } from './reading.ts';
import { any } from './words.ts';

type Year = Pick<DateMention, 'start' | 'end' | 'year' | 'relative'>;

const NOT = any('没有 没得 没 未曾 未 冇 莫得 莫');
/** Verbs that mean studying by themselves, and those that do so only where hours are talked of. */
const LEARN = any('学习 学 上 修 参加 读');
const LEARN_OR_DO = any('学习 学 上 修 参加 读 动 整 搞 弄 刷 听 做 看 干 碰 报 补 去');
/** The clause ends here, or goes on with another year or with what is asked about it: 「没学怎么办」. */
const END = '(?=$|[\\s,。;!?今去前怎咋会要有能可行算]|\\d\\d年|20\\d\\d)';

const NOTHING = new RegExp(
  `^年?度?${any('我 他 她 i_')}?${any('就 也 都 还 压根 根本 完全 一直 学时 课时 0个 0 课 半个 儿 是 1个 1点 一个 一点 的 基本 两年 和')}*(?:[^,。;!?\\d学谁怎证发考]{0,10}?)(?:没有?|未)[去有得]?${any('怎么')}?${any('学习 学 上 修 参加 读 动')}${any('过 啊 呢 习 到(?=$|[,。]) 课 成 继续教育 学时')}?${END}`,
);
/** 「家里有事，没去学」: one clause between, in which nothing is studied. */
const NOTHING_AFTER_REASON = new RegExp(
  `^年?[^,。;!?\\d学今去前明谁怎证发拿考换]{1,14},(?:我|他|她|就|所以|一直|都|也|根本|压根)*${NOT}[去来]?${LEARN}(?:过|成)?(?:啊|呢)?${END}`,
);
const NOTHING_MOVED =
  /^(?:学时|课时)?[^,。;!?\d学]{0,20}?(?:学时|课)?[一1][个节点分堂](?:学时|课)?[都也]?没有?(?:学|上|修|读|动)(?!够|满|完|多少|过瘾)|^(?:一点|1点|根本|都|也|完全|压根)*(?:没|未)(?:动|学|上)(?=$|[,。;!?])/;
/** 「屋头有事，一个学时都没整」, 「啥都没学到」. */
const NOT_ONE = new RegExp(
  `^年?[^。;!?\\d学今去前明谁怎证发拿考换]{0,18}?(?:[一1半][个节点分堂门丁]点?|啥子?|什么|任何)(?:学时|课时|学分|网课|课|培训|继续教育)?儿?[都也]?${NOT}[去来]?${LEARN_OR_DO}(?:到|过|成|着|上|得)?${any('啊 呢 哦 嘛 噻 咧 的')}?${END}`,
);
/** 「没时间学」, 「忘了学」, 「没顾上」. */
const NO_TIME = new RegExp(
  `^年?[^,。;!?\\d学谁怎证]{0,8}?(?:${NOT}(?:时间|得空|空|工夫|功夫|机会|精力|条件|法)[去来]?(?:学习?|上课|修|听课|参加)|${NOT}顾得?上(?:去?学习?)?|忘(?:了|记)去?(?:学习?|上课|修))${END}`,
);
/** Where hours are talked of these need no noun: 「去年没整」, 「去年挂零」, 「2025年没有学时」. */
const NOTHING_DONE = new RegExp(
  `^年?度?(?:我|他|她)?${any('就 也 都 还 又 压根 根本 完全 一直 是 那年 全年 一整年 整年 等于 的 学时 课时')}*(?:${NOT}[去来]?${LEARN_OR_DO}(?:过|成)?(?:学时|课时|网课|课|继续教育|培训)?(?:啊|呢)?|${NOT}(?:任何|1个|一个)?(?:学时|课时|学分|继续教育|培训|课)|挂零|零蛋|鸭蛋|白板|空白|空着|空的?)的?${END}`,
);
const OF_HOURS = /学时|学识|课时|学分|继续教育|网课|上课|听课/;
/** What the system shows may be what was not entered yet. */
const OF_SYSTEM = /系统|查|显示|录|报上|上报|记录/;

const NOTHING_ENGLISH =
  /(?:(?:did|done|do|have|had|got|took)(?:n't| not)?(?: do| done)? (?:nothing|none|any(?: hours| training|thing)?|no hours|no training|zero(?: hours)?)|(?:did(?:n't| not)|never) (?:study|studied|train|trained|attend|attended)(?: anything| any(?: hours| courses?| training)?)?|skipped(?: it| the hours| training)?|no hours|zero hours|(?<=(?:^|[,.;] |\band ))(?:and )?(?:none|nothing|zero))(?: at all| yet| so far| to date)?(?: in| for)? $/;
/** "In 2023 I did none", "last year I didn't do any". */
const NOTHING_AFTER_ENGLISH =
  /^[,:]? ?(?:i |we |he |she )?(?:(?:did |had |have |got |took )?(?:none|nothing|no hours|zero)(?: hours| at all)?|(?:did(?:n't| not)|have(?:n't| not)|has(?:n't| not)|never) (?:do|done|study|studied|train|trained|take|taken|attend|attended|get|got|log|logged)(?: any(?:thing)?| one| a single| at all| hours?| training| courses?| of (?:it|them))*|skipped(?: it| everything| all of it)?)(?=$|[,.;!?])/;

/** 「假如今年一个都不学呢」. */
const NOT_STUDYING =
  /^年?我?(?:就|再|一个|1个|一点|1点|一节|学时|课|都|也|完全|干脆)*[不没](?:再)?[学修上读](?!员|完|够|满)/;
const ASKED_OF = /^[^,。;!?]{0,12}(?:是不是|是否|有没有)/;
const SINCE_BEFORE = /(?:从|自)$/;
const SINCE_AFTER = /^年?(?:到(?!现在|目前|今天|如今)|至(?!今)|以来|开始|起)/;

/** Years in which nothing was done: 「去年一个学时都没学」. A supposition among them is told as one. */
export function emptyYears(
  { text, situation }: Reading,
  years: readonly Year[],
  records: readonly Found[],
  isWhatIf: (place: number) => boolean,
): Found[] {
  const ofHours = OF_HOURS.test(text) || HOURS_TALK.includes(situation.lastTopic) || situation.asking === 'record';
  const isEmpty = ({ start, end }: Year) => {
    const behind = text.slice(end, end + 40);
    if (ASKED_OF.test(behind)) return false;
    return (
      NOTHING.test(text.slice(end, end + 28)) ||
      NOTHING_MOVED.test(behind) ||
      NOTHING_AFTER_REASON.test(behind) ||
      NOTHING_AFTER_ENGLISH.test(text.slice(end, end + 60)) ||
      NOTHING_ENGLISH.test(text.slice(Math.max(0, start - 40), start)) ||
      NO_TIME.test(behind) ||
      (ofHours && !OF_SYSTEM.test(text) && (NOT_ONE.test(behind) || NOTHING_DONE.test(behind)))
    );
  };
  const supposed = years
    .filter(({ start, end }) => NOT_STUDYING.test(text.slice(end, end + 24)) && isWhatIf(start))
    .map(({ year, start, end }) =>
      found({ name: 'record', value: { year, hours: 0, supposed: true } }, start, end, 0.9),
    );
  if (supposed.length > 0) return supposed;
  return years
    .filter(year => isEmpty(year) && !isSupposed(text, year.start))
    .filter(({ start, end }) => !SINCE_BEFORE.test(text.slice(0, start)) && !SINCE_AFTER.test(text.slice(end, end + 4)))
    .filter(year => !records.some(({ start, end }) => start <= year.start && end >= year.end))
    .map(year => found({ name: 'record', value: { year: year.year, hours: 0 } }, year.start, year.end, 0.9));
}

/** After hours were reckoned, what is said of a year is said of its hours. */
export const HOURS_TALK: readonly unknown[] = ['hours-shortfall', 'annual-hours', 'hours-start', 'my-hours'];
