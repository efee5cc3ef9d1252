import { type Amount, OVER, STUDY } from './amounts.ts';
import type { DateMention } from './dates.ts';
import { endsClause, type Found, found, isSupposed, type Reading } from './reading.ts';
import { any } from './words.ts';

type Year = Pick<DateMention, 'start' | 'end' | 'year'>;

const PLAN = any('打算 计划 准备 预计 争取 预备 想 再 会 要 补');
const PLANNED = new RegExp(
  any(
    '打算 计划 准备 预计 争取 预备 再学 想学 还想 要再 会学 补学 将学 will plan_to plan_on planning_to going_to intend hope_to aim',
  ),
);

/** Between a year and its hours stand only these: 「去年我才学了」, "in 2025 I did". */
const YEAR_TO_AMOUNT = new RegExp(
  `^年?度? ?${any('一年 全年 一整年 整年 那年 这年 里')}?的?(?:(?:继续教育|培训)?(?:学时|课时))? ?${any('我 他 她 俺 人家 i_ he_ she_ we_')}?${any('是 就 才 只 仅 共计 合计 实际 已经? 也 都 还 一共 总共 共 累计 则 又 呢 一个 有 竟 刚 目前 到现在 到目前')}*${PLAN}*${STUDY}?(?:${OVER}|的是|到|够|满)?(?:有|是|学时)?[ :,、(-]*${any('only just have had did do got took completed finished done studied study learned learnt learn trained train attended attend put_in will planning_to plan_to going_to intend_to hope_to so_far it_was was i another hours hrs : , _')}*$`,
);
/** A few other words that tell of studying, and of nothing else: 「去年停工，就上了」, "I only managed". */
const FEW_WORDS =
  /^年?度?(?!.*(?:要|需|必须|应|差|缺|欠|规定|至少|多少|几|怎|吗|能|如果|再|打算|准备|计划|证|发|need|must|should|short|missing|another|if|will|plan|cert|issued))[^。;!?\d]{0,14}(?:[学上听读修刷整弄搞完攒凑混][了过满到完]?|只有|才|有|是|为|did|do|done|study|studied|logged|earned|managed|reached|crammed in|scraped together|put in|got|have|completed|finished|took|together|shows?|only|just)[ 了的是才只有]*$/;
/** "18 hours last year", "20 in 2024". */
const AMOUNT_TO_YEAR =
  /^(?: (?:hours?|hrs|credits?|done|completed|so far|of training|of study|of courses|of class|of continuing education))*(?: in| for| during| of| from)? $/;
const NOTHING = new RegExp(
  `^年?度?${any('我 他 她 i_')}?${any('就 也 都 还 压根 根本 完全 一直 学时 课时 0个 0 课 半个 儿 是 1个 1点 一个 一点 的 基本 两年 和')}*(?:[^,。;!?\\d学谁怎]{0,6}?)(?:没有?|未)[去有得]?${any('怎么')}?${any('学习 学 上 修 参加 读 动')}${any('过 啊 呢 习 到(?=$|[,。]) 课 成 继续教育 学时')}?(?=$|[\\s,。;!?今去])`,
);
const NOTHING_ENGLISH =
  /(?:(?:did|done|do|have|had|got|took)(?:n't| not)?(?: do| done)? (?:nothing|none|any(?: hours| training|thing)?|no hours|no training|zero(?: hours)?)|no hours|zero hours|(?<=(?:^|[,.;] ))(?:and )?(?:none|nothing|zero))(?: at all)?(?: in| for)? $/;
/** "In 2023 I did none". */
const NOTHING_AFTER_ENGLISH =
  /^[,:]? ?(?:i |we )?(?:did |had |have |got |took )?(?:none|nothing|no hours|zero)(?: hours| at all)?(?=$|[,.;!?])/;
const NOTHING_MOVED =
  /^[^,。;!?\d]{0,20}?(?:学时|课)?[一1][个节点分堂](?:学时|课)?[都也]?没有?(?:学|上|修|读|动)|^(?:一点|1点|根本|都|也|完全|压根)*(?:没|未)(?:动|学|上)(?=$|[,。;!?])/;

/** Hours of named years, and which amounts they took. */
export function findRecords(
  { text, situation }: Reading,
  amounts: readonly Amount[],
  years: readonly Year[],
  talk: boolean,
): { facts: Found[]; used: ReadonlySet<Amount> } {
  const linked = amounts.flatMap(amount => {
    const year = amount.professional || amount.vague || isCode(amount) ? undefined : yearOf(text, amount, years);
    return year ? [{ amount, year }] : [];
  });
  const sure =
    talk ||
    situation.asking === 'record' ||
    linked.length > 1 ||
    (linked.length > 0 && amounts.some(({ professional }) => professional)) ||
    linked.some(({ amount }) => amount.counted || isFraction(text, amount));
  if (!sure) return { facts: emptyYears(text, years, []), used: new Set() };
  const used = new Set<Amount>();
  const facts = linked.map(({ amount, year }, at) => {
    const professional = professionalOf(text, amount, linked[at + 1]?.amount, amounts);
    used.add(amount);
    if (professional) used.add(professional);
    const start = Math.min(amount.start, year.start);
    const end = Math.max(amount.end, year.end, professional?.end ?? 0);
    return found({ name: 'record', value: recordOf(text, year, amount, professional) }, start, end, 0.93);
  });
  return { facts: [...facts, ...emptyYears(text, years, facts)], used };
}

/** The hours of 专业岗位知识 that are named before the next record begins. */
function professionalOf(
  text: string,
  amount: Amount,
  next: Amount | undefined,
  all: readonly Amount[],
): Amount | undefined {
  return all.find(
    ({ professional, start }) =>
      professional &&
      start > amount.end &&
      start < (next?.start ?? Infinity) &&
      !/[。;!?\n]/.test(text.slice(amount.end, start)),
  );
}

function recordOf(
  text: string,
  year: Year,
  amount: Amount,
  professional: Amount | undefined,
): Extract<Found, { name: 'record' }>['value'] {
  const from = Math.min(year.start, amount.start);
  const clause = text.slice(year.start > amount.start ? Math.max(0, from - 24) : from, amount.start);
  return {
    year: year.year,
    hours: amount.value,
    ...(professional ? { professionalHours: professional.value } : {}),
    ...(PLANNED.test(clause.slice(clause.search(/[^,。;!?\n]*$/))) ? { planned: true as const } : {}),
  };
}

/** 「今年24.5」: neither a day, as 「今年6.1」, nor counted by another word. */
const isFraction = (text: string, { value, end }: Amount): boolean =>
  value >= 13 && !Number.isInteger(value) && endsClause(text, end);

/** 「2016年106」 is a trade. */
export const isCode = ({ value, counted }: Amount): boolean => !counted && value >= 101 && value <= 115;

/** "certificate, yr 2018, I have 34 hours": the year belongs to the certificate. */
const OF_CERTIFICATE_BEFORE =
  /(?:(?:cert(?:ificate)?|card|issued|dated)(?:[ :(/=]*,? ?(?:yr|year))?|证年|年份|发证|证书?)[ :(/=是]*$/;
const isOfCertificate = (text: string, { start }: Year): boolean =>
  /\d/.test(text[start]!) && OF_CERTIFICATE_BEFORE.test(text.slice(Math.max(0, start - 24), start));

/** 「今年要32」: the number that the rule asks for, not hours that were done. */
const NEEDED_BEFORE = /(?:要|需|需要|得|必须|应该?|应当|差|至少|起码|need|needs|must|have to)[学修上读有够满到]*$/;
const RULE = [22, 32, 64];

function yearOf(text: string, amount: Amount, all: readonly Year[]): Year | undefined {
  if (RULE.includes(amount.value) && NEEDED_BEFORE.test(text.slice(Math.max(0, amount.start - 6), amount.start)))
    return undefined;
  const years = all.filter(year => !isOfCertificate(text, year));
  const last = years.findLast(year => year.end <= amount.start);
  const between = last ? text.slice(last.end, amount.start) : '';
  if (last && /^[:,]? ?$/.test(between)) return last;
  const next = years.find(year => year.start >= amount.end);
  if (next && /[a-z]/.test(text.slice(amount.end, next.end)) && AMOUNT_TO_YEAR.test(text.slice(amount.end, next.start)))
    return next;
  if (last === undefined || between.length > 40) return undefined;
  return YEAR_TO_AMOUNT.test(between) || (amount.counted && FEW_WORDS.test(between)) ? last : undefined;
}

const SINCE_BEFORE = /(?:从|自)$/;
const SINCE_AFTER = /^年?(?:到|至|以来|开始|起)/;

/** 「去年一个学时都没学」. */
function emptyYears(text: string, years: readonly Year[], records: readonly Found[]): Found[] {
  const isEmpty = ({ start, end }: Year) =>
    NOTHING.test(text.slice(end, end + 24)) ||
    NOTHING_MOVED.test(text.slice(end, end + 40)) ||
    NOTHING_AFTER_ENGLISH.test(text.slice(end, end + 40)) ||
    NOTHING_ENGLISH.test(text.slice(Math.max(0, start - 40), start));
  return years
    .filter(year => isEmpty(year) && !isSupposed(text, year.start))
    .filter(({ start, end }) => !SINCE_BEFORE.test(text.slice(0, start)) && !SINCE_AFTER.test(text.slice(end, end + 4)))
    .filter(year => !records.some(({ start, end }) => start <= year.start && end >= year.end))
    .map(year => found({ name: 'record', value: { year: year.year, hours: 0 } }, year.start, year.end, 0.9));
}
