import { topicChoices } from './choices.ts';
import { phaseOf } from './day-texts.ts';
import { type Desk, type Spoken, spokenOn, talkAt } from './desk.ts';
import { perText } from './per-text.ts';
import { askFact } from './questions.ts';
import { currentCertificate, type State } from './state.ts';
import { parts, replyOf } from './talk.ts';

/** The kinds of certificates that the notice speaks of, by what people call them. */
const NAMES = {
  electronic:
    '电子(?:版)?(?:的)?(?:职业)?(?:培训)?(?:合格)?证书?|职业培训合格证书?|(?:electronic|digital) (?:training )?cert(?:ificate)?s?|e-?cert(?:ificate)?s?',
  training: '(?:岗位)?培训(?:考核)?(?:合格)?证书?|(?:考核)?合格证书?|training cert(?:ificate)?s?',
  'safety-officer': '安全员(?:的)?(?:岗位)?证书?|safety (?:officer )?(?:cert(?:ificate)?s?)',
  post: '(?:老的?)?(?:企事业单位)?(?:管理人员)?岗位证书?|(?:old )?post cert(?:ificate)?s?',
} as const;
type Named = keyof typeof NAMES;

const NAME = `(?:那?个?《?)(?:住房和城乡建设领域(?:施工)?(?:现场)?(?:专业人员)?|建设)?(?:${Object.values(NAMES).join('|')})(?:》)?`;
/** 「什么叫培训合格证书」「电子证是啥」「怎么看是不是…」「…和…有什么区别」: what a name means, and no word of what is in hand. */
const ASKS_MEANING = new RegExp(
  `(?:什么|啥子?|何谓)(?:东西)?(?:叫做?|是|算是?|才算)(?:通知里?的|的|所谓的?|这个)?${NAME}|` +
    `${NAME}(?:又|到底|究竟|具体|指的?)*(?:是|指|叫)(?:个|一个|一种|的是)?(?:什么|啥子?|哪种|哪个|哪一?种)(?:东西|意思|证书?|样子?|玩意儿?|概念|呀|啊|哦|呢|的)*(?:[?!,。;]|$)|` +
    `${NAME}(?:是|长)?(?:什么|啥|怎么)样(?:子|的)?|` +
    `怎么?(?:看|认|辨认|知道|判断|分辨|晓得)(?:出)?(?:我的|这本|手里的|它|这个)?(?:证书?)?(?:是不是|是否是?)${NAME}|` +
    `${NAME}(?:跟|和|与|同|还有)${NAME}(?:到底|究竟)?(?:是|有|怎么|哪里|差在)?(?:什么|啥|一回事|一样|不一样|区别|不同|区分|哪里|分)|` +
    `\\bwhat(?:'s| is| are| does| do)(?: meant by)?(?: an?| the)? ["“]?(?:${Object.values(NAMES).join('|')})["”]?(?: mean)?(?:[?!.,;]|$)|` +
    `\\bdifference between\\b.{0,12}(?:${Object.values(NAMES).join('|')})`,
  'i',
);
/** Asked with it, that is the question. */
const ASKS_MORE = /时候|多久|多少|哪天|学时|有效期|怎么换|能换|能不能|还能|过期|作废/;

const meaningAsked = perText(text => {
  const plain = text.normalize('NFKC').replaceAll('？', '?').replaceAll('，', ',').toLowerCase();
  const asked = plain.length <= 80 ? ASKS_MEANING.exec(plain)?.[0] : undefined;
  return asked === undefined || ASKS_MORE.test(plain) ? undefined : asked;
});

/** What the names of certificates mean, and which of them is in hand; nothing is taken for told. */
export function hearWhichKind(desk: Desk, state: State, text: string): Spoken | undefined {
  const asked = meaningAsked(text);
  if (asked === undefined) return undefined;
  const talk = talkAt(desk, state);
  const { 'certificate.kind': known } = currentCertificate(state).facts;
  const texts = parts(talk, 'which-kind', { name: namedIn(asked), phase: phaseOf(talk.policy, talk.asOf) });
  if (known !== undefined && known !== 'unknown')
    return spokenOn('scope', { state, replies: [replyOf(texts, topicChoices(talk, ['eligibility', 'contact']))] });
  const next: State = { ...state, underway: { kind: 'eligibility' }, open: { kind: 'fact', fact: 'certificate.kind' } };
  const { choices } = askFact({ ...talk, state: next }, 'certificate.kind');
  return spokenOn('scope', { state: next, replies: [replyOf(texts, choices)] });
}

const PATTERNS = (Object.entries(NAMES) as [Named, string][]).map(([kind, words]) => ({
  kind,
  words: new RegExp(words, 'gi'),
}));

/** The one kind that is asked about, or several. */
function namedIn(asked: string): Named | 'several' {
  let rest = asked;
  const named: Named[] = [];
  // 「电子培训合格证」 is no 「培训合格证」 as well.
  for (const { kind, words } of PATTERNS) {
    const without = rest.replace(words, ' ');
    if (without !== rest) named.push(kind);
    rest = without;
  }
  return named.length === 1 ? named[0]! : 'several';
}
