import { type Flag, phrases } from './flags.ts';
import { after, before, matches } from './reading.ts';
import { any } from './words.ts';

const LOOK = any('查询? 检索 翻 搜索? 找 看 瞅 瞧');
const SEE = any('到 着 见 出来?');
const PLACE = any('系统 网上 官网 网站 平台 上面 部里 里面 rcgz(?:\\.mohurd\\.gov\\.cn)?');
const IN = any('里面? 上面? 中 那边 那里 里头 高头 头');
const RECORD = any('记录 结果 数据 信息 显示 登记 备案');
const STOP = '(?=$|[,。;!?\\s/])';
const MINISTRY =
  "(?:(?:the )?(?:ministry'?s? ?|national |government )*(?:website|web site|system|platform|portal|database)|(?:the |ministry'?s? |national |government )+site|rcgz(?:\\.mohurd\\.gov\\.cn)?)";

const SEEN = phrases(
  `(?<![没不未难能否])${any('能 可以? 都 也 已经? 才 就')}*${LOOK}[得的德]${SEE}`,
  `(?<!不)(?:能|可以?)(?:够|在[^,。]{0,8})?${LOOK}得?${SEE}`,
  `(?<![没不未能])[查搜找][到着]了`,
  `(?<!没|不)(?:系统|网上|官网)里?查到(?=我|$|[,。])`,
  `(?<![没不未能想要会])[查搜找][到着]的?(?=[,。;!]|$)`,
  `(?<![没不未])有我的?名字?`,
  `(?=登)(?:登录|登陆|登)(?:进去?|上去?)?,?(?:就|也|已经?)?看[见到]了?(?:我的?|自己的?)?证书?了?(?=$|[,。;!])`,
  `可查(?!询|看|阅|不)`,
  `系统 ?[:=]? ?[√✓]`,
  `(?:系统|网上|平台)(?:里|查询|结果)? ?[:=] ?(?:有|能|可查|是|查到)${STOP}`,
  `(?=system)system ?[:=] ?(?:yes|found|ok)(?![a-z])`,
  `(?=record|name|cert)(?:record|name|certificate|cert) exists (?:in|on) ${MINISTRY}`,
  `look (?:it|mine|me) up (?:online|(?:in|on) ${MINISTRY})`,
  `(?<=^|[,;.] |and )shows? up (?:in|on) ${MINISTRY}`,
  `(?:系统|网上|官网|平台)里?我?查过了?,?(?:是|也|确实)?有的?(?=$|[,。;!])`,
  `(?<![没不])${PLACE}${IN}?${any('能 可以 也 都 是 确实 已经 倒 查')}*(?:有(?!${any('没 什么 哪 多少 个 时 几 错 问题 效 无 其他 其它 更新 按钮 通知')})(?:${RECORD}|我的?${any('证 记录 信息 名字')}?|的|名字|了|${STOP})|能查|查有|显示有|查到了|显示了|在的)`,
  `(?<![没不未])有(?:我的)?${any('记录 显示 信息')}(?:[的了]|${STOP})`,
  `(?<!不)在(?:那个|部里的?|住建部的?)?(?:系统|网|平台)${any('里面? 上面? 中')}(?:[的了]|${STOP})`,
  `\\b(?:is|was|it's|its|am|i'm|are|record)(?: already| also)? (?:on|in|listed|found|visible|there on|shown in|there in|registered in)(?: on| in)? ${MINISTRY}`,
  `(?:can|could|able to) (?:find|see|look up|locate) (?:it|my [a-z]+|mine|myself|the cert[a-z]*|my record)`,
  `(?:it|mine|certificate|record|name|cert)(?: does| did)? ${any('shows?_up appears?\\b(?!_that|_to) comes?_up is_listed is_found can_be_found was_found showed_up is_there is_online')}`,
  `\\bi found (?:it|mine|my [a-z]+)`,
  `(?=[页网])(?<![没不未])(?:页面|网页)${IN}?${any('都 也 是 就 倒')}*(?:显示)?有我`,
  `(?=[网系平])(?<![没不未])(?:网|系统|平台)[里上]?[查搜]了?(?:一下|下)?,?是?有的(?=$|[,。;!])`,
  `(?=[查搜找看]到)(?<![没不未能想要会])[查搜找看]到了?(?:自己|我|本人)的?${any('名字 证书? 信息 记录')}了`,
  `(?=[a-z])(?<=^|[,;.:] )(?:and |it is |also )?${any('found listed registered searchable visible shown')} (?:in|on) ${MINISTRY}`,
  `[网系平][站统台]?[里上]?(?:查|搜|看)了?(?:一下|一哈|下|哈)?,?(?:说|显示|结果|提示)?(?:是|也|确实)?有(?:我的?|我的名字|记录|的)?(?=$|[,。;!])`,
  `(?:帮我|帮忙|去|上)[^,。;!?]{0,8}[网系平][^,。;!?]{0,2}[查搜][^,。;!?没不]{0,3},?(?:他|她)?(?:说|显示|结果)是?有的?(?=$|[,。;!])`,
  `(?=pop|comes? up|came up|shows? up|turn)(?:pops?|popped|comes?|came|shows?|showed|turns?|turned) up (?:fine |ok |okay |all right |alright )?(?:there|(?:in|on) ${MINISTRY})`,
  `(?=system|site|website|portal|platform)(?:system|site|website|portal|platform) (?:have|has|had|got|shows?|find) (?:my|me|it|mine)(?: name| record| cert[a-z]*)?(?=$|[,.;!]| and| but)`,
  `(?=found)(?<=^|[,;.:] )found (?:it|mine|myself|my [a-z]+) (?:in|on) ${MINISTRY}`,
  `(?=system|website)(?:system|website) (?:have|got)(?: it| mine)?(?=$|[,.;!])`,
  `\\b${any('system site website page portal rcgz')} ${any('shows? has lists?')} (?:my (?:name|cert[a-z]*|record)|mine|me|it)(?=$|[,.;!])`,
  `(?<=^|[,;/.] )(?:and )?(?:already )?in ${MINISTRY}(?= ?(?:$|[,;/.]))`,
  `\\b(?:it's|it is|mine is|is) ${any('listed there searchable online')}(?=$|[,.;!?])`,
);

const UNSEEN = phrases(
  `(?=every|all)(?:everyone|everybody|all[a-z ]{0,16}) (?:but|except(?: for)?) me (?:is|are|was|were)(?: listed| found)? (?:in|on) ${MINISTRY}`,
  `(?=除)除了?我(?:以外|之外|外)?[^,。;!?还谁吗]{0,8}都?(?:能)?${LOOK}得?${SEE}`,
  `${LOOK}[球逑都也]?[不莫无勿]${SEE}`,
  `[无没]此[证人]`,
  `(?:怎么|咋)${LOOK}[都也]?是?(?:空|没有|无)的?`,
  `(?=[不没])(?:跳|蹦|弹|显|出)(?:不|没)(?:出来?|来)`,
  `[查搜找]了?(?:半天|好久|几[次遍回])[^,。;!?]{0,3}(?:没有?|不到)`,
  `(?=[库名])(?:库|名录)[里中]?${any('也 都 根本 就')}*没有?我`,
  `(?:没有?|未)被?收录`,
  `输(?:进去|入)[^,。;!?]{0,6}(?:空|没有)`,
  `查询?无果`,
  `(?:没有?|未)(?:录入|录进|导入|上传|进|入)到?(?:系统|库|平台)${STOP}`,
  `(?:系统|网上|平台)(?:里|查询|结果)? ?[:=] ?(?:无|没有?|否|未)${STOP}`,
  `(?=can|could)(?:cannot|can't|couldn't) search (?:it|mine|my [a-z]+)`,
  `(?=can|could)(?:cannot|can't|can not|couldn't|could not) (?:be )?(?:find|found|seen?|search) (?:in|on) ${MINISTRY}`,
  `(?=system|search|site|website)(?:system|search|site|website) (?:returns?|gives?|returned|gave)(?: me)? (?:no|nothing)`,
  `(?=system)system ?[:=] ?no(?![a-z])`,
  `查无${any('此人 此证 记录 结果 信息 数据')}?`,
  `(?:没有?|未|未能)${any('查询? 检索 搜 找 看')}得?(?:到|着|见|出)`,
  `(?<!有)(?:没有?|无)${any('我的? 任何 相关 我这本 证书 我证 查询 [份条张这个]')}*${RECORD}`,
  `${PLACE}${IN}?${any('都 也 就 根本 还是? 怎么查 怎么搜 依然 仍然?? 压根 显示 查询 查了 说 提示')}*(?:没有?|无|空白|查无|空的)(?=我|$|[,。;!?\\s]|的|显示|记录|信息|这|证|啊|呢|数据)`,
  `[不没]在(?:网上|官网)`,
  `(?:页面|网页)${IN}?${any('都 也 就 根本 还是?')}*没有?我`,
  `[输填][^,。;!?]{0,12}一片空白`,
  `[不没]在(?:那个|部里的?)?(?:系统|网|平台)[里上中]`,
  `(?:啥|什么)(?:东西|信息)?[都也]?没[有得]?(?!关系|用|问题|学|意思)`,
  `(?:不|没有?)显示(?:出来)?`,
  `显示不出我`,
  `(?:显示|结果)[是为]?${any('空白 空的 空(?=$|[,。;!?了]) 没有 无 零条 0条 不存在')}`,
  `(?:就|唯独|单单|只有|偏偏)是?我的?(?:一个人?)?[就却]?(?:没有?|查不到)${STOP}`,
  `(?:can'?t|cannot|can not|couldn'?t|could not|unable to|not able to) (?:find|see|locate|look up) (?:it|mine|my (?:certificate|cert|record|name|paper)|me\\b|the certificate|myself|anything|any record)`,
  `(?:doesn'?t|does not|didn'?t|did not|don'?t|do not|isn'?t|is not|not|never)(?: even)? (?:show(?:n|ing)?(?: up)?|appear(?:ing)?|come up|listed|found|in ${MINISTRY}|on ${MINISTRY}|there|online|registered in)(?! (?:in|on|among) (?:the |your )?(?:list|notice|codes|scope))`,
  `(?:found|finds?|got|showed|shows) nothing|came up empty|no luck finding (?:it|mine)|nothing (?:comes|shows|came|showed) up`,
  `(?<![\\d.])0 ?条?(?:结果|记录|数据)`,
  `(?:zero|\\b0) (?:records?|results?|hits?|match(?:es)?|entries)`,
  `no (?:record|result|data|trace|entry|entries|match)s?(?: of (?:me|it|mine))?`,
  `(?:certificate|cert|record|name|it|mine)(?: was| has| is)?(?: never|n't| not)(?: been)? (?:uploaded|entered|registered|recorded|imported|put)`,
  `(?:certificate|cert|record) is missing|no such (?:certificate|record)|absent from ${MINISTRY}`,
);

/** What is looked for is not the certificate: buttons, hours, courses, another site. */
const OTHER_OBJECT =
  /更新|按钮|按键|入口|学时|课程|密码|账号|帐号|成绩|网址|机构|页面|地方|文件|通知|培训(?!合格|证|管理)|客服|人工|电话|工作|视频|教材|办公室|证书管理|身份证|头像|照片|名单|目录|验证码|时间|button|hours|course|page|link|password|phone|\boffice\b|training (?!cert)|institution|photo|\bupdate/;
const OTHER_PLACE =
  /省里?的?(?:那个)?(?:网|系统|平台)|省网|海易办|12123|交管|驾照|二建|一建|建造师|省厅网|provincial|province's/;
/** 「学完没显示」: it is the hours that are not shown, unless the certificate is named. */
const HOURS_TALK =
  /学完|结业|继续教育|个钟|学了|读了|读完|上完|上了课|报上去|上报|没报|录入|录进|入库|学时|课时|学分|课(?!题)|\bhours?\b|\bstud|\bcourse|\bclass(?:es)?\b|provider|\btraining (?!cert|management)|\blesson|\bfinished/g;
const CERTIFICATE = /证|员|名字|姓名|cert|my (?:name|record)/g;
/** 「证找不到了」 is a lost certificate and 「没显示」 nothing at all unless a system is spoken of. */
const NEEDS_SYSTEM = /^(?:跳|蹦|弹|显|出|找|看|瞅|瞧|啥|什么|就|唯|单|只|偏)|显示|\bmissing/;
const SYSTEM =
  /[输填打]了?(?:入|进去?|上)?(?:我的?)?(?:身份证|号|姓?名)|系统|网|平台|部里|查|搜|上面|里面|名字|site|system|platform|online|rcgz|search/;
const TYPED = /[输填][^,]{0,3}身份证(?:号码?)?|(?:部里|住建)?.*(?:培训管理信息系统|系统里?|网站)/g;

/** 「刚才说查得到，其实是查不到」: what was said before is taken back. */
const SAID_BEFORE = /(?:刚才说|刚说|刚刚说|前面说|以为|said)(?:是|能|我|it was|it's| )*$/;
const TAKEN_BACK = /其实|实际|不对|看错|搞错|记错|弄错|说错|actually|mistake|in fact/;
/** 「小王查到了」: found for another than who writes. */
const ANOTHER_BEFORE = /(?:小[^,。小证本]|老[^,。老师板证本]|同事|工友|别人|人家|大家)(?:都|也|就|的|能)*$/;
const isOwn = (text: string, start: number, end: number): boolean => {
  const ahead = before(text, start, 10);
  return (
    !(SAID_BEFORE.test(ahead) && TAKEN_BACK.test(text.slice(end))) && !(ANOTHER_BEFORE.test(ahead) && /我/.test(text))
  );
};

const isMissing = (text: string, start: number, end: number): boolean =>
  isOwn(text, start, end) && !isOfHours(text, start, end) && isAboutCertificate(text, start, end);

/** What is looked for is what was named last before it; when nothing was, and the certificate is not named behind it, hours spoken of anywhere. */
function isOfHours(text: string, start: number, end: number): boolean {
  if (!names(text, HOURS_TALK)) return false;
  const ahead = text.slice(0, start);
  const [hours, certificate] = [lastOf(HOURS_TALK, ahead), lastOf(CERTIFICATE, ahead)];
  if (hours < 0 && certificate < 0) return !names(text.slice(end), CERTIFICATE);
  return hours > certificate && !/^我?的?证/.test(after(text, end, 4));
}

const names = (text: string, words: RegExp): boolean => matches(text, words).length > 0;

function lastOf(words: RegExp, text: string): number {
  let last = -1;
  for (const match of matches(text, words)) last = match.index;
  return last;
}

/** Where hours are what is spoken of, 「网上没有记录」 is said of them. */
export const speaksOfHours = (clause: string, text: string): boolean =>
  names(clause, HOURS_TALK) || (names(text, HOURS_TALK) && !names(text, CERTIFICATE));

/** 「去年还能查到」: it was, and is not said to be so. */
const ONCE = /去年|以前|之前|原来|原先|本来|used to/;
const isThere = (text: string, start: number, end: number): boolean =>
  isOwn(text, start, end) && !ONCE.test(before(text, start, 8)) && isAboutCertificate(text, start, end);

function isAboutCertificate(text: string, start: number, end: number): boolean {
  if (NEEDS_SYSTEM.test(text.slice(start, end)) && !SYSTEM.test(text)) return false;
  const object = after(text, end, 8);
  const ahead = before(text, start, 12);
  if (OTHER_PLACE.test(before(text, start, 12) + text.slice(start, end))) return false;
  return (
    (/^[我你他]?的?(?:证|培训合格)/.test(object) || !OTHER_OBJECT.test(object)) &&
    !OTHER_OBJECT.test(ahead.slice(-10).replace(TYPED, ''))
  );
}

const FILE_CHECK = any('核查 核对 核实 核验 审核 查核');
/** 「去核查过了，通过了」: going there, and between it and the outcome only who said so. */
const WENT = `(?=[去到])(?<![没未想])(?:去|到)[^,。;!?]{0,8}${FILE_CHECK}[过完好]?了?,?${any('他们 人家 那边 结果 档案 也 都 已经? 说 是 就')}*`;
const VERIFIED = phrases(
  `(?:${FILE_CHECK}|[查审核])[过完][了晒]?(?:[的我份]|那份|这份)*档案?(?=$|[,。;!?了])`,
  `档案(?:核查|核对) ?[:=] ?(?:已|过了?|通过|是)`,
  `511 and (?:it's|it is|it was|they|the file was|my file was)(?: all)? (?:verified|cleared|passed)`,
  `(?<![没未不要想能])核档(?:已经?|也|都)?(?:通过|过)了?${STOP}`,
  `经核查档案(?!后|的)`,
  `核档[^。;!?没未不]{0,14}(?:核|查|通)过了`,
  `${WENT}(?<![没不未])通过了`,
  `${FILE_CHECK}的?档案${any('已经? 也 都 就 早')}*(?:通过|过关|没问题|合格)了?`,
  `511[^。;!?]{0,12}档案${any('也 都 已经? 是')}*(?:没问题|对得上|通过了|合格了?)(?=$|[,。;!])`,
  `511(?:办公室|房)?${any('已经? 也 都')}?${FILE_CHECK}${any('已经? 也 都')}?(?:通过|过关)`,
  `档案(?:也|都|已经?|早就?|在511(?:办公室)?)*(?:${FILE_CHECK}|[核审查对])(?:过|好|完|通过)了?的?`,
  `档案(?:核查|核对)(?:已经?)?(?:通过|过了|合格|没问题|完成)了?`,
  `511(?:办公室)?${any('那边 那里 那儿 已经? 也 都 早就? 我')}*(?:${FILE_CHECK}|[核审查办认]|通过)[过好完可]?了的?`,
  `(?:已经?|早就?)[去到在]?了?省?厅?(?:511)?(?:办公室|房)?(?:核查|核对|核)[过好完了]*(?:了|档案)+`,
  `(?:archive|file)s?(?: check)? (?:has been|was|is|have been|were|already|been)(?: already)? ${any('passed verified checked done cleared confirmed completed')}`,
  `(?:archive|file) check (?:passed|done|completed|cleared|(?:went|came|has gone) (?:through|fine|ok))`,
  `(?:they|511|the office)(?: have| has)? ${any('confirmed verified checked cleared approved')} my (?:file|archives?)`,
  `(?:passed|done|completed|did|had) (?:the |my )?(?:archive|file) (?:check|verification)`,
  `(?:room )?511 (?:has |have |already )*${any('verified checked confirmed cleared passed')}`,
  `(?:verified|checked|confirmed) (?:at|by|in) (?:room )?511`,
);
const UNVERIFIED = phrases(
  `${WENT}(?:没有?|未)能?(?:通过|过)`,
  `档案(?:核查|核对)(?:[这那]一?步)?(?:还|也|都)*(?: ?[:=] ?(?:未|否|没|无)|(?:没有?|未)做)`,
  `${FILE_CHECK}档案(?:还|也|都|一直)*(?:没有?|未)(?:去|做|办|弄|搞|通过|过)`,
  `档案(?:也|都|还|一直|根本|压根)*(?:没有?|未)去?(?:${FILE_CHECK}|[查核审])(?:过|呢|${STOP})?`,
  `(?:没有?|未)去?(?:做|办|弄|搞)档案(?:核查|核对)${STOP}`,
  `没有?去(?:核|核查|核对|核档)(?=$|[,。;!?])`,
  `(?:还|也|都|一直|根本)*(?:没有?|未)去?过?(?:511(?:办公室)?)?去?(?:${FILE_CHECK}|[查核])过*的?档案`,
  `(?:没有?|未)有?${any('做 办 弄 搞 整 走 参加')}过?了?(?:那个|这个)?档案(?:核查|核对|审核)?`,
  `档案(?:核查|核对)(?:还|也|都)*(?:没有?|未)${any('做 办 弄 搞 过 通过')}`,
  `(?:没有?|未)有?[去到]?(?:${FILE_CHECK}|[核查审])[过完]?(?:[的我份]|那份|这份)*档案?(?=$|[,。;!?呢啊])`,
  `(?:没有?|未)${any('去 到 有去 去过 到过 去得')}过?省?厅?511(?:办公室)?`,
  `511(?:办公室)?我?(?:还|也|都|一直)*(?:没有?|未)[去核查][过成呢]?`,
  `(?:archive|file) (?:check )?(?:hasn't|has not|wasn't|was not|not)(?: yet)?(?: been)? (?:done|checked|verified|passed|yet)`,
  `(?:haven't|have not|didn't|not|never)(?: yet)? (?:been to|gone to|visited|went to|go to) (?:room )?511`,
  `(?:haven't|have not|didn't|not|never)(?: yet)? (?:done|had|passed|did|do) (?:the |my )?archive check|no archive check`,
);

const LOOKED_FOR =
  /[查搜找有没无在看瞅瞧显空]|found|find|record|listed|appear|show|come|searchable|\bon\b|\bin\b|nothing|not|n't|missing|absent|no such|0 ?条|zero|\b0 /;
const ARCHIVE = /511|档|核|archive|file/;

/** Whether the archive check of room 511 is passed, and whether the certificate is found in the ministry's system (1.1). */
export const SYSTEM_FLAGS: readonly Flag[] = [
  { fact: { name: 'certificate.archiveVerified', value: false }, words: UNVERIFIED, hint: ARCHIVE },
  { fact: { name: 'certificate.archiveVerified', value: true }, words: VERIFIED, hint: ARCHIVE },
  {
    fact: { name: 'certificate.inNationalSystem', value: false },
    words: UNSEEN,
    hint: LOOKED_FOR,
    applies: isMissing,
  },
  {
    fact: { name: 'certificate.inNationalSystem', value: true },
    words: SEEN,
    hint: LOOKED_FOR,
    applies: isThere,
  },
];
