import { ASKED, after, before, type Found, found, isSupposed, type Reading } from './reading.ts';

const PASSED =
  /(?:考核|考试|测试|测验|结业考)(?:也|都|已经?|我|早就?)*(?:合格|通过|过|及格|考过)(?:了|啦|咯|嘞)?(?!证|后|才|就|不|没|吗|怎|率|线|分)|(?:已经?|也|都|并|且)(?:经)?(?:通过|考过|过)(?:了)?(?:考核|考试|测试)?(?:了|啦)(?=$|[,。;!?\s])|(?<![没不未能])通过了?(?:考核|考试|测试)(?=$|[,。;!?\s]|了)|(?<![没不未])考(?:过|合格|及格)了|才考?过(?:的|了)?(?=$|[,。;!?])|已(?:经)?(?:考核)?合格|(?<!不)合格了|及格了|\b(?:passed|cleared)(?: (?:the|my|its|that))? ?(?:test|assessment|exam|examination|final test|it)?(?=$|[,.;!?]| and| too| already| as well)/g;
const FAILED =
  /(?:考核|考试|测试|测验)(?:还|也|都|就|又|上次|最后)*(?:没|没有|未|冇|不)(?:能)?(?:通过|过|合格|及格|考过)|(?:没|没有|未|冇)(?:能)?(?:通过|考过|考合格)(?:考核|考试|测试)?|(?:还没|还没有|没|没有|还未|未|冇)(?:参加|去|有)?(?:考核|考试|考)(?!勤|虑|到|证|取|上)(?:呢|过|$|(?=[,。;!?\s]))|(?:考|挂)(?:挂|科|砸)了|考(?:了)?(?:\d|两|几|好几)?[次回]?(?:都|还是|也|又|结果)*(?:没|没有|未)(?:能)?(?:过|通过|及格|合格)|不及格(?=$|[,。;!?\s]|的|了)|(?:failed|flunked|haven't passed|have not passed|didn't pass|did not pass|not passed|haven't taken|have not taken)(?: (?:the|my|that))? ?(?:test|assessment|exam|examination|it|yet)?/g;
const LEFT =
  /(?<!没有?|不想|想|未|别)(?:转岗|转行|改行|离职|辞职|离岗|退休|退下来|调岗|下岗|转业|换岗|转岗位)(?:了|啦|咯)|(?:转了[行岗]|离了[职岗]|改了行|退了休|辞了[职工])(?:了|啦|咯)?|(?:已经?|早就?)(?:转岗|转行|改行|离职|辞职|离岗|退休|调岗|换岗|没在岗|不在岗|离开(?:工地|这行|施工)|调离|调走|调出|调往)|(?:早就?|现在|目前|已经?|去年|前年|今年|后来|如今|都)?(?:不|没|没有|冇|唔)(?:再|在)?(?:干|做|搞|从事|当)(?:这个|这行|这一行|那个|施工|工地|地盘|工程|建筑|技术员|施工员|质量员|质检员|材料员|机械员|劳务员|资料员|标准员|本行|这份|老本行|岗位|该岗位|相应岗位)*(?:的)?(?:工作|岗位|活)?(?:了|啦|咯)|(?:已经?|现在|目前|早就?)(?:不在|没在|唔喺)(?:这个|原来?|该|相应|那个)?(?:岗位?|岗上|工地|施工现场|这行|岗位上)(?:了|上|$)*|转(?:去|到)(?:做|干|搞|当|跑)?[^,。;!?]{0,8}了|调(?:去|到|离)[^,。;!?]{0,8}了|(?:已|已经|早)于?(?:\d{4}年)?(?:\d{1,2}月)?(?:离职|转岗|退休|调离|调走|离岗|辞职)|改做[^,。;!?]{0,8}了|\bi(?:'ve| have)? (?:left|quit|changed|switched|retired|moved)(?: (?:the|my|from|to|into|that|out|a|of|different))* ?(?:post|position|job|trade|construction|site|sites|role|career|industry|sales|office work|field)|no longer (?:work|working|in|do|doing|employed)[a-z ]{0,20}|(?:don't|do not) work (?:in|on|as)[a-z ]{0,24}any ?more|\bi(?:'m| am|'ve| have)? retired|\b(?:left|quit) (?:the|that|this|my) (?:post|position|job|trade|industry|field|role)|stopped working (?:on|in|as)/g;
const STAYED =
  /还在[^,。;!?吗么]{1,10}?(?:干|做|当)(?:着|呢|施工员|质量员|质检员|材料员|机械员|劳务员|资料员|标准员|$|(?=[,。;!?]))|(?:还|仍|仍然|一直|现在还|目前还|依然)(?:在|都在)(?:工地|现场|项目|地盘)(?:上|里|部)?(?:当|做|干|上班|跑|管|搞)?(?:活)?|(?:还|仍|仍然|一直|现在还|目前还|依然|还是)(?:在|都在)?(?:干|做|从事|当)(?:着)?(?:这|那|施工|工地|老本行|本行|这个|这行|着)?(?:呢|的|$|(?=[,。;!?\s]|施工员|质量员|材料员|机械员|劳务员|资料员|标准员))|(?:还|仍|仍然|一直|目前|现在|都)(?:还)?(?:在|喺)(?:岗|这个岗|原岗|岗位|工地|这行|岗上)(?:上|位|干|做)*(?:呢|的|$|(?=[,。;!?\s]))|(?<![不没])在岗(?:的|呢|$|(?=[,。;!?]))|没(?:有)?(?:转岗|转行|离岗|换岗|改行|离职)(?:过|的|呢|$|(?=[,。;!?]))|still (?:work|working|in|doing|do|on|employed)(?: (?:as|in|on|the|my|that|same|a))*|(?:never|haven't|have not) (?:left|changed) (?:the|my) (?:post|position|job|trade)/g;

const GENERIC_AFTER = /^(?:的?话|的人|的时候|时|以后|之后|怎么办才|能不能算|才|就能|就可以|的才|者)/;
const HYPOTHETICAL =
  /(?:怎么|如何|怎样|咋|要|必须|需要?|需|才|等|是不是|是否|会不会|万一|还是|能不能|不|谁|哪些|什么|多少分|after you|need to|have to|must|to be|how|when you|once)[^,。;!?]{0,4}$/;
/** 「没过怎么办」 asks in general, unless the person is in it. */
const WHAT_THEN =
  /^(?:了)?(?:怎么|咋|会怎|会咋|可以补考|能补考|要重|还能补|能不能补|怎样|点算|有影响|会不会|还|能|是不是)/;
const PERSON = /我|俺|已经?|去年|今年|早就|上次|\bi\b|i've|i'm|my/;

/** Whether the test was passed (`training.passed`) and whether the person still works in the post (`inPost`). */
export function findStanding({ text }: Reading): Found[] {
  const facts: Found[] = [];
  const add = (pattern: RegExp, make: (start: number, end: number) => Found, lenient: boolean) => {
    for (const match of text.matchAll(pattern)) {
      const [start, end] = [match.index, match.index + match[0].length];
      if (facts.some(other => start < other.end && end > other.start)) continue;
      if (isTold(text, start, end, lenient)) facts.push(make(start, end));
    }
  };
  if (/考|合格|及格|通过|pass|fail|flunk|clear|taken/.test(text)) {
    add(FAILED, (start, end) => found({ name: 'training.passed', value: false }, start, end, 0.92), false);
    add(PASSED, (start, end) => found({ name: 'training.passed', value: true }, start, end, 0.92), true);
  }
  if (/[岗行职休业干做搞事转调当]|left|quit|retired|work|post|job|switch|moved|still|changed|longer/.test(text)) {
    add(STAYED, (start, end) => found({ name: 'inPost', value: true }, start, end, 0.92), true);
    add(LEFT, (start, end) => found({ name: 'inPost', value: false }, start, end, 0.92), true);
  }
  return facts;
}

function isTold(text: string, start: number, end: number, lenient: boolean): boolean {
  const [ahead, behind] = [before(text, start, 16), after(text, end, 8)];
  if (
    ASKED.test(text.slice(end, end + 4)) ||
    GENERIC_AFTER.test(behind) ||
    HYPOTHETICAL.test(ahead) ||
    isSupposed(text, start)
  )
    return false;
  return lenient || !WHAT_THEN.test(behind) || PERSON.test(text.slice(Math.max(0, start - 12), end));
}
