import { createHash } from 'node:crypto';
import { z } from 'zod';
import { LOCALES } from '../locale/index.ts';
import { TOPICS, type Topic } from '../policies/policy.ts';
import { OneByOne } from '../runtime/one-by-one.ts';
import { NOTHING, type Store } from '../store/port.ts';
import { RETENTION_MS } from '../store/retention.ts';
import type { Noted } from './turn.ts';

/** A message that somebody should look at, however often it came; personal data was masked before it got here. */
export type ReviewItem = z.infer<typeof ITEM>;

const ITEM = z.object({
  id: z.string(),
  masked: z.string(),
  locale: z.enum(LOCALES),
  /** How often it was not understood, and how often its answer did not help. */
  notUnderstood: z.int(),
  notHelpful: z.int(),
  /** Topics that people chose when they were asked what they meant, with how often. */
  chosen: z.partialRecord(z.enum(TOPICS), z.int()),
  /** The likeliest topic, or that of the unhelpful answer. */
  likeliest: z.enum(TOPICS),
  lastMs: z.number(),
  status: z.enum(['open', 'assigned', 'ignored']),
  topic: z.enum(TOPICS).nullable(),
});

const KIND = 'review:';
const ATTEMPTS = 20;

/** The queue of messages to learn from. */
export interface Review {
  note(noted: Noted): Promise<void>;
  /** Those that wait for a decision, the most frequent first. */
  open(): Promise<ReviewItem[]>;
  /** False when there is no such item. */
  assign(id: string, topic: Topic): Promise<boolean>;
  ignore(id: string): Promise<boolean>;
  /** What was assigned, ready for the phrase files: by language and topic. */
  assigned(): Promise<ReviewItem[]>;
}

export function createReview(store: Store, now: () => number): Review {
  const turns = new OneByOne();
  /** By item: what has been noted and not begun to be written. */
  const waiting = new Map<string, Noted[]>();
  const change = (id: string, by: (item: ReviewItem) => ReviewItem) =>
    rewrite(store, id, item => (item === undefined ? undefined : by(item)));
  return {
    async note(heard) {
      const noted = inItsLanguage(heard);
      const id = idOf(noted);
      const others = waiting.get(id);
      if (others === undefined) waiting.set(id, [noted]);
      else others.push(noted);
      // On an evening when everybody says the same, one write holds what was noted during the last one, and nobody loses races for it.
      await turns.run(id, async () => {
        const all = waiting.get(id) ?? [];
        waiting.delete(id);
        if (all.length > 0) await rewrite(store, id, item => all.reduce(noteOn(now()), item ?? firstSeen(noted)));
      });
    },
    open: async () =>
      (await all(store))
        .filter(({ status }) => status === 'open')
        .toSorted((a, b) => weight(b) - weight(a) || b.lastMs - a.lastMs),
    assign: (id, topic) => change(id, item => ({ ...item, status: 'assigned', topic })),
    ignore: id => change(id, item => ({ ...item, status: 'ignored' })),
    assigned: async () => (await all(store)).filter(({ status }) => status === 'assigned'),
  };
}

const weight = ({ notUnderstood, notHelpful }: ReviewItem) => notUnderstood + 2 * notHelpful;

/** Chinese typed on a page in another language is Chinese all the same. */
function inItsLanguage(noted: Noted): Noted {
  return /\p{Script=Han}/u.test(noted.masked) ? { ...noted, locale: 'zh-CN' } : noted;
}

/** The same words in the same language are one item. */
function idOf({ masked, locale }: Noted): string {
  return createHash('sha256').update(`${locale}\n${masked.trim().toLowerCase()}`).digest('hex').slice(0, 12);
}

function firstSeen(noted: Noted): ReviewItem {
  return {
    id: idOf(noted),
    masked: noted.masked,
    locale: noted.locale,
    notUnderstood: 0,
    notHelpful: 0,
    chosen: {},
    likeliest: noted.topic,
    lastMs: 0,
    status: 'open',
    topic: null,
  };
}

const noteOn =
  (at: number) =>
  (item: ReviewItem, noted: Noted): ReviewItem =>
    withNoted(item, noted, at);

function withNoted(item: ReviewItem, { kind, topic }: Noted, now: number): ReviewItem {
  const seen = { ...item, lastMs: now };
  if (kind === 'not-understood') return { ...seen, notUnderstood: item.notUnderstood + 1 };
  if (kind === 'not-helpful') return { ...seen, notHelpful: item.notHelpful + 1 };
  return { ...seen, chosen: { ...item.chosen, [topic]: (item.chosen[topic] ?? 0) + 1 } };
}

/** False when the change was declined because there is nothing to change. */
async function rewrite(
  store: Store,
  id: string,
  by: (item: ReviewItem | undefined) => ReviewItem | undefined,
): Promise<boolean> {
  const key = KIND + id;
  let entry = await store.read(key);
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const item = by(entry === undefined ? undefined : parse(entry.value));
    if (item === undefined) return false;
    const written = await store.write(key, Buffer.from(JSON.stringify(item)), entry?.version ?? NOTHING, {
      expiresInMs: RETENTION_MS.review,
    });
    if (written.ok) return true;
    entry = written.current;
  }
  throw new Error('an item of the review was changed by others before every attempt');
}

function parse(value: Uint8Array): ReviewItem | undefined {
  return ITEM.safeParse(JSON.parse(Buffer.from(value).toString())).data;
}

async function all(store: Store): Promise<ReviewItem[]> {
  const items: ReviewItem[] = [];
  for await (const { value } of store.scan(KIND)) {
    const item = parse(value);
    if (item !== undefined) items.push(item);
  }
  return items;
}
