import { CONTROL_WORDS, NO as NO_WORDS, UNKNOWN as UNKNOWN_WORDS, YES as YES_WORDS } from './facts/answer-words.ts';
import { readEnglishNumber } from './facts/english-numbers.ts';
import { firstIn, has, mayMatch } from './facts/gate.ts';
import { type Reading, readingOf } from './facts/reading.ts';
import type { Control, Signals, Situation } from './understanding.ts';

/** How a message steers the conversation, apart from what it tells. */
export function readSignals(text: string, situation: Situation): Signals {
  return signalsIn(readingOf(text, situation));
}

/** The same, of a message that has been read already. */
export function signalsIn(reading: Reading): Signals {
  const { text, plain, situation } = reading;
  const isRepaired = text !== plain;
  const control = readControl(text) ?? (isRepaired ? readControl(plain) : null);
  const asked = situation.asking !== null;
  return {
    control,
    polarity: control ? null : (readPolarity(plain, asked) ?? (isRepaired ? readPolarity(text, asked) : null)),
    ordinal: readOrdinal(text),
    number: readNumber(text),
    correction: isCorrection(text),
    followUp: isFollowUp(text),
  };
}

const POLITE_BEFORE =
  /^(?:我|这个|请|麻烦|劳驾|唔该|我要|我想|我想要|我们|帮我|给我|那就|那|咱们?|嗯+|哦+|噢|好的?|行|可以|ok|okay|yes|please|pls|let's|let me|can you|could you|can we|i want to|i'd like to|just|now|and|then|老师|你好|,|!|\.| )+/;
const POLITE_AFTER =
  /(?:看看|谢谢你?|多谢|thank you|thanks|thx|please|pls|一下|吧|啊|呀|哈|嘛|咯|了|啦|喽|噻|嘞|呗|先|哦|喔|now|for me|[\s,.。!?~、…])+$/;

/** All that control words, and what is said politely around them, are written with; most messages hold something else. */
const STEERING = new Set(
  [...CONTROL_WORDS.keys(), POLITE_BEFORE.source, POLITE_AFTER.source, ',。!?~、…. \n\u2028\u2029'].flatMap(text =>
    Array.from({ length: text.length }, (_, at) => text.charCodeAt(at)),
  ),
);

/** The word that a message consists of; of several (「我回来了，继续」) the last. Null when there is anything else in it. */
function readControl(text: string): Control | null {
  if (text.length > 40) return null;
  for (let at = 0; at < text.length; at++) if (!STEERING.has(text.charCodeAt(at))) return null;
  let control: Control | null = null;
  for (const clause of text.split(/[,。!?~、…]+ ?|\.(?= |$)/)) {
    const whole = clause.trim();
    const plain = whole.replace(POLITE_BEFORE, '');
    const bare = plain.replace(POLITE_AFTER, '');
    if (bare === '') continue;
    control = CONTROL_WORDS.get(whole) ?? CONTROL_WORDS.get(plain) ?? CONTROL_WORDS.get(bare) ?? null;
    if (control === null) return null;
  }
  return control;
}

const FILLER =
  /^(?:嗯+|哦+|噢|呃+|额+|哎+|唉|这个|那个|um+|uh+|well|hmm+|i (?:think|guess|believe) so,?|probably,?|我|应该|好像|都|也|就|其实|,|\.| )+/;
const TAIL =
  '(?:的|了|啊|呀|哈|呢|过|诶|欸|嘛|咯|啦|噻|嘞|呗|哦|喔|呐|滴|嘅|吖|哟|吧|咧|得很|then|thanks|thank you|please|sir|the|,|[\\s.。!~…]|谢谢)*';
const YES = new RegExp(`^${YES_WORDS}${TAIL}(?:$|[,。;!\\n])`);
const NO = new RegExp(`^${NO_WORDS}${TAIL}(?:$|[,。;!\\n])`);
const UNKNOWN = new RegExp(`^(?:.{0,8}?)${UNKNOWN_WORDS}${TAIL}(?:$|[,。;!?\\n])`);
const UNKNOWN_OF = new RegExp(`^(?:.{0,8}?)${UNKNOWN_WORDS}[^,。;!?\\n]{0,16}$`);
const HOW = /怎么|如何|咋|怎样|点样|去哪|在哪|找谁|为什么|为啥|how|where|why|[吗么]/;

/** Yes, no or don't know, when the message is an answer of that kind; more may follow after a comma. */
export function readPolarity(text: string, asked = false): 'yes' | 'no' | 'unknown' | null {
  const opening = text.slice(0, 60);
  const plain = opening.replace(FILLER, '');
  if (mayMatch(text, UNKNOWN) && isUnknown(plain, asked && text.length <= 30)) return 'unknown';
  const [mayDeny, mayAffirm] = [mayMatch(text, NO), mayMatch(text, YES)];
  for (const candidate of plain === '' || plain === opening ? [opening] : [plain, opening]) {
    if (mayDeny && NO.test(candidate)) return 'no';
    if (mayAffirm && YES.test(candidate)) return 'yes';
  }
  return null;
}

const isUnknown = (plain: string, asked: boolean): boolean =>
  (UNKNOWN.test(plain) || (asked && UNKNOWN_OF.test(plain))) && !HOW.test(plain);

const COUNTER = '(?:个|种|项|条|本|张|款|样|类|选项|一个|嗰个|只)?';
const ENGLISH_ORDINALS = [
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
];
const LEAD =
  "(?:我?[选要是就点想拣揀拿]|那就|应该是|i (?:choose|pick|want|take|'ll take)|i'll (?:take|have|go with)|it's|choose|pick|take|select|the|go with|please| )*";
const END = '(?:选项|[那个本种张项条的]|吧|啊|呀|哈|嘛|咯|啦|噻|嘞|呗|哦|喔|嘅|please|thanks| )*(?:$|[,。;!\\n.])';
const PLACED = new RegExp(`^${LEAD}第 ?(?<place>\\d{1,2}|[一二三四五六七八九十])${COUNTER}${END}`);
const CHOSEN = new RegExp(
  `^(?:我?(?:选|拣|点)(?:择|项)?|(?:the )?(?:option|choice|number|no\\.|item|answer)|选项|#)(?: ?number)? ?(?<place>\\d{1,2}|[一二三四五六七八九十])${COUNTER}${END}`,
);
const LAST = new RegExp(
  `^${LEAD}(?:最后(?:面|头)?的?那?(?:一)?(?:个|种|项|条|本|张)|最后一?个?|(?:后面|后边|下面|后头|最下面|最底下|后)(?:的)?(?:那|嗰|1|一)?(?:一)?(?:个|种|项|条|本|张)|尾嗰个|(?:last|latter|bottom)(?: one| option| choice)?)${END}`,
);
const FIRST = new RegExp(
  `^${LEAD}(?:(?:头|前面|前边|上面|最上面|前头|前)(?:的)?(?:那|嗰|1|一)?(?:一)?(?:个|种|项|条|本|张)|(?:former|top)(?: one| option)?)${END}`,
);
const ENGLISH = new RegExp(
  `^${LEAD}(?<name>${ENGLISH_ORDINALS.join('|')}|(?<place>\\d{1,2})(?:st|nd|rd|th))(?: one| option| choice| please)*${END}`,
);

function readOrdinal(text: string): number | null {
  if (text.length > 60) return null;
  const placed = (firstIn(text, PLACED) ?? firstIn(text, CHOSEN))?.groups?.place;
  if (placed) return Number(placed) || '一二三四五六七八九十'.indexOf(placed) + 1 || null;
  if (has(text, LAST)) return -1;
  if (has(text, FIRST)) return 1;
  const english = firstIn(text, ENGLISH);
  if (!english) return null;
  return english.groups!.place ? Number(english.groups!.place) : ENGLISH_ORDINALS.indexOf(english.groups!.name!) + 1;
}

const NUMBER =
  /^(?:是|我?(?:学了|学|有|修了|上了|做了)|大概|大约|差不多|一共|总共|共|就|才|只|合计|累计|about|just|only|around|it's|i have|i did|i've done|=|:| )*(?<value>\d{1,6}(?:\.\d{1,2})?|[零〇一二两三四五六七八九十])(?<half>个半)?(?:个)? ?(?:学时|课时|小时|钟头|学分|hours?|hrs?|h)?(?:吧|的|啊|呀|哈|了|左右|嘛|咯|done|so far|[\s.。!,])*$/;
const ONE = '零一二三四五六七八九十';

/** The value of a text that is nothing but a number: 「三十二个半」 (32.5), "thirty-two hours". */
export function readNumber(text: string): number | null {
  if (text.length > 40) return null;
  const match = firstIn(text, NUMBER);
  if (!match) return readEnglishNumber(text);
  const { value, half } = match.groups!;
  const number = /\d/.test(value!) ? Number(value) : ONE.indexOf(value!.replace('两', '二').replace('〇', '零'));
  return number + (half ? 0.5 : 0);
}

const SLIP =
  /(?:^|[,。;! ])[哦啊哎噢呃诶]*(?:不对|错了|不好意思|抱歉|对不起|更正|纠正|改一下|我改|修正|等等|等下|哎呀|sorry|oops|wait|no wait|correction|my mistake|my bad|apologies)[^\d?]{0,12}(?:是|为|,|:|\.|!|。| )|(?:说|搞|讲|记|弄|看|数|报|选|点|答)错(?:了|咗)?(?!了?(?:怎么|能|可以|咋|吗|要|会|怎样))|(?:^|我|刚才|刚刚|上面|前面|[,。; ])(?:打|写|填|输)错(?:字)?了?(?!怎么|了?能|了?可以|了?咋|了?吗|了?要|的)(?=[,。;! 是]|$)|\bi (?:meant|mean|misspoke|mistyped|got that wrong|said (?:it |that )?wrong)\b|\bactually,? (?:it|i|mine|the|that)|\bno,? (?:it's|it is|it was|mine|that's not|the)\b|\b(?:that's|this is|that was|it's) (?:wrong|not right|incorrect|a mistake)|\bscratch that|\bmake that\b|\bnot [a-z0-9 ]{2,30}(?:, ?| but )(?:it's |it is |a |an |the |but |but a )?[a-z0-9]/;
const INSTEAD = /(?:不是|不系|唔系|并非)[^,。;!?]{1,14}(?:,|，| )?(?:而)?(?:是|系|才是)(?!不是|否)[^?吗么]*$/;
const SHOULD_BE =
  /^(?:哦|噢|啊|,| )*(?:应该是|其实是|准确说是|我是说|我的意思是|我说的是|我指的是)(?![^,。]*[吗么几?]|什么|哪|多少)/;

const isCorrection = (text: string): boolean =>
  has(text.slice(0, 200), SLIP) || has(text, SHOULD_BE) || (text.length <= 60 && has(text, INSTEAD));

const GOES_ON =
  /^(?:那么?|咁|那要是|那如果|那换|如果|要是|假如|换成?|假设|若|还有|另外|至于)(?!个|种|边|里|儿|些|样|天|年|本|张).{0,24}(?:呢|又点|又如何|啊|咧|怎么样|咋样|如何|也行吗|也可以吗|也能换?吗|行吗|行不|可以吗|吗)\??$/;
const SHORT_NE = /^[^?,。;!\n]{1,14}(?:呢|咧|又点|又如何)\??$/;
const FULL_QUESTION = /怎么|什么|哪|几|多少|谁|为啥|咋|为何|是不是|能不能|有没有|干嘛|还没|着呢|在呢|才不|呢吗|你|谢/;
const ALSO = /^[^?,。;!\n]{0,12}(?:也(?:一样|行|可以|能|是|要|这样|算)|一样)(?:换|这样|的)?(?:吗|么|不)\??$/;
const GOES_ON_ENGLISH =
  /^(?:ok(?:ay)?,? |and,? |so,? |but,? )*(?:what about|how about|what if (?:it|mine|i|they|the|he|she)|and (?:if|for|the|a|an|in|with|what about)|same for|same with|does (?:that|the same|it) (?:also )?(?:apply|go|hold)|and \d{4})\b/;

function isFollowUp(text: string): boolean {
  if (text.length > 60) return false;
  if (has(text, GOES_ON_ENGLISH) || has(text, ALSO)) return true;
  return has(text, GOES_ON)
    ? !/[呢吗].*[吗]/.test(text.slice(0, -1))
    : has(text, SHORT_NE) && !FULL_QUESTION.test(text) && readPolarity(text) === null;
}
