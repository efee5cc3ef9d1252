import { isBesideHours } from './beside-hours.ts';
import { type DateMention, isoOf, scanDates } from './dates.ts';
import { impossibleDate } from './impossible.ts';
import { type DatePlace, isIssue, standsLast, tellsExchange, tellsYearOfHours } from './issued.ts';
import { after, before, type Found, found, type Reading } from './reading.ts';
import { any } from './words.ts';

const OR = any('到 至 - ~ to_ _to_ or_ _or_ 还是 或者? 和 跟 与 、 / and_ _and_');
const RELATIVE = any('[去前今]年 last_year this_year');
/** 「2015到2018年」, 「2016还是2017」: no single date is told. */
const RANGE_AFTER = new RegExp(`^年?的?${OR} ?(?:(?:19|20)?\\d\\d(?!\\d|号|月)|${RELATIVE})`);
const RANGE_BEFORE = new RegExp(`(?:(?<!\\d)(?:19|20)?\\d\\d年?|${RELATIVE})的?${OR} ?$|\\d\\d年$`);
/** 「2020年135号」, 「〔2020〕」, 「2020年通知」: the notice itself. */
const NOTICE_AFTER = /^(?:\]|年?第?\d+号|年?的?(?:那个|那份)?(?:通知|文件|政策|规定|公告|新规))/;
const VALID_BEFORE =
  /(?:有效期|有效日期|有效至|到期日?|截止有效|valid (?:until|till|to|through|up to)|validity|证(?:上面?)?[写印](?:的是|着)?到|expir[a-z]+(?: date)?)[^,。;!?]{0,14}$/;
const VALID_AFTER = /^年?(?:就|会|才|已经|便)?(?:到期|过期|失效|期满|到日子)的?了?/;
const UNTIL_BEFORE = /[到至]$/;
const STILL_VALID_AFTER = /^年?(?:还|都|才)?有效/;
const DEADLINE_BEFORE = new RegExp(
  `${any('截止 截至 期限 最后 最晚 最迟 deadline before by until till 赶在')}[^,。;!?]{0,8}$`,
);
const DEADLINE_AFTER = /^ ?(?:\d\d?:\d\d)? ?[年底日号]?(?:以前|之前|前|为止|止|以后|之后|过后|后|底)/;

const SUPPOSE = any(
  '如果 要是 假如 假设 假使 若 倘若 按 按照 回到 站在 就当 权当 假装 what_if if suppose supposing assuming assume pretend imagine as_of as_at say',
);
const NOW = any(
  '现在 今天 当时 当前 此刻 此时 眼下 目前 时间 日子 日期 今日 today now it we _date _the_date_is the_date',
);
const BEING = any('都是? 已经是? 是 为 在 到了? 换 改成 放到? _is _was _were .s .re_in _be');
const SUPPOSED = new RegExp(SUPPOSE);
/** 「如果现在是…」, "if today were …": everything between the supposition and the day. */
const AS_OF_BEFORE = new RegExp(`${SUPPOSE}? ?[我你]?说?${NOW}?${BEING}?(?: the| on| in)? ?$`);
const AS_OF_NAMED = /(?:现在|今天|today|now|as (?:of|at)|回到|站在|按照?)/;
const AS_OF_YEAR = /现在|today|回到|as of/;
/** 「如果是…去办」. */
const GOING_AFTER = /^(?:的时候|那天)?我?(?:再|才|去|来|想)+(?:办|换|申请|弄|搞|核查|更新)(?![的到了])/;
/** 「以…为准」, "taking … as the day". */
const REFERENCE_BEFORE = /(?:[以按拿]|\btaking|\btake|\busing|\bcount(?:ing)? from)(?: the)? ?$/;
const REFERENCE_AFTER =
  /^(?:为准|为基准|为界|作准|计|论|来算|来看|做基准|算起)|^ as (?:the|today|our|a) ?(?:day|date|reference|cut-?off)?/;
const GOING_BEFORE = /(?:what if|if) (?:i|we) [a-z ]{0,24}(?:on|in|at) $/;
/** 「…去换还行吗」. */
const DOING_AFTER =
  /^(?:的?时候|那时候?|当时|那会儿?|那天|那阵子?)?我?(?:再|才|去|来|想|能|还能)*(?:办|换|核查|更新|申请|弄|搞|提交|算)[^,。;!?]{0,6}(?:吗|么|嘛|不|没|行|来得及|可以|(?<!换)成)/;

const SPAN_BEFORE = new RegExp(
  `${any('了 过 有 满 快 近 整整 大概 大约 工作 从业 工龄 经验 入行 一共 都 已经? 将近 超过 差不多 足足 前后 每 这 那 头 for over about')}$`,
);
const SPAN_AFTER = new RegExp(
  `^(?:${any('了 多 来(?!的) 前 以前 之前 以后 之后 后 间 内 里 没 期 有效 一审 一换')}|的?${any('工龄 经验 老(?!证|本) 工作 施工(?!员) 从业 时间 有效期 期限')}| experience)`,
);
/** 「这13年的证」. */
const OF_CERTIFICATE = /^年?的(?:老?证|老?本|那[个本张])/;
/** 「掉了一七年发的」: no span, whatever stands before. */
const ISSUED_THEN = /^年(?:份|底|初)?(?:发|颁发?|考到?|拿到?|领到?|取得)[的得滴哩]/;
/** 「从22年」, 「算15年」: a year, and not one of issue. */
const OTHER_YEAR_BEFORE = /(?:从|自|算|属于|叫|过)$/;

/** Issue dates (`certificate.issuedOn`, or `certificate.issuedOn?` for 「17年」 alone), printed ends of validity and as-of days. */
export function findWhen(reading: Reading, near: readonly Found[]): readonly Found[] {
  const { dates, impossible } = scanDates(reading.text, reading.situation.today);
  const facts = dates.flatMap((date): readonly Found[] => {
    const ahead = before(reading.text, date.start, 96);
    const place = { reading, date, ahead, behind: after(reading.text, date.end, 40), near };
    const role = roleOf(place);
    if (role?.name === 'asOf' || role?.name === 'certificate.validUntil' || !tellsExchange(place))
      return role === null ? [] : [role];
    const [start, end] = [date.start, date.end];
    return [
      role ?? found({ name: 'certificate.issuedOn', value: isoOf(date) }, start, end, 0.9),
      found({ name: 'certificate.kind', value: 'electronic' }, start, end, 0.9),
    ];
  });
  return [...preferPrinted(reading.text, facts), ...impossible.map(impossibleDate)];
}

/** 「考的时候是2018年，上面印的2019年」, 「15年考的，16年才发」: what is printed or issued counts, whenever the test was or it was fetched. */
function preferPrinted(text: string, facts: readonly Found[]): readonly Found[] {
  const isPrinted = ({ name, start, end }: Found) =>
    name === 'certificate.issuedOn' &&
    (PRINTED_BEFORE.test(before(text, start)) || ISSUED_LATER_AFTER.test(after(text, end)));
  if (!facts.some(isPrinted)) return facts;
  return facts.filter(
    fact => fact.name !== 'certificate.issuedOn' || isPrinted(fact) || !FETCHED_AFTER.test(after(text, fact.end)),
  );
}

const PRINTED_BEFORE = /(?:印|写|打|发证日期|发证时间|颁发日期|落款)[^,。;!?]{0,6}$/;
const ISSUED_LATER_AFTER = /^年?(?:才|后来)(?:发|颁|下来|办下来)/;
const FETCHED_AFTER = /^年?[^,。;!?]{0,8}(?:考|拿|取|领|到手)/;

function roleOf(place: DatePlace): Found | null {
  const { ahead, behind, date } = place;
  const told = (value: Parameters<typeof found>[0], confidence: number) =>
    found(value, date.start, date.end, confidence);
  const range = RANGE_AFTER.test(behind);
  if (!range && VALID_BEFORE.test(ahead)) return told({ name: 'certificate.validUntil', value: isoOf(date) }, 0.93);
  if (range || RANGE_BEFORE.test(ahead) || NOTICE_AFTER.test(behind)) return null;
  const thisYear = Number(place.reading.situation.today.slice(0, 4));
  // 「明年三月到期」 can only be the printed day; 「今年到期」 may be said of hours as well.
  if (
    (!date.relative || date.year > thisYear) &&
    (VALID_AFTER.test(behind) || (UNTIL_BEFORE.test(ahead) && STILL_VALID_AFTER.test(behind)))
  )
    return told({ name: 'certificate.validUntil', value: isoOf(date) }, 0.93);
  if (isAsOf(place)) return told({ name: 'asOf', value: firstDay(date) }, 0.9);
  if (DEADLINE_BEFORE.test(ahead) || DEADLINE_AFTER.test(behind)) return null;
  if (
    date.short &&
    !OF_CERTIFICATE.test(behind) &&
    !ISSUED_THEN.test(behind) &&
    (SPAN_BEFORE.test(ahead) || SPAN_AFTER.test(behind))
  )
    return null;
  if (!date.relative && tellsYearOfHours(place)) return told({ name: 'hoursYear', value: date.year }, 0.9);
  if (isIssue(place)) return told({ name: 'certificate.issuedOn', value: isoOf(date) }, 0.95);
  return date.short ? shortYear(place) : null;
}

/** 「17年」 that nothing around it settles: taken as a year only when a year was asked for. */
function shortYear(place: DatePlace): Found | null {
  const { reading, date, ahead } = place;
  const value = isoOf(date);
  if (/不是$/.test(ahead) || isBesideHours(reading.text, date)) return null;
  if (reading.situation.asking === 'certificate.issuedOn')
    return found({ name: 'certificate.issuedOn', value }, date.start, date.end, 0.95);
  if (!reading.text.slice(date.start, date.end).endsWith('年') || OTHER_YEAR_BEFORE.test(ahead) || !standsLast(place))
    return null;
  return found({ name: 'certificate.issuedOn?', value }, date.start, date.end, 0.6);
}

/** 「如果是2020年10月呢」 is taken as its first day. */
export const firstDay = ({ year, month, day }: Pick<DateMention, 'year' | 'month' | 'day'>): string =>
  isoOf({ year, month: month ?? 1, day: day ?? 1 });

function isAsOf({ ahead, behind, date, reading }: DatePlace): boolean {
  if (!date.relative && !date.short && date.month !== undefined && SUPPOSED.test(ahead) && GOING_AFTER.test(behind))
    return !/证/.test(ahead);
  if (date.relative || date.short || isIssue({ ahead: '', behind, date, near: [], reading })) return false;
  if (REFERENCE_BEFORE.test(ahead) && REFERENCE_AFTER.test(behind)) return true;
  const supposed = AS_OF_BEFORE.exec(ahead)?.[0].trim() ?? '';
  if (AS_OF_NAMED.test(supposed)) return date.month !== undefined || AS_OF_YEAR.test(supposed);
  if (date.month === undefined) return false;
  return (SUPPOSED.test(supposed) && !/证/.test(ahead)) || GOING_BEFORE.test(ahead) || DOING_AFTER.test(behind);
}
