import type { Topic } from '../policies/policy.ts';
import { topicChoices } from './choices.ts';
import { type Desk, type Spoken, talkAt } from './desk.ts';
import { askOnceMore } from './going-on.ts';
import type { State } from './state.ts';
import { parts, replyOf, type Talk } from './talk.ts';
import type { Reply } from './turn.ts';

/** What is said beside all questions of the notice and has one answer, whatever is talked of. */
interface Aside {
  /** The name of its text. */
  id: string;
  topic: Topic;
  says: (text: string) => boolean;
  next: readonly Topic[];
}

/** To make or buy what is no certificate; not to have been cheated with one, or to tell one. */
const FORGES =
  /(?:伪|偽)造|仿造|变造|造假|作假证|[做造弄搞买買卖办辦要](?:一?[个本张張])?(?:个|本|张)?假(?:的|[证證])|假(?:的)?(?:电子|電子)?[证證].{0,6}(?:[哪那][里裡儿]?(?:有|买|買|办|做|卖)|怎么(?:办理|做|弄|买|搞)|多少[钱錢]|[买買卖])|(?:p图|ps|[pP])(?:一?[个本张張]|出?个|改)(?:电子)?[证證]?|[买買]一?[个本张張]?(?:电子|電子|施工员|质量员|资料员|培训)?[证證](?![明券])|\b(?:forg(?:e|ing)|counterfeit|fake|photoshop)\b.{0,24}\b(?:cert|certificates?|one|document|paper)\b|\bbuy(?:ing)? (?:a |an |the )?(?:fake |electronic )?cert/i;
const NOT_OWN_DEED =
  /别人|有人|被|举报|舉報|辨|真假|真伪|识别|识破|查出|骗|是不是|会不会|怎么知道|怎么看|\b(?:someone|somebody|he|they|reported?|tell|spot|recogni[sz]e|scam|cheated)\b/i;

const ASIDES: readonly Aside[] = [
  {
    id: 'forged',
    topic: 'out-of-scope',
    says: text => FORGES.test(text) && !NOT_OWN_DEED.test(text),
    next: ['annual-hours', 'where-to-train', 'contact'],
  },
];

/** The answer to such a remark, and what was open once more; undefined when the message is about something else. */
export function hearAside(desk: Desk, state: State, text: string): Spoken | undefined {
  const plain = text.normalize('NFKC').replace(/(?<=\p{Script=Han}) +(?=\p{Script=Han})/gu, '');
  const aside = ASIDES.find(({ says }) => says(plain));
  return aside && besideOpen(talkAt(desk, state), aside.topic, talk => answerOf(talk, aside));
}

const answerOf = (talk: Talk, { id, next }: Aside): Reply => replyOf(parts(talk, id), topicChoices(talk, next));

/** Said in between: nothing that was told changes, and the question that waits is asked once more. */
export function besideOpen(talk: Talk, topic: Topic, answer: (talk: Talk) => Reply): Spoken {
  const reply = answer(talk);
  const { question, state } = askOnceMore(talk);
  const replies = question === undefined ? [reply] : [{ ...reply, choices: [] }, question];
  return { state, answer: { topic, topics: [topic], certain: true, replies } };
}
