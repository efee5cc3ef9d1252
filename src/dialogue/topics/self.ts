import { daysBetween, formatDay, type Text } from '../../locale/index.ts';
import { askedOfReminders } from '../../reminders/asked.ts';
import { type Leads, leadsIn, MOST_LEAD_DAYS, namesOtherTimes, USUAL_LEADS } from '../../reminders/leads.ts';
import { choice, topicChoices } from '../choices.ts';
import type { Said } from '../desk.ts';
import { hoursRuleOf, isUnjudged } from '../hours-kinds.ts';
import { asksOfRoster, regretsSending } from '../own-data.ts';
import { cue } from '../per-text.ts';
import { currentCertificate, initialState } from '../state.ts';
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

const CANNOT_READ_CHINESE = cue(
  /(?:不懂|不会|不會|不认识|不認識|看不了|读不懂|讀不懂|听不懂|不要|别用|別用)(?:讲|講|说|說|看|用|写|寫)?(?:中文|汉语|漢語|汉字|漢字)|(?:中文|汉字|漢字)(?:看|读|讀|听)?(?:不懂|不会|看不懂)|(?:\b(?:not|no|cannot|poor|little|bad|without|instead of|than)|n't) (?:\w+ ){0,3}(?:chinese|mandarin)\b|\b(?:chinese|mandarin) (?:is|not) (?:\w+ )?(?:bad|poor|not|weak|good)/i,
);
const CANNOT_READ_ENGLISH = cue(
  /(?:不懂|不会|不會|不认识|看不了|读不懂|讀不懂|听不懂|不要|别用|別用)(?:讲|講|说|說|看|用|写|寫)?(?:英文|英语|英語)|(?:英文|英语|英語)(?:看|读|讀|听)?(?:不懂|不会|看不懂)|(?:\b(?:not|no|cannot|poor|bad|instead of)|n't) (?:\w+ ){0,3}english\b/i,
);

/** The language that the message names, or else the other one. */
export function answerLanguage(talk: Talk, { text }: Heard): Said {
  // Who cannot read a language wants the other one.
  const unread: Locale | undefined = CANNOT_READ_CHINESE.test(text)
    ? 'en'
    : CANNOT_READ_ENGLISH.test(text)
      ? 'zh-CN'
      : undefined;
  if (unread !== undefined) return { state: { ...talk.state, locale: unread }, replies: [] };
  const named: Locale | undefined = /english|英文|英语|英語/i.test(text)
    ? 'en'
    : /中文|汉语|普通话|chinese|mandarin|國語|国语/i.test(text)
      ? 'zh-CN'
      : undefined;
  return { state: { ...talk.state, locale: named ?? (talk.state.locale === 'en' ? 'zh-CN' : 'en') }, replies: [] };
}

/** Begins, changes or ends being reminded; what only asks or denies is told how it stands, and changes nothing. */
export function answerReminders(talk: Talk, likeliest: 'on' | 'off', { text }: Heard): Said {
  // A button has no words.
  const asked = text === '' ? likeliest : askedOfReminders(text, likeliest);
  const { reminders } = talk.state;
  if (asked === 'on') return remind(talk, text);
  if (asked === 'night' || (asked === 'times' && reminders)) return tellTimes(talk, asked);
  if (asked !== 'off' || (text !== '' && !reminders)) return tellReminders(talk);
  const replies = [replyOf(parts(talk, 'reminders-off'), topicChoices(talk, ['reminders-on']))];
  return { state: { ...talk.state, reminders: false }, replies };
}

/** The days can be named in the same breath (「提前20天提醒我」); what cannot be set is said. */
function remind(talk: Talk, text: string): Said {
  if (talk.mute)
    return {
      state: talk.state,
      replies: [replyOf(parts(talk, 'reminders-cannot'), topicChoices(talk, ['upcoming-deadlines']))],
    };
  const words = text === '' ? (talk.state.lastText ?? '') : text;
  const leads = leadsIn(words) ?? (talk.state.reminders ? talk.state.leads : USUAL_LEADS);
  const [headline, ...others] = parts(talk, 'reminders-on', daysOf(talk, leads));
  const first = namesOtherTimes(text)
    ? parts(talk, 'reminders-other-times', { most: String(MOST_LEAD_DAYS) })
    : [headline!];
  const late = missedThisYear(talk, leads);
  if (first.length === 1 && late.length === leads.length && late.length > 0)
    first[0] = cite(talk, 'reminders-too-late.headline');
  const rule = hoursRuleOf(currentCertificate(talk.state));
  const notYours = isUnjudged(rule) && rule !== 'safety' ? [cite(talk, 'reminders-other-kind')] : [];
  return {
    state: { ...talk.state, reminders: true, leads },
    replies: [
      replyOf(
        [...first, ...notYours, ...lateLine(talk, leads, late), ...others],
        topicChoices(talk, ['reminders-off', 'upcoming-deadlines', 'my-hours']),
      ),
    ],
  };
}

/** The days asked for that are past this year, or today: nothing comes of them before the next. */
function missedThisYear({ asOf }: Talk, leads: Leads): number[] {
  const left = daysBetween(asOf, `${asOf.slice(0, 4)}-12-31`);
  return leads.filter(lead => lead >= left);
}

/** Of the usual days nobody asked for each; of those that somebody named it is said which cannot come this year any more. */
function lateLine(talk: Talk, leads: Leads, late: readonly number[]): Text[] {
  if (late.length === 0 || leads.join() === USUAL_LEADS.join()) return [];
  const days = late.join(talk.words.locale === 'zh-CN' ? '、' : ', ');
  const left = daysBetween(talk.asOf, `${talk.asOf.slice(0, 4)}-12-31`);
  const near = USUAL_LEADS.find(lead => lead < left);
  const args = { days, left: String(left), near: near === undefined ? 'none' : String(near) };
  return [cite(talk, 'reminders-too-late.because', args)];
}

/** The nights are kept free anyway; other times cannot be kept free, and reminders stay as they are. */
function tellTimes(talk: Talk, asked: 'night' | 'times'): Said {
  const { reminders, leads } = talk.state;
  const on = reminders ? 'yes' : 'no';
  const texts =
    asked === 'night'
      ? parts(talk, 'reminders-night', { on })
      : [
          ...parts(talk, 'reminders-other-times', { most: String(MOST_LEAD_DAYS) }),
          ...parts(talk, 'reminders-are-on', daysOf(talk, leads), ['because', 'next']),
        ];
  const choices = topicChoices(talk, [reminders ? 'reminders-off' : 'reminders-on', 'upcoming-deadlines']);
  return { state: talk.state, replies: [replyOf(texts, choices)] };
}

function tellReminders(talk: Talk): Said {
  const { reminders, leads } = talk.state;
  const id = reminders ? 'reminders-are-on' : 'reminders-are-off';
  const choices = topicChoices(talk, [reminders ? 'reminders-off' : 'reminders-on', 'upcoming-deadlines']);
  return {
    state: talk.state,
    replies: [replyOf(parts(talk, id, daysOf(talk, reminders ? leads : USUAL_LEADS)), choices)],
  };
}

function daysOf({ words }: Talk, leads: Leads): Record<string, string> {
  return {
    days: leads.join(words.locale === 'zh-CN' ? '、' : ', '),
    times: leads.length === 1 ? 'one' : 'several',
    last: leads.at(-1) === 1 && leads.length === 1 ? 'day' : 'days',
  };
}

/** What is kept of this chat just now, by kind. */
function keptOf({ state, now, words }: Talk): Record<string, string> {
  const told = state.certificates.filter(({ facts, records }) => Object.keys(facts).length + records.length > 0);
  const { access } = state.own;
  const isOpen = access !== null && now < access.untilMs;
  return {
    certificates: told.length === 0 ? 'none' : String(told.length),
    reminders: state.reminders ? 'on' : 'off',
    tie: isOpen ? (access.level === 2 ? 'lasting' : 'window') : 'none',
    until: isOpen ? formatDay(new Date(access.untilMs + CHINA_MS).toISOString().slice(0, 10), words.locale) : '',
  };
}

/** The days of people here begin in Asia/Shanghai. */
const CHINA_MS = 8 * 3_600_000;

/** What is kept of this chat, and the offer to delete it; what was asked besides comes first. */
export function answerMyData(talk: Talk, { text }: Heard): Said {
  const asked = asksOfRoster(text) ? 'my-data-roster' : regretsSending(text) ? 'my-data-sent' : 'my-data';
  const choices = [choice(talk, 'do:delete', 'delete-data'), choice(talk, 'do:keep', 'keep-data')];
  return {
    state: { ...talk.state, open: { kind: 'delete' } },
    replies: [replyOf(parts(talk, asked, keptOf(talk)), choices)],
  };
}

/** Everything that this chat has told is forgotten; the language stays. */
export function deleteData(talk: Talk): Said & { deleted: string } {
  const receipt = Math.floor(talk.now).toString(36).toUpperCase();
  return {
    deleted: receipt,
    state: initialState(talk.state.locale),
    replies: [replyOf(parts(talk, 'my-data-deleted', { ...keptOf(talk), receipt }), topicChoices(talk, ['help']))],
  };
}
