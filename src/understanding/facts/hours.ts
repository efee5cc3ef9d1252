import { type DateMention, findDates } from './dates.ts';
import { after, before, type Found, found, isSupposed, type Reading } from './reading.ts';

interface Amount {
  start: number;
  end: number;
  value: number;
  /** 学时, "hours" stands behind it. */
  unit: boolean;
  /** 个 stands behind it, or it has a unit. */
  counted: boolean;
  professional: boolean;
}

type Year = Pick<DateMention, 'start' | 'end' | 'year'>;
type RecordValue = { year: number; hours?: number; professionalHours?: number; planned?: true };

const AMOUNT =
  /(?<![\d.:/a-z-]|\/ )(?<value>\d{1,4}(?:\.\d{1,2})?)(?<half>个半)?(?<ge>个)?(?<unit> ?(?:学时|课时|小时|个?钟头?|学分|hours?|hrs?|h(?![a-z])|credit hours?|credits?))?(?![\d.]*\d|[年月日号岁元块人次分天%级条名斤点室楼米:]|节|堂| ?(?:years?|yuan|people|days?|persons?|dollars?|rmb|-))/g;
const PAIR = /(?<![\d/.-])(?<hours>\d{1,3})(?:个?学时)? ?\/ ?(?<professional>\d{1,3})(?![\d/.-]|年|月)/g;

const TALK =
  /学时|课时|小时|钟头|hours?\b|hrs?\b|学了|学过|学完|学满|学够|修了|修满|修完|上了|听了|刷了|没学|打算学|计划学|准备学|再学|才学|只学|继续教育|学习|\bstudied\b|专业课/;

const PROFESSIONAL_BEFORE =
  /(?:专业(?:课|岗位|知识|部分|类|方面|学时|的|里|性)*|本专业|岗位知识|professional(?: hours| ones| part| knowledge)?|(?:own|my) (?:field|trade)|specialist|specialty)(?:学了|有|是|占|占了|为|修了|上了|才|只有|也|已|:|,| is| was| were|-)* ?$/;
const PROFESSIONAL_AFTER =
  /^ ?(?:个)?(?:是|为|属于|都是|算|的是|学时是|学时的)?(?:专业|本专业|岗位知识|(?:(?:hours? )?(?:of them |of which |of it |of those |are |were |was |is )*(?:(?:on |in )?(?:the )?professional|in (?:my|the) (?:own )?(?:trade|field)|specialist|specialty)))/;
const VAGUE_BEFORE =
  /(?:大概|大约|差不多|约|接近|快|将近|好像|估计|可能|也就|几乎|about|around|roughly|maybe|almost|nearly)(?:学了|有|是|学|了)*(?:个)? ?$/;
const VAGUE_AFTER = /^(?:多|来|几|左右|上下|以上|出头|不到| or so|ish|\+)/;
const SHORT_BEFORE =
  /(?:差|缺|欠|少|剩|剩下|还要|还需|还得|短|补|要补|再补|short (?:of|by)|missing|lack(?:ing)?|left|another|remaining)(?:了|学|修|个)* ?$/;
const SHORT_AFTER = /^(?:没学|还没学|没修|未学|没完成| short| missing| left| to go| more| remaining)/;
const REQUIRED_BEFORE =
  /(?:要|需要?|必须|须|应该?|应当|得(?!了)|满(?!了)|够(?!了)|凑|凑够|凑满|达到?|不足|不满|不够|不到|没到|没满|未满|低于|少于|不少于|不低于|至少|最少|起码|超过|每年|每一年|一年|年年|规定|标准|那|这|所谓|什么|是|两年|加起来|2年|必修|要求|才算|任务|must|needs?|need to|require[sd]?|at least|minimum|under|below|less than|fewer than|reach|per year|each year|every year|a year|have to do|the|those|these|full|between|of)(?:学|修|上|完成|读|有|是|的|个|总共|一共|到|满|够|do|complete|take|study| )* ?$/;
const REQUIRED_AFTER =
  /^(?:(?:都|也)(?:还)?(?:没|未)|才能?|就(?:能|可以|行|够)|以后|之后|后(?!来)|再|能换|的要求|的任务|的规定|的标准|怎么|够不够|够吗|是什么|是不是|还不够|是要|一年|每年|是每年| (?:a|per|each|every) year| (?:is|are) (?:required|needed|enough)| requirement)/;
const ALTERNATIVE_AFTER = /^ ?(?:还是|或者?|和|跟|与|or|and|\/|-|~|到|至) ?\d/;
const ALTERNATIVE_BEFORE = /\d(?:个|学时|课时)?(?:还是|或者?| or |-|~|到|至) ?(?:学|要|是)?$/;
const ASKS =
  /(?:是不是|是否|要不要|能不能|用不用|为什么|凭什么|谁说|听说|听人说|有人说|人家说|又说)[^,。;!?]*$|^ ?(?:do|does|is|are|should|must|how|why|will|would)\b[^,。;!?]*$/;
const DONE_BEFORE =
  /(?:学了|学过|学完了?|学满了|学够了|学到|学的|修了|修满了?|修够了|修完了?|上了|上满了|听了|读了|做了|刷了|看了|完成了?|拿了|拿到了?|攒了|攒够了?|挣了|录了|入了|显示|累计|一共|总共|合计|共计|共|总学时|总的|已学|已修|已完成|已有|已经?|才学|才修|才有?|只学|只有|只修|就学|就|仅|刚学|刚|目前|现在|我有|我学|有了|学习|学时|done|completed|finished|did|have|had|took|got|total(?: of)?|studied|logged|earned|only|with)(?:了|有|是|学|满|够|过|个|的|才|只|共|修|:|for|about|i|up|just| )* ?$/;
const DONE_AFTER =
  /^(?:都?(?:学完|学满|学够|学过|学好|修完|修满|完成|搞定|读完|刷完|上完|弄完|做完|学了|修了)|已|了|,其中|,? ?[(（]?(?:其中)?(?:专业|本专业)|全学|全部|到手|入库| (?:done|completed|finished|so far|already|in total|under my belt|behind me|logged)|,? (?:of which|including|with))/;
const PLANNED =
  /(?:打算|计划|准备|预计|争取|再学|想学|准备学|还想|要再|会学|补学|预备|将学|will|plan(?:ning)?(?: on| to)?|going to|intend|hope to|aim)/;

/** Between a year and its hours stand only these: 「去年才学了」, "in 2025 I did". */
const YEAR_TO_AMOUNT =
  /^(?:年度?)?(?:一年|全年|一整年|整年|那年|这年|里)?(?:的)?(?:(?:继续教育|培训)?(?:学时|课时))?(?:我|他|她|俺|人家|大概|i |he |she |we )?(?:是|就|才|只|仅|共计|合计|实际|已经?|也|都|还|一共|总共|共|累计|则|又|呢|了|一个|有|竟|刚|目前|到现在|到目前)*(?:打算|计划|准备|预计|争取|想|再|会|要|补|预备)*(?:再)?(?:学习|学到|学够|学满|学|修|上|听|读|做|拿|完成|刷|挣|补|攒|凑|录|搞|整|弄|混)?(?:了|过|满|够|完|到|的是)?(?:有|是|学时)?[ :,、(-]*(?:(?:only|just|have|had|did|do|got|took|completed|finished|done|studied|will|plan(?:ning)? to|going to|i|so far|it was|was|:|am|'m|intend to|hope to|another|,) ?)*$/;
const AMOUNT_TO_YEAR =
  /^(?: (?:hours?|hrs|credits?|done|completed|so far|of training|of study|of courses|of class|of continuing education))*(?: in| for| during| of| from)? $/;
const NOTHING =
  /^(?:年度?)?(?:我|他|她|i )?(?:就|也|都|还|压根|根本|完全|一直|一个|一点|学时|课时|0个|0|课|半个|儿|是|1个|1点|的|基本)*(?:都|也|还)?(?:没有?|冇|未|莫得)(?:去|有|得|怎么)?(?:学习|学|上|修|参加|读)(?:过|啊|呢|习|到(?=$|[,。])|课|成|继续教育|学时)?(?=$|[\s,。;!?今去])/;
const NOTHING_ENGLISH =
  /(?:(?:did|done|do|have|had|got|took)(?:n't| not)?(?: do| done)? (?:nothing|none|any(?: hours| training|thing)?|no hours|no training|zero(?: hours)?)|no hours|zero hours)(?: at all)?(?: in| for)? $/;

/** What a message tells of hours: records of named years, and the hours of the continuing education done for the exchange. */
export function findHours(reading: Reading): Found[] {
  const { text, situation } = reading;
  const asked =
    situation.asking === 'training.hours' ||
    situation.asking === 'training.professionalHours' ||
    situation.asking === 'record';
  if (!asked && !TALK.test(text) && !/专业|professional|[去今前]年|\d年|year/.test(text)) return [];
  const dates = findDates(text, situation.today);
  const pairs = asked || TALK.test(text) ? findPairs(text, dates) : [];
  if (pairs.length > 0) return pairs;
  const amounts = findAmounts(text, dates);
  const years = dates.filter(
    date => date.month === undefined && (!date.short || /年$/.test(text.slice(date.start, date.end))),
  );
  const records = findRecords(reading, amounts, years);
  return [
    ...records.facts,
    ...emptyYears(text, years, records.facts),
    ...findTotals(reading, amounts, records.used, asked),
  ];
}

function findPairs(text: string, dates: readonly DateMention[]): Found[] {
  return [...text.matchAll(PAIR)].flatMap(match => {
    const [hours, professional] = [Number(match.groups!.hours), Number(match.groups!.professional)];
    const end = match.index + match[0].length;
    if (professional > hours || hours > 400 || dates.some(date => date.start < end && date.end > match.index))
      return [];
    if (REQUIRED_BEFORE.test(before(text, match.index)) || ASKS.test(before(text, match.index))) return [];
    const cut = match.index + match[0].indexOf('/');
    return [
      found({ name: 'training.hours', value: hours }, match.index, cut, 0.9),
      found({ name: 'training.professionalHours', value: professional }, cut + 1, end, 0.9),
    ];
  });
}

function findAmounts(text: string, dates: readonly DateMention[]): Amount[] {
  return [...text.matchAll(AMOUNT)].flatMap(match => {
    const [start, end] = [match.index, match.index + match[0].length];
    if (dates.some(date => start < date.end && end > date.start)) return [];
    const { value, half, ge, unit } = match.groups!;
    const professional =
      PROFESSIONAL_AFTER.test(text.slice(end, end + 40)) || PROFESSIONAL_BEFORE.test(before(text, start, 30));
    return [
      {
        start,
        end,
        value: Number(value) + (half ? 0.5 : 0),
        unit: unit !== undefined,
        counted: Boolean(half || ge || unit),
        professional,
      },
    ];
  });
}

/** Not told as done: required, missing, asked, or not a number at all. */
function isOpen(text: string, { start, end }: Amount, asked: boolean): boolean {
  const [ahead, behind] = [before(text, start, 20), after(text, end, 16)];
  if (ALTERNATIVE_AFTER.test(behind) || ALTERNATIVE_BEFORE.test(ahead) || ASKS.test(ahead)) return true;
  if (SHORT_BEFORE.test(ahead) || SHORT_AFTER.test(behind) || REQUIRED_AFTER.test(behind)) return true;
  return !asked && (VAGUE_BEFORE.test(ahead) || VAGUE_AFTER.test(behind));
}

function findRecords(
  { text, situation }: Reading,
  amounts: readonly Amount[],
  years: readonly Year[],
): { facts: Found[]; used: Set<Amount> } {
  const linked = amounts.flatMap(amount => {
    const year = amount.professional ? undefined : yearOf(text, amount, years);
    return year && !isOpen(text, amount, false) && !(isCode(amount) && !amount.counted) ? [{ amount, year }] : [];
  });
  const sure =
    situation.asking === 'record' || linked.length > 1 || TALK.test(text) || situation.lastTopic === 'hours-shortfall';
  if (!sure && !linked.some(({ amount }) => amount.counted)) return { facts: [], used: new Set() };
  const used = new Set<Amount>();
  const facts = linked.map(({ amount, year }) => {
    const professional = amounts.find(
      other =>
        other.professional &&
        other.start > amount.end &&
        !linked.some(({ amount: next }) => next.start > amount.end && next.start < other.start) &&
        !/[。;!?\n]/.test(text.slice(amount.end, other.start)),
    );
    used.add(amount);
    if (professional) used.add(professional);
    const start = Math.min(amount.start, year.start);
    const end = Math.max(amount.end, year.end, professional?.end ?? 0);
    return found({ name: 'record', value: recordOf(text, year, amount, professional) }, start, end, 0.93);
  });
  return { facts, used };
}

function recordOf(text: string, year: Year, amount: Amount, professional: Amount | undefined): RecordValue {
  const planned =
    PLANNED.test(
      text
        .slice(Math.max(0, Math.min(year.start, amount.start) - (year.start > amount.start ? 24 : 0)), amount.start)
        .split(/[,。;!?\n]/)
        .at(-1)!,
    ) || PLANNED.test(text.slice(Math.min(year.end, amount.end), amount.start));
  return {
    year: year.year,
    hours: amount.value,
    ...(professional ? { professionalHours: professional.value } : {}),
    ...(planned ? { planned: true as const } : {}),
  };
}

const isCode = ({ value }: Amount): boolean => value >= 101 && value <= 115;

function yearOf(text: string, amount: Amount, years: readonly Year[]): Year | undefined {
  const ahead = years.findLast(year => year.end <= amount.start);
  if (ahead && /^[:,]? ?$/.test(text.slice(ahead.end, amount.start))) return ahead;
  const next = years.find(year => year.start >= amount.end);
  if (next && AMOUNT_TO_YEAR.test(text.slice(amount.end, next.start))) return next;
  const last = years.findLast(year => year.end <= amount.start);
  if (!last || amount.start - last.end > 40) return undefined;
  return YEAR_TO_AMOUNT.test(text.slice(last.end, amount.start)) ? last : undefined;
}

/** 「去年一个学时都没学」. */
function emptyYears(text: string, years: readonly Year[], records: readonly Found[]): Found[] {
  return years
    .filter(
      year =>
        NOTHING.test(text.slice(year.end, year.end + 24)) ||
        NOTHING_ENGLISH.test(text.slice(Math.max(0, year.start - 40), year.start)),
    )
    .filter(year => !records.some(({ start, end }) => start <= year.start && end >= year.end))
    .filter(year => !isSupposed(text, year.start))
    .map(year => found({ name: 'record', value: { year: year.year, hours: 0 } }, year.start, year.end, 0.9));
}

function findTotals(
  { text, situation }: Reading,
  amounts: readonly Amount[],
  used: ReadonlySet<Amount>,
  asked: boolean,
): Found[] {
  const left = amounts.filter(amount => !used.has(amount) && !isOpen(text, amount, asked));
  const bare = asked && situation.asking !== 'record' && left.length === 1;
  const professional = left.filter(amount => amount.professional);
  const facts: Found[] = [];
  for (const amount of left) {
    const ahead = before(text, amount.start, 24);
    const told =
      isDone(text, amount, professional.length > 0) &&
      !isSupposed(text, amount.start) &&
      !(
        REQUIRED_BEFORE.test(ahead) &&
        !/^了(?!吗|么|没|不)/.test(after(text, amount.end, 3)) &&
        !/(?:了|已经?|才|只|共|有)[^,]{0,4}$/.test(ahead)
      );
    const wanted = bare || (asked && professional.length > 0);
    if (!told && !wanted) continue;
    const name =
      amount.professional || (bare && !told && situation.asking === 'training.professionalHours')
        ? 'training.professionalHours'
        : 'training.hours';
    facts.push(found({ name, value: amount.value }, amount.start, amount.end, told ? 0.92 : 0.95));
  }
  return facts;
}

function isDone(text: string, amount: Amount, withProfessional: boolean): boolean {
  const [ahead, behind] = [before(text, amount.start, 20), text.slice(amount.end, amount.end + 24)];
  if (amount.professional)
    return (
      TALK.test(text) &&
      (/[(（其]/.test(text.slice(Math.max(0, amount.start - 12), amount.start)) ||
        DONE_BEFORE.test(ahead) ||
        withProfessional)
    );
  if (
    !amount.unit &&
    !/(?:学|修|上|刷|听)(?:习)?(?:了|过|完|满|够)(?:了)?(?:个)?$|学时(?:是|有|:|共|总共|一共|够|满)*$|(?:才|只|已|刚|我)学(?:了)?$/.test(
      ahead,
    ) &&
    !(amount.counted && TALK.test(text)) &&
    !/^(?:,? ?[(（]?(?:其中)?专业)/.test(behind)
  )
    return false;
  return (
    DONE_BEFORE.test(ahead) ||
    DONE_AFTER.test(behind) ||
    withProfessional ||
    (amount.unit && SHORTFALL_AFTER.test(behind))
  );
}

/** 「28学时差4个」. */
const SHORTFALL_AFTER = /^,?(?:还)?(?:差|缺|少)/;
