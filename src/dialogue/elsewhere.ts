import type { Topic } from '../policies/policy.ts';
import { CARRY_MINUTES, carryCodeIn } from './carry-codes.ts';
import { choice, topicChoices } from './choices.ts';
import { type Desk, type Said, type Spoken, spokenOn, talkAt } from './desk.ts';
import { underwayTopic } from './going-on.ts';
import { cue } from './per-text.ts';
import { factLines } from './questions.ts';
import { reviveState, type State } from './state.ts';
import { parts, replyOf, say, type Talk } from './talk.ts';
import type { Got } from './turn.ts';

/** What goes along to another chat: what was told, and where it was left off. Never who somebody is, nor that they want to be written to. */
const CARRIED = ['certificates', 'current', 'underway', 'asOf', 'locale'] as const;

const PLACE =
  '(?:微信|電報|电报|网页|網頁|电脑|電腦|手机|手機|平板|别的(?:地方|手机|设备|聊天)|另一?[个台部](?:地方|手机|设备|聊天)|telegram|tg|web)';
const LEAVES = cue(
  new RegExp(
    `(?:换|換|转|轉)(?:到|去|成)?${PLACE}.{0,4}(?:继续|繼續|接着|接著|聊|说|問|问|办)|(?:换|換)个?(?:地方|手机|手機|设备|聊天).{0,2}(?:继续|繼續|接着|接著|聊|说)|(?:在|到|去)${PLACE}(?:上|里|那边)?(?:继续|繼續|接着|接著)|` +
      '\\b(?:continue|go on|carry on|move|switch)\\b.{0,20}\\b(?:elsewhere|(?:on|in|to) (?:telegram|the web|another (?:device|phone|chat)|my (?:phone|computer)))\\b',
    'iu',
  ),
);

/** What every such message holds: told apart at once from most others. */
const SAYS_WHERE = cue(/继续|繼續|接[着著]|[聊说問问办]|\b(?:continue|go on|carry on|move|switch)\b/i);

/** Somebody wants to go on in another chat, or comes from one with a code; undefined when the text is about something else. */
export function hearElsewhere(desk: Desk, state: State, text: string): Spoken | undefined {
  // A code that proves who somebody is may look like one of these.
  if (state.open?.kind === 'proof' || state.open?.kind === 'person-name') return undefined;
  if (text.length <= 60 && SAYS_WHERE.test(text) && LEAVES.test(text)) return askCode(talkAt(desk, state));
  const code = carryCodeIn(text);
  if (code === undefined) return undefined;
  const talk = talkAt(desk, state);
  if (talk.group) return spokenOn(carriedTopic(state), { state, replies: [replyOf(parts(talk, 'group-private'))] });
  return { ...spokenOn(carriedTopic(state), refused(talk)), want: { kind: 'carry-in', code } };
}

/** Of what is carried, where something is under way. */
const carriedTopic = (state: State): Topic => (state.underway === null ? 'help' : underwayTopic(state));

/** Has a code made; what stands until it has come. */
export function askCode(talk: Talk): Spoken {
  const { state } = talk;
  const topic = carriedTopic(state);
  if (talk.group) return spokenOn(topic, { state, replies: [replyOf(parts(talk, 'group-private'))] });
  const carried = Object.fromEntries(CARRIED.map(name => [name, state[name]]));
  const unavailable = replyOf(parts(talk, 'carry-unavailable'), topicChoices(talk, ['help']));
  return { ...spokenOn(topic, { state, replies: [unavailable] }), want: { kind: 'carry-out', carried } };
}

/** The code, and how to use it. */
export function showCode(talk: Talk, { code, link }: Extract<Got, { kind: 'carry-out' }>): Said {
  const args = {
    code: `${code.slice(0, 4)}-${code.slice(4)}`,
    minutes: String(CARRY_MINUTES),
    link: link ?? 'none',
  };
  return { state: talk.state, replies: [replyOf(parts(talk, 'carry-code', args), topicChoices(talk, ['help']))] };
}

/** Goes on with what was told elsewhere; an identity shown here stays here, one shown there stays there. */
export function showCarried(talk: Talk, { carried }: Extract<Got, { kind: 'carry-in' }>): Said {
  if (carried === undefined) return refused(talk);
  const { certificates, current, underway, asOf, locale } = reviveState(carried, talk.state.locale);
  const state: State = { ...talk.state, certificates, current, underway, asOf, locale, open: null };
  return { state, replies: [] };
}

/** What somebody reads who has brought a conversation along. */
export function tellCarried(talk: Talk): Said {
  const { underway } = talk.state;
  const lines = factLines(talk).map(({ line }) => line);
  const told = lines.length === 0 ? [] : [lines.join('\n')];
  const choices = [
    ...(underway === null ? [] : [choice(talk, 'do:resume', 'resume')]),
    choice(talk, 'do:review', 'change'),
    ...topicChoices(talk, ['help']),
  ];
  return {
    state: talk.state,
    replies: [replyOf([say(talk, 'carried'), ...told, say(talk, 'carried.because')], choices)],
  };
}

function refused(talk: Talk): Said {
  return { state: talk.state, replies: [replyOf(parts(talk, 'carry-refused'), topicChoices(talk, ['help']))] };
}
