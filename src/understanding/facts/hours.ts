import { type Amount, findAmounts, OVER, STUDY } from './amounts.ts';
import { type DateMention, findDates } from './dates.ts';
import { findEachYear, findSums } from './each-year.ts';
import { has } from './gate.ts';
import { HOURS_TALK } from './none.ts';
import { ownAmong } from './owners.ts';
import { isOfEachYear } from './professional.ts';
import { ASKED, after, before, type Found, found, isSupposed, matches, type Reading } from './reading.ts';
import { findRecords, isCode } from './records.ts';
import { any } from './words.ts';

const TALK = new RegExp(
  `学时|课时|小时|钟头|hours?\\b|hrs?\\b|\\d ?h(?![a-z])|${any('学 修 上 听 刷 读')}${OVER}|${any('没学 打算学 计划学 准备学 再学 才学 只学 继续教育 学习 专业课')}|[满够]了\\d|\\bstudied\\b|\\d个?,?(?:的|是|都|其中)?专业|专业[^\\d,。;!?]{0,6}\\d|\\d,? (?:(?:of|in) (?:which|them|those|it) )?(?:\\d{1,2} )?professional|professional[^\\d,.;!?]{0,8}\\d`,
);
const MAY_BE_HOURS =
  /专业|professional|[去今前]年|\d年|year|\bin \d{4}|(?:19|20)\d\d ?[:=]? ?\d{1,3}|\beach\b|(?<!\d)20\d\d:? \d{1,3}[,;] ?20\d\d:? \d/;
const PAIR = /(?<![\d/.-])(?<hours>\d{1,3})(?:个?学时)? ?\/ ?(?<professional>\d{1,3})(?![\d/.-]|年|月)/g;

const REQUIRED = new RegExp(
  `${any('要 需 需要 必须 须 应该? 应当 得(?!了) 满(?!了) 够(?!了) 凑 凑够 凑满 达到? 不足 不满 不够 不到 没到 没满 未满 低于 少于 不少于 不低于 至少 最少 起码 超过 每年 每一年 一年 年年 规定 标准 那 这 所谓 什么 是 两年 加起来 2年 必修 要求 才算 任务 must needs? need_to required? requires at_least minimum under below less_than fewer_than reach per_year each_year every_year a_year have_to_do the those these full between of')}${any('学 修 上 完成 读 有 是 的 个 总共 一共 到 满 够 do complete take study _')}* ?$`,
);
/** What makes even 「要」 and 「满」 a thing done: 「已经满32」, 「够32了」. */
const ALREADY_BEFORE =
  /(?:了|已经?|才|只|共|有|刚)[^,]{0,4}$|学时(?:都|也|是|已经?)?[够满]$|(?:completed|finished|done)(?: all)?(?: of)? (?:the|those) ?$/;
const ALREADY_AFTER = /^了(?!吗|么|没|不)/;
const DONE_BEFORE = new RegExp(
  `(?:${STUDY}${OVER}|${any('学到 学的 拿到了? 显示 累计 一共 总共 合计 共计 共 总学时 总学时为 总的 已学 已修 已完成 已有 已经? 才学 才修 才有? 只学 只有 只修 就学 就 仅 刚学 刚 目前 现在 我有 我学 有了? 学习 学时 done completed finish finished did have had took got total total_of studied logged earned clocked only do with my_hours_(?:is|are) hours_(?:is|are)')})(?:${any('了 有 是 学 满 够 过 个 的 才 倒 就 也 只 共 修 : for about like i up just all of the those _')})* ?$|(?:^|[,;.:] ) ?(?:my |total )?hours:? $`,
);
const FINISHED_AFTER = new RegExp(
  `^(?:都?${any('学完 学满 学够 学过 学好 修完 修满 完成 搞定 读完 刷完 上完 弄完 做完 学了 修了')}|(?:都|也|早|早就|全)?${any('学 修 上 读 刷 看 坐 听')}${any('完 满 够 齐')}(?:了|嗮|晒)?(?!才|就|再|之后|以后|后)|已|了(?!吗|么)| ${any('done completed finished so_far already')})`,
);
/** 「32个够不够」 names no hours that were done. */
const ASKS_IF_ENOUGH = /^[^,。;!?]{0,6}(?:够不够|够吗|行不行|可以吗|是不是|才)/;
/** Somewhere before the number in its clause: it is told as a thing that is so. */
const SO_BEFORE =
  /[了才只已完过共]|名下|课时$|^课时|现在|目前|至今|到今天|显示|记录|记了|总数|总的|总学时|^总|\b(?:i|we|he|she|have|has|had|did|do|done|got|now|so far|just|already|only|logged|record|shows?|says|study|studied|finish(?:ed)?|complet(?:ed)?|clocked|racked|total|tally|earned|managed|racked|put in|i'm at|reached|crammed|attend(?:ed)?|take|took)\b/;
/** And none of these: a wish, a rule, a lack, a question. */
const NOT_SO_BEFORE =
  /要|需|得(?![了到])|必须|应|差|缺|欠|少|不够|还剩|规定|标准|至少|起码|最低|每年|年年|多少|几|怎|哪|吗|能|可以|如果|假如|万一|再|打算|准备|计划|想|\b(?:need|must|should|required?|requires|rule|at least|minimum|short|missing|left|more|another|if|how|what|when|which|why|can|could|would|will|plan|want|each|every|per|to go|until|before)\b/;
const DONE_AFTER = new RegExp(
  `^(?:都?${any('学完 学满 学够 学过 学好 修完 修满 完成 搞定 读完 刷完 上完 弄完 做完 学了 修了')}|(?:都|也|早|早就|全)?${any('学 修 上 读 刷 看 坐 听')}${any('完 满 够 齐')}(?:了|嗮|晒)?(?!才|就|再|之后|以后|后)|已|了|,其中|,? ?[(（]?(?:其中)?(?:本?专业)|全学|全部|到手|入库| ${any('done completed finished so_far already in_total under_my_belt behind_me logged clocked in(?=$|[,.;!?])')}|,? ${any('of_which including with')}|,?还?[差缺少]|(?: of (?:study|training))? (?:not|didn't|don't|haven't|aren't) (?:appear|show|record|enter))`,
);
/** A bare number is hours only right after these. */
const STUDIED = new RegExp(
  `${STUDY}${OVER}个?$|学时${any('是 为 有 : 共 总共 一共 够 满 只 才 就 仅 倒')}*$|总的${any('是 有 : 共 只 才 就 倒 也')}*$|(?:总共|一共|合计|共计|累计|总计|总)${any('是 有 : 学 修 上 听 了 到 就')}*$|[才只已刚我]学了?$|hours?:? (?:is|are|:)? ?$`,
);
/** 「两年学了五十八」: of no one year, and not for the exchange. */
export const TWO_YEARS = /(?:[两2]年|[两2]年来|two years|第[一二12]年)/;
/** "I paid 300 for 20 hours": on offer, not done. */
export const PAID_FOR = /(?:paid|pays?|costs?|fees?|花了?|交了?|收费?|缴)[^,。;!?.]*$/;
/** Hours of another year: those of a year that could not be joined to them are nobody's of now. */
const PAST_YEAR = /(?:去年|前年|上年|旧年|last ye?a?r|year before)[^,。;!?]*$/;
const SUM = /(?:累计|一共|总共|合计|共计|总学时|加起来|total)[^\d,]{0,6}$/;

/** 「要32，我只有19」: by the number that everybody needs it is clear what the other one counts. */
const RULE_NAMED =
  /(?:要|需|得|必须|应该|满|够|规定|need|needs|required?|requires|must|rule|supposed)[^,。;!?\d]{0,12}(?:32|64)(?![\d年月.])/;

/** What a message tells of hours: records of named years, and the hours of the continuing education done for the exchange. */
export function findHours(reading: Reading): Found[] {
  const { text, situation } = reading;
  const asked = situation.asking === 'training.hours' || situation.asking === 'training.professionalHours';
  const beside = has(text, RULE_NAMED);
  const talk = beside || has(text, TALK);
  if (!asked && !talk && situation.asking !== 'record' && !has(text, MAY_BE_HOURS) && !has(text, LISTED)) return [];
  const dates = findDates(text, situation.today);
  const yearly =
    [findYearList(text, situation.today), findYearlyPairs(text, dates)].find(list => list.length > 0) ?? [];
  if (yearly.length > 0) return yearly;
  const pairs = asked || talk ? findPairs(text, dates) : [];
  const listed = pairs.length > 0 ? pairs : findListed(text, dates);
  if (listed.length > 0) return listed;
  const each = findEachYear(reading, dates);
  const spoken = [...each, ...findSums(reading)];
  const isFree = ({ start, end }: { start: number; end: number }) =>
    !spoken.some(other => start < other.end && end > other.start);
  const amounts = findAmounts(text, dates).filter(isFree);
  const years = dates.filter(
    date => date.month === undefined && (!date.short || /年$/.test(text.slice(date.start, date.end))) && isFree(date),
  );
  const records = findRecords(reading, amounts, years, talk || each.length > 0);
  const free = amounts.filter(amount => !records.used.has(amount));
  const ofYears = asked ? [] : ofEachYear(reading, free, [...each, ...records.facts]);
  const left = ofYears.length > 0 ? free.filter(({ professional }) => !professional) : free;
  return [
    ...each,
    ...records.facts,
    ...ofYears,
    ...(asked ? answeredHours(reading, left) : toldHours(text, left, talk, beside)),
  ];
}

const IS_RULE = /要|需|[必应]|规定|至少|起码|不少于|得(?!了)|must|need|require|at least/;

/** 「专业都是24」 beside hours of several years, or after them. */
function ofEachYear({ text, situation }: Reading, amounts: readonly Amount[], records: readonly Found[]): Found[] {
  if (records.length < 2 && !HOURS_TALK.includes(situation.lastTopic)) return [];
  const one = amounts.find(amount => amount.professional && !amount.vague && isOfEachYear(text, amount));
  return one === undefined ||
    IS_RULE.test(before(text, one.start, 24)) ||
    /^[^,。;!]{0,6}[吗么?]/.test(text.slice(one.end))
    ? []
    : [found({ name: 'professionalEach', value: one.value }, one.start, one.end, 0.9)];
}

/** 「2022:64(40) 2023:0」, 「2023=32 2024=20」, 「23满32，24零」: years in a row, each with its hours. */
const YEAR_ITEM =
  /(?<![\d.-])(?:(?<full>20[12]\d)年?度? ?[:=] ?|(?<short>2\d)(?=年?[满是零]|年?学了)年?(?:满|是|学了)?)(?<hours>\d{1,3}|零)(?!\d|[年月日号.-])(?:学时|个)?(?: ?(?:\/|\((?:其中)?(?:专业?)?) ?(?<professional>\d{1,3})\)?)?/g;
const FEWEST_YEARS = 2;

function findYearList(text: string, today: string): Found[] {
  const items = matches(text, YEAR_ITEM).map(({ groups, index, 0: all }) => ({
    year: Number(groups!.full ?? `20${groups!.short}`),
    hours: Number(groups!.hours!.replace('零', '0')),
    professionalHours: groups!.professional === undefined ? undefined : Number(groups!.professional),
    start: index,
    end: index + all.length,
  }));
  const years = items.map(({ year }) => year);
  const inOrder =
    years.every((year, at) => at === 0 || year > years[at - 1]!) &&
    years.every(year => year <= Number(today.slice(0, 4)));
  const fits = items.every(({ hours, professionalHours = 0 }) => professionalHours <= hours && hours <= 400);
  if (items.length < FEWEST_YEARS || !inOrder || !fits) return [];
  return items.map(({ year, hours, professionalHours, start, end }) =>
    found(
      { name: 'record', value: { year, hours, ...(professionalHours === undefined ? {} : { professionalHours }) } },
      start,
      end,
      0.92,
    ),
  );
}

/** 「23年 30/22；24年 32/22」. */
function findYearlyPairs(text: string, dates: readonly DateMention[]): Found[] {
  return [...matches(text, PAIR)].flatMap(match => {
    const [hours, professionalHours] = [Number(match.groups!.hours), Number(match.groups!.professional)];
    const year = dates.find(
      ({ end, month }) =>
        month === undefined && /^年?度?[ :]{0,2}$/.test(text.slice(end, match.index)) && end <= match.index,
    );
    if (!year || professionalHours > hours || hours > 400) return [];
    return [
      found(
        { name: 'record', value: { year: year.year, hours, professionalHours } },
        year.start,
        match.index + match[0].length,
        0.92,
      ),
    ];
  });
}

/** 「32/22」. */
function findPairs(text: string, dates: readonly DateMention[]): Found[] {
  return [...matches(text, PAIR)].flatMap(match => {
    const [hours, professional] = [Number(match.groups!.hours), Number(match.groups!.professional)];
    const [start, end] = [match.index, match.index + match[0].length];
    if (professional > hours || hours > 400 || REQUIRED.test(before(text, start))) return [];
    if (dates.some(date => date.start < end && date.end > start)) return [];
    const cut = start + match[0].indexOf('/');
    return [
      found({ name: 'training.hours', value: hours }, start, cut, 0.9),
      found({ name: 'training.professionalHours', value: professional }, cut + 1, end, 0.9),
    ];
  });
}

/** Two numbers beside each other in a list of bare facts: 「资料员 2018 查得到 32 22」, 「114/2018/查得到/32/22」. */
const LISTED =
  /(?<=[ ,/、;|])(?<hours>\d{1,3})(?:学时|h)?[ ,/、;|] ?(?:专业)?(?<professional>\d{1,3})(?:学时|h)?(?=$|[ ,/、;|。])/g;
const LIST_ITEM = /[^ ,/、;|。]+/g;
const LONGEST_ITEM = 9;
const FEWEST_ITEMS = 4;

function findListed(text: string, dates: readonly DateMention[]): Found[] {
  const items = text.match(LIST_ITEM) ?? [];
  if (items.length < FEWEST_ITEMS || items.some(item => item.length > LONGEST_ITEM) || /[a-z]{2}/.test(text)) return [];
  const names = dates.length > 0 || /员|(?<!\d)1(?:0[1-9]|1[1-5])(?!\d)/.test(text);
  const pairs = matches(text, LISTED).filter(({ index, groups }) => {
    const [hours, professional] = [Number(groups!.hours), Number(groups!.professional)];
    const [start, end] = [index, index + String(groups!.hours).length];
    const isCode = hours >= 101 && hours <= 115;
    return (
      professional <= hours && hours <= 200 && !isCode && !dates.some(date => date.start < end && date.end > start)
    );
  });
  const [only, ...others] = pairs;
  if (only === undefined || others.length > 0 || !names) return [];
  const [start, end] = [only.index, only.index + only[0].length];
  const cut = start + only.groups!.hours!.length;
  return [
    found({ name: 'training.hours', value: Number(only.groups!.hours) }, start, cut, 0.85),
    found({ name: 'training.professionalHours', value: Number(only.groups!.professional) }, cut + 1, end, 0.85),
  ];
}

/** "I plan to do all 32 hours": not done yet. */
const INTENDED =
  /\b(?:plan(?:s|ning|ned)?|going|intend(?:ing)?|want(?:ing)?|hope|hoping|like|aim(?:ing)?|expect) to\b[^,.;!?]*$|\b(?:will|i'll|gonna|could|would|should)\b[^,.;!?]*$|(?:打算|计划|准备|预计|想要?|争取)[^,。;!?\d]{0,8}$/;

/** Hours that the words around them make a thing done. Of several sums that differ none is told, but one that is named as the sum. */
function toldHours(text: string, amounts: readonly Amount[], talk: boolean, beside: boolean): Found[] {
  if (!talk) return [];
  const told = amounts.filter(
    amount =>
      !amount.vague &&
      !INTENDED.test(before(text, amount.start, 40)) &&
      !TWO_YEARS.test(before(text, amount.start, 14)) &&
      !PAST_YEAR.test(before(text, amount.start, 30)) &&
      !PAID_FOR.test(before(text, amount.start, 24)) &&
      !isRequired(text, amount) &&
      !isConditional(text, amount),
  );
  const professional = told.filter(amount => amount.professional);
  const done = told.filter(amount => !amount.professional && isDone(text, amount, professional, beside));
  const totals = ownAmong(text, done);
  const sums = totals.filter(amount => SUM.test(before(text, amount.start)));
  const certain = new Set(totals.map(({ value }) => value)).size > 1 ? sums : totals;
  return [
    ...certain.map(amount => hoursFact(amount, 0.92)),
    ...professional
      .filter(
        amount =>
          certain.length > 0 ||
          DONE_BEFORE.test(before(text, amount.start, 20)) ||
          CHANGED_BEFORE.test(before(text, amount.start, 20)) ||
          FINISHED_AFTER.test(after(text, amount.end)),
      )
      .map(amount => hoursFact(amount, 0.92)),
  ];
}

/** 「专业也改成20」. */
const CHANGED_BEFORE =
  /(?:改成|改为|改到|换成|更正为|应该是|应为|其实是|should be|is actually|changed? to|not \d+,? but) ?$/;

/** 「只有18个」 tells; 「只有…才」 supposes. */
const isConditional = (text: string, { start }: Amount): boolean =>
  isSupposed(text, start) &&
  !/(?<!如果|要是)只有$|(?<!if |what if )(?<!\b(?:need|needs|require|requires|takes|if i) )\bonly (?:got |have |had |did |done |do )?(?:about )?$/.test(
    before(text, start, 24),
  );

/** 「学满32学时，考核合格」: an item of what is told, and nothing that it would lead to. */
const FULL_BEFORE = /(?:^|[,。; ])(?:我|已经?|也|都|今年|去年)*(?:学|修|上|读)[满够] ?$/;
const LEADS_ON = /^(?:个|学时|课时)*,?(?:才|就|便|即|的话|吗|么|行|可以|能|之后|以后|后|再|\?|是不是|要|需)/;

function isRequired(text: string, { start, end }: Amount): boolean {
  const ahead = before(text, start, 24);
  if (FULL_BEFORE.test(ahead) && !LEADS_ON.test(after(text, end, 10))) return false;
  return REQUIRED.test(ahead) && !ALREADY_BEFORE.test(ahead) && !ALREADY_AFTER.test(after(text, end, 3));
}

function isDone(text: string, amount: Amount, professional: readonly Amount[], beside: boolean): boolean {
  const [ahead, behind] = [before(text, amount.start, 20), text.slice(amount.end, amount.end + 24)];
  const paired = !isCode(amount) && professional.some(({ start }) => start > amount.end && start - amount.end <= 20);
  if (!amount.counted && !beside && !paired && !STUDIED.test(ahead) && !/^,? ?[(（]?(?:其中)?专业/.test(behind))
    return false;
  const finished = DONE_AFTER.exec(behind);
  const so = SO_BEFORE.test(ahead) && !NOT_SO_BEFORE.test(ahead) && !ASKS_IF_ENOUGH.test(behind);
  const full = FULL_BEFORE.test(ahead) && !LEADS_ON.test(behind);
  return (
    so ||
    full ||
    DONE_BEFORE.test(ahead) ||
    paired ||
    (finished !== null && !ASKED.test(behind.slice(finished[0].length)))
  );
}

/** Where hours were asked for, one number is the answer, and of two one must be named as professional. */
function answeredHours({ situation }: Reading, amounts: readonly Amount[]): Found[] {
  const professional = amounts.filter(amount => amount.professional);
  if (amounts.length > 2 || (amounts.length === 2 && professional.length !== 1)) return [];
  const onlyProfessional = situation.asking === 'training.professionalHours' && amounts.length === 1;
  return amounts.map(amount =>
    hoursFact(onlyProfessional ? { ...amount, professional: true } : amount, amount.vague ? 0.7 : 0.95),
  );
}

function hoursFact({ start, end, value, professional }: Amount, confidence: number): Found {
  return found({ name: professional ? 'training.professionalHours' : 'training.hours', value }, start, end, confidence);
}
