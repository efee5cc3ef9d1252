import { OTHER_BODIES, OTHER_PLACES, OTHER_PLACES_ENGLISH } from '../lexicon.ts';
import { after, before, type Found, found, isSupposed, matches, type Reading } from './reading.ts';

const HERE =
  '(?:(?:海南|hainan|hai nan)(?:省|岛)?(?:本地|这边|这里|这儿|那边)?|本省|咱们?省|我们?省|省里面?|省上|省级?)(?:的)?(?:住房和城乡建设厅|住建厅|建设厅|厅里?|住建)?|住房和城乡建设厅|住建厅|建设厅';
const ELSEWHERE = `(?:${[...OTHER_PLACES].sort((a, b) => b.length - a.length).join('|')})(?:省|市|自治区)?(?:那边|这边|那里)?(?:的)?(?:住建厅|建设厅|厅|住建|${OTHER_BODIES.join('|')})?|${OTHER_BODIES.join('|')}`;
/** Issuing, told as a thing done: 「…发的」, 「…颁发」; not 「发的通知」, 「考试」, 「办公室」. */
/** 「2016年核发」: the date may stand before the verb. */
const WHEN = '(?:于|在)?(?:(?:(?:19|20)\\d\\d年?|\\d\\d年)(?:\\d{1,2}月)?(?:\\d{1,2}[日号])?)?';
const ISSUED =
  '(?:统一|给我们?|给|所|里)?(?:所(?:颁发|核发|签发|发|颁)的?|(?:颁发|核发|签发|发证|发放|发下来|考到?|考取|拿到?|领到?|办|出|发|颁|盖章|盖|报名考|培训)(?:的|咯|啊|呢)(?!通知|文件|政策|规定|公告|时候|话|钱|试)|颁发(?!的)|(?:发|颁|考|出|核发|签发)(?=[\\s,。;!?)、/]|$|能|可以?换|行不|算|嘅|哒|嘞)|[这那][本张]|的(?:那?[本个张])?(?:[^,。;!?的]{0,6}(?:员|合格|培训|岗位|上岗))?证(?!件|明|书管)|的(?=[\\s,。;!?)]|$)|(?:[^,。;!?的]{0,6}员)?证(?!件|明|书管))';
const HERE_ISSUED = new RegExp(`(?<![出去来回到在])(?:${HERE})${WHEN}${ISSUED}`, 'g');
const IN_HERE_ISSUED = new RegExp(`在(?:${HERE})(?:考|拿|领|办|取得|发)(?:的|到)`, 'g');
const ELSEWHERE_ISSUED = new RegExp(`(?:${ELSEWHERE})${WHEN}${ISSUED}`, 'g');
/** 「落款是市人社局」: the stamp tells. */
const STAMP = '(?:落款|盖的?|章|发证(?:单位|机关|机构))[是为:都写的]*[^,。;!?]{0,4}?';
const STAMPED_ELSEWHERE = new RegExp(`${STAMP}(?:${ELSEWHERE}|[市县区]?(?:建设|住建)局)`, 'g');
/** 「发证单位:海南省住建厅」. */
const STAMPED_HERE = new RegExp(`${STAMP}(?:${HERE})(?=$|[\\s,。;!?/])`, 'g');
const GROUP =
  /(?:海南省?)?(?:省)?(?:住房和城乡建设厅?|住建厅|建设厅|厅)?(?:领域现场专业人员岗位培训考核评价工作)?的?(?:那个)?领导小组(?:办公室|办)?(?:的名字|的章)?/g;
const GROUP_ENGLISH = /(?:hainan(?:'s)? )?(?:provincial )?leading[ -]group(?:'s)?(?: office)?/g;
const HERE_ENGLISH =
  /(?:issued|given out|granted|awarded|given)(?: to me)?(?: in \d{4})?(?: by| in| from)(?: the)? (?:hainan|province)(?: province)?|hainan[- ]issued|(?:(?:got|obtained|received|earned|took|passed|did)[^,.;!?]{0,40} (?:in|from) hainan)|(?:certificates?|cert|one|mine|it)(?: is| was|'s)? from hainan|hainan (?:(?:training )?(?:certificate|cert)|one|office)\b|\bhainan(?= (?:19|20)\d\d)|\bfrom hainan(?=$|[,.;!?])/g;
/** 「施工员 2017 海南 查得到」: an item of a list that has a year or a code as well. */
const HERE_ITEM =
  /(?<=^|[\n,;。/、] ?|[年的员证\d] )海南省?(?= ?(?:$|[\n,;。/、])| [查能搜可系学])|(?<=[,;/.] ?|\d )hainan(?= ?(?:$|[,;/.!?])| (?:can|ok|found|not))/g;
const YEAR_OR_CODE = /(?<!\d)(?:20[01]\d|1\d年|1[01]\d)(?!\d)/;
const LIVING = /[住来到去回]海南|\b(?:live|living|work|working|am|come|site) in /;
const PLACE_ENGLISH = OTHER_PLACES_ENGLISH.join('|');
const ELSEWHERE_ENGLISH = new RegExp(
  `(?:(?:issued|given out|granted|given)(?: to me)?(?: in \\d{4})?(?: by| in| from)(?: the)? (?:${PLACE_ENGLISH})|(?:got|obtained|received|earned|took|passed)[^,.;!?]{0,40} (?:in|from) (?:${PLACE_ENGLISH})|(?:certificates?|certs?|one|mine)(?: is| was|'s| are| were)? from (?:${PLACE_ENGLISH})|(?:${PLACE_ENGLISH})[- ](?:issued|(?:training )?(?:certificates?|certs?)))\\b`,
  'g',
);

/** Asked or made a condition, not told. */
const ASKING =
  /(?:是不是|是否|必须是?|一定要是?|要是|只有|只要是?|只能是?|只认|凡是|要不要|还是|是什么|哪个|哪里|啥叫|什么是|啥是|什么叫|怎么|如何|分不清|不知道|不清楚|算不算|must be|ha(?:s|ve) to be(?: issued)?|need(?:s|ed)? to be(?: issued)?|only|whether|除了|除开|不管|不论|besides|other than|except|apart from|if)(?:在|由|那个| the)? ?$/;
/** 「领导小组办公室电话多少」: the office is looked for, not named as the issuer. */
const OFFICE_ITSELF = /^的?(?:电话|地址|人|通知|文件|在哪|是谁|是啥|是什么|是(?:个|干|做)|怎么|号码|联系|几点|上班)/;
const DENIED = /(?:不是|不系|唔系|并非|非|不属于|not|isn't|wasn't)(?:在|由|那个|我们|the )?$/;

/** Who issued the certificate, as far as it is told: 「海南发的」 is taken as the leading group office. */
export function findIssuer({ text }: Reading): Found[] {
  const facts: Found[] = [];
  const add = (pattern: RegExp, value: 'hainan-leading-group-office' | 'other', confidence: number) => {
    for (const match of matches(text, pattern)) {
      const [start, end] = [match.index, match.index + match[0].length];
      const ahead = before(text, start, 12);
      if (
        ASKING.test(ahead) ||
        isSupposed(text, start) ||
        /^(?:吗|么|不是|还是|或|嘛\?|都|也|算不算|收不收)/.test(after(text, end, 4))
      )
        continue;
      if (OFFICE_ITSELF.test(after(text, end, 6)) && pattern === GROUP) continue;
      if (facts.some(other => start < other.end && end > other.start)) continue;
      facts.push(
        found({ name: 'certificate.issuer', value: DENIED.test(ahead) ? 'other' : value }, start, end, confidence),
      );
    }
  };
  if (/领导小组/.test(text)) add(GROUP, 'hainan-leading-group-office', 0.96);
  if (/[省厅南外地发考拿证]/.test(text)) {
    add(ELSEWHERE_ISSUED, 'other', 0.95);
    add(STAMPED_ELSEWHERE, 'other', 0.93);
    add(STAMPED_HERE, 'hainan-leading-group-office', 0.93);
    add(IN_HERE_ISSUED, 'hainan-leading-group-office', 0.88);
    add(HERE_ISSUED, 'hainan-leading-group-office', 0.9);
  }
  if (/[a-z]{4}/.test(text)) {
    add(GROUP_ENGLISH, 'hainan-leading-group-office', 0.95);
    add(ELSEWHERE_ENGLISH, 'other', 0.93);
    add(HERE_ENGLISH, 'hainan-leading-group-office', 0.9);
  }
  if (facts.length === 0 && YEAR_OR_CODE.test(text) && !LIVING.test(text))
    add(HERE_ITEM, 'hainan-leading-group-office', 0.85);
  return facts;
}
