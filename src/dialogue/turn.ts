import type { Locale } from '../locale/index.ts';
import type { ClauseId, Topic } from '../policies/policy.ts';
import type { PersonBy, PersonFound, SheetFile, SheetOutcome, SheetTask } from '../registry/index.ts';
import type { OutsideView, Situation } from '../understanding/index.ts';
import type { BroadcastAsk, BroadcastTold } from './broadcast-asks.ts';

export type { Locale } from '../locale/index.ts';

/** What a person sent, whatever the channel. */
export type Message =
  | { kind: 'start' }
  /** `answering`: the choices of the message that it replies to, where a channel shows which one that is. */
  | { kind: 'text'; text: string; answering?: readonly Choice[] }
  /** The id of a choice offered before; a channel passes it on as it came. */
  | { kind: 'choice'; id: string }
  /** The message before again, with what was got for it. */
  | { kind: 'got'; message: Message; got: Got }
  /** A file; its bytes are fetched when they are needed. */
  | { kind: 'file'; file: SheetFile }
  /** Something the assistant cannot read. */
  | { kind: 'unreadable'; what: 'voice' | 'sticker' | 'photo' | 'location' | 'contact' | 'video' | 'other' };

/** `id` says what the choice means and survives restarts; at most 64 bytes of ASCII. */
export interface Choice {
  id: string;
  label: string;
}

/** One message to the person: plain text (line breaks, no markup), the clauses it rests on, and what can be chosen next. */
export interface Reply {
  text: string;
  citations: readonly ClauseId[];
  choices: readonly Choice[];
  file?: GivenFile;
  /** What the text says, once more as pictures. */
  pictures?: readonly YearsPicture[];
}

/** Two bars a year, of all hours and of the professional ones, against what a year asks for. */
export interface YearsPicture {
  title: string;
  /** The same in words, for those who do not see it. */
  alt: string;
  legend: readonly [string, string];
  need: readonly [number, number];
  years: readonly { label: string; values: readonly [number, number] }[];
}

/** A file that goes with a reply: text, or bytes in base64. */
export interface GivenFile {
  name: string;
  mediaType: string;
  content: string;
  encoding?: 'base64';
}

/** What one turn says: the public shape of section 2 of the interface. */
export interface Answer {
  topic: Topic;
  /** All topics answered, the first one being `topic`. */
  topics: readonly Topic[];
  certain: boolean;
  /** The topics offered when it is not certain. */
  candidates?: readonly Topic[];
  replies: readonly Reply[];
}

/** Something from outside that would make the answer better; the conversation itself reaches for nothing. */
export type Want =
  /** What an outside model takes the message for; personal data is masked in it. */
  | { kind: 'topics'; masked: string; situation: Situation }
  | /** A person of the roster, by what the sender gave to be known by. */ {
      kind: 'person';
      by: PersonBy;
      purpose?: Purpose;
    }
  /** To be told when hours of this person arrive. */
  | { kind: 'watch'; person: string }
  /** Something to be done with broadcasts, for an administrator. */
  | { kind: 'broadcast'; ask: BroadcastAsk }
  /** A one-time code under which another chat may go on from here. */
  | { kind: 'carry-out'; carried: unknown }
  /** What such a code carries. */
  | { kind: 'carry-in'; code: string };

/** What takes longer than an answer may: it is done after the answer, and told in a message of its own. */
export type Errand = SheetTask;

/** What an errand needs of the channel. */
export interface ErrandTools {
  /** The bytes of a file by its id, cut off after `most + 1`. Rejects when the channel cannot give them. */
  fetch(file: string, most: number): Promise<Uint8Array>;
  /** Tells the person how far it has come; only the last of these texts stays to be seen. */
  tell(text: string): void;
  /** The channel is about to stop: the errand is left to the next process. */
  signal: AbortSignal;
}

/** An errand to be run by the channel of its chat; another process takes it over when this one dies. */
export interface OwedErrand {
  chat: string;
  /** Resolves with what is to be sent, and settled once it has been. Rejects when it was broken off. */
  run(tools: ErrandTools): Promise<Outgoing>;
}

/** What somebody of the roster is looked up for, where it is not for the hours themselves: the days that are due. */
export type Purpose = 'deadlines';

/** What came of a want. */
export type Got =
  | { kind: 'sheet'; outcome: SheetOutcome }
  | { kind: 'watch'; on: boolean }
  | { kind: 'broadcast'; told: BroadcastTold }
  /** `link` opens the other chat with the code, where there is one. */
  | { kind: 'carry-out'; code: string; link: string | null }
  /** Undefined: no such code, used, over, or too many tried. */
  | { kind: 'carry-in'; carried: unknown }
  | { kind: 'topics'; view: OutsideView }
  | {
      kind: 'person' /** Null: not found, wrong name or too many tries; nobody learns which. */;
      purpose?: Purpose;
      found: PersonFound | null;
      /** Nobody may be told for so many milliseconds: else the time of the answer would tell what was found. */
      holdMs?: number;
    };

/** Something that whoever runs the assistant should see: never with personal data in it. */
export interface Noted {
  kind: 'not-understood' | 'chosen' | 'not-helpful';
  locale: Locale;
  /** The message, masked. */
  masked: string;
  /** The likeliest topic, the one chosen, or the one that the unhelpful answer was on. */
  topic: Topic;
}

/** What a channel hands in: one message of one chat. */
export interface Incoming {
  /** `web:<id>`, `telegram:<chat id>`, `terminal:<name>`. */
  chat: string;
  /** The channel's own id of this message; the same id a second time is answered from memory and changes nothing. */
  id?: string;
  /** The language to begin with, when the chat is new. */
  locale?: Locale;
  /** The replies are sent after the turn, so that they are owed until then (Telegram); else they are handed over with it. */
  sentLater?: boolean;
  /** The network address of whoever sent it, where the channel knows one. */
  from?: string;
  /** A group: no personal data is asked for or shown. */
  group?: boolean;
  /** The channel takes the message away when the conversation wants that. */
  deletes?: true;
  /** Who sent it (`telegram:<user id>`), told only where nobody else reads along and the channel is sure of it. */
  sender?: string;
  message: Message;
}

/** What the assistant gives back, already durable. */
export interface Outgoing {
  answer: Answer;
  /** `new`: send it. `unsent`: a repeat of a message whose replies are not known to have been sent: send them again. `sent`: a repeat, nothing to do. */
  delivery: 'new' | 'unsent' | 'sent';
  /** The answer may be seen only so many milliseconds from now; the turn itself is done, and holds up nobody. */
  heldMs?: number;
  /** The message holds what should not stay to be read: the channel takes it away, where it can. */
  conceal?: true;
  /** To be run once the replies have been sent. */
  errand?: OwedErrand;
  /** To be called once the replies have reached the channel. */
  settled(): Promise<void>;
}

/** The one door through which every channel enters. Never rejects: a fault is an answer with an error number. */
export interface Assistant {
  receive(incoming: Incoming): Promise<Outgoing>;
  /** Notes what was pushed to a chat, so that the next message there may be about it. */
  pushed?(chat: string, replies: readonly Pick<Reply, 'choices'>[]): Promise<void>;
  /** Replies that an earlier process owed and did not send (asked for at start and now and then); `chats` is a prefix such as `telegram:`. */
  owed(
    chats: string,
    olderThanMs: number,
  ): AsyncIterable<{ chat: string; replies: readonly Reply[]; settled(): Promise<void> }>;
  /** Errands that an earlier process has left undone, as `owed`. */
  errands?(chats: string, olderThanMs: number): AsyncIterable<OwedErrand>;
}
