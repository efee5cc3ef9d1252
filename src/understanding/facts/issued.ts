import { type DateMention, findDates, isoOf } from './dates.ts';
import { after, before, endsClause, type Found, found, isSupposed, type Reading } from './reading.ts';

/** What the date in hand stands in: its clause before and after, and the certificate facts found near it. */
interface Place {
  reading: Reading;
  date: DateMention;
  ahead: string;
  behind: string;
  /** Trades, kinds and issuers found in the message. */
  near: readonly Found[];
}

/** 「2015到2018年」, 「2016还是2017」: no single date is told. */
const RANGE_AFTER =
  /^年?(?:的)?(?:到|至|-|~|to |or |还是|或者?|和|跟|与|、|\/|and ) ?(?:(?:19|20)?\d\d(?!\d)(?!号|月))/;
const RANGE_BEFORE = /(?:(?:19|20)\d\d|\d\d年)年?的?(?:到|至|-|~| to | or |还是|或者?|和|跟|与|、|\/| and ) ?$/;
/** 「2020年135号」, 「〔2020〕」, 「2020年通知」: the notice's own number. */
const NOTICE_BEFORE = /[[(（第]$/;
const NOTICE_AFTER = /^(?:[\])]|年?第?\d+号|年?的?(?:那个|那份)?(?:通知|文件|政策|规定|公告|新规))/;
const VALID_BEFORE =
  /(?:有效期|有效日期|有效至|到期日?|截止有效|valid (?:until|till|to|through|up to)|validity|expir[a-z]+(?: date)?)[^,。;!?]{0,14}$/;
const VALID_AFTER = /^年?(?:就|会|才|已经|便)?(?:到期|过期|失效|期满|到日子)(?:的|了)?/;
const DEADLINE = /(?:截止|截至|期限|最后|最晚|最迟|deadline|before|by|until|till|赶在)[^,。;!?]{0,8}$/;
const DEADLINE_AFTER = /^(?:年|底|年底|日|号)?(?:以前|之前|前|为止|止|以后|之后|过后|后|底)/;
const NOW_BEFORE =
  /(?:如果|要是|假如|假设|假使|若|倘若|当|按|按照|以|回到|站在|what if|if|suppose|supposing|assuming|imagine|as of|say)? ?(?:我|你)?(?:说)?(?:现在|今天|当时|当前|时间|日子|今日|today|now|it|we)?(?:是|在|到了?|换|改成|放到?| is| was| were|'s|'re in| be)?(?: the| on| in)? ?$/;
const NOW_WORD =
  /(?:如果|要是|假如|假设|假使|若|倘若|按|按照|回到|站在|现在|今天|what if|if|suppose|supposing|assuming|imagine|as of|today|now)/;
const THEN_DOING =
  /^(?:的?时候|那时候?|当时|那会儿?|那天|那阵子?)?(?:我)?(?:再|才|去|来|想|能|还能)*(?:办|换|核查|更新|申请|弄|搞|提交|算)[^,。;!?]{0,6}(?:吗|么|嘛|不|没|行|来得及|可以|成)/;

const SPAN_BEFORE =
  /(?:了|过|有|满|快|近|整整|大概|大约|工作|从业|工龄|经验|入行|一共|都|已经?|将近|超过|差不多|足足|前后|每|这|那|头|for|over|about)$/;
const SPAN_AFTER =
  /^(?:了|工龄|经验|老(?!证|本)|多|来(?!的)|前|以前|之前|以后|之后|后|间|内|里|没|时间|期|有效|一审|一换|的?(?:工龄|经验|老(?!证|本)|工作|施工(?!员)|从业|时间|有效期|期限)| experience)/;

const ISSUED_VERB =
  '(?:颁发|发证|签发|核发|考取|考到|考上|考过|考出来|考下来|取得|拿到|拿下|领到|办下来|办到|获得|获取|获|到手|下证|下来|换好|办好|弄好|搞好|出证|发下来|发|颁|考|拿|领|办|取|换发|换到|换|出)';
/** Verbs of everyday that need their 的: 「一六年搞的」. */
const LOOSE_VERB = '(?:弄|搞|整|批|制|印|评|得|做)的';
/** Verbs that need their 的 or 了 to be a thing done. */
const DONE = new RegExp(
  `^年?(?:就|才|刚|在|由|给|去|我|先)*[^,。;!?\\d吗能可补学]{0,26}?(?:(?:${ISSUED_VERB}(?:的|了|到|嘞|得|哒)|${LOOSE_VERB})(?!话|时候|钱|试)|(?:颁发|发证|签发|核发|考取|取得|获得|拿到|领到|考到|到手|考过|获取)|(?:发|考|颁|拿|领|办|取)(?=$|[\\s,。;!?)(、《一]|能|可以|证|土|施|质|材|机|劳|资|标|安|培))`,
);
const OF_YEAR =
  /^年?(?:份|度)?(?:的|嘅|嘞|版|那[本批个张年]|证|老证)(?!通知|文件|政策|规定|学时|课|继续教育|培训(?!证|合格)|任务|工龄|经验|时候|事|名单|工资|计划|要求|年审|截止|\d+月|今天|现在|情况|时间|工作|学习|考[试核](?!合格)|指标|价)/;
const PLACE_AFTER = /^年? ?(?:海南|省里|省厅|领导小组)/;
const CERT_BEFORE =
  /(?:证书?|本本?|本子|发证(?:日期|时间|年份?)?|颁证|签发(?:日期|时间)?|颁发(?:日期|时间|年份?)?|日期|年份|(?<![证止训试课])时间|落款|上面|上|这个|那个|我的|我那[本个张]?|他的|她的|写的?|印的?|盖的?|打的?|其实|应该|而|不对[, ]?)(?:时间)?(?:都|也|就|可能|应该)?(?:是|系|在|于|写的?是?|印的?是?|着|成|为|:)* ?$/;
const IS_BEFORE = /(?:^|[^不还要年])(?:是|系|:|于|发证日期|颁发于|取得于) ?$/;
const CERT_AFTER_ENGLISH =
  /^ (?:[a-z&'-]+ ){0,4}?(?:certificates?|cert|training|one|foreman|officer|inspector|clerk|paper|card|post)\b/;
const ISSUED_ENGLISH =
  /(?:issued?|dated?|obtained|received|earned|printed|granted|awarded|certified|certificate|cert|got (?:it|mine)|is from|was from|it's from|one from|mine from|year(?: of issue)?(?: is| was)?|date(?: of issue)?(?: is| was)?|mine(?: is| was|'s)|it's|it is|it was|says|i meant|actually)(?: to me)?(?: back)?(?: in| on| from| of| at| year|:)*(?: the)? $/;
const GOT_IN_ENGLISH =
  /(?:got|obtained|received|earned|took|issued|get|passed|gave me|was given|qualified)[^,.;!?]{0,50} (?:in|on|since|back in) $/;

/** Issue dates (`certificate.issuedOn`, or `certificate.issuedOn?` for 「17年」 alone), printed ends of validity and as-of days. */
export function findDateFacts(reading: Reading, near: readonly Found[]): Found[] {
  return findDates(reading.text, reading.situation.today).flatMap(date => {
    const ahead = before(reading.text, date.start, 40);
    const fact = roleOf({ reading, date, ahead, behind: after(reading.text, date.end, 40), near });
    return fact ? [fact] : [];
  });
}

function roleOf(place: Place): Found | null {
  const { ahead, behind, date } = place;
  if (VALID_BEFORE.test(ahead) && !RANGE_AFTER.test(behind)) return validUntil(date);
  if (NOTICE_BEFORE.test(ahead.slice(-1)) && /^[\])]/.test(behind)) return null;
  if (RANGE_AFTER.test(behind) || RANGE_BEFORE.test(ahead) || NOTICE_AFTER.test(behind)) return null;
  if (VALID_AFTER.test(behind) && !date.relative) return validUntil(date);
  if (isAsOf(place)) return found({ name: 'asOf', value: firstDay(date) }, date.start, date.end, 0.9);
  if (DEADLINE.test(ahead) || DEADLINE_AFTER.test(behind)) return null;
  if (date.short && isSpan(place)) return null;
  if (isIssue(place) || (date.short && place.reading.situation.asking === 'certificate.issuedOn'))
    return found({ name: 'certificate.issuedOn', value: isoOf(date) }, date.start, date.end, 0.95);
  return date.short && /年$/.test(place.reading.text.slice(date.start, date.end))
    ? found({ name: 'certificate.issuedOn?', value: isoOf(date) }, date.start, date.end, 0.6)
    : null;
}

const validUntil = (date: DateMention): Found =>
  found({ name: 'certificate.validUntil', value: isoOf(date) }, date.start, date.end, 0.93);

/** 「如果是2020年10月呢」 is taken as its first day. */
const firstDay = ({ year, month, day }: DateMention): string => isoOf({ year, month: month ?? 1, day: day ?? 1 });

const isSpan = ({ ahead, behind }: Place): boolean => SPAN_BEFORE.test(ahead) || SPAN_AFTER.test(behind);

function isAsOf({ ahead, behind, date }: Place): boolean {
  if (date.relative || date.short || OF_YEAR.test(behind) || DONE.test(behind)) return false;
  const told = NOW_BEFORE.exec(ahead)?.[0] ?? '';
  if (/(?:现在|今天|today|now|as of|回到|站在|按照?)/.test(told) && told.trim() !== '')
    return date.month !== undefined || /现在|today|回到|as of/.test(told);
  if (date.month === undefined) return false;
  return (NOW_WORD.test(told) && !/证/.test(ahead)) || THEN_DOING.test(behind);
}

function isIssue({ reading, date, ahead, behind, near }: Place): boolean {
  const { text, situation } = reading;
  if (DONE.test(behind) || OF_YEAR.test(behind)) return !/(?:学了?|上课|培训|干了?|做了?)$/.test(ahead);
  if (near.length > 0 && /^年?(?:那[阵会时年]|当时|嗰)/.test(behind)) return true;
  if (date.relative) return false;
  if (PLACE_AFTER.test(behind) || GOT_IN_ENGLISH.test(ahead) || CERT_AFTER_ENGLISH.test(behind)) return true;
  const ends = endsClause(text, date.end) || /^(?: |的?[呢啊呀哈哦嘛吧]|，|、|\/|\)|了?$)/.test(behind);
  if (
    ends &&
    (CERT_BEFORE.test(ahead) ||
      ISSUED_ENGLISH.test(ahead) ||
      (IS_BEFORE.test(ahead) && !date.short) ||
      (IS_BEFORE.test(ahead) && /(?:^|[,。;!? ])(?:不对.*|我的?|那个)?(?:是|系)$/.test(ahead)))
  )
    return !isSupposed(text, date.start) || !date.bare;
  if (ends && AFTER_ISSUE.test(text.slice(Math.max(0, date.start - 4), date.start))) return true;
  if (near.some(fact => isCertificate(fact) && followsAtOnce(text, date.end, fact.start))) return true;
  return (
    !date.short && ends && isItem(text, date) && (near.some(isCertificate) || situation.lastTopic === 'eligibility')
  );
}

/** 「…考的，一八年」. */
const AFTER_ISSUE = /(?:发|颁|考|拿|领|办|取|到)的?[, 、]$/;

const followsAtOnce = (text: string, end: number, start: number): boolean =>
  start >= end && start - end <= 2 && !/[,。;!?\n]/.test(text.slice(end, start));

const isCertificate = ({ name }: Found): boolean => name.startsWith('certificate.');

/** Stands alone between stops or spaces, as in 「106 / 2018 / 能查到」 or right after the certificate it belongs to. */
function isItem(text: string, date: DateMention): boolean {
  const ahead = text.slice(0, date.start);
  return /(?:^|[\s,。;!?、/:(-]|[员证书])$/.test(ahead);
}
