import { isCalendarTalk, isYearOfHours } from './beside-hours.ts';
import type { DateMention } from './dates.ts';
import { HOURS_TALK } from './none.ts';
import { endsClause, type Found, isSupposed, type Reading } from './reading.ts';
import { any } from './words.ts';

/** What a date stands in: its clause before and after, and what else the message names of certificates. */
export interface DatePlace {
  reading: Reading;
  date: DateMention;
  ahead: string;
  behind: string;
  /** Trades, kinds and issuers found in the message. */
  near: readonly Found[];
}

/** Papers that are issued and are no certificates. */
const OTHER_PAPER = any(
  '通知 文件 政策 规定 公告 新规 回复 消息 名单 短信 邮件 工资 奖 钱 话 课 教材 书 学时 继续教育 任务 计划 要求 指标 时候 时间 事 情况 试',
);
const VERB = any(
  '颁发 发证 发放 签发 核发 考取 考到 考上 考过 考出来 考下来 取得 拿到 拿下 领到 办下来 办到 获得 获取 获 到手 下证 下来 换好 办好 弄好 搞好 出证 发下来 发 颁 考 拿 领 办 取 换发 换到 换 出',
);
/** Verbs that tell a thing done without 的 or 了. */
const PERFECT = any('发下来 办下来 才下来 颁发 发证 发放 签发 核发 考取 取得 获得 拿到 领到 考到 到手 考过 获取');
/** Verbs of everyday that need their 的: 「一六年搞的」. */
const LOOSE = `${any('打 弄 搞 整 批 制 印 评 得 做')}的`;
/** 「…发的」, 「…拿到」; between the date and the verb no other number, no question and no studying. */
const ISSUED_AFTER = new RegExp(
  `^年?[^,。;!?\\d吗能可补学课没未不要想几哪多啥何该应]{0,26}?(?:(?:${VERB}${any('返来 回来 下来 出来 给我们?')}?${any('的 了 到 嘞 得 哒 哩 滴')}|${LOOSE})(?!那?[个份]?[老旧新]?${OTHER_PAPER})|${PERFECT}|${any('发 考 颁 拿 领 办 取')}(?=$|[\\s,。;!?)(、《一]|能|可以|证|土|施|质|材|机|劳|资|标|安|培))`,
);
const OF_YEAR = new RegExp(
  `^年?[份度]?(?:的|嘞|滴|版|那[本批个张年]|证|老证|张(?:证|东西)|(?:的|滴)?电子(?:版|培训|合格)?证(?!书?[^,。;!?]{0,6}(?:换|截止|政策|通知|推行))|个?zheng)(?!那?[个份]?[老旧新]?${OTHER_PAPER}|${any('培训(?!证|合格) 工龄 经验 年审 截止 \\d+月 今天 现在 工作 学习 考[试核](?!合格) 价 12')})`,
);
/** 「24年那年只刷了24个学时」, 「2024年度/学了40」, 「2024、2025两年均为32」: the year of what was learnt. */
const YEAR_OF_LEARNING =
  /^年?(?:那[阵会时年]|度)[^,。;!?]{0,6}(?:刷|学|修|读|上课|听)|^年?度 ?(?=[/|,:]|$)|^年?(?:[、,和及与跟-] ?(?:20)?\d\d年?)+(?:这|那)?(?:[两二三四]年|各|每年|年均|均|都)/;
const THAT_TIME = /^年?(?:那[阵会时年]|当时)/;
const PLACE_AFTER = /^年? ?(?:海南|省里|省厅|领导小组)/;
const PLACE_BEFORE = /(?:海南省?|hainan) ?$/;
const HOURS = /学|课|\d ?[/(]/;
const STUDY_BEFORE = /(?:学了?|上课|培训|干了?|做了?)$/;
const PAPER_BEFORE = new RegExp(
  `${any('公告 通知 文件 政策 回复 规定 新规 考的时候 考试时间? 培训时间?')}${any('是 在 于 为 : 的 上')}*$`,
);

/** 「听说17年的不行」, 「尾号是2017」, "had I passed in 2020": of no certificate in hand. */
const HEARSAY_BEFORE =
  /(?:听说|听人说|据说|传言|都说|有人说|is it true(?: that)?|heard(?: that)?)[^,。;!?我本]{0,8}$|(?:尾号|后四位|后4位|末4位|密码|门牌)(?:是|为|:)*$|\bhad i [^,.;!?]*$/;
/** "2024 hours 16", 「2022年的还没开始」. */
const HOURS_AFTER =
  /^年?度?[ :]*(?:(?!1[01]\d)\d{1,3}(?!\d|[年月日号.-])|hours|hrs|学时|课时)|^年?的?(?:学时|课时)?(?:都|也)?(?:还没|没有?)(?:开始|学|修|动|上课)/;

const CERTIFICATE_BEFORE = new RegExp(
  `${any('证书? 证年 年份? 本本? 本子 颁证 日期 年份 (?<![证止训试课])时间 落款 上面 上 [一这那][个本张] 我的 他的 她的 其实 应该 而 不对[,_]?')}(?:时间|日期)?${any('都 也 就 还 可能 应该 是 系 在 于 着 成 为 [写印盖打] 的 :')}* ?$`,
);
const IS_BEFORE = /(?:^|[^不还要年])(?:是|系|:|于|发证日期|颁发于|取得于) ?$/;
/** 「是17年」 is a date where nothing but 我的 stands before it. */
const IS_ONLY_BEFORE = /^(?:不对.*|我的?[张本]?[都也]?|那个)?(?:是|系)$/;
/** 「…考的，一八年」, 「…考的是材料员，一六年」. */
const ISSUED_BEFORE = new RegExp(`${any('发 颁 考 拿 领 办 取 到')}(?:的[^,。;!?]{0,8}|)[, 、]$`);
const CERTIFICATE_AFTER_ENGLISH =
  /^ (?:(?!(?:to|the|get|can|i|is|will|my|of|for|if|on|in|do|does) )[a-z&'-]+ ){0,3}?(?:certificates?|cert|training|one|foreman|officer|inspector|clerk|paper|card|post|credential|qualification)\b/;
const ISSUED_BEFORE_ENGLISH = new RegExp(
  `${any('issued? issue(?:_year|_date)? dated? given obtained received earned printed granted awarded certified dat(?:es|ing)_(?:back_to|from) certificate(?=_from|_of|_year|:) cert(?=_from|_of|_year|:) (?:card|paper|licen[cs]e|credential|qualification|document)(?=_from|_of|_since) came_out got_(?:it|mine) (?:is|was|it.s|one|mine)_from year(?:_of_issue)?(?:_is|_was)? date(?:_of_issue)?(?:_is|_was)? mine(?:_is|_was|.s) it.s it_is it_was says i_meant actually')}(?: to me)?(?: back)?(?: in| on| from| of| at| since| year|:)*(?: the)? (?:mid-|late |early )?$`,
);
const GOT_BEFORE_ENGLISH =
  /(?:got|obtained|received|earned|took|take|issued|get|passed|gave me|was given|qualified)(?![^,.;!?]{0,40}(?:hours?|hrs|credits|lessons?)\b)[^,.;!?]{0,80} (?:in|on|at|since|back in)(?: the)?(?: (?:spring|summer|autumn|fall|winter|beginning|start|end|middle|course) of)? $/;

/** "Certificate 2018", "constructor, 2017". */
const PAPER_BEFORE_ENGLISH =
  /(?:certificate|cert|paper|card|ticket|inspector|constructor|foreman|officer|clerk|keeper),? (?:year )?$/;

/** 「二建我19年考下来的」: the day of another paper, named in the same clause. */
const OTHER_CERTIFICATE =
  /(?:[一二1-2](?:级?建(?!筑)|级建造师?)|建造师|造价师|监理(?:工程)?师|驾[照证]|职称|毕业证?|学历|文凭|安全[员]?[abc]证|特种|电工证|焊工证|健康证|身份证|constructor|driv(?:ing|er)|licen[cs]e|degree|diploma|passport)[^,。;!?]{0,24}$/;

/** Whether the words around a date make it the day of issue. */
export function isIssue(place: DatePlace): boolean {
  const { date, ahead, behind } = place;
  if (OTHER_CERTIFICATE.test(ahead) || /^年?换了(?:\d|[几人单公手工新])/.test(behind)) return false;
  if (YEAR_OF_LEARNING.test(behind) && HOURS.test(place.reading.text)) return false;
  if (isCalendarTalk(place.reading.text, date)) return false;
  if (PAPER_BEFORE.test(ahead) || HEARSAY_BEFORE.test(ahead) || HOURS_AFTER.test(behind)) return false;
  if (ISSUED_AFTER.test(behind)) return !STUDY_BEFORE.test(ahead);
  if (tellsYearOfHours(place) || isFollowUpOnHours(place)) return false;
  if (OF_YEAR.test(behind)) return !STUDY_BEFORE.test(ahead);
  if (THAT_TIME.test(behind)) return place.near.length > 0;
  if (date.relative) return false;
  if (
    PLACE_AFTER.test(behind) ||
    PLACE_BEFORE.test(ahead) ||
    GOT_BEFORE_ENGLISH.test(ahead) ||
    CERTIFICATE_AFTER_ENGLISH.test(behind)
  )
    return true;
  return isBesideCertificate(place) || (standsLast(place) && isNamed(place));
}

/** 「是2020年12月换的」, 「换证是2020年12月办的」: the day of the exchange is that on which the electronic certificate was issued (1.3). */
const EXCHANGED_AFTER =
  /^年?[份底初末]?[^,。;!?\d吗能可补学课没未不要想几哪多啥何单公工前后该应必须]{0,10}?(?:换发|换证|换领|换)(?:了|的|到|好|过来|下来|成)+(?=$|[\s,。;!?呢啊呀吧]|电子|证)|^年?[份底初末]?(?:更新|完成了?换证)(?:的|了|成功)(?=$|[\s,。;!?呢啊呀])|^年?把.{0,12}换成(?:了)?电子/;
const EXCHANGED_BEFORE =
  /(?:换证|换发|换电子证)(?:的?时间|日期)?(?:就|都)?(?:是|在|于|:)*$|\b(?:exchanged|converted|swapped)(?: it| mine| my [a-z ]{0,24}| the [a-z ]{0,24})?(?: (?:for|to|into) (?:the |an )?(?:electronic|e-)[a-z ]{0,14})?(?: back)? (?:in|on|at)(?: early| late| the end of)? $/;
/** Before then nobody had an electronic certificate to exchange for. */
const FIRST_EXCHANGE = 2019;

export function tellsExchange({ date, ahead, behind, near }: DatePlace): boolean {
  if (date.year < FIRST_EXCHANGE || near.some(({ name }) => name === 'certificate.kind')) return false;
  if (/^年?换了(?:\d|[几人单公手工新])/.test(behind) || /[吗么?]/.test(behind.slice(0, 14))) return false;
  return EXCHANGED_AFTER.test(behind) || EXCHANGED_BEFORE.test(ahead);
}

/** 「补2025年的」: of the hours of a year, when it is one that can have some; 「2017年的算不算」 is asked of the exchange. */
export function tellsYearOfHours({ reading: { text, situation }, date, ahead, behind }: DatePlace): boolean {
  const canHave = date.year > EXCHANGE_YEAR || HOURS_TALK.includes(situation.lastTopic);
  return (
    canHave &&
    !ISSUED_AFTER.test(behind) &&
    !/(?:是|证书?|本|我的?|他的?|她的?)$/.test(ahead) &&
    isYearOfHours(text, date)
  );
}

/** The year of the exchange: those who took part have hours from the next year on. */
const EXCHANGE_YEAR = 2020;

/** 「那2025年的呢」 after hours were reckoned goes on about hours: what would have to be asked is not guessed. */
const isFollowUpOnHours = ({ reading: { text, situation }, behind }: DatePlace): boolean =>
  (situation.lastTopic === 'hours-shortfall' || situation.lastTopic === 'my-hours') &&
  situation.asking === null &&
  /^年?度?的(?:呢|怎么|咋|$|[,?？])/.test(behind) &&
  /^(?:那|还有|另外)/.test(text) &&
  !/证|本|发/.test(text);

/** The date ends what is said in its clause. */
export function standsLast({ reading, date, behind }: DatePlace): boolean {
  return (
    endsClause(reading.text, date.end) ||
    /^(?: |的?[呢啊呀哈哦嘛吧]|、|\/|-(?!\d)|\)|[一这那][个本张]|["'》]|了?$)/.test(behind)
  );
}

function isNamed({ reading, date, ahead, near }: DatePlace): boolean {
  const { text, situation } = reading;
  if (
    CERTIFICATE_BEFORE.test(ahead) ||
    (!date.short && PAPER_BEFORE_ENGLISH.test(ahead)) ||
    ISSUED_BEFORE_ENGLISH.test(ahead) ||
    (IS_BEFORE.test(ahead) && (!date.short || IS_ONLY_BEFORE.test(ahead)))
  )
    return !isSupposed(text, date.start) || !date.bare;
  if (ISSUED_BEFORE.test(text.slice(Math.max(0, date.start - 12), date.start))) return true;
  const beside = near.some(
    fact => isCertificate(fact) && fact.end <= date.start && LINK.test(text.slice(fact.end, date.start)),
  );
  if (date.short && (date.year < 2013 || !near.some(fact => isPaper(reading.text, fact, date.start)))) return false;
  if (!(beside || ITEM_BEFORE.test(text.slice(Math.max(0, date.start - 2), date.start)))) return false;
  return near.some(isCertificate) || situation.lastTopic === 'eligibility';
}

/** 「培训合格证书,17年」, 「106 17年」: no span of years, as 「施工员 17年」 may be. */
const isPaper = (text: string, fact: Found, start: number): boolean =>
  isCertificate(fact) &&
  fact.end <= start &&
  /^[的得滴]?证?书?[,/ ]{1,2}$/.test(text.slice(fact.end, start)) &&
  /(?:证书?|\d{3})$/.test(text.slice(fact.start, fact.end));

/** "quality inspector from 2017", "106 2018". */
const LINK =
  /^(?: cert(?:ificate)?| card| ticket| paper| thing| one)?(?: both| all| is| was)?,? ?(?:from|in|of|yr|year|dated|since|:)? ?$/;
/** 「106 / 2018 / 能查到」: stands alone between stops or spaces, or right after the certificate. */
const ITEM_BEFORE = /^$|[\n,。;!?、/:(\-员证书]$|(?:^|[^a-z]) $/;

/** 「2016年土建施工员」. */
function isBesideCertificate({ reading, date, near }: DatePlace): boolean {
  return near.some(
    fact =>
      isCertificate(fact) &&
      fact.start >= date.end &&
      fact.start - date.end <= 2 &&
      !/[,。;!?\n]/.test(reading.text.slice(date.end, fact.start)),
  );
}

const isCertificate = ({ name }: Found): boolean => name.startsWith('certificate.');
