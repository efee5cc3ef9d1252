import type { Topic } from '../policies/policy.ts';
import type { Understanding } from '../understanding/index.ts';
import { topicChoices } from './choices.ts';
import { type Desk, type Spoken, talkAt } from './desk.ts';
import { askOnceMore } from './going-on.ts';
import { howDeleted } from './own-hours.ts';
import { cue, perText } from './per-text.ts';
import type { State } from './state.ts';
import { parts, replyOf, say, type Talk } from './talk.ts';
import type { Reply } from './turn.ts';

/** What is said beside all questions of the notice and has one answer, whatever is talked of. */
interface Aside {
  /** The name of its text. */
  id: string;
  topic: Topic;
  words: (text: string) => boolean;
  /** What else must be so of the message. */
  when?: (understood: Understanding) => boolean;
  next: readonly Topic[];
  /** It holds what should not stay to be read: nothing of it is kept, and the channel takes it away where it can. */
  secret?: true;
}

/** To make or buy what is no certificate; not to have been cheated with one, or to tell one. */
const FORGES =
  /(?:伪|偽)造|仿造|变造|造假|作假证|[做造弄搞买買卖办辦要](?:一?[个個本张張])?(?:个|本|张)?假(?:的|[证證])|假(?:的)?(?:电子|電子)?[证證].{0,6}(?:[哪那][里裡儿]?(?:有|买|買|办|做|卖)|怎么(?:办理|做|弄|买|搞)|多少[钱錢]|[买買卖])|(?:p图|ps|[pP])(?:一?[个本张張]|出?个|改)(?:电子)?[证證]?|[买買]一?[个個本张張]?(?:电子|電子|施工员|质量员|资料员|培训)?[证證](?![明券])|\b(?:forg(?:e|ing)|counterfeit|fake|photoshop)\b.{0,24}\b(?:cert|certificates?|one|document|paper)\b|\bbuy(?:ing)? (?:a |an |the )?(?:fake |electronic )?cert/i;
const NOT_OWN_DEED =
  /别人|有人|被|举报|舉報|辨|真假|真伪|识别|识破|查出|骗|是不是|会不会|怎么知道|怎么看|\b(?:someone|somebody|he|they|reported?|tell|spot|recogni[sz]e|scam|cheated)\b/i;

/** A password or a one-time code with its value. */
const SECRET =
  /(?:密[码碼]|口令)(?:就|是|为|為|[:=]|改成|设成|\s)*[a-z0-9!@#$%^&*_.-]{4,}|(?:[验驗][证證][码碼]|短信[码碼]|校[验驗][码碼]|动态[码碼]|動態碼)(?:就|是|为|為|收到|[:=]|\s)*[a-z0-9]{4,8}(?![a-z0-9])|\b(?:password|passcode|pwd|pin)(?: is|[:=]|\s)+(?=\S*\d)\S{4,}|\b(?:sms|verification|one-time) code(?: is|[:=]|\s)+\d{4,8}\b/i;
const PHONE = /(?<!\d)(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)/;
/** Asked for somebody's number, which is told to nobody. */
const ASKS_NUMBER_OF_OTHER =
  /(?:[他她]|别人|別人|人家|同事|工友|徒弟|老婆|老公|朋友|[小老][张王李陈刘赵周吴黄林])们?的?(?:[证證][书書]?)?(?:[编編][号號]|身份[证證](?:[号號][码碼]?)?|[手电電][机機话話]?[号號]?[码碼]?|住址|姓名|名字)(?:是)?(?:多少|什么|什麼|啥|几|告诉|發?给我|查)|\b(?:his|her|their|someone's|somebody's) (?:(?:certificate|cert)(?: number| no\.?)|(?:id|phone)(?: card)?(?: number| no\.?)?)\b.{0,12}(?:\?|what|tell)|\bwhat(?:'s| is) (?:his|her|their) (?:certificate|id|phone|name)/i;
const NUMBERED =
  /(?<!许可[证證]?)(?:[编編][号號]|[证證][书書]?[号號][码碼]?)(?!多少|什么).{0,16}?\d[\d-]{3,}|\b(?:certificate|cert) (?:number|no)\b.{0,16}?\d[\d-]{3,}/i;
const ASKS = /[?？吗嗎呢么麼怎哪谁咩]|多少|几|能不能|\b(?:what|how|where|when|who|can i|do i)\b/i;

const COMPLAINS = /投诉|投訴|(?:^|我要|我想)举报|\bcomplain|\bcomplaint\b/i;
const SWEARS =
  /傻[逼比屄bB叉]|煞笔|垃圾|废物|廢物|滚|[你他]妈|妈的|tmd|nmsl|蠢|白痴|智障|弱智|脑残|狗屁|有病|没用的东西|\b(?:fuck|shit|idiot|stupid|useless|dumb|moron|crap)\b/i;
const SORRY =
  /^(?:[啊哎哦嗯,， ]*)(?:对不起|對不起|不好意思|抱歉|sorry|my apologies)(?:[了啊哈,，。.!！ ]|刚才|剛才|我不该|骂|我错|之前|about|for|that)*[^?？吗]{0,14}$/i;
/** 「不好意思问一下…」 only begins politely. */
const GOES_ON =
  /问|問|怎|哪|几|多少|什么|[证證学學换換]|\b(?:ask|what|how|when|where|can|hours?|certificate|exchange)\b/i;
const LEAVES =
  /^(?:那|好|行|嗯|我|,|，|\s)*(?:先|要|得|该|去)+(?:去)?(?:吃饭|吃飯|睡觉|睡覺|上班|下班|开会|開會|忙|干活|做饭|接孩子|上工|休息|午休)(?:去|一下|一会儿?|会儿?)?(?:了|啦|咯|吧)?[。.!！~]*$|^(?:那|好|行|嗯|,|，|\s)*(?:回头|回頭|改天|晚点|晚點|等会儿?|等下|下次|明天)再(?:聊|说|說|来|來|问|問|弄|办)(?:吧|了|啦)?[。.!！~]*$|^(?:brb|gotta go|(?:i )?(?:have|need|got) to go(?: now)?|talk (?:to you )?later|back later)[.! ]*$/i;
/** Documents with a number, apart from those that the notice is or names. */
const DOCUMENT = /[〔[(【（［](?<year>(?:19|20)\d{2})[〕\])】）］] ?第?(?<number>\d{1,4}) ?号?/g;
const OWN_DOCUMENTS: readonly string[] = ['2020/135', '2019/384', '2019/22', '2019/511'];

const isOutside = ({ asked, certain }: Understanding): boolean =>
  !certain || asked.every(topic => topic === 'out-of-scope' || topic === 'not-covered' || topic === 'human');
const tellsFacts = ({ facts }: Understanding): boolean =>
  facts.some(({ name }) => name.startsWith('certificate.') && name !== 'certificateNo') ||
  facts.some(({ name }) => name === 'record' || name.startsWith('training.'));

const namesOther = (text: string): boolean => {
  const named = Array.from(text.matchAll(DOCUMENT), ({ groups }) => `${groups!.year}/${groups!.number}`);
  return named.length > 0 && named.every(one => !OWN_DOCUMENTS.includes(one));
};

const LONGEST = 300;

const ASIDES: readonly Aside[] = [
  { id: 'secret', topic: 'out-of-scope', words: text => SECRET.test(text), next: ['help'], secret: true },
  {
    id: 'forged',
    topic: 'out-of-scope',
    words: text => FORGES.test(text) && !NOT_OWN_DEED.test(text),
    next: ['annual-hours', 'where-to-train', 'contact'],
  },
  { id: 'number-of-other', topic: 'my-hours', words: text => ASKS_NUMBER_OF_OTHER.test(text), next: ['my-hours'] },
  {
    id: 'phone-number',
    topic: 'out-of-scope',
    words: text => PHONE.test(text),
    when: heard => isOutside(heard) && !tellsFacts(heard),
    next: ['help'],
    secret: true,
  },
  {
    id: 'certificate-number',
    topic: 'scope',
    words: text => NUMBERED.test(text) && !ASKS.test(text),
    when: heard => isOutside(heard) && !tellsFacts(heard) && !heard.facts.some(({ name }) => name === 'idNumber'),
    next: ['eligibility', 'my-hours'],
    secret: true,
  },
  {
    id: 'other-document',
    topic: 'source',
    words: namesOther,
    when: heard => !tellsFacts(heard),
    next: ['source', 'contact'],
  },
  {
    id: 'complaint',
    topic: 'human',
    words: text => COMPLAINS.test(text),
    when: isOutside,
    next: ['contact'],
  },
  {
    id: 'temper',
    topic: 'out-of-scope',
    words: text => SWEARS.test(text),
    when: heard => isOutside(heard) && !tellsFacts(heard),
    next: ['eligibility', 'annual-hours', 'help'],
  },
  {
    id: 'apology',
    topic: 'thanks',
    words: text => SORRY.test(text) && !GOES_ON.test(text),
    when: heard => isOutside(heard) && !tellsFacts(heard),
    next: ['help'],
  },
  { id: 'leaving', topic: 'thanks', words: text => LEAVES.test(text), next: ['help'] },
];

/** Those whose words are in a message: in most there are none. */
const asidesIn = perText((text): readonly Aside[] => {
  if (text.length > LONGEST) return [];
  const plain = text.normalize('NFKC').replace(/(?<=\p{Script=Han}) +(?=\p{Script=Han})/gu, '');
  return ASIDES.filter(({ words }) => words(plain));
});

/** The answer to such a remark, and what was open once more; undefined when the message is about something else. */
export function hearAside(desk: Desk, state: State, text: string, understood: Understanding): Spoken | undefined {
  const aside = asidesIn(text).find(({ when }) => when === undefined || when(understood));
  if (aside === undefined) return undefined;
  const talk = talkAt(desk, aside.secret ? { ...state, lastText: '＊' } : state);
  const spoken = besideOpen(talk, aside.topic, () => answerOf(talk, aside));
  return aside.secret ? { ...spoken, conceal: true } : spoken;
}

function answerOf(talk: Talk, { id, next }: Aside): Reply {
  const texts = parts(talk, id, howDeleted(talk));
  return replyOf(texts.length > 0 ? texts : [say(talk, id)], topicChoices(talk, next));
}

/** Said in between: nothing that was told changes, and the question that waits is asked once more. */
export function besideOpen(talk: Talk, topic: Topic, answer: (talk: Talk) => Reply): Spoken {
  const reply = answer(talk);
  const { question, state } = askOnceMore(talk);
  const replies = question === undefined ? [reply] : [{ ...reply, choices: [] }, question];
  return { state, answer: { topic, topics: [topic], certain: true, replies } };
}

/** The ministry's own address is talked of, not shown. */
const LINK = cue(/\bhttps?:\/\/(?!rcgz\.mohurd)|\bwww\.[a-z0-9-]+\.|(?:^|\s)[\w-]+\.(?:jpe?g|png|pdf|heic|docx?)\b/i);

/** Who sends a link waits for it to be looked at. */
export const sendsLink = (text: string): boolean => LINK.test(text);

const ADDRESS = /(?:https?:\/\/|\bwww\.)[!-~]+/gi;

/** A message whose links say nothing; everything else stays in its place. */
export const withoutLinks = (text: string): string =>
  sendsLink(text) ? text.replace(ADDRESS, link => ','.repeat(link.length)) : text;
