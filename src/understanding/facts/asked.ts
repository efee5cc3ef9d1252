import { OTHER_BODIES, OTHER_PLACES, OTHER_PLACES_ENGLISH } from '../lexicon.ts';
import { readNumber, readPolarity } from '../signals.ts';
import type { FactName } from '../understanding.ts';
import { isBesideHours, isCalendarTalk } from './beside-hours.ts';
import { type DateMention, findDates, fullYear, isoOf } from './dates.ts';
import { type Found, found, type Reading } from './reading.ts';

type Flag = Extract<
  FactName,
  'certificate.inNationalSystem' | 'certificate.archiveVerified' | 'training.passed' | 'inPost'
>;
const FLAGS: ReadonlySet<FactName> = new Set<Flag>([
  'certificate.inNationalSystem',
  'certificate.archiveVerified',
  'training.passed',
  'inPost',
]);
const isFlag = (name: FactName): name is Flag => FLAGS.has(name);

/** Reads a bare answer to the open question as the value of the fact it asks for. */
export function readAnswer(reading: Reading, facts: readonly Found[]): Found[] {
  const { asking } = reading.situation;
  if (!asking || facts.some(fact => fact.name === asking && !fact.negated)) return [];
  if (isFlag(asking)) return flag(reading, asking);
  if (asking === 'certificate.issuedOn' || asking === 'certificate.validUntil') return date(reading, asking, facts);
  if (asking === 'certificate.issuer') return issuer(reading);
  if (asking === 'certificate.kind') return kind(reading);
  if (asking === 'certificate.code' || asking === 'certificate.codes') return role(reading, facts);
  if (asking === 'asOf') return asOf(reading);
  if (asking === 'training.hours' || asking === 'training.professionalHours') return hours(reading, asking);
  return [];
}

/** What answers one of these questions besides yes and no; the first that fits wins. */
const FLAG_ANSWERS: Readonly<Record<Flag, readonly [RegExp, boolean][]>> = {
  'certificate.inNationalSystem': [
    [/^(?:没有?|没得|冇|莫得|无|不能|没查到|没找到|找不到|查不到|看不到)/, false],
    [/^(?:有|能|可以|在|查到|查得到|找到|看到|看得到)/, true],
  ],
  'certificate.archiveVerified': [
    [/^(?:没有?|还没|冇|未|没去|没核|没查)/, false],
    [/^(?:去?核查?过|查过|核对过|去过|审过|过了|已经?核|通过|核了|办过|弄过)/, true],
  ],
  'training.passed': [
    [/^(?:没有?|还没|冇|未|没过|没考|不合格|没通过|挂了|failed|not yet)/, false],
    [/^(?:过了?|考过|通过|合格|及格|考了过|已经?过|pass)/, true],
  ],
  inPost: [
    [/^(?:不在|没有?|没在|不干|不做|早不|转|离|退休|换了|改行|left|quit|not any ?more|no longer)/, false],
    [/^(?:在(?!哪)|还在|还是|还干|一直|仍|still|干着|做着|在做|在干)/, true],
  ],
};
const QUESTION = /[?吗么]|怎么|什么|哪|咋|多少|点样|能不能|有没有|是不是|\b(?:what|how|where|why|which)\b/;

function flag({ text }: Reading, name: Flag): Found[] {
  if (text.length > 24 || QUESTION.test(text)) return [];
  const polarity = readPolarity(text);
  if (polarity === 'unknown') return [];
  const value =
    FLAG_ANSWERS[name].find(
      ([words]) =>
        words.test(text) ||
        words.test(
          text.replace(/^(?:嗯|哦|我|都|也|现在|目前|应该|查过了?|查了|搜了|找了|看了|试了|去查了|刚刚?|才|,| )+/, ''),
        ),
    )?.[1] ?? (polarity === null ? undefined : polarity === 'yes');
  return value === undefined ? [] : [found({ name, value }, 0, text.length, 0.93)];
}

/** Years of hours are no answer: 「今年学了20」, 「25年16」, nor is what tells which year last year was. */
function answersWhen(text: string, date: DateMention, facts: readonly Found[]): boolean {
  const ofHours = facts.some(
    ({ name, start, end }) => (name === 'record' || name === 'supposed') && start < date.end && end > date.start,
  );
  const elsewhere = text.slice(0, date.start) + text.slice(date.end);
  return !(
    ofHours ||
    isBesideHours(text, date) ||
    isCalendarTalk(text, date) ||
    (date.relative && /\d/.test(elsewhere))
  );
}

/** 「24年和25年」: of several, none is the one. */
const JOINED = /^年?(?:、|和|跟|与|及|到|至|and|to)|(?:、|和|跟|与|及|到|至|and|to) ?$/;

function date(
  { text, situation }: Reading,
  name: 'certificate.issuedOn' | 'certificate.validUntil',
  facts: readonly Found[],
): Found[] {
  if (QUESTION.test(text.replace(/[?]$/, '')) || /还是|或|到\d|至|\d[/、]\d\d年|干了|工龄/.test(text)) return [];
  const thisYear = Number(situation.today.slice(0, 4));
  const all = findDates(text, situation.today);
  const dates = all.filter(
    date => (name === 'certificate.validUntil' || date.year <= thisYear) && answersWhen(text, date, facts),
  );
  if (
    all.length > 1 &&
    dates.some(({ start, end }) => JOINED.test(text.slice(end)) || JOINED.test(text.slice(0, start)))
  )
    return [];
  if (dates.length === 1) return [found({ name, value: isoOf(dates[0]!) }, dates[0]!.start, dates[0]!.end, 0.96)];
  if (name === 'certificate.validUntil' && all.length === 0) return comingYear(text, thisYear);
  const short =
    dates.length === 0
      ? /^(?:是|应该是|好像是|大概|大概是|就是|'|in )?(?<year>\d{2})(?:[./-](?<month>\d{1,2})(?:[./-]\d{1,2})?)?[的吧年啊哈,。.]*$/.exec(
          text,
        )
      : null;
  const year = short ? fullYear(short.groups!.year!, thisYear) : null;
  if (!short || year === null) return [];
  const month = Number(short.groups!.month ?? 0);
  const value = month >= 1 && month <= 12 ? isoOf({ year, month }) : month === 0 ? String(year) : null;
  return value ? [found({ name, value }, 0, text.length, 0.93)] : [];
}

/** 「28年5月」 as the end of a validity: a year to come may have two digits as well. */
const COMING =
  /^(?:是|写的?|印的?|到|至|有效期|until|to|:| )*(?<year>\d\d)(?:年|[./-])(?:(?<month>\d{1,2})月?)?(?:底|份|为止|止|到期|过期|的|吧|[。.!])*$/;
const LONGEST_VALIDITY = 20;

function comingYear(text: string, thisYear: number): Found[] {
  const { year, month } = COMING.exec(text)?.groups ?? {};
  const full = year === undefined ? null : fullYear(year, thisYear + LONGEST_VALIDITY);
  const named = month === undefined ? undefined : Number(month);
  if (full === null || (named !== undefined && (named < 1 || named > 12))) return [];
  const value = isoOf({ year: full, ...(named === undefined ? {} : { month: named }) });
  return [found({ name: 'certificate.validUntil', value }, 0, text.length, 0.93)];
}

const LEADING_GROUP =
  /^(?:是|就是|应该是|好像是|我是)?(?:在)?(?:(?:海南省?|省)?(?:住建厅|建设厅|住房和城乡建设厅)|海南省?|本省|省里面?|省厅|省上|我们省|省|领导小组(?:办公室)?|(?:from |in |it's |the )*(?:hainan|province|leading group(?: office)?))(?:本地|这边|这里|这儿|的|那个|啊|吧|呀|发|考的|嘅|省)*[。.!]*$/;
const ANOTHER = new RegExp(
  `^(?:是|就是|在|in |from |it's )*(?:${[...OTHER_PLACES, ...OTHER_BODIES, ...OTHER_PLACES_ENGLISH].join('|')}|别的|其他|其它|不是海南|other|another|somewhere else|elsewhere|not hainan)(?:的|考的|拿的|那边|这边|省|市|单位|机构|地方|发|啊|吧|呢)*[。.!]*$`,
);

function issuer({ text }: Reading): Found[] {
  const value = LEADING_GROUP.test(text) ? 'hainan-leading-group-office' : ANOTHER.test(text) ? 'other' : null;
  return value ? [found({ name: 'certificate.issuer', value }, 0, text.length, 0.93)] : [];
}

const KIND_ANSWERS: readonly [RegExp, 'training' | 'electronic' | 'post' | 'other'][] = [
  [
    /^(?:是|就是|我是|那个|the |it's |a )*(?:培训|合格|培训合格|纸质的?培训|training)(?:的)?(?:那?[个本张种])?(?:的| one)?$/,
    'training',
  ],
  [
    /^(?:是|就是|我是|那个|the |it's |an )*(?:电子|电子版|电子的|electronic|digital)(?:那?[个本张种])?(?:的| one)?$/,
    'electronic',
  ],
  [
    /^(?:是|就是)?(?:我)?(?:别的|其他|其它|都不是|以上都不是|二建|一建|[一二]级建造师|建造师|监理|造价师|驾照|特种作业|电工|焊工|other|none of (?:them|these|those)|neither|another|something else)(?:的?证书?)?(?:的)?$/,
    'other',
  ],
];

function kind({ text }: Reading): Found[] {
  const answer = KIND_ANSWERS.find(([words]) => words.test(text.replace(/[。.!]+$/, '')));
  return answer ? [found({ name: 'certificate.kind', value: answer[1] }, 0, text.length, 0.92)] : [];
}

const FIELD_ANSWERS: readonly [RegExp, number][] = [
  [/^(?:是|我是|搞|做|干)*(?:土建|土木|房建|civil)/, 0],
  [/^(?:是|我是|搞|做|干)*(?:装饰|装修|decorat)/, 1],
  [/^(?:是|我是|搞|做|干)*(?:设备|安装|机电|install|equipment)/, 2],
  [/^(?:是|我是|搞|做|干)*(?:市政|municipal)/, 3],
];
const ROLE_ANSWERS: readonly [RegExp, string][] = [
  [/^材料$/, '111'],
  [/^(?:机械|machinery)$/, '112'],
  [/^(?:劳务|labou?r)$/, '113'],
  [/^资料$/, '114'],
  [/^(?:标准|standards?)$/, '115'],
];

/** 「材料」 is enough where the trade is asked; 「土建」 is not: constructor or inspector? It is left to the dialogue, which knows. */
function role({ text }: Reading, facts: readonly Found[]): Found[] {
  if (
    facts.some(
      ({ name }) => name === 'certificate.code' || name === 'certificate.codes' || name === 'certificate.trade',
    )
  )
    return [];
  const single = ROLE_ANSWERS.find(([words]) => words.test(text));
  if (single) return [found({ name: 'certificate.code', value: single[1] }, 0, text.length, 0.92)];
  const field = text.length < 12 ? FIELD_ANSWERS.find(([words]) => words.test(text)) : undefined;
  return field
    ? [
        found(
          { name: 'certificate.codes', value: [String(101 + field[1]), String(106 + field[1])] },
          0,
          text.length,
          0.9,
        ),
      ]
    : [];
}

function asOf({ text, situation }: Reading): Found[] {
  const [only, ...more] = findDates(text, situation.today).filter(({ short, relative }) => !short && !relative);
  if (!only || more.length > 0) return [];
  return [
    found(
      { name: 'asOf', value: isoOf({ year: only.year, month: only.month ?? 1, day: only.day ?? 1 }) },
      only.start,
      only.end,
      0.93,
    ),
  ];
}

const NOTHING =
  /^(?:我|还|都|也|一个|一点|学时|根本|完全|压根|1个|1点|0个|半个)*(?:都|也|还)?(?:没有?|冇|未)(?:学|上|修|去|开始学|读|学过|开始)?(?:过|呢|啊|学|上)?[。.!]*$|^(?:0|零|〇|zero|none|nothing|not yet|haven't started|no hours)(?:个|学时)*[。.!]*$/;

function hours({ text }: Reading, name: 'training.hours' | 'training.professionalHours'): Found[] {
  const value = NOTHING.test(text) ? 0 : readNumber(text);
  return value === null ? [] : [found({ name, value }, 0, text.length, 0.9)];
}
