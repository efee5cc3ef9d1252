import { createHash, randomBytes } from 'node:crypto';
import {
  type Mailing,
  MailingStateError,
  type Mailings,
  type Message,
  type Row,
  type Source,
} from '../delivery/index.ts';
import { formatDay, type Locale, type Words } from '../locale/index.ts';
import type { Policy, Topic } from '../policies/policy.ts';
import { maskedName, noteAction, type Person, type Registry } from '../registry/index.ts';
import { duesOf, yearEnd } from '../reminders/plan.ts';
import { isChat, nameOf, personOf, type RecipientParts, recipientOf } from '../reminders/recipients.ts';
import { bytesOf, changeJson, parse, readJson } from '../store/entries.ts';
import { NOTHING, type Store } from '../store/port.ts';
import { type Condition, isIn } from './audience.ts';
import { type Mismatch, mismatches } from './check.ts';
import { render, type Texts, type Values } from './text.ts';

export const BROADCAST = 'broadcast';
const TEST = `${BROADCAST}-test`;

/** What somebody wrote to be sent to many, before and after it is confirmed. */
export interface Draft {
  id: string;
  texts: Texts;
  audience: readonly Condition[];
  /** Not before this moment, milliseconds since 1970; null: as soon as it is confirmed. */
  atMs: number | null;
  urgent: boolean;
  /** The topics that it is about, so that an answer to it opens the right one. */
  topics: readonly Topic[];
  /** What does not agree with the notice, and why it goes out all the same. */
  mismatches: readonly Mismatch[];
  override: string | null;
  who: string;
  createdMs: number;
  /** The chats that it was sent to as a test. */
  tests: readonly { mailing: string; chat: string }[];
}

export interface BroadcastParts extends RecipientParts {
  store: Store;
  registry: Pick<Registry, 'person'>;
  words: Readonly<Record<Locale, Words>>;
  policy: Policy;
  /** What a text is about. */
  topicsOf(text: string, today: string): readonly Topic[];
  clock: { now(): number; today(): string };
}

export interface Preview {
  /** How many would get it now; at least so many when `all` is false. */
  recipients: number;
  all: boolean;
  /** The first three of them, their names masked, with the text as it would be. */
  examples: readonly { chat: string; name: string | null; text: string }[];
  /** The text for somebody of whom nothing is known, in each language. */
  texts: Texts;
}

/** A draft does not agree with the notice, and nobody has said why it should go out all the same. */
export class MismatchError extends Error {
  override readonly name = 'MismatchError';
  readonly found: readonly Mismatch[];

  constructor(found: readonly Mismatch[]) {
    super('the draft does not agree with the notice');
    this.found = found;
  }
}

/** Writes, previews and confirms broadcasts; what is confirmed is sent by whichever server runs. */
export interface Broadcasts {
  /** What in the texts the notice does not say. */
  check(texts: Texts): readonly Mismatch[];
  /** Keeps a draft; the same `once` again gives the same one. Throws `MismatchError` when it does not agree with the notice and `override` is null. */
  create(wanted: Wanted, once?: string): Promise<Draft>;
  find(id: string): Promise<Draft | undefined>;
  /** Every draft, the latest first. */
  list(): Promise<Draft[]>;
  /** Who would get it; counts no longer than `withinMs`, which is as long as it takes unless told. */
  preview(draft: Draft, withinMs?: number): Promise<Preview>;
  /** Changes when it is to go out. What is confirmed does not change any more. */
  plan(draft: Draft, plan: Pick<Draft, 'atMs' | 'urgent'>): Promise<Draft>;
  /** Has it sent to one chat, whoever that is; the same `once` again sends nothing more. */
  test(draft: Draft, chat: string, who: string, once?: string): Promise<void>;
  /** From now on it goes out; how many would get it now is noted, as far as it can be counted in a short time. */
  confirm(draft: Draft, who: string): Promise<Mailing>;
  /** Notes an action of an administrator on it, and why, where a reason was asked for. */
  note(action: string, who: string, on: Noted): Promise<void>;
  /**
   * What became of everybody, once each: those who have a row, and until it is done also those who have had no turn (of a cancelled one with
   * that as the reason).
   */
  report(draft: Draft): AsyncIterable<Row>;
}

/** Which broadcast, and how many. */
export interface Noted {
  id: string;
  counts?: Readonly<Record<string, number>>;
  reason?: string;
}

/** What a draft is made from. */
export type Wanted = Pick<Draft, 'texts' | 'audience' | 'atMs' | 'urgent' | 'override' | 'who'>;

const EXAMPLES = 3;
const ID_LETTERS = 5;
/** Nobody waits longer for a count. */
export const COUNT_MS = 3_000;
const keyOf = (id: string): string => `${BROADCAST}:${id}`;

export function createBroadcasts(parts: BroadcastParts, mailings: Mailings): Broadcasts {
  const { store, policy, clock } = parts;
  const note: Broadcasts['note'] = (action, who, { id, counts = {}, reason }) =>
    noteAction(store, {
      at: clock.now(),
      who,
      action: `broadcast-${action}`,
      counts,
      about: id,
      ...(reason !== undefined && { reason }),
    });
  const check: Broadcasts['check'] = texts =>
    [...new Set(Object.values(texts))].flatMap(text => mismatches(text, policy, clock.today()));
  return {
    note,
    check,
    async create(wanted, once) {
      const { texts, who } = wanted;
      // A reason that says nothing is none.
      const override = wanted.override?.trim() || null;
      const found = check(texts);
      if (found.length > 0 && override === null) throw new MismatchError(found);
      const draft: Draft = {
        ...wanted,
        override,
        id: `b${clock.today().replaceAll('-', '')}-${idFrom(once)}`,
        topics: parts.topicsOf(texts['zh-CN'], clock.today()),
        mismatches: found,
        createdMs: clock.now(),
        tests: [],
      };
      const written = await store.write(keyOf(draft.id), bytesOf(draft), NOTHING);
      if (!written.ok && written.current !== undefined) return parse<Draft>(written.current.value);
      const why = override === null || found.length === 0 ? {} : { reason: override };
      await note('create', who, { id: draft.id, counts: { mismatches: found.length }, ...why });
      return draft;
    },
    find: async id => (await readJson<Draft>(store, keyOf(id)))?.value,
    async list() {
      const drafts: Draft[] = [];
      for await (const { value } of store.scan(keyOf('')))
        drafts.push(JSON.parse(Buffer.from(value).toString()) as Draft);
      return drafts.sort((a, b) => b.createdMs - a.createdMs);
    },
    preview: (draft, withinMs = Number.POSITIVE_INFINITY) => previewOf(parts, draft, clock.now() + withinMs),
    async plan({ id }, plan) {
      if ((await mailings.find(id)) !== undefined) throw new MailingStateError((await mailings.find(id))!.state);
      return (await changeJson<Draft>(store, keyOf(id), before => before && { ...before, ...plan }))!;
    },
    async test(draft, chat, who, once) {
      if ((await mailings.find(draft.id))?.state === 'cancelled') throw new MailingStateError('cancelled');
      const mailing = `${draft.id}.test${once === undefined ? draft.tests.length + 1 : `-${idFrom(once)}`}`;
      await changeJson<Draft>(store, keyOf(draft.id), before =>
        before!.tests.some(one => one.mailing === mailing)
          ? undefined
          : { ...before!, tests: [...before!.tests, { mailing, chat }] },
      );
      await mailings.add({ id: mailing, kind: TEST, notBeforeMs: clock.now(), urgent: true });
      await note('test', who, { id: draft.id });
    },
    async confirm(draft, who) {
      const { id, atMs, urgent } = draft;
      const { recipients } = await previewOf(parts, draft, clock.now() + COUNT_MS);
      const mailing = await mailings.add({ id, kind: BROADCAST, notBeforeMs: atMs ?? clock.now(), urgent });
      await note('confirm', who, { id, counts: { recipients } });
      return mailing;
    },
    report: draft => reportOn(parts, mailings, draft),
  };
}

async function* reportOn(parts: BroadcastParts, mailings: Mailings, draft: Draft): AsyncGenerator<Row> {
  const mailing = await mailings.find(draft.id);
  if (mailing === undefined) return;
  const waits = mailing.state === 'cancelled' ? { reason: 'cancelled' } : {};
  const seen = new Set<string>();
  for await (const { recipient, ...row } of mailings.rows(draft.id)) {
    seen.add(recipient);
    if (row.state !== 'queued') yield row;
    else {
      const chat = row.chat || (isChat(recipient) ? recipient : ((await recipientOf(parts, recipient))?.chat ?? ''));
      yield { ...row, chat, ...waits };
    }
  }
  if (mailing.state === 'done') return;
  const atMs = mailing.endedMs ?? parts.clock.now();
  for await (const subscriber of parts.subscribers.everyone()) {
    if (subscriber.aside !== undefined) continue;
    const name = await nameOf(parts, subscriber);
    if (seen.has(name) || !isFor(draft, await personOf(parts, subscriber), parts.clock.today())) continue;
    seen.add(name);
    const { chat } = (await recipientOf(parts, name)) ?? subscriber;
    yield { chat, state: 'queued', atMs, ...waits };
  }
}

/** Who gets a broadcast, and what it says to each. */
export function broadcastSources(parts: BroadcastParts): Readonly<Record<string, Source>> {
  const draftOf = async (id: string): Promise<Draft> => {
    const found = await readJson<Draft>(parts.store, keyOf(id));
    if (found === undefined) throw new Error('a mailing without its draft');
    return found.value;
  };
  const settled = async (_: Mailing, __: string, { chat, state }: Row): Promise<void> => {
    if (state === 'blocked') await parts.subscribers.setAside(chat, 'blocked');
  };
  return {
    [BROADCAST]: {
      async *recipients() {
        for await (const one of parts.subscribers.everyone())
          if (one.aside === undefined) yield await nameOf(parts, one);
      },
      async prepare({ id }, name) {
        const draft = await draftOf(id);
        const one = await recipientOf(parts, name);
        if (one === undefined) return { chat: isChat(name) ? name : '', skip: 'unsubscribed' };
        const person = await personOf(parts, one);
        return isFor(draft, person, parts.clock.today())
          ? { chat: one.chat, replies: [replyOf(parts, draft, one.locale, person)] }
          : { chat: one.chat, skip: 'not-in-audience' };
      },
      settled,
    },
    [TEST]: {
      async *recipients({ id }) {
        const draft = await draftOf(id.slice(0, id.lastIndexOf('.')));
        yield* draft.tests.filter(({ mailing }) => mailing === id).map(({ chat }) => chat);
      },
      async prepare({ id }, chat) {
        const draft = await draftOf(id.slice(0, id.lastIndexOf('.')));
        const one = await parts.subscribers.find(chat);
        const person = one && (await personOf(parts, one));
        return { chat, replies: [replyOf(parts, draft, one?.locale ?? 'zh-CN', person)] };
      },
      settled,
    },
  };
}

/** Of two who come with the same name of a doing both get the same letters; without one they are drawn. */
function idFrom(once: string | undefined): string {
  const bytes = once === undefined ? randomBytes(6) : createHash('sha256').update(once).digest();
  return (bytes.readUIntBE(0, 6) % 36 ** ID_LETTERS).toString(36).padStart(ID_LETTERS, '0');
}

/** Nobody of whom nothing is known fits a condition. */
function isFor({ audience }: Draft, person: Person | undefined, day: string): boolean {
  return audience.length === 0 || (person !== undefined && isIn(person, audience, day));
}

async function previewOf(parts: BroadcastParts, draft: Draft, untilMs: number): Promise<Preview> {
  let all = true;
  const names = new Set<string>();
  const examples: Preview['examples'][number][] = [];
  for await (const subscriber of parts.subscribers.everyone()) {
    if (subscriber.aside !== undefined) continue;
    if (parts.clock.now() > untilMs) {
      all = false;
      break;
    }
    const name = await nameOf(parts, subscriber);
    if (names.has(name)) continue;
    const person = await personOf(parts, subscriber);
    if (!isFor(draft, person, parts.clock.today())) continue;
    names.add(name);
    if (examples.length >= EXAMPLES) continue;
    const one = (await recipientOf(parts, name)) ?? subscriber;
    examples.push({
      chat: one.chat,
      name: person === undefined ? null : maskedName(person.name),
      text: textFor(parts, draft, one.locale, person && { ...person, name: maskedName(person.name) }),
    });
  }
  const plain = (locale: Locale): string => textFor(parts, draft, locale, undefined);
  return { recipients: names.size, all, examples, texts: { 'zh-CN': plain('zh-CN'), en: plain('en') } };
}

function replyOf(parts: BroadcastParts, draft: Draft, locale: Locale, person: Person | undefined): Message {
  const topics = [...new Set<Topic>([...draft.topics, 'reminders-off'])];
  return {
    text: textFor(parts, draft, locale, person),
    citations: [],
    choices: topics.map(topic => ({ id: `topic:${topic}`, label: parts.words[locale].say(`topic-${topic}`) })),
  };
}

function textFor(parts: BroadcastParts, { texts }: Draft, locale: Locale, person: Person | undefined): string {
  return render(texts[locale], locale, valuesOf(parts, locale, person));
}

/** The facts of one person; of somebody unknown the words say so, and the hours are those that the notice asks of everybody. */
function valuesOf({ policy, words, clock }: BroadcastParts, locale: Locale, person: Person | undefined): Values {
  const day = clock.today();
  const say = words[locale];
  const dues = person === undefined ? null : duesOf(person, day, 'all');
  const due = dues?.[0];
  const code = due?.code ?? person?.certificates[0]?.code;
  const trade = policy.exchange.codes.value.find(one => one.code === code);
  return {
    name: person?.name ?? say.say('broadcast-nobody.name'),
    employer: person?.employer ?? say.say('broadcast-nobody.employer'),
    trade: (locale === 'zh-CN' ? trade?.zh : trade?.en) ?? say.say('broadcast-nobody.trade'),
    hours: String(dues !== null ? (due?.hours ?? 0) : policy.annual.hours.value),
    professional: String(dues !== null ? (due?.professional ?? 0) : policy.annual.professionalHours.value),
    deadline: formatDay(yearEnd(day), locale),
    year: day.slice(0, 4),
  };
}
