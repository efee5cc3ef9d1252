import { leadsIn, USUAL_LEADS } from '../../reminders/leads.ts';
import { choice, topicChoices } from '../choices.ts';
import type { Said } from '../desk.ts';
import { initialState } from '../state.ts';
import { cite, parts, replyOf, say, type Talk } from '../talk.ts';
import type { Locale } from '../turn.ts';
import { stepIndex } from '../walk-through.ts';
import { type Heard, plainAnswer } from './plain.ts';

/** A greeting; who left something half done is asked whether to go on with it. */
export function answerGreeting(talk: Talk): Said {
  const { underway } = talk.state;
  if (underway === null) return plainAnswer(talk, 'greeting');
  const where =
    underway.kind === 'steps'
      ? say(talk, 'welcome-back.steps', {
          n: String(stepIndex(talk) + 1),
          title: say(talk, `step-${talk.notice.steps[stepIndex(talk)]?.id}`),
        })
      : say(talk, 'welcome-back.interview');
  const choices = [
    choice(talk, 'do:resume', 'resume'),
    choice(talk, 'do:restart', 'restart'),
    ...topicChoices(talk, ['help']),
  ];
  return { state: talk.state, replies: [replyOf([cite(talk, 'welcome-back.headline'), where], choices)] };
}

/** The language that the message names, or else the other one. */
export function answerLanguage(talk: Talk, { text }: Heard): Said {
  const named: Locale | undefined = /english|英文|英语|英語/i.test(text)
    ? 'en'
    : /中文|汉语|普通话|chinese|mandarin|國語|国语/i.test(text)
      ? 'zh-CN'
      : undefined;
  return { state: { ...talk.state, locale: named ?? (talk.state.locale === 'en' ? 'zh-CN' : 'en') }, replies: [] };
}

/** Begins, changes or ends being reminded; the days can be named in the same breath (「提前20天提醒我」). */
export function answerReminders(talk: Talk, on: boolean): Said {
  if (!on) {
    const replies = [replyOf(parts(talk, 'reminders-off'), topicChoices(talk, ['reminders-on']))];
    return { state: { ...talk.state, reminders: false }, replies };
  }
  const leads = leadsIn(talk.state.lastText ?? '') ?? (talk.state.reminders ? talk.state.leads : USUAL_LEADS);
  const days = leads.join(talk.words.locale === 'zh-CN' ? '、' : ', ');
  return {
    state: { ...talk.state, reminders: true, leads },
    replies: [
      replyOf(
        parts(talk, 'reminders-on', { days }),
        topicChoices(talk, ['reminders-off', 'upcoming-deadlines', 'my-hours']),
      ),
    ],
  };
}

/** What is kept of this chat, and the offer to delete it. */
export function answerMyData(talk: Talk): Said {
  const choices = [choice(talk, 'do:delete', 'delete-data'), choice(talk, 'do:keep', 'keep-data')];
  return { state: { ...talk.state, open: { kind: 'delete' } }, replies: [replyOf(parts(talk, 'my-data'), choices)] };
}

/** Everything that this chat has told is forgotten; the language stays. */
export function deleteData(talk: Talk): Said {
  return {
    state: initialState(talk.state.locale),
    replies: [replyOf(parts(talk, 'my-data-deleted'), topicChoices(talk, ['help']))],
  };
}
