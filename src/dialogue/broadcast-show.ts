import { isQuiet } from '../delivery/index.ts';
import { formatList, formatMoment } from '../locale/index.ts';
import type { BroadcastPreview, BroadcastSeen, BroadcastTold } from './broadcast-asks.ts';
import { overriddenText, statusLine } from './broadcast-texts.ts';
import { askAudience, askText, castChoice } from './broadcasting.ts';
import type { CastMove } from './cast-moves.ts';
import type { Said } from './desk.ts';
import type { State } from './state.ts';
import { parts, replyOf, say, type Talk } from './talk.ts';
import type { Choice, Reply } from './turn.ts';

const LISTED = 5;

/** Tells an administrator what came of what was asked of the broadcasts. */
export function showBroadcast(talk: Talk, told: BroadcastTold): Said {
  const closed: State = { ...talk.state, open: null };
  switch (told.kind) {
    case 'list':
      return { state: closed, replies: [listed(talk, told.broadcasts)] };
    case 'checked':
      return checked(talk, told.text, told.items);
    case 'fault':
      return again(talk, say(talk, `broadcast-draft-error.${told.what}`, faultArgs(told)), askText);
    case 'no-condition':
      return again(talk, say(talk, 'cast-no-condition', { text: told.text }), askAudience);
    case 'preview':
      return { state: { ...closed, broadcast: undefined }, replies: previewed(talk, told.seen, told.preview) };
    case 'planned':
      return { state: closed, replies: [planned(talk, told)] };
    case 'done':
      return { state: closed, replies: [done(talk, told)] };
    case 'not-now': {
      const text = say(talk, 'broadcast-state', { state: say(talk, `broadcast-state-name.${told.seen.state}`) });
      return { state: closed, replies: [replyOf([text], choicesFor(talk, told.seen))] };
    }
    case 'none':
      return { state: closed, replies: [replyOf(parts(talk, 'cast-none'), [castChoice(talk, 'list')])] };
    default:
      return told satisfies never;
  }
}

function faultArgs({ detail, variables }: Extract<BroadcastTold, { kind: 'fault' }>) {
  return { detail, variables: variables.map(name => `$${name}`).join(' ') };
}

/** What is wrong with what was typed, and the question once more. */
function again(talk: Talk, text: string, question: (talk: Talk) => Said): Said {
  const { state, replies } = question(talk);
  return { state, replies: [replyOf([text]), ...replies] };
}

function checked(talk: Talk, text: string, items: readonly string[]): Said {
  const state: State = { ...talk.state, broadcast: { text, override: null } };
  if (items.length === 0) return askAudience({ ...talk, state });
  const args = { items: formatList(items, talk.words.locale) };
  const choices = (['rewrite', 'override', 'leave'] as const).map(what => castChoice(talk, what));
  return {
    state: { ...state, open: { kind: 'broadcast', ask: 'text', id: null } },
    replies: [replyOf(parts(talk, 'cast-mismatch', args), choices)],
  };
}

function previewed(talk: Talk, seen: BroadcastSeen, { recipients, all, examples, texts }: BroadcastPreview): Reply[] {
  const told = examples.map(({ who, text }) =>
    [say(talk, 'broadcast-preview.example', { who: who ?? say(talk, 'cast-nobody') }), text].join('\n'),
  );
  const locales = (['zh-CN', 'en'] as const).map(locale =>
    [say(talk, 'broadcast-preview.text', { locale }), texts[locale]].join('\n'),
  );
  const head = parts(talk, 'cast-preview', {
    count: String(recipients),
    all: all ? 'yes' : 'no',
    audience: audienceText(talk, seen),
  });
  const overridden = seen.overridden === null ? [] : [overriddenText(talk.words, seen.overridden)];
  const choices = (['test', 'now', 'later'] as const).map(what => castChoice(talk, what, seen.id));
  return [
    replyOf([...head, ...overridden]),
    ...(told.length === 0 ? [] : [replyOf(told)]),
    replyOf(locales, [...choices, castChoice(talk, 'new'), castChoice(talk, 'leave')]),
  ];
}

function audienceText(talk: Talk, { audience }: BroadcastSeen): string {
  return audience.length === 0 ? say(talk, 'cast-everybody') : formatList(audience, talk.words.locale);
}

function planned(talk: Talk, { seen, recipients, all }: Extract<BroadcastTold, { kind: 'planned' }>): Reply {
  const { id, atMs, urgent } = seen;
  const waits = !urgent && isQuiet(atMs ?? talk.now);
  const args = {
    count: String(recipients),
    all: all ? 'yes' : 'no',
    audience: audienceText(talk, seen),
    when: atMs === null ? 'now' : 'later',
    at: atMs === null ? '' : formatMoment(atMs).slice(0, 16),
    waits: waits ? 'yes' : 'no',
  };
  const moves: readonly CastMove[] = [
    'confirm',
    ...(waits && atMs === null ? (['urgent'] as const) : []),
    'later',
    'preview',
  ];
  return replyOf(parts(talk, 'cast-plan', args), [
    ...moves.map(what => castChoice(talk, what, id)),
    castChoice(talk, 'leave'),
  ]);
}

function done(talk: Talk, { act, seen, count }: Extract<BroadcastTold, { kind: 'done' }>): Reply {
  const did = act === 'status' ? [] : [say(talk, `cast-did.${act}`, { count: String(count) })];
  const why = seen.pausedFor === null ? [] : [say(talk, `cast-halted.${seen.pausedFor}`)];
  return replyOf([...did, statusLine(talk.words, seen), ...why], choicesFor(talk, seen));
}

/** What goes in the state that it is in. */
function choicesFor(talk: Talk, { id, state, progress }: BroadcastSeen): Choice[] {
  const again = progress.counts.unknown > 0 ? (['resend'] as const) : [];
  const moves: Readonly<Record<BroadcastSeen['state'], readonly CastMove[]>> = {
    draft: ['preview', 'test', 'now', 'later'],
    scheduled: ['status', 'pause', 'end'],
    missed: ['approve', 'end'],
    sending: ['status', 'pause', 'end', 'report'],
    paused: ['resume', 'test', 'end', 'report'],
    done: [...again, 'report'],
    cancelled: ['report'],
  };
  return [...moves[state].map(what => castChoice(talk, what, id)), castChoice(talk, 'list')];
}

function listed(talk: Talk, broadcasts: readonly BroadcastSeen[]): Reply {
  const latest = broadcasts.slice(0, LISTED);
  const lines = latest.map(seen => statusLine(talk.words, seen));
  const choices = latest.map(({ id }) => ({ id: `cast:status=${id}`, label: id }));
  const head = latest.length === 0 ? 'cast-list-empty' : 'cast-list';
  return replyOf([...parts(talk, head), ...lines], [castChoice(talk, 'new'), ...choices]);
}
