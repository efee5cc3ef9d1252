import type { Topic } from '../../policies/policy.ts';
import { asksOfAge } from '../age.ts';
import { beforeNotice } from '../before-notice.ts';
import { castChoice } from '../broadcasting.ts';
import { topicChoices } from '../choices.ts';
import type { Said } from '../desk.ts';
import { answerHours } from '../hours.ts';
import { answerUnjudged, isUnjudged, rulesAsked } from '../hours-kinds.ts';
import { wantOwn, watchChoices } from '../own-hours.ts';
import { cue } from '../per-text.ts';
import { ASKS_IF_VOID, ASKS_IN_PERSON, asksMaterials } from '../plainly-asked.ts';
import { answerEligibility } from '../renewal.ts';
import { currentCertificate } from '../state.ts';
import { cite, parts, replyOf, type Talk } from '../talk.ts';
import { answerSteps } from '../walk-through.ts';
import { answerDeadlines } from './deadlines.ts';
import {
  answerChoice,
  answerEmployer,
  answerHoursStart,
  answerMyHours,
  answerNotInSystem,
  answerRenewalHours,
  answerScope,
  answerValidity,
} from './personal.ts';
import { type AnswerTopic, type Heard, plainAnswer } from './plain.ts';
import { answerGreeting, answerLanguage, answerMyData, answerReminders } from './self.ts';
import { answerSilentPoint } from './silent-points.ts';

/** What is never talked of where others read along. */
const PERSONAL: readonly Topic[] = ['my-hours', 'my-data', 'reminders-on', 'reminders-off'];

/** The topics whose answer is more than a text: they look at the person's facts, or do something. */
const SPECIAL: { readonly [T in Topic]?: AnswerTopic } = {
  eligibility: talk => answerEligibility(talk),
  scope: answerScope,
  'not-in-system': answerNotInSystem,
  'renewal-steps': (talk, { text }) => (asksMaterials(text) ? answerMaterials(talk) : answerSteps(talk, text)),
  'renewal-hours': answerRenewalHours,
  'unrenewed-validity': answerValidity,
  'annual-hours': answerHoursIfTold('annual-hours'),
  'hours-shortfall': answerHoursIfTold('hours-shortfall'),
  'hours-start': byHoursRule(answerHoursStart),
  'left-post': byHoursRule(talk => plainAnswer(talk, 'left-post')),
  'safety-officer': answerHoursIfTold('safety-officer'),
  'my-hours': answerMyHours,
  'employer-duties': answerEmployer,
  'choice-of-institution': answerChoice,
  'hours-not-posted': answerNotPosted,
  'online-training': answerOnline,
  'upcoming-deadlines': answerDeadlines,
  'reminders-on': (talk, heard) => answerReminders(talk, 'on', heard),
  'reminders-off': (talk, heard) => answerReminders(talk, 'off', heard),
  'my-data': answerMyData,
  'not-covered': answerNotCovered,
  greeting: answerGreeting,
  help: answerHelp,
  language: answerLanguage,
};

/** Topics that 「要本人去吗」 sounds like. */
const IN_PERSON_IN: readonly Topic[] = [
  'renewal-steps',
  'online-training',
  'not-in-system',
  'contact',
  'where-to-train',
];
const IN_PERSON_NEXT: readonly Topic[] = ['renewal-steps', 'not-in-system', 'contact'];

/** The answer to a topic, as of the day and with the facts known. */
export function answerTopic(talk: Talk, topic: Topic, heard: Heard): Said {
  if (talk.group && PERSONAL.includes(topic))
    return { state: talk.state, replies: [replyOf(parts(talk, 'group-private'))] };
  if (ASKS_IN_PERSON.test(heard.text) && IN_PERSON_IN.includes(topic))
    return { state: talk.state, replies: [replyOf(parts(talk, 'in-person'), topicChoices(talk, IN_PERSON_NEXT))] };
  return (
    beforeNotice(talk, topic) ??
    answerSilentPoint(talk, topic, heard) ??
    SPECIAL[topic]?.(talk, heard) ??
    plainAnswer(talk, topic)
  );
}

/** 1.3, 1.1: what is done in the system, what is brought to the archive check; and that the notice lists nothing else. */
function answerMaterials(talk: Talk): Said {
  const next = topicChoices(talk, ['renewal-steps', 'not-in-system', 'contact']);
  return { state: talk.state, replies: [replyOf(parts(talk, 'materials'), next)] };
}

/** Whoever has looked up hours can have themselves told when new ones arrive. */
function answerNotPosted(talk: Talk): Said {
  const { state, replies } = plainAnswer(talk, 'hours-not-posted');
  const { access } = talk.state.own;
  const tell = access !== null && talk.now < access.untilMs && !talk.group ? watchChoices(talk) : [];
  return { state, replies: replies.map(reply => ({ ...reply, choices: [...tell, ...reply.choices] })) };
}

/** 「60岁了证还有效吗」 is answered by what the notice does say of how long each certificate lasts. */
function answerNotCovered(talk: Talk, { text }: Heard): Said {
  if (!asksOfAge(text)) return plainAnswer(talk, 'not-covered');
  const related = topicChoices(talk, ['annual-hours', 'unrenewed-validity', 'left-post', 'contact']);
  return { state: talk.state, replies: [replyOf(parts(talk, 'age-limit'), related)] };
}

const ASKS_OF_DEVICE = cue(
  /手机|手機|电脑|電腦|平板|人脸|人臉|刷脸|刷臉|扫脸|app|小程序|微信|\b(?:phone|mobile|tablet|computer|laptop|face|selfie)/i,
);

/** 「手机上学行不行」: that online training counts is said in the notice, what it is done on is not. */
function answerOnline(talk: Talk, { text }: Heard): Said {
  const { state, replies } = plainAnswer(talk, 'online-training');
  if (!ASKS_OF_DEVICE.test(text)) return { state, replies };
  const [, ...others] = parts(talk, 'online-training');
  const texts = [cite(talk, 'online-training.device'), ...others];
  return { state, replies: [replyOf(texts, replies[0]?.choices ?? [])] };
}

/** Whoever may write to many is shown where that begins. */
function answerHelp(talk: Talk): Said {
  const { state, replies } = plainAnswer(talk, 'help');
  const more = talk.isAdmin ? [castChoice(talk, 'list')] : [];
  return { state, replies: replies.map(reply => ({ ...reply, choices: [...reply.choices, ...more] })) };
}

/** Asked of somebody who has told hours: what is still to be done by them, and not by the rule. */
const LEFT = cue(/今年|还[要差得需欠用]|保险|稳妥|this year|still|left to do|to be safe/i);
/** Or whether it is void by them, or what has to be done before the year is over (「即係廢咗未」, "is he void?"). */
const HOW_IT_STANDS = cue(
  /(?:会不会|會不會|要不要|是不是|有没有|有沒有|算不算|即系|即係|到底|[我他她这這那](?:的|本|个|個)?[证證]?|^那?)(?:就|还|還|已经?|遭|被|给|給)*(?:[作报報]?[废廢]|失效|没事|沒事|有事|有问题|有問題|危险|危險)|(?:年底|年尾|年末|年前|过年|過年|新年|元旦|12月|十二月).{0,8}(?:最少|至少|起码|要|得|学|學|补|補)|(?:够|夠)不(?:够|夠)|(?:够|夠)了?[没沒吗嗎]|(?:有没有|有沒有)(?:事|问题|問題|危险)|before (?:the )?(?:new year|year|end|31|december)|by (?:the end|december|31)|\b(?:is|am|are) (?:he|she|it|i|mine|they|my certificate|the certificate) (?:already |now )?(?:void|ok|okay|safe|dead|in trouble|at risk)|enough/i,
);
const OF_ALL = cue(
  /有人|别人|別人|如果|要是|一般|规定|規定|学时不够|學時不夠|一年不够|哪些|什么情况|什麼情況|几年|幾年|\bif\b|in general|anybody|someone/i,
);
/** Two patterns and no single one, which would be slow. */
export const ASKS_WHAT_IS_LEFT = {
  test: (text: string): boolean => LEFT.test(text) || (HOW_IT_STANDS.test(text) && !OF_ALL.test(text)),
};

/** Numbers in the message make it a question about these hours, as does 「那我今年还要学多少」 after them; without any it is one about the rule. */
function answerHoursIfTold(topic: Topic): AnswerTopic {
  const plain: AnswerTopic = talk => plainAnswer(talk, topic);
  const byRule = byHoursRule(plain, topic);
  const rule = topic === 'safety-officer' ? plain : topic === 'hours-shortfall' ? ifVoidOr(byRule) : byRule;
  return (talk, heard) => {
    const told = currentCertificate(talk.state).records.length > 0;
    const own =
      !told && talk.state.lastTopic === 'my-hours' && ASKS_WHAT_IS_LEFT.test(heard.text) ? wantOwn(talk) : undefined;
    if (own !== undefined && !talk.group) return own;
    return (told && ASKS_WHAT_IS_LEFT.test(heard.text)) || heard.facts.some(({ name }) => name === 'record')
      ? answerHours(talk)
      : rule(talk, heard);
  };
}

/** 「作废了吗」 and nothing else: each kind of certificate becomes void by something else, or by nothing that is said. */
function ifVoidOr(otherwise: AnswerTopic): AnswerTopic {
  return (talk, heard) => {
    const [rule, ...others] = rulesAsked(talk);
    if (!ASKS_IF_VOID.test(heard.text.normalize('NFKC').trim()) || others.length > 0) return otherwise(talk, heard);
    if (rule === 'training') return plainAnswer(talk, 'unrenewed-validity');
    if (rule !== 'unknown') return otherwise(talk, heard);
    const next = topicChoices(talk, ['hours-shortfall', 'unrenewed-validity', 'old-certificate-void', 'contact']);
    return { state: talk.state, replies: [replyOf(parts(talk, 'void-or-not'), next)] };
  };
}

/** 「如果当年换了…」: as though it were an electronic one. */
const SUPPOSES_EXCHANGED = cue(
  /(?:如果|要是|假如|假设|若)[^,，。?？]{0,10}(?:换了|換了|换成|換成|换过|拿了电子|是电子)|\bif (?:i|it|he|she|mine)\b.{0,16}\b(?:exchanged|been electronic|was electronic|were electronic)\b/i,
);

/** What 2.1 says of electronic certificates is told to nobody who holds another: 3.1a has a rule of its own, and of the others the notice asks no hours. */
function byHoursRule(otherwise: AnswerTopic, topic?: Topic): AnswerTopic {
  return (talk, heard) => {
    if (heard.facts.some(({ name }) => name === 'record') || SUPPOSES_EXCHANGED.test(heard.text))
      return otherwise(talk, heard);
    const said = rulesAsked(talk, heard.text).map(rule => {
      if (rule === 'safety-officer') return safetyRule(talk);
      return isUnjudged(rule) ? answerUnjudged(talk, rule, topic) : otherwise(talk, heard);
    });
    return { ...(said[0] as Said), replies: said.flatMap(({ replies }) => replies) };
  };
}

function safetyRule(talk: Talk): Said {
  const reply = replyOf(parts(talk, 'hours-safety-rule'), topicChoices(talk, ['safety-officer', 'where-to-train']));
  return { state: talk.state, replies: [reply] };
}
