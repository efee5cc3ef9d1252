import type { Args } from '../locale/index.ts';
import type { Topic } from '../policies/policy.ts';
import { TOPICS } from '../policies/policy.ts';
import { CAST_MOVES, type CastMove } from './cast-moves.ts';
import { perText } from './per-text.ts';
import { type AskedFact, FACTS } from './state.ts';
import { onceADay, say, type Talk } from './talk.ts';
import type { Choice, Locale } from './turn.ts';

/**
 * What a choice means. Its id says all of it, so that a button pressed after a restart, or on another instance, still means the same;
 * whether it is still open is decided from the state. Anybody can send any id: what cannot be read is treated as no longer open.
 */
export type Meaning =
  | { kind: 'topic'; topic: Topic }
  | { kind: 'fact'; fact: AskedFact; value: string }
  | { kind: 'change'; fact: AskedFact }
  | { kind: 'step'; to: 'next' | 'back' | 'stuck' | 'leave' | 'walk' }
  | { kind: 'screen'; screen: string }
  | { kind: 'certificate'; index: number | 'new' }
  | { kind: 'language'; locale: Locale }
  /** A step of the look-up of own hours. */
  | { kind: 'own'; what: 'yes' | 'no' | 'records' | 'watch' }
  /** What to do with a sheet that was sent; `at` names which one. */
  | { kind: 'sheet'; what: SheetStep; at: string }
  /** The answer was of no help. */
  | { kind: 'feedback' }
  /** What an administrator does with broadcasts, or with one of them. */
  | { kind: 'cast'; what: CastMove; id: string | null }
  | { kind: 'do'; what: Deed };

const DEEDS = [
  'again',
  'open-points',
  'resume',
  'restart',
  'review',
  'reviewed',
  'cancel',
  'delete',
  'keep',
  'receipt',
  'readings',
  'none',
] as const;
export type Deed = (typeof DEEDS)[number];

const OWN_STEPS = ['yes', 'no', 'records', 'watch'] as const;
const SHEET_STEPS = ['check', 'import', 'confirm', 'cancel'] as const;
export type SheetStep = (typeof SHEET_STEPS)[number];
const STEP_MOVES = ['next', 'back', 'stuck', 'leave', 'walk'] as const;

/** The meaning of an id, or undefined when it never was one of ours. */
export function meaningOf(id: string): Meaning | undefined {
  const [, kind, rest] = /^([a-z]+):([\x21-\x7e]{1,56})$/.exec(id) ?? [];
  if (rest === undefined) return undefined;
  switch (kind) {
    case 'topic':
      return isOneOf(TOPICS, rest) ? { kind, topic: rest } : undefined;
    case 'fact': {
      const at = rest.indexOf('=');
      const fact = rest.slice(0, at);
      return at > 0 && isFact(fact) ? { kind, fact, value: rest.slice(at + 1) } : undefined;
    }
    case 'change':
      return isFact(rest) ? { kind, fact: rest } : undefined;
    case 'step':
      return isOneOf(STEP_MOVES, rest) ? { kind, to: rest } : undefined;
    case 'screen':
      return { kind, screen: rest };
    case 'certificate':
      return /^\d{1,2}$/.test(rest)
        ? { kind, index: Number(rest) }
        : rest === 'new'
          ? { kind, index: 'new' }
          : undefined;
    case 'language':
      return rest === 'zh-CN' || rest === 'en' ? { kind, locale: rest } : undefined;
    case 'own':
      return isOneOf(OWN_STEPS, rest) ? { kind, what: rest } : undefined;
    case 'sheet': {
      const [what = '', at = ''] = rest.split('=');
      return isOneOf(SHEET_STEPS, what) && at !== '' ? { kind, what, at } : undefined;
    }
    case 'cast': {
      const [what = '', id = null] = rest.split('=');
      return isOneOf(CAST_MOVES, what) ? { kind, what, id } : undefined;
    }
    case 'feedback':
      return rest === 'down' ? { kind } : undefined;
    case 'do':
      return isOneOf(DEEDS, rest) ? { kind, what: rest } : undefined;
    default:
      return undefined;
  }
}

function isOneOf<T extends string>(all: readonly T[], text: string): text is T {
  return (all as readonly string[]).includes(text);
}

function isFact(name: string): name is AskedFact {
  return name === 'records' || Object.hasOwn(FACTS, name);
}

/** Choices that open a topic; they never close. */
export function topicChoices(talk: Talk, topics: readonly Topic[]): Choice[] {
  return topics.map(topic =>
    onceADay(talk, `topic:${topic}`, () => ({ id: `topic:${topic}`, label: say(talk, `topic-${topic}`) })),
  );
}

/** A choice with the label `choice-<label>`. */
export function choice(talk: Talk, id: string, label: string, args?: Args): Choice {
  return { id, label: say(talk, `choice-${label}`, args) };
}

const WIDTH = /[！-～\u3000]/g;

/** Labels are few, and each message is compared with all that were offered. */
const LABELS_REMEMBERED = 1000;
const keys = new Map<string, string>();

/** The form of a label that was offered. */
export function offeredKey(label: string): string {
  const known = keys.get(label);
  if (known !== undefined) return known;
  if (keys.size >= LABELS_REMEMBERED) keys.clear();
  const key = labelKey(label);
  keys.set(label, key);
  return key;
}

/** The form in which a typed label is compared with those offered: width, case, spaces and closing punctuation do not count. */
export const labelKey = perText(text =>
  text
    .replace(WIDTH, c => (c === '\u3000' ? ' ' : String.fromCharCode(c.charCodeAt(0) - 0xfee0)))
    .toLowerCase()
    .replace(/[\s《》“”"'.,!?。，！？、]+/g, ''),
);
