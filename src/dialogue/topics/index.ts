import type { Topic } from '../../policies/policy.ts';
import { asksOfAge } from '../age.ts';
import { castChoice } from '../broadcasting.ts';
import { topicChoices } from '../choices.ts';
import type { Said } from '../desk.ts';
import { answerHours } from '../hours.ts';
import { answerUnjudged, isUnjudged, rulesAsked } from '../hours-kinds.ts';
import { watchChoice } from '../own-hours.ts';
import { answerEligibility } from '../renewal.ts';
import { currentCertificate } from '../state.ts';
import { parts, replyOf, type Talk } from '../talk.ts';
import { answerSteps } from '../walk-through.ts';
import { answerDeadlines } from './deadlines.ts';
import {
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
  'renewal-steps': (talk, { text }) => answerSteps(talk, text),
  'renewal-hours': answerRenewalHours,
  'unrenewed-validity': answerValidity,
  'annual-hours': answerHoursIfTold('annual-hours'),
  'hours-shortfall': answerHoursIfTold('hours-shortfall'),
  'hours-start': byHoursRule(answerHoursStart),
  'left-post': byHoursRule(talk => plainAnswer(talk, 'left-post')),
  'safety-officer': answerHoursIfTold('safety-officer'),
  'my-hours': answerMyHours,
  'employer-duties': answerEmployer,
  'hours-not-posted': answerNotPosted,
  'upcoming-deadlines': answerDeadlines,
  'reminders-on': (talk, heard) => answerReminders(talk, 'on', heard),
  'reminders-off': (talk, heard) => answerReminders(talk, 'off', heard),
  'my-data': answerMyData,
  'not-covered': answerNotCovered,
  greeting: answerGreeting,
  help: answerHelp,
  language: answerLanguage,
};

/** The answer to a topic, as of the day and with the facts known. */
export function answerTopic(talk: Talk, topic: Topic, heard: Heard): Said {
  if (talk.group && PERSONAL.includes(topic))
    return { state: talk.state, replies: [replyOf(parts(talk, 'group-private'))] };
  return answerSilentPoint(talk, topic, heard) ?? SPECIAL[topic]?.(talk, heard) ?? plainAnswer(talk, topic);
}

/** Whoever has looked up hours can have themselves told when new ones arrive. */
function answerNotPosted(talk: Talk): Said {
  const { state, replies } = plainAnswer(talk, 'hours-not-posted');
  const { access } = talk.state.own;
  const tell = access !== null && talk.now < access.untilMs && !talk.group ? [watchChoice(talk)] : [];
  return { state, replies: replies.map(reply => ({ ...reply, choices: [...tell, ...reply.choices] })) };
}

/** 「60岁了证还有效吗」 is answered by what the notice does say of how long each certificate lasts. */
function answerNotCovered(talk: Talk, { text }: Heard): Said {
  if (!asksOfAge(text)) return plainAnswer(talk, 'not-covered');
  const related = topicChoices(talk, ['annual-hours', 'unrenewed-validity', 'left-post', 'contact']);
  return { state: talk.state, replies: [replyOf(parts(talk, 'age-limit'), related)] };
}

/** Whoever may write to many is shown where that begins. */
function answerHelp(talk: Talk): Said {
  const { state, replies } = plainAnswer(talk, 'help');
  const more = talk.isAdmin ? [castChoice(talk, 'list')] : [];
  return { state, replies: replies.map(reply => ({ ...reply, choices: [...reply.choices, ...more] })) };
}

/** Asked of somebody who has told hours: what is still to be done by them, and not by the rule. */
export const ASKS_WHAT_IS_LEFT = /今年|还[要差得需欠用]|保险|稳妥|this year|still|left to do|to be safe/i;

/** Numbers in the message make it a question about these hours, as does 「那我今年还要学多少」 after them; without any it is one about the rule. */
function answerHoursIfTold(topic: Topic): AnswerTopic {
  const plain: AnswerTopic = talk => plainAnswer(talk, topic);
  const rule = topic === 'safety-officer' ? plain : byHoursRule(plain, topic);
  return (talk, heard) => {
    const told = currentCertificate(talk.state).records.length > 0 && ASKS_WHAT_IS_LEFT.test(heard.text);
    return told || heard.facts.some(({ name }) => name === 'record') ? answerHours(talk) : rule(talk, heard);
  };
}

/** 「如果当年换了…」: as though it were an electronic one. */
const SUPPOSES_EXCHANGED =
  /(?:如果|要是|假如|假设|若)[^,，。?？]{0,10}(?:换了|換了|换成|換成|换过|拿了电子|是电子)|\bif (?:i|it|he|she|mine)\b.{0,16}\b(?:exchanged|been electronic|was electronic|were electronic)\b/i;

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
