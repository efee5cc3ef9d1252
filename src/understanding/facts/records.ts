import { type Amount, OVER, STUDY } from './amounts.ts';
import type { DateMention } from './dates.ts';
import { emptyYears } from './none.ts';
import {
  areAllProfessional,
  isOfEachYear,
  isWithin,
  PROFESSIONAL_WORDS,
  professionalScopes,
  type Scope,
} from './professional.ts';
import { before, endsClause, type Found, found, type Reading } from './reading.ts';
import { any } from './words.ts';

type Year = Pick<DateMention, 'start' | 'end' | 'year' | 'relative'>;

const PLAN = any('打算 计划 准备 预计 争取 预备 想 再 会 要 补');
const PLANNED = new RegExp(
  any(
    '打算 计划 准备 预计 争取 预备 再学 想学 还想 要再 会学 补学 将学 will plan_to plan_on planning_to going_to intend hope_to aim',
  ),
);

/** Between a year and its hours stand only these: 「去年我才学了」, "in 2025 I did". */
const YEAR_TO_AMOUNT = new RegExp(
  `^年?度? ?(?:[/·|] ?)?${any('一年 全年 一整年 整年 那年 这年 里')}?的?(?:继续教育|培训)?(?:学时|课时)? ?${any('我 他 她 俺 人家 i_ he_ she_ we_')}?${any('是 就 才 只 仅 共计 合计 实际 已经? 也 都 还 一共 总共 共 累计 则 又 呢 一个 有 竟 刚 目前 到现在 到目前')}*${PLAN}*${STUDY}?(?:${OVER}|的是|到|够|满)?(?:有|是|学时)?[ :,、(-]*${any('only just have had did do got took completed finished done studied study learned learnt learn trained train attended attend put_in will planning_to plan_to going_to intend_to hope_to so_far it_was was i another hours hrs : , _')}*$`,
);
/** A few other words that tell of studying, and of nothing else: 「去年停工，就上了」, "I only managed". */
const FEW_WORDS =
  /^年?度?(?!.*(?:要|需|必须|应|差|缺|欠|规定|至少|多少|几|怎|吗|能|如果|再|打算|准备|计划|证|发|need|must|should|short|missing|another|if|will|plan|cert|issued))[^。;!?\d]{0,14}(?:[学上听读修刷整弄搞完攒凑混][了过满到完]?|只有|才|有|是|为|did|do|done|study|studied|logged|earned|managed|reached|crammed in|scraped together|put in|got|have|completed|finished|took|together|shows?|only|just)[ 了的是才只有]*$/;
/** "18 hours last year", "20 in 2024". */
const AMOUNT_TO_YEAR =
  /^(?: (?:hours?|hrs|credits?|done|completed|so far|of training|of study|of courses|of class|of continuing education))*(?: in| for| during| of| from)? $/;
/** After hours were reckoned, a number beside a year is one of hours without further words. */
const AFTER_HOURS: readonly unknown[] = ['hours-shortfall', 'annual-hours'];
/** Nothing but a year and a number: 「24年32」; smaller numbers may be months, and some are codes. */
const ONLY_A_YEAR =
  /^(?:那|还有|另外|,| )*(?:\d{2}年|20\d\d年?|[去今前]年|last year |this year )(?:是|有|学了|:| )*(?<value>\d{2,3})(?:个|的|[。.!])*$/;
const LAST_MONTH = 12;

/** Hours of named years, and which amounts they took. */
export function findRecords(
  reading: Reading,
  amounts: readonly Amount[],
  years: readonly Year[],
  talk: boolean,
): { facts: Found[]; used: ReadonlySet<Amount> } {
  const { text, situation } = reading;
  const scopes = professionalScopes(text, years);
  const supposes = (place: number) => isWhatIf(text, place);
  const taken = new Set<Year>();
  const ofHours = yearsOfHours(text, years);
  const linked = amounts.flatMap(amount => {
    if (amount.vague || isCode(amount) || amount.professional || isWithin(amount, scopes)) return [];
    const year = yearOf(text, amount, ofHours, taken);
    if (year === undefined || mayBeMonth(situation, amount, year)) return [];
    // "20 hours last year, 30 this year": the year behind one number is not that of the next.
    if (year.start >= amount.end) taken.add(year);
    return [{ amount, year }];
  });
  const used = new Set<Amount>();
  const facts = linked.map(({ amount, year }, at) => {
    const professional = professionalOf(text, amount, linked[at + 1]?.amount, amounts, years);
    used.add(amount);
    if (professional) used.add(professional);
    const start = Math.min(amount.start, year.start);
    const end = Math.max(amount.end, year.end, professional?.end ?? 0);
    const value = recordOf(text, year, amount, professional);
    const { hours, professionalHours } = value;
    // 「如果今年再学14呢」: on top of what has been done.
    if (value.supposed && IN_ADDITION.test(text.slice(start, end)) && year.year === Number(situation.today.slice(0, 4)))
      return found(
        {
          name: 'supposed',
          value: { hours, ...(professionalHours === undefined ? {} : { professionalHours }), more: true },
        },
        start,
        end,
        0.9,
      );
    return found({ name: 'record', value }, start, end, 0.93);
  });
  const alone = professionalAlone(text, amounts, years, scopes, used);
  const sure =
    talk ||
    situation.asking === 'record' ||
    AFTER_HOURS.includes(situation.lastTopic) ||
    linked.length > 1 ||
    alone.length > 0 ||
    Number(ONLY_A_YEAR.exec(text)?.groups?.value ?? 0) > LAST_MONTH ||
    (linked.length > 0 && amounts.some(({ professional }) => professional)) ||
    linked.some(
      ({ amount, year }) =>
        amount.counted ||
        isFraction(text, amount) ||
        isWhatIf(text, Math.min(amount.start, year.start)) ||
        CHANGED_TO.test(text.slice(year.end, amount.start)),
    );
  if (!sure) return { facts: emptyYears(reading, years, [], supposes), used: new Set() };
  for (const amount of alone.flatMap(({ amounts }) => amounts)) used.add(amount);
  const all = [...facts, ...alone.map(({ fact }) => fact)];
  return { facts: [...all, ...emptyYears(reading, years, all, supposes)], used };
}

const IN_ADDITION = /再|多学|多修|另外|\b(?:more|another|extra)\b/;

/** 「24年5」 as an answer to when it was issued may be the month. */
const mayBeMonth = ({ asking }: Reading['situation'], { value, counted }: Amount, { relative }: Year): boolean =>
  asking === 'certificate.issuedOn' && !counted && !relative && value <= LAST_MONTH;

/** 「25年专业22」, 「其中专业去年14今年25」: professional hours of years whose hours stand elsewhere. */
function professionalAlone(
  text: string,
  amounts: readonly Amount[],
  years: readonly Year[],
  scopes: readonly Scope[],
  used: ReadonlySet<Amount>,
): { amounts: readonly Amount[]; fact: Found }[] {
  return amounts.flatMap(amount => {
    const inScope = isWithin(amount, scopes);
    if (used.has(amount) || amount.vague || !(amount.professional || inScope)) return [];
    const last = years.findLast(year => year.end <= amount.start);
    const between = last === undefined ? '' : text.slice(last.end, amount.start);
    const bare = between.replace(PROFESSIONAL_WORDS, '');
    const next = years.find(year => year.start >= amount.end);
    const behind = next !== undefined && AMOUNT_TO_YEAR.test(text.slice(amount.end, next.start)) ? next : undefined;
    const year =
      (inScope && /[a-z]/.test(text) ? behind : undefined) ??
      (last !== undefined && !/\d/.test(between) && (bare === '' || YEAR_TO_AMOUNT.test(bare) || CHANGED_TO.test(bare))
        ? last
        : undefined);
    if (year === undefined) return [];
    const total = totalBehind(text, amount, amounts, used);
    // 「今年上了4个都是专业的」: they are all that were done.
    const hours = total?.value ?? (areAllProfessional(text, amount) ? amount.value : undefined);
    const value = {
      year: year.year,
      ...(hours === undefined ? {} : { hours }),
      professionalHours: amount.value,
      ...(isWhatIf(text, Math.min(year.start, amount.start)) ? { supposed: true as const } : {}),
    };
    const [start, end] = [Math.min(year.start, amount.start), Math.max(year.end, total?.end ?? amount.end)];
    return [{ amounts: [amount, ...(total ? [total] : [])], fact: found({ name: 'record', value }, start, end, 0.9) }];
  });
}

const TOTAL_BETWEEN = /^(?:个|学时)*[,、 ]{0,2}(?:总的?|总共|一共|合计|共|in total|total)(?:学时|学了|是|有|:| )*$/;

/** 「26年专业6 总11」: the hours of the same year. */
const totalBehind = (
  text: string,
  amount: Amount,
  all: readonly Amount[],
  used: ReadonlySet<Amount>,
): Amount | undefined =>
  all.find(
    other =>
      !other.professional &&
      !used.has(other) &&
      other.start >= amount.end &&
      TOTAL_BETWEEN.test(text.slice(amount.end, other.start)),
  );

/** 「如果今年学到44呢」: supposed, unless 只有 and 只要 are all that sounds like it. */
const WHAT_IF = /(?:如果|要是|假如|假设|若是|若|倘若|万一|\bif\b|\bsuppos(?:e|ing)\b)[^,。;!?\n]*$/;
const isWhatIf = (text: string, place: number): boolean => WHAT_IF.test(before(text, place, 24));

/** The hours of 专业岗位知识 that are named before the next record begins. */
function professionalOf(
  text: string,
  amount: Amount,
  next: Amount | undefined,
  all: readonly Amount[],
  years: readonly Year[],
): Amount | undefined {
  return all.find(
    other =>
      other.professional &&
      !isOfEachYear(text, other) &&
      other.start > amount.end &&
      other.start < (next?.start ?? Infinity) &&
      !years.some(year => year.start >= amount.end && year.end <= other.start && !belongsBefore(text, amount, year)) &&
      !/[。;!?\n]/.test(text.slice(amount.end, other.start)),
  );
}

/** "18 hours in 2024, 12 professional": the year between them is that of the first. */
const belongsBefore = (text: string, amount: Amount, year: Year): boolean =>
  AMOUNT_TO_YEAR.test(text.slice(amount.end, year.start));

function recordOf(
  text: string,
  year: Year,
  amount: Amount,
  professional: Amount | undefined,
): Extract<Found, { name: 'record' }>['value'] & { hours: number } {
  const from = Math.min(year.start, amount.start);
  const clause = text.slice(year.start > amount.start ? Math.max(0, from - 24) : from, amount.start);
  return {
    year: year.year,
    hours: amount.value,
    ...(professional || areAllProfessional(text, amount)
      ? { professionalHours: professional?.value ?? amount.value }
      : {}),
    ...(PLANNED.test(clause.slice(clause.search(/[^,。;!?\n]*$/))) ? { planned: true as const } : {}),
    ...(isWhatIf(text, from) || asksIfReached(text, year, amount) ? { supposed: true as const } : {}),
  };
}

/** 「今年学满64行吗」: how it would be, for nothing says that it is done. */
const asksIfReached = (text: string, year: Year, amount: Amount): boolean =>
  REACHED.test(text.slice(year.end, Math.max(year.end, amount.start))) && ASKS_IF.test(text.slice(amount.end));
const REACHED = /^年?我?(?:要|能)?(?:学|修|上)?[到满够]$/;
const ASKS_IF =
  /^(?:个|学时|课时|小时)*,?(?:的话)?(?:就|还)?(?:行不行|行吗|可以吗|够不够|够吗|呢|会怎样|怎么样|咋样|能不能|稳不稳|没事吗)/;

/** 「今年24.5」: neither a day, as 「今年6.1」, nor counted by another word. */
const isFraction = (text: string, { value, end }: Amount): boolean =>
  value >= 13 && !Number.isInteger(value) && endsClause(text, end);

/** 「2016年106」 is a trade. */
export const isCode = ({ value, counted }: Amount): boolean => !counted && value >= 101 && value <= 115;

/** "certificate, yr 2018, I have 34 hours": the year belongs to the certificate. */
const OF_CERTIFICATE_BEFORE =
  /(?:(?:cert(?:ificate)?|card|issued|dated)(?:[ :(/=]*,? ?(?:yr|year))?|证年|年份|发证|证书?)[ :(/=是]*$/;
/** 「我电子证24年那年只刷了24个」: what was learnt in it stands right behind the year. */
const OF_LEARNING_AFTER =
  /^年?(?:度|那年|这年)?(?:我|就|才|只|都|又|也)*(?:学|刷|修|上了|读|继续教育|\d{1,3}个?(?:学时|课时|个))/;
const isOfCertificate = (text: string, { start, end }: Year): boolean =>
  /\d/.test(text[start]!) &&
  !OF_LEARNING_AFTER.test(text.slice(end, end + 16)) &&
  OF_CERTIFICATE_BEFORE.test(text.slice(Math.max(0, start - 24), start));

/** 「23年32 24年32」: years with their hours right behind. */
const LISTED_HOURS = /^年?[: ]?(?!1[01]\d)\d{1,3}(?!\d|[年月日号./-])/;

/** 「今年要32」: the number that the rule asks for, not hours that were done. */
const NEEDED_BEFORE = /(?:要|需|需要|得|必须|应该?|应当|差|至少|起码|need|needs|must|have to)[学修上读有够满到]*$/;
const RULE = [22, 32, 64];

/** Those that are not a certificate's; of years that stand in a row with their hours none is. */
function yearsOfHours(text: string, years: readonly Year[]): readonly Year[] {
  const listed = years.filter(({ end }) => LISTED_HOURS.test(text.slice(end, end + 6)));
  return listed.length > 1 ? years : years.filter(year => !isOfCertificate(text, year));
}

/** 「他23年其实只学了16」: adds nothing. */
const REALLY = /其实是?|实际上|确实|真正|(?<![a-z])(?:actually|really|in fact) /g;

function yearOf(text: string, amount: Amount, years: readonly Year[], taken: ReadonlySet<Year>): Year | undefined {
  if (RULE.includes(amount.value) && NEEDED_BEFORE.test(text.slice(Math.max(0, amount.start - 6), amount.start)))
    return undefined;
  const last = years.findLast(year => year.end <= amount.start);
  const between = (last ? text.slice(last.end, amount.start) : '').replace(REALLY, '');
  const ahead = years.find(year => year.start >= amount.end);
  // "…, 16 in 2025": the year that is joined by a word goes before the one that only stands near.
  if (ahead && /^(?: hours?| hrs?)? (?:in|for|during) $/.test(text.slice(amount.end, ahead.start))) return ahead;
  if (last && !taken.has(last) && /^[:,]? ?$/.test(between)) return last;
  if (
    ahead &&
    /[a-z]/.test(text.slice(amount.end, ahead.end)) &&
    AMOUNT_TO_YEAR.test(text.slice(amount.end, ahead.start))
  )
    return ahead;
  if (last === undefined || taken.has(last) || between.length > 40) return undefined;
  if (CHANGED_TO.test(between)) return last;
  return YEAR_TO_AMOUNT.test(between) || (amount.counted && FEW_WORDS.test(between)) ? last : undefined;
}

/** 「今年的不是20是28」, 「26年改成50」, "this year is not 20 but 28". */
const CHANGED_TO =
  /^年?度?的?(?:学时)?(?:(?:总共)?(?:不是|不系)(?:学了)?\d{1,3}(?:个|学时)*[,、 ]?(?:而|应该|其实)*[是系]|(?:也|应该|要)?(?:改成|改为|改到|改|换成|更正为|应该是|应为|其实是|记错了?[,是]*)|(?:学时)?(?:是|should be| is| was)? ?(?:not|isn't|wasn't) \d{1,3}(?: hours)?,? (?:but |it's |it was )?| (?:should be|is actually|was actually|to) )(?:学了)?$/;
