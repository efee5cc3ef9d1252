import type { PageWord } from './page-words.ts';

/** What goes over the wire between the server and the page, and to any program that talks to the JSON interface. */

export type WireLocale = 'zh-CN' | 'en';

export interface WireReply {
  text: string;
  citations: readonly string[];
  choices: readonly { id: string; label: string }[];
  file?: { name: string; mediaType: string; content: string };
  pictures?: readonly WirePicture[];
}

/** Two bars a year against what a year asks for; `alt` says the same in words. */
export interface WirePicture {
  title: string;
  alt: string;
  legend: readonly [string, string];
  need: readonly [number, number];
  years: readonly { label: string; values: readonly [number, number] }[];
}

/** The answer to `POST /api/chats`. */
export interface Opened {
  chat: string;
  replies: readonly WireReply[];
}

/** The answer to `POST /api/chats/<chat>/messages`. */
export interface Answered {
  topic: string;
  topics: readonly string[];
  certain: boolean;
  candidates?: readonly string[];
  replies: readonly WireReply[];
}

/** The data of one server-sent event. */
export interface Pushed {
  replies: readonly WireReply[];
}

/** What comes with every status from 400 on. */
export interface Refused {
  error: { message: string };
}

/** One clause of the notice: the original word for word and, for readers of another language, an unofficial translation. */
export interface WireClause {
  id: string;
  name: string;
  heading: string;
  original: string;
  translation?: string;
}

/** The answer to `GET /api/clauses`. */
export interface Clauses {
  clauses: readonly WireClause[];
}

/** What the page is given along with its markup. */
export interface PageConfig {
  /** The language the markup is in. */
  locale: WireLocale;
  /** How long a message may be, in code points. */
  maxCharacters: number;
  /** Whether answers can be marked as not helpful (sent as the choice `feedback:down`). */
  feedback: boolean;
  languages: Readonly<Record<WireLocale, PageLanguage>>;
}

export interface PageLanguage {
  /** Texts may have gaps (`{count}`) that the page fills. */
  words: Readonly<Record<PageWord, string>>;
  /** 「一（一）」 by `1.1`. */
  clauseNames: Readonly<Record<string, string>>;
}
