import { isHearsay, isToBeGot } from './hearsay.ts';
import { any } from './words.ts';

/** 「换成电子证」, "get the electronic one": it is wished for. */
const WANTED_BEFORE = new RegExp(
  `${any('换(?:成|发|取|领|个|一下|到|了)? 转(?:成|换成?|为|到)? 还 变成? 更新成? 升级成? 改成? 领 申[请领] 办理? 弄 搞 生成 补 要 想 打印 下载 等 出 没有? 无 新的? 得到 拿到? 有了 取得 get for into an? the_new to(?:_the)? obtain receive apply_for')}(?:[一这那]?[个本张]|新的?|我的?|[《"])*(?:the |an? |new |to )*$`,
);
const GOT = any('换[好成了]* 有了? 拿到?了? 领到?了? 取得了? 办好了?');
const OWNED_BEFORE = new RegExp(
  `(?:(?:已经?|刚刚?|才|先)${GOT}|(?:已经?|早就)是|我们?(?:都|早就?|全)换[成了好]+|i(?:'ve| have)(?: already)? (?:switched|changed|converted|exchanged)(?: it| mine)? (?:to|into|for)(?: the| an)?|(?:mine|it|cert|certificate)(?:'s| is)(?: already| now)?|${any('我 俺 老子 本人 手里 手上 手头 屋头')}${any('就 也 都 现在 目前')}?${any('是 有 持有? 拿的是 的是 这 那')}?(?:的|[这那]?[个本张])?|持有?的?|拿[着住]|揣着|捏着|(?:^|[,。])那[个本张]|有[^,。;!?]{2,14}[两三几]本|${any('之前的 以前的 原来的 现有的? 其')}|(?:^|[,.;] )got(?: my| an| the)?|[年月日号](?:\\d+[日号])?[就才刚]?${any('的 换发?[了的到] 拿到?[了的]? 取得[了的]? 领到?[了的]? 发的 办的 考的')}|月(?:才|先)?(?:拿|领)到?|(?<!after |once |when |until |before |if )i ${any('have hold got already_have .ve_got')}${any('_an? _my _the')}?|i've (?:already )?got${any('_an? _my _the')}?|(?<!get )my|hold(?:s|ing)? (?:an?|the)|already (?:have|hold)${any('_an? _the _my')}?)[一那这]?[个本张]?[《"]? ?$`,
);
const WHEN = '(?:[大去前今]年|(?:19|20)?\\d\\d年)?(?:\\d{1,2}月)?(?:\\d{1,2}[日号])?';
const OWNED_AFTER = new RegExp(
  `^(?:${any('取得 发证')}(?:时间|日期)|我?是?${WHEN}${any('就 早就? 已经? 刚 是 系')}?${any('换 办 拿 领 弄 搞 发 取')}(?:好|到|下来|完)?[了的]|我?${any('已经 早就 都')}[有拿换领][到好]?了?|已经?(?:到手|下来)|到手${any('以后 之后 后 了')}|落(?:了|咗)手|是?(?:19|20)?\\d{2}年(?:\\d{1,2}月)?的|${any('每年 一年 年年 _?年度')}|[^,。;!?换]{0,6}(?:每年|年年)|的?${any('继续教育 年审 年检 学时')}|${any('会不会 会 是不是')}?被?(?:作废|失效)了?(?=吗|么|没|$)|不会[^,。;!?]{0,8}(?:作废|失效)|的?那[个本张],?我?${WHEN}(?:拿|领|换|办)[到了的]| (?:bears|is already|is dated)\\b| ${any('issued dated from i_have i_hold i_got of_my of_our of_mine')}| (?:is|was) ${any('issued dated from')})`,
);
/** 「23年电子证」, 「2021年7月发的电子证」: what has a day of issue is in somebody's hands, unless it is spoken of the exchange itself. */
const DATED_BEFORE =
  /(?:(?:19|20)\d\d年?|(?<!\d)\d\d年)(?:底|初|(?:\d{1,2}(?:月|[.-]\d{1,2}))?(?:\d{1,2}[日号])?)(?:份?的|滴|签发的?|出的|换发?的|那[本张个]的?)? ?$/;
const OF_EXCHANGE_AFTER = /^(?:书|件)?[^,。;!?]{0,6}(?:换|截止|开始(?:换|办)|政策|通知|推行|推广|改革)/;
const NOT_YET_AFTER = new RegExp(`^${any('以后 之后 后 的时候 怎么 咋 吗 要(?!得) 能 什么时候 好久 可以 了?没')}`);
/** 「…，电子证，…」: an item of what somebody tells about the certificate. */
const ITEM_BEFORE = /(?:^|[,.;:/。;\n] ?|员 |\d年? |\d年\d{1,2}月(?:\d{1,2}[日号])?)(?:是)?$/;
const ITEM_AFTER = /^(?:的|版)?(?= ?$|[,.;。]| ?[\d/])/;
/** 「证是电子的」, 「资料员电子证」 in somebody's hands. */
const SAID_BEFORE =
  /(?:[工量检料械务资准]员(?:\([^)]{1,6}\))?[之的]?|(?:土建|市政|装饰|装修|安装)的?|\bwith (?:an? |the |his |her |their )?|\b(?:have|has|had|hold|holds|got|about) (?:the |an? |my |his |her )(?:[a-z]+ ){0,2}|证书?(?:是|系)(?<!是不是)|手[里上头](?:有|是)?[^,。;!?换想要办领]{2,6}|(?:certificate|cert|mine|it)(?: is|'s) (?:the |an )?)$/;
const FETCHED_AFTER =
  /^(?:也|都|早就?|已经?)*(?:有了|下来了|办好了|换好了|拿了|到了)(?!吗|没|么)|^(?:是)?(?:拿|领)到手(?!以|之|后|再|要|能|怎|吗|没)/;
const DENIED_BEFORE = /(?:(?<!是)不是|not an?)$/;
const LACKING_BEFORE = /(?:没有?|还没.*)$/;
const CHANGED_INTO = /(?:换|转|变|更新)[成发为取领]?$/;

/** 「封皮上写的…」「全称是《…》」: what is printed on it is what it is. */
const PRINTED_BEFORE =
  /(?:封[面皮]|本子|本本|证书?|内页|里面|首页|抬头|标题|名[字称]|全[称名])(?:上面?|里面?|上头)?(?:清楚|明明|就|都)?(?:写|印|标|叫|是)(?:的|着|明)*(?:是|叫)?[《"]?(?:住房和城乡建设领域[^,。;!?《》]{0,14})?$|\b(?:cover|title|printed on it|name on it|it) (?:says|reads|is)(?: that it is)?:? ?(?:an? |the )?["“]?$/;

export const isPrinted = (ahead: string): boolean => PRINTED_BEFORE.test(ahead);

/** Whether the electronic certificate that stands between `ahead` and `behind` is one the person has, or denies to have. */
export function isHeld(ahead: string, behind: string): boolean {
  if (DENIED_BEFORE.test(ahead) || isPrinted(ahead)) return true;
  if (isHearsay(ahead)) return false;
  if (LACKING_BEFORE.test(ahead) || NOT_YET_AFTER.test(behind)) return false;
  if ((SAID_BEFORE.test(ahead) && !WISHES.test(behind)) || FETCHED_AFTER.test(behind)) return true;
  if (DATED_BEFORE.test(ahead) && !OF_EXCHANGE_AFTER.test(behind) && !WISHES.test(behind)) return true;
  return OWNED_BEFORE.test(ahead) || (OWNED_AFTER.test(behind) && !WANTED_BEFORE.test(ahead));
}

/** Whether it stands alone in a message that tells of a year, hours or a trade and wishes for nothing. */
export const isItem = (text: string, ahead: string, behind: string): boolean =>
  ITEM_BEFORE.test(ahead) && ITEM_AFTER.test(behind) && TELLS.test(text) && !WISHES.test(text);
const TELLS = /\d{4}|\d年|学时|[工量料械务资准]员|officer|inspector|foreman|clerk|hours|post/;
const WISHES = /怎[么样]|咋|如何|想|领|换成|申请|下载|\bhow\b|\bget\b|\bwant|\bapply|\bdownload/;

/** The answer to 「哪一种证」 is held whatever its form, unless it is what something is exchanged into, or what others say or have. */
export const isAnswered = (ahead: string): boolean =>
  !CHANGED_INTO.test(ahead) && !isToBeGot(ahead) && !isHearsay(ahead);
