import { readMoment } from '../locale/index.ts';
import { BROADCAST_ACTS, type BroadcastAct, type BroadcastAsk } from './broadcast-asks.ts';
import type { CastMove } from './cast-moves.ts';
import { labelKey } from './choices.ts';
import { type Desk, type Said, type Spoken, spokenOn, talkAt } from './desk.ts';
import type { Open, State } from './state.ts';
import { parts, replyOf, say, type Talk } from './talk.ts';
import type { Choice } from './turn.ts';

export function castChoice(talk: Talk, what: CastMove, id?: string): Choice {
  return { id: id === undefined ? `cast:${what}` : `cast:${what}=${id}`, label: say(talk, `cast-choice.${what}`) };
}

const LISTS = /^\/?(?:看)?(?:群发|广播|broadcasts?)(?:列表|管理|list)?$/;
const BEGINS =
  /^\/?(?:我?[要想])?(?:新建?|再?写|再?发|建)(?:一?[个个条])?(?:群发|广播)(?:消息|通知)?$|^(?:a)?newbroadcast$/;
const LEAVES = /^(?:取消|算了|不发了?|先不发|cancel|nevermind)$/;
const MOST_REASON = 300;

/** What an administrator types about broadcasts; undefined when it is about something else, or anybody else's. */
export function hearBroadcastText(desk: Desk, state: State, text: string): Spoken | undefined {
  if (desk.isAdmin !== true) return undefined;
  const talk = talkAt(desk, state);
  const key = labelKey(text);
  if (state.offered.some(({ label }) => labelKey(label) === key)) return undefined;
  // What is wanted next is no moment and nobody's audience.
  const isElsewhere = LISTS.test(key) || BEGINS.test(key);
  const takesAnything = state.open?.kind === 'broadcast' && (state.open.ask === 'text' || state.open.ask === 'reason');
  if (state.open?.kind === 'broadcast' && (takesAnything || !isElsewhere))
    return answerAsked(talk, state.open, text.trim());
  const replanned = state.open === null ? hearMoment(talk, text) : undefined;
  if (replanned !== undefined) return replanned;
  if (BEGINS.test(key)) return spoken(askText(talk));
  return LISTS.test(key) ? wanted(talk, { what: 'list' }) : undefined;
}

/** Said of a day or a time of day, and nothing else. */
const LIKE_A_MOMENT =
  /^(?:那就|还是|就|改|换|定|在|成|到|为)*\s*(?:今天|明天|后天|今晚|明晚|[上下本这]?个?(?:周|星期|礼拜)[一二三四五六日天]|[\d一二三四五六七八九十]{1,4}(?:月|号|日|点|[:：]|个?小时|分钟)|上午|下午|晚上|早上|today|tomorrow)[^?？吗]{0,16}$/i;

/** Another time while 「确认发送」 waits: the button is not to send at the old one. */
function hearMoment(talk: Talk, text: string): Spoken | undefined {
  const confirm = talk.state.offered.find(({ id }) => id.startsWith('cast:confirm='));
  if (confirm === undefined) return undefined;
  const id = confirm.id.slice('cast:confirm='.length);
  const atMs = readMoment(text, talk.now);
  if (!Number.isNaN(atMs)) return wanted(talk, { what: 'plan', id, atMs, urgent: false });
  return LIKE_A_MOMENT.test(text.normalize('NFKC').trim()) ? spoken(askMoment(talk, id, 'cast-no-moment')) : undefined;
}

function answerAsked(talk: Talk, open: Extract<Open, { kind: 'broadcast' }>, text: string): Spoken | undefined {
  if (LEAVES.test(labelKey(text))) return spoken(leave(talk));
  const { text: draft = null, override = null } = talk.state.broadcast ?? {};
  switch (open.ask) {
    case 'text':
      return wanted(talk, { what: 'check', text });
    case 'reason': {
      const reason = text.slice(0, MOST_REASON);
      return spoken(askAudience({ ...talk, state: { ...talk.state, broadcast: { text: draft, override: reason } } }));
    }
    case 'audience':
      if (/^\d{1,2}$/.test(text) || draft === null) return undefined;
      return wanted(talk, { what: 'create', text: draft, audience: conditionsIn(text), override });
    case 'moment': {
      const atMs = readMoment(text, talk.now);
      if (Number.isNaN(atMs) || open.id === null) return spoken(askMoment(talk, open.id, 'cast-no-moment'));
      return wanted(talk, { what: 'plan', id: open.id, atMs, urgent: false });
    }
    default:
      return open.ask satisfies never;
  }
}

/** 「岗位代码=101，单位=某某公司」: commas, semicolons and lines part conditions, and spaces before the next one. */
function conditionsIn(text: string): string[] {
  return text
    .replaceAll('＝', '=')
    .split(/[\n,，;；、]+|\s+(?=[^\s=]+=)/)
    .map(one => one.trim())
    .filter(one => one !== '');
}

/** A choice of the broadcasts; undefined when it is no longer open, or not for whoever sent it. */
export function moveBroadcast(talk: Talk, what: CastMove, id: string | null): Spoken | undefined {
  if (!talk.isAdmin) return undefined;
  if (id !== null) return moveOne(talk, what, id);
  const { text = null, override = null } = talk.state.broadcast ?? {};
  switch (what) {
    case 'new':
    case 'rewrite':
      return spoken(askText(talk));
    case 'list':
      return wanted(talk, { what });
    case 'override':
      return text === null ? undefined : spoken(ask(talk, { ask: 'reason' }, 'cast-ask-reason'));
    case 'leave':
      return spoken(leave(talk));
    case 'all':
    case 'short':
    case 'disputed':
      return text === null ? undefined : wanted(talk, { what: 'create', text, audience: AUDIENCES[what], override });
    default:
      return undefined;
  }
}

const AUDIENCES = { all: [], short: ['short=yes'], disputed: ['standing=disputed'] } as const;

function moveOne(talk: Talk, what: CastMove, id: string): Spoken | undefined {
  switch (what) {
    case 'preview':
    case 'status':
      return wanted(talk, { what, id });
    case 'now':
    case 'urgent':
      return wanted(talk, { what: 'plan', id, atMs: null, urgent: what === 'urgent' });
    case 'later':
      return spoken(askMoment(talk, id));
    case 'end':
      return spoken(
        asked(talk, 'cast-ask-end', { id }, [castChoice(talk, 'cancel', id), castChoice(talk, 'status', id)]),
      );
    default:
      return isAct(what) ? wanted(talk, { what, id, locale: talk.state.locale }) : undefined;
  }
}

const isAct = (what: CastMove): what is BroadcastAct => (BROADCAST_ACTS as readonly string[]).includes(what);

export function askText(talk: Talk): Said {
  return ask({ ...talk, state: { ...talk.state, broadcast: undefined } }, { ask: 'text' }, 'cast-ask-text');
}

export function askAudience(talk: Talk): Said {
  const choices = (['all', 'short', 'disputed', 'leave'] as const).map(what => castChoice(talk, what));
  return ask(talk, { ask: 'audience' }, 'cast-ask-audience', choices);
}

function askMoment(talk: Talk, id: string | null, text = 'cast-ask-moment'): Said {
  return ask(talk, { ask: 'moment', id }, text);
}

/** Asks for something to be typed. */
function ask(
  talk: Talk,
  open: { ask: 'text' | 'reason' | 'audience' } | { ask: 'moment'; id: string | null },
  text: string,
  choices: readonly Choice[] = [castChoice(talk, 'leave')],
): Said {
  const state: State = { ...talk.state, open: { id: null, ...open, kind: 'broadcast' } };
  return { state, replies: [replyOf(parts(talk, text), choices)] };
}

/** The question that waits, again, after something else came between. */
export function broadcastQuestion(talk: Talk, open: Extract<Open, { kind: 'broadcast' }>): Said {
  if (open.ask === 'audience') return askAudience(talk);
  if (open.ask === 'moment') return askMoment(talk, open.id);
  return ask(talk, { ask: open.ask }, `cast-ask-${open.ask}`);
}

function asked(talk: Talk, text: string, args: Record<string, string>, choices: readonly Choice[]): Said {
  return { state: { ...talk.state, open: null }, replies: [replyOf(parts(talk, text, args), choices)] };
}

function leave(talk: Talk): Said {
  const state: State = { ...talk.state, open: null, broadcast: undefined };
  return { state, replies: [replyOf(parts(talk, 'cast-left'), [castChoice(talk, 'new'), castChoice(talk, 'list')])] };
}

/** What stands when the broadcasts cannot be reached just now; else what came of it is told. */
function wanted(talk: Talk, ask: BroadcastAsk): Spoken {
  const replies = [replyOf(parts(talk, 'cast-unavailable'), [castChoice(talk, 'list')])];
  return { ...spoken({ state: talk.state, replies }), want: { kind: 'broadcast', ask } };
}

export function spoken(said: Said): Spoken {
  return spokenOn('help', said);
}
