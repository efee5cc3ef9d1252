import type { Topic } from '../policies/policy.ts';

/** What one message was understood to say. Nothing in it is a decision: the dialogue decides. */
export interface Understanding {
  /** Every topic with its calibrated probability, likeliest first; the probabilities add up to 1. */
  ranking: readonly RankedTopic[];
  /**
   * The topics that the message asks for, in the order in which they are asked; more than one when two things are asked in one message.
   * Empty when it asks for none that could be told (then look at `ranking` for candidates).
   */
  asked: readonly Topic[];
  /** Whether `asked` may be answered without asking back. */
  certain: boolean;
  facts: readonly Fact[];
  /** A word that steers the conversation, when the message is nothing else (「下一步」, "cancel"). */
  control: Control | null;
  /** 是 / 不是 / 不知道 and their many forms, when the message is an answer of that kind. */
  polarity: 'yes' | 'no' | 'unknown' | null;
  /** 「第二个」, "the second one": 1-based; -1 is the last one. A bare number is not one: see `number`. */
  ordinal: number | null;
  /** The value when the message is nothing but a number, in any writing (「三十二」, "32个学时"). */
  number: number | null;
  /** The message takes back something said before (「不对，是2016年」, "I meant …"). */
  correction: boolean;
  /** The message goes on about what was just talked of, without naming it (「那质量员呢」, "what about 2019"). */
  followUp: boolean;
  /** Whose certificate it speaks of, where its words tell. */
  holder: Holder | null;
}

/** The speaker, or somebody else by the word for them (「徒弟」, "colleague"); a pronoun names nobody by itself. */
export type Holder = { own: true } | { own: false; who: string; pronoun?: true };

/** What a message says apart from topics and facts. */
export type Signals = Pick<Understanding, 'control' | 'polarity' | 'ordinal' | 'number' | 'correction' | 'followUp'>;

export interface RankedTopic {
  topic: Topic;
  probability: number;
  /** The words or features that it went by, strongest first. */
  because: readonly string[];
}

export type Control =
  | 'next'
  | 'back'
  | 'pause'
  | 'resume'
  | 'again'
  | 'cancel'
  | 'restart'
  | 'help'
  | 'review'
  | 'skip';

/** A fact found in the text: its value, where it stood (UTF-16 offsets into the original text) and how sure the finding is (0..1). */
export type Fact = FactValue & {
  span: readonly [number, number];
  confidence: number /** The person says it is *not* so (「不是安全员」). */;
  negated?: true;
};

export type FactValue =
  | { name: 'certificate.kind'; value: CertificateKind }
  /** The words name a certificate without telling which of several kinds (「施工员证」「上岗证」; 「安全员证」 may be the A/B/C one), likeliest first; `['abc']`: the A/B/C one and no other. */
  | { name: 'certificate.kinds'; value: readonly (CertificateKind | 'abc')[] }
  /** One of the thirteen, or another code that was named as one (「105」). */
  | { name: 'certificate.code'; value: string }
  /** A trade that is one of several codes (「质量员」 → 106…109). */
  | { name: 'certificate.codes'; value: readonly string[] }
  /** A trade that the notice does not list (预算员, 测量员), in the person's words. */
  | { name: 'certificate.trade'; value: string }
  /** `YYYY-MM-DD`, `YYYY-MM` or `YYYY`. */
  | { name: 'certificate.issuedOn'; value: string }
  /** 「17年」 alone: a year of issue or a span of years; ask. */
  | { name: 'certificate.issuedOn?'; value: string }
  | { name: 'certificate.issuer'; value: 'hainan-leading-group-office' | 'other' }
  | { name: 'certificate.inNationalSystem'; value: boolean }
  | { name: 'certificate.archiveVerified'; value: boolean }
  /** The day printed on the certificate as the end of its validity. */
  | { name: 'certificate.validUntil'; value: string }
  | { name: 'training.hours'; value: number }
  | { name: 'training.professionalHours'; value: number }
  | { name: 'training.passed'; value: boolean }
  /**
   * Hours of a named year; `year` is absolute, worked out from today (「去年20」 said in 2026 → 2025); `planned`: still to be done (「打算学49」);
   * `supposed`: neither done nor planned (「如果今年学到44呢」). Without `hours` only the professional ones are told (「专业去年26」).
   */
  | {
      name: 'record';
      value: { year: number; hours?: number; professionalHours?: number; planned?: true; supposed?: true };
    }
  /** 「补2025年的」, 「2023年的不算」: hours of a year are spoken of, and no number of them is told. */
  | { name: 'hoursYear'; value: number }
  /** 「专业都是24」 after hours of years: so many in each of them. */
  | { name: 'professionalEach'; value: number }
  /** 「如果再学12学时呢」: hours neither done nor planned; `more`: on top of those that are. */
  | { name: 'supposed'; value: { hours: number; professionalHours?: number; more?: true } }
  /** A number of hours (below 0, above 9999, finer than hundredths) or a day (31 June) that cannot be, in digits: 「-5」, 「2017-2-30」. */
  | { name: 'impossible'; value: { what: 'hours' | 'date'; text: string } }
  | { name: 'inPost'; value: boolean }
  /** 「如果是2020年10月呢」: the day as of which the person asks; `YYYY-MM-DD`, a month being taken as its first day. */
  | { name: 'asOf'; value: string }
  /** 15 or 18 characters, half-width, upper-case X, not yet checked; where it was asked for, also one of another length, so that it can be refused. */
  | { name: 'idNumber'; value: string }
  | { name: 'personName'; value: string }
  | { name: 'certificateNo'; value: string };

export type CertificateKind = 'training' | 'electronic' | 'safety-officer' | 'post' | 'other';
export type FactName = FactValue['name'];

/** What the conversation knows that helps to understand the next message. */
export interface Situation {
  locale: 'zh-CN' | 'en';
  /** Today in Asia/Shanghai, `YYYY-MM-DD`. */
  today: string;
  /** The topic of the answer just given, if any. */
  lastTopic: Topic | null;
  /** The fact that the open question asks for, if any: a bare answer is read as its value. */
  asking: FactName | null;
}

/** The one function behind which understanding may be replaced: pure, synchronous, no I/O. */
export type Understand = (text: string, situation: Situation) => Understanding;
