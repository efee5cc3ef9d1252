import type { Mailing, Progress } from '../delivery/index.ts';
import type { Locale } from '../locale/index.ts';

/** What can be done with a broadcast that there is; `confirm` alone sends. */
export const BROADCAST_ACTS = ['confirm', 'pause', 'resume', 'cancel', 'approve', 'resend', 'test', 'report'] as const;
export type BroadcastAct = (typeof BROADCAST_ACTS)[number];

/** What an administrator wants of the broadcasts; the conversation itself sends nothing. */
export type BroadcastAsk =
  | { what: 'list' }
  /** Whether a text can be sent, and what in it the notice does not say. */
  | { what: 'check'; text: string }
  /** A draft; `audience` is a list of `K=V`, empty for everybody. */
  | { what: 'create'; text: string; audience: readonly string[]; override: string | null }
  /** Who would get it now, and what it says. */
  | { what: 'preview'; id: string }
  /** When a draft is to go out, once it is confirmed; null: at once. */
  | { what: 'plan'; id: string; atMs: number | null; urgent: boolean }
  | { what: 'status'; id: string }
  /** The language is that of the report. */
  | { what: BroadcastAct; id: string; locale: Locale };

/** A broadcast as an administrator sees it. */
export interface BroadcastSeen {
  id: string;
  state: Mailing['state'] | 'draft';
  pausedFor: string | null;
  atMs: number | null;
  urgent: boolean;
  /** As `K=V`; empty for everybody. */
  audience: readonly string[];
  /** What the notice does not say, and why it goes out all the same. */
  overridden: { items: readonly string[]; reason: string } | null;
  progress: Progress;
}

export interface BroadcastPreview {
  recipients: number;
  /** False when there are so many that counting was given up: at least `recipients`. */
  all: boolean;
  /** Names masked; null for somebody of whom nothing is known. */
  examples: readonly { who: string | null; text: string }[];
  texts: Readonly<Record<Locale, string>>;
}

/** What came of it. */
export type BroadcastTold =
  | { kind: 'list'; broadcasts: readonly BroadcastSeen[] }
  | { kind: 'checked'; text: string; items: readonly string[] }
  /** The text cannot be sent: a code that the texts know, and a piece of the draft. */
  | { kind: 'fault'; what: string; detail: string; variables: readonly string[] }
  /** A condition that is none. */
  | { kind: 'no-condition'; text: string }
  | { kind: 'preview'; seen: BroadcastSeen; preview: BroadcastPreview }
  | { kind: 'planned'; seen: BroadcastSeen; recipients: number; all: boolean }
  /** `count`: how many messages were put back for `resend`, how many rows a report has. */
  | { kind: 'done'; act: BroadcastAct | 'status'; seen: BroadcastSeen; count: number }
  /** What was asked for does not go in the state that it is in. */
  | { kind: 'not-now'; seen: BroadcastSeen }
  | { kind: 'none' };
