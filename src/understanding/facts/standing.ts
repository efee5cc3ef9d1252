import { ROLES } from '../lexicon.ts';
import { type Flag, phrases } from './flags.ts';
import { after } from './reading.ts';
import { any } from './words.ts';

const TEST = any('考核 考试 测试 测验');
const STOP = '(?=$|[,。;!?\\s])';
const PASSED = phrases(
  `(?:${TEST}|结业考)${any('也 都 已经? 我 早就? 又')}*${any('合格 通过 过 及格 考过')}[了啦咯]?(?![证后才就不没吗怎率线分])`,
  `${any('已经? 也 都 并 且')}经?(?:通过|考过|过)了?${TEST}?[了啦]${STOP}`,
  `(?<![没不未能])通过了?${TEST}(?:了|${STOP})`,
  `(?<![没不未])考(?:过|合格|及格)了`,
  `(?<=^|[,。;/ ])已(?:考过|考[核试](?:通过|合格))(?=$|[,。;/ ])`,
  `才考?过[的了]?${STOP}`,
  `已经?(?:考核)?合格`,
  `考(?:完了?|了),?(?:是|也|都|就)?(?:合格|过|通过|及格)了?的?(?=$|[,。;!])`,
  `(?<!不)合格了|及格了`,
  `考[核试] ?[:=]? ?[√✓]`,
  `考[核试] ?[:=] ?(?:过|通过|合格|已过|是)(?=$|[^了]|了)`,
  `(?<=^|[,/;.] ?)passed(?= ?(?:$|[,/;.?!]))`,
  `\\b(?:passed|cleared)(?: the| my| its| that| final)* (?:test|assessment|exam|examination|quiz)`,
  `(?:exam|test|assessment)(?: is| was|,)?(?: already| also)? pass(?:ed)?(?=$|[,.;!?]| already| too| and)`,
  `结果是?(?:过了?|通过了?|合格了?)的?(?=$|[,。;!])`,
  `\\bi (?:sat|took)(?: the| my)? (?:exam|test|assessment) and passed`,
  `\\bi(?:'ve| have)?(?: already)? passed(?: it)?(?=$|[,.;!?]| and| already| too)`,
);
const FAILED = phrases(
  `${TEST}${any('还 也 都 就 又 上次 最后')}*(?:没有?|未|不)能?${any('通过 过 合格 及格 考过')}`,
  `(?:没有?|未)能?${any('通过 考过 考合格 考及格')}${TEST}?`,
  `(?<!有)(?:还没有?|没有?|还未|未)[参去有]?加?(?:考核|考试|考)(?![勤虑到证取上])(?:呢|过|${STOP})`,
  `考了?(?:\\d|两|几|好几)?[次回]?${any('都 还是 也 又 结果')}*(?:没有?|未)能?${any('过 通过 及格 合格')}`,
  `考[核试] ?[:=] ?(?:未|没|否|不|无)[过考通合]?`,
  `${TEST}(?:还|也|都)*(?:没有?|未)(?:去)?(?:参加|考)${STOP}`,
  `(?:test|exam|assessment) (?:is |was )?(?:not (?:yet )?(?:pass(?:ed)?|taken|done)|failed)`,
  `passed ?[:=] ?no(?![a-z])`,
  `(?=did)(?:didn't|did not) pass(?=$|[,.;!])`,
  `${TEST}(?:也|都|又|给|就)*[挂砸黄]了`,
  `[考挂][挂科砸]了|不及格(?=$|[,。;!?\\s的了])`,
  `(?:failed|flunked|haven't passed|have not passed|didn't pass|did not pass|not passed|haven't taken|have not taken)(?: the| my| that)? (?:test|assessment|exam|examination|it)`,
);

const LEAVE = any('转岗 转行 改行 离职 辞职 离岗 退休 退下来 辞工 调岗 下岗 转业 换岗');
const OTHER_WORK = any('做 跑 卖 干 当 搞 开 送 教 养 种 带');
const WORK = any('干 做 搞 从事 当');
const POST = any(
  `这行 这一行 这个 那个 那行 呢行 施工 工地 地盘 工程 建筑 技术员 本行 老本行 这份 岗位 该岗位 相应岗位 ${Object.keys(
    ROLES,
  )
    .filter(role => role.endsWith('员'))
    .join(' ')}`,
);
const SITE = any('工地 现场 项目 地盘');
/** Work that is certainly another: 「现在开网约车」, 「跳槽到房产中介」. */
const OTHER_JOB = any(
  '网约车 滴滴 出租车 货车 大车 外卖 快递 保险 中介 销售 内勤 文员 行政 后勤 保安 物业 房产 餐馆 饭店 小店 店铺 生意 地 田 鱼 猪 鸡 老师 司机',
);
const LEFT = phrases(
  `(?:早就?|已经|现在)?(?:不|没)再?跟(?:${SITE}|项目|工程)了`,
  `(?:现在|目前|如今|已经)我?(?:在|去|改|回老?家|到)*(?:自己)?(?:开|经营|守|看)(?:了|着)?[^,。;!?学证吗]{0,6}(?:店|铺|馆|厂|公司|档口|摊)`,
  `(?:现在|目前|如今)我?在[^,。;!?学证吗岗建施工]{1,6}(?:公司|店|厂|单位|学校|医院|物业)(?:上班|工作|干活|干|做)?(?=$|[,。;!])`,
  `(?=[调离])(?<!没有?|不想|想|未|别|要|会)(?:调走|离开)(?:了|${any('工地 现场 项目部? 这行 这一行 施工 这个? 原来?的? 建筑')}+${any('岗位 岗 行业 单位')}?了)`,
  `(?:不|没有?)再?在(?:${SITE}|这行|这一行)[上里]?${any('干 做 跑 上班 待 搞')}了`,
  `(?:不|没有?)[再在]?${WORK}${POST}+的?(?:工作|岗位|活)?(?:(?:好几|几|很多|好多|\\d+|两|快\\d+)年|很久|好久)了`,
  `(?=[跳转改调])(?<!想|要|打算|准备|会|能)(?:跳槽|转行|改行|转|调)[去到做干]+[^,。;!?学证]{0,6}${OTHER_JOB}(?!吗)`,
  `(?:现在|目前|如今|已经)我?(?:在|去|改|回老?家|到)*(?:开|送|跑|卖|种|养|当|做|干|带)(?:了|着)?${OTHER_JOB}(?!吗)`,
  `(?<!没有?|不想|想|未|别)${LEAVE}[了啦咯]`,
  `(?<!没有?|不想|想|未|别)(?:转行|改行|转岗|离岗|离职|退休)(?:去|到)?(?:${OTHER_WORK}|[两\\d]+年)`,
  `(?:去|改|跑去|回家|回去)${OTHER_WORK}[^,。;!?学证]{1,6}了`,
  `当起?[^,。;!?]{0,6}(?:经理|老板|老师|司机|保安|总监|主任)了`,
  `(?:把我|我被|被)[^,。;!?]{0,8}?调[去到走]`,
  `(?:转了[行岗]|离了[职岗]|改了行|退了休|辞了[职工])[了啦咯]?`,
  `${any('已经? 早就? 早 现已')}于?(?:\\d{4}年)?(?:\\d{1,2}月)?(?:${LEAVE}|没在岗|不在岗|离开(?:${SITE}|这行|施工)|调离|调走|调出|调往|转任)`,
  `(?:不|没有?)[再在]?${WORK}${POST}*的?(?:工作|岗位|活)?[了啦咯]`,
  `${any('已经? 现在 目前 早就?')}(?:不在|没在)${any('这个 原来? 该 相应 那个')}?(?:岗位?|岗上|工地|施工现场|这行)[了上]*`,
  `(?<=^|[,。;!? 我人就起早])(?<!还)(?:不|没有?)在(?:原来的?|那个|这个|该|${Object.keys(ROLES).join('|')})?(?:岗位上?|岗上?)了?(?=$|[,。;!?])`,
  `转[去到](?:${WORK}|跑)?[^,。;!?]{0,8}了`,
  `调[去到离][^,。;!?]{0,8}了`,
  `改[做行当][^,。;!?]{0,8}了`,
  `\\bi(?:'ve| have)? (?:left|quit|changed|switched|retired|moved)(?: (?:the|my|from|to|into|that|out|a|an|of|different|another))* ?(?:post|position|job|trade|construction|sites?|role|career|industry|sales|office work|office job|desk job|field)`,
  `\\bi(?:'ve| have)? (?:gave|given) up (?:the |my |on )?(?:site|sites|trade|job|post|construction)`,
  `(?=retired)(?<=^|[,;.] |\\band )retired(?= in | since | last |$|[,.;])`,
  `no longer (?:on site|on the site)|not on site any ?more|\\b(?:no|not|not any)(?: more)? work(?:ing)? in (?:the |that |this )?post|not an? [a-z ]{3,30} any ?(?:more|longer)|not (?:in |doing )?(?:construction|building|site work)[a-z ]{0,10} any ?more|no more (?:work|working|do|doing)(?: as| in| the| a)*|not in (?:the|that|this|my) (?:post|job|position|role|trade) any ?(?:more|longer)|\\b(?:changed|switched) (?:my )?(?:careers?|profession|trades?)\\b`,
  `no longer (?:work|working|in|do|doing|employed)[a-z ]{0,20}|(?:don't|do not) (?:work (?:in|on|as)|do)[a-z ]{0,24}(?:any ?more|job now)`,
  `\\bi(?:'m| am|'ve| have)? retired|(?<!having )\\b(?:left|quit) (?:the|that|this|my) (?:sites?|post|position|job|trade|industry|field|role)|(?:has|have) (?:put|moved|transferred|reassigned) me (?:in|into|to)|my (?:work|job|post|position) (?:is|was|has been) changed to|but i now work (?:as|in)|\\bi now (?:drive|sell|run|teach|farm)|already (?:left|quit) (?:construction|site work)|stopped working (?:on|in|as)`,
);
const STILL = any('还 仍然? 一直 现在还 目前还 依然');
const STAYED = phrases(
  `(?:至今|仍然?|一直|目前仍|现仍)都?在(?:该|原|本|相应|这个)?(?:岗|岗位)(?:上|工作|从业|任职)?${STOP}`,
  `${STILL}都?在?(?:做|干|当|从事)[着的]?(?:这个?|那个?|该|原来?的?|老)(?:岗|岗位|工作|活|行|职)`,
  `\\bsti?ll?(?: (?:doing|do|on|at|in|have|holding|hold|keep|the|my|that|this|same))+ (?:[a-z]+ ){0,3}?(?:gig|job|post|work|role|position)`,
  `\\bsti?ll? (?:work|working|employed|serving|serve)`,
  `\\bremain(?:s|ed|ing)? (?:employed|in (?:the|that|my|his|her) (?:post|position|role)|in post|working)`,
  `还在[^,。;!?吗么]{1,10}?${any('干 做 当')}(?:着|呢|${POST}|${STOP})`,
  `${STILL}都?在${SITE}[上里部]?(?:${WORK}|上班|跑|管)?活?`,
  `(?:${STILL}|还是)都?在?${WORK}着?(?:${POST}|着)?(?:[呢的]|${STOP}|(?<=员))`,
  `(?:${STILL}|目前|现在|都)还?在(?:岗|这个岗|原岗|岗位|工地|这行|岗上)[上位干做班]*(?:[呢的]|${STOP})`,
  `(?<=^|[,。;!? 我人])在岗(?:[的呢]|(?=$|[,。;!?]))`,
  `(?:没有?|从没|从未)(?:离开|换|调离|转)过?(?:这个|原来?的?|原)?(?:岗位|行业|工地|这行)`,
  `没有?(?:转岗|转行|离岗|换岗|改行|离职)(?:[过的呢]|(?=$|[,。;!?]))`,
  `still (?:work|working|employed)(?: (?:as|in|on|the|my|that|same|a))*|still (?:in|doing|on)(?: (?:the|my|that|same))* (?:post|job|trade|position|site|construction|work|role)`,
  `still (?:an? |the )?(?:[a-z]+ ){0,2}(?:foreman|officer|inspector|clerk|keeper)(?= (?:on|at|in) |$|[,.;!])`,
  `(?<![改换])还是(?:在)?(?:这个|那个|原来的?|同一个|老)岗位?(?=$|[,。;!?])`,
  `[仲还]做[紧着](?=$|[,。;!?])`,
  `(?:didn't|did not|haven't|have not) (?:leave|quit|change) (?:the|my) (?:post|position|job|trade)`,
  `(?:never|haven't|have not) (?:left|changed) (?:the|my) (?:post|position|job|trade)`,
);

/** 「没过怎么办」 asks in general, unless the person is in it. */
const WHAT_THEN = /^了?(?:怎么|咋|会怎|会咋|可以补考|能补考|要重|还能补|能不能补|怎样|有影响|会不会|还|能|是不是)/;
const PERSON = /我|俺|已经?|去年|今年|早就|上次|\bi\b|i've|i'm|my/;

const happened = (text: string, start: number, end: number): boolean =>
  !WHAT_THEN.test(after(text, end, 8)) || PERSON.test(text.slice(Math.max(0, start - 12), end));

/** 「不干了会怎样」 asks what would follow. */
const isPast = (text: string, start: number, end: number): boolean =>
  !/^会(?:怎|咋|不会|有)/.test(after(text, end, 8)) || PERSON.test(text.slice(Math.max(0, start - 12), end));

const TESTED = /考|测|结果|合格|及格|通过|pass|fail|flunk|clear|taken/;
const WORKING =
  /[岗行职休业干做搞事转调当改辞离跳开送跑卖种养带]|left|quit|retired|work|post|job|switch|moved|gave|given|still|changed|longer|\bput me|\bi now|assign|transfer/;

/** Whether the test is passed, and whether the person still works in the post (2.1). */
export const STANDING_FLAGS: readonly Flag[] = [
  { fact: { name: 'training.passed', value: false }, words: FAILED, hint: TESTED, applies: happened },
  { fact: { name: 'training.passed', value: true }, words: PASSED, hint: TESTED },
  { fact: { name: 'inPost', value: true }, words: STAYED, hint: WORKING },
  { fact: { name: 'inPost', value: false }, words: LEFT, hint: WORKING, applies: isPast },
];
