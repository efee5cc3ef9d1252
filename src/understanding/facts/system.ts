import { ASKED, after, before, type Found, found, isSupposed, type Reading } from './reading.ts';

const SEEN =
  /(?<![没不未难能否])(?:能|可以?|都|也|已经?|才|就)*(?:查询?|搜索?|找|看|瞅|瞧)(?:得|的)(?:到|着|见|出来?)|(?<!不)(?:能|可以?)(?:够|在[^,。]{0,8})?(?:查询?|搜索?|找|看|瞅|瞧)(?:得)?(?:到|着|见|出来?)|(?<![没不未能])(?:查|搜|找)(?:到|着)了|(?<![没不未能想要会])(?:查|搜|找)(?:到|着)的?(?=[,。;!]|$)|有我的?名字?|可查(?!询|看|阅|不)|(?<![没不])(?:系统|网上|官网|网站|平台|上面|部里|里面)(?:里面?|上面?|中|那边)?(?:能|可以|也|都|是|确实|已经|倒|查)*(?:有(?!没|什么|哪|多少|个|时|几|错|问题|效|无)(?:显示|记录|信息|我的?(?:证|记录|信息|名字)?|的|数据|名字|了|$|(?=[,。;!?\s]))|能查|查有|显示有|查到了|显示了|在的)|有(?:我的)?(?:记录|显示|信息)(?:的|了|$|(?=[,。]))|(?<!不)在(?:那个|部里的?|住建部的?)?(?:系统|网|平台)(?:里|上|中|里面|上面)(?:的|了|$|(?=[,。;!?]))|\b(?:is|was|it's|its|am|i'm|are|record)(?: already| also)? (?:on|in|listed|found|there on|shown in|there in|registered in)(?: on| in)? (?:the )?(?:ministry'?s? ?|national |government )*(?:website|system|site|platform|web site|portal|database)|(?:can|could|able to) (?:find|see|look up|locate) (?:it|my [a-z]+|mine|myself|the [a-z]+|my record)|(?:it|mine|certificate|record|name|cert)(?: does| did)? (?:shows? up|appears?|comes? up|is listed|is found|can be found|was found|showed up|is there|is online)|\bi found (?:it|mine|my [a-z]+)|\b(?:it's|it is|mine is|is) (?:listed|there|searchable|online)(?=$|[,.;!?])|searchable/g;
const UNSEEN =
  /(?:查询?|搜索?|找|看|瞅|瞧)(?:球|逑|都|也)?(?:不|莫|布|无|勿)(?:到|着|见|出来?)|查无(?:此人|此证|记录|结果|信息|数据)?|(?:没|没有|未|冇|莫得|未能)(?:查询?|搜|找|看)(?:得)?(?:到|着|见|出)|(?<![有])(?:没有|没得|没|冇|无|莫得)(?:我的?|任何|相关|我这[本个张]|证书|我证书|我证|查询|[份条张这个])*(?:记录|结果|数据|信息|显示|资料显示)|(?:系统|网上|官网|网站|平台|上面|里面)(?:里面?|上面?|中|那边)?(?:都|也|就|根本|还|压根|里头|显示|查询|查了|说|提示)*(?:没有?|无|空白|查无)(?=我|$|[,。;!?\s]|的|显示|记录|信息|这|证|啊|呢|数据)|(?:不在|唔喺)(?:那个|部里的?)?(?:系统|网|平台)(?:里|上|中)|(?:啥|什么)(?:东西|信息)?(?:都|也)?没(?:有|得)?|(?:不|没(?:有)?)显示(?:出来)?|(?:显示|结果)(?:是|为)?(?:空白|空的|没有|无|零条|0条|不存在)|(?:can'?t|cannot|can not|couldn'?t|could not|unable to|not able to) (?:find|see|locate|look up) (?:it|mine|my (?:certificate|cert|record|name|paper)|me|the certificate|myself|anything|any record)|(?:doesn'?t|does not|didn'?t|did not|don'?t|isn'?t|is not|not|never)(?: even)? (?:show(?:n|ing)?(?: up)?|appear(?:ing)?|come up|listed|found|in the (?:ministry'?s? |national )?(?:system|database)|on the (?:ministry'?s? )?(?:website|system|site)|there|online|registered in)|(?:found|finds?|got|showed|shows) nothing|came up empty|no luck finding (?:it|mine)|no (?:record|result|data|trace|entry|entries|match)s?(?: of (?:me|it|mine))?|nothing (?:comes|shows|came|showed) up/g;

/** What is looked for is not the certificate: buttons, hours, courses. */
const OTHER_OBJECT =
  /更新|按钮|按键|入口|学时|课程|密码|账号|帐号|成绩|网址|机构|页面|地方|文件|通知|培训(?!合格|证)|客服|人工|电话|工作|视频|教材|办公室|证书管理|身份证|头像|照片|名单|验证码|时间|button|hours|course|page|link|password|phone|office|training (?!cert)|institution|photo|update/;
const OPEN =
  /(?:能不能|能否|可不可以|是否|是不是|有没有|会不会|查不|哪里|哪儿|哪|怎么|咋|如何|怎样|咋个|为什么|为啥|点样|where|how|why|can i|could i|will|should|does|is it possible to)[^,。;!?]{0,10}$/;
const UNSURE = /(?:不知道|不确定|不晓得|不清楚|没查|没试|还没|忘了|not sure|don't know|haven't)[^,。;!?]{0,8}$/;

const VERIFIED =
  /(?:核查|核对|核实|审核|查核|查|审|核)过(?:了|晒)?(?:的|我的?|那份|这份|份)*档案|经核查档案(?!后|的)|档案(?:也|都|已经?|早就?|在511(?:办公室)?)*(?:核查|核对|核实|审核|查核|核|审|查|对)(?:过|好|完|通过)了?(?:的)?|511(?:办公室)?(?:那边|那里|那儿|已经?|也|都|早就?|我)*(?:核查|核对|核实|审核|核|审|查|办|通过|认)(?:过|好|完|可)?了(?:的)?|(?:已经?|早就?)(?:去|到|在)?(?:了)?(?:省?厅)?(?:511)?(?:办公室|房)?(?:核查|核对|核)(?:过|好|完|了)*(?:了|档案)+|档案(?:核查|核对)(?:已经?)?(?:通过|过了|合格|没问题|完成)了?|(?:archive|file|records?)(?:s)?(?: check)? (?:has been |was |is |have been |were |already )*(?:passed|verified|checked|done|cleared|confirmed|completed)|(?:passed|done|completed|did|had) (?:the |my )?(?:archive|file) (?:check|verification)|room 511 (?:has |have |already )*(?:verified|checked|confirmed|cleared|passed)|(?:verified|checked|confirmed) (?:at|by|in) (?:room )?511/g;
const UNVERIFIED =
  /档案(?:也|都|还|一直|根本|压根)*(?:没有?|未|冇)(?:去)?(?:核查|核对|核实|审核|查|核|审)(?:过|呢|$|(?=[,。]))?|(?:还|也|都|一直|根本)*(?:没有?|未|冇)(?:去)?(?:过)?(?:511(?:办公室)?)?(?:去)?(?:核查|核对|核实|审核|查|核)过?(?:过)?(?:的)?档案|(?:没有?|未|冇)(?:有)?(?:做|办|弄|搞|整|走|参加)过?了?(?:那个|这个)?档案(?:核查|核对|审核)?|档案(?:核查|核对)(?:还|也|都)*(?:没有?|未|冇)(?:做|办|弄|搞|过|通过)|(?:没有?|未|冇)(?:去|到|有去|去过|到过|去得)过?(?:省?厅)?511(?:办公室)?|511(?:办公室)?(?:我)?(?:还|也|都|一直)*(?:没有?|未|冇)(?:去|核|查)(?:过|成|呢)?|(?:archive|file) (?:check )?(?:hasn't|has not|wasn't|was not|not)(?: yet)?(?: been)? (?:done|checked|verified|passed|yet)|(?:haven't|have not|didn't|not|never)(?: yet)? (?:been to|gone to|visited|went to) (?:room )?511|(?:haven't|have not|didn't|not|never)(?: yet)? (?:done|had|passed|did|do) (?:the |my )?archive check|no archive check/g;

/** Whether the certificate is found in the ministry's system (`certificate.inNationalSystem`), and the archive check of room 511. */
export function findSystem({ text }: Reading): Found[] {
  const facts: Found[] = [];
  const add = (
    pattern: RegExp,
    make: (start: number, end: number) => Found,
    isTold: (start: number, end: number) => boolean,
  ) => {
    for (const match of text.matchAll(pattern)) {
      const [start, end] = [match.index, match.index + match[0].length];
      if (facts.some(other => start < other.end && end > other.start) || !isTold(start, end)) continue;
      facts.push(make(start, end));
    }
  };
  const told = (start: number, end: number) => isTold(text, start, end);
  const seen = (start: number, end: number) => told(start, end) && isAboutCertificate(text, start, end);
  if (/511|档案|archive|file|record/.test(text)) {
    add(
      UNVERIFIED,
      (start, end) => found({ name: 'certificate.archiveVerified', value: false }, start, end, 0.93),
      told,
    );
    add(VERIFIED, (start, end) => found({ name: 'certificate.archiveVerified', value: true }, start, end, 0.93), told);
  }
  if (
    /[查搜找有没无在看瞅瞧]|found|find|record|listed|appear|show|come|searchable|\bon\b|\bin\b|nothing|not|n't/.test(
      text,
    )
  ) {
    add(UNSEEN, (start, end) => found({ name: 'certificate.inNationalSystem', value: false }, start, end, 0.93), seen);
    add(SEEN, (start, end) => found({ name: 'certificate.inNationalSystem', value: true }, start, end, 0.93), seen);
  }
  return facts;
}

function isTold(text: string, start: number, end: number): boolean {
  const behind = after(text, end, 8);
  if (ASKED.test(text.slice(end, end + 4)) || /^(?:才|的话|的才|为止|以后|之后|后再|还是)/.test(behind)) return false;
  const ahead = before(text, start, 16);
  return !OPEN.test(ahead) && !UNSURE.test(ahead) && !isSupposed(text, start);
}

/** 「证找不到了」 is a lost certificate unless a system is spoken of. */
const LOST = /^(?:找|看|瞅|瞧|啥|什么)/;
const SYSTEM = /系统|网|平台|部里|查|搜|上面|里面|名字|记录|信息/;

function isAboutCertificate(text: string, start: number, end: number): boolean {
  if (LOST.test(text.slice(start, end)) && !SYSTEM.test(text)) return false;
  const object = after(text, end, 8);
  return (
    !OTHER_OBJECT.test(/^(?:我|你|他)?的?(?:证|培训合格)/.test(object) ? '' : object) &&
    !OTHER_OBJECT.test(before(text, start, 10).replace(/[输填][^,]{0,3}身份证(?:号码?)?|(?:部里|住建)?.*(?:培训管理信息系统|系统里?|网站)/, ''))
  );
}
