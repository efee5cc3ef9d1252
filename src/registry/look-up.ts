import { RateLimiterMemory } from 'rate-limiter-flexible';
import { parse } from '../store/entries.ts';
import { NOTHING, type Store } from '../store/port.ts';
import { RETENTION_MS } from '../store/retention.ts';
import type { Certificate, Person } from './person.ts';

/** How somebody shows who they are: number and name; or, when these have been shown, a certificate number or a one-time code. */
export type PersonBy = { idNumber: string; name: string } | { access: Access } | { access: Access; proof: string };

/** That a chat may see somebody's hours: the roster's name for the person (it tells nothing), how much, and until when (milliseconds since 1970). */
export interface Access {
  person: string;
  /** 1: yearly totals, by number and name, which colleagues and brokers know. 2: single records, by what only the holder has. */
  level: 1 | 2;
  untilMs: number;
}

/** Somebody of the roster as this chat may see them. */
export interface PersonFound {
  access: Access;
  employer: string | null;
  certificates: readonly Certificate[];
}

/** Looks persons up for chats, within limits, without telling apart who is unknown, wrongly named or asked for too often. */
export interface LookUps {
  /** Null whenever the person may not be shown. `from` is the address of the one who asks, where the channel knows it. */
  look(asker: { chat: string; from?: string }, by: PersonBy): Promise<PersonFound | null>;
  /** The same at once, for whoever holds back the answer itself: only after `holdMs` does its time tell nothing. */
  lookAhead(asker: { chat: string; from?: string }, by: PersonBy): Promise<LookedAhead>;
  /** The chats that are tied to a person. */
  tied(person: string): Promise<readonly string[]>;
  /** Ends what ties a chat to a person, and its wish to be told. */
  release(chat: string, person: string): Promise<void>;
  /** Has a chat told when hours of this person arrive; false when there is no such person. */
  watch(chat: string, person: string): Promise<boolean>;
  unwatch(chat: string, person: string): Promise<void>;
  watchers(person: string): Promise<readonly string[]>;
}

/** What was found, and for how many milliseconds nobody may be told. */
export interface LookedAhead {
  found: PersonFound | null;
  holdMs: number;
}

/** As much of a registry as looking up needs. */
export interface Roster {
  find(idNumber: string): Promise<{ key: string; person: Person } | undefined>;
  person(key: string): Promise<Person | undefined>;
  /** The key that the person stands under now, as far as it has changed. */
  presentKey(key: string): Promise<string>;
  matchesName(person: Person, name: string): boolean;
  matchesCertificateNo(person: Person, no: string): boolean;
  redeem(code: string): Promise<string | undefined>;
  watch(key: string, on: boolean): Promise<boolean>;
}

export interface LookUpParts {
  registry: Roster;
  store: Store;
  now(): number;
  wait(ms: number): Promise<void>;
  /** Chats tied to a person whose number somebody else has just asked for. */
  onForeignLook?(chats: readonly string[]): void;
}

const LEVEL_ONE_MS = 30 * 60_000;
/** Every answer takes at least so long, so that its time tells nothing. */
const SAME_TIME_MS = 250;
/** Tries of one chat, and of one address, before the wait begins; the wait doubles each time it is run into. */
const CHAT_TRIES = { points: 6, duration: 600 };
const ADDRESS_TRIES = { points: 60, duration: 600 };
/** One number that is asked for often is only answered more slowly: nobody can lock its owner out. */
const NUMBER_TRIES = { points: 5, duration: 3600 };
const SLOWEST_MS = 3_000;
const LONGEST_BLOCK_S = 24 * 3600;
/** Of more chats and addresses it is forgotten how often they ran into a limit; the wait that they are in stands. */
const MOST_BLOCKS = 10_000;

export function createLookUps(parts: LookUpParts): LookUps {
  const limits = limitsOf();
  const { store } = parts;
  const present = (person: string): Promise<string> => parts.registry.presentKey(person);
  return {
    async look(asker, by) {
      const { found, holdMs } = await guarded(parts, limits, asker, by);
      await parts.wait(holdMs);
      return found;
    },
    lookAhead: (asker, by) => guarded(parts, limits, asker, by),
    tied: async person => listed(store, 'tie', await present(person)),
    async release(chat, person) {
      const key = await present(person);
      await rewriteList(store, 'tie', key, without(chat));
      await rewriteList(store, 'watch', key, without(chat));
    },
    async watch(chat, person) {
      const known = await parts.registry.watch(person, true);
      if (known) await rewriteList(store, 'watch', await present(person), chats => [...without(chat)(chats), chat]);
      return known;
    },
    unwatch: async (chat, person) => rewriteList(store, 'watch', await present(person), without(chat)),
    watchers: async person => listed(store, 'watch', await present(person)),
  };
}

interface Limits {
  chat: RateLimiterMemory;
  address: RateLimiterMemory;
  number: RateLimiterMemory;
  /** How often a chat or an address has run into its limit. */
  blocks: Map<string, number>;
}

function limitsOf(): Limits {
  return {
    chat: new RateLimiterMemory(CHAT_TRIES),
    address: new RateLimiterMemory(ADDRESS_TRIES),
    number: new RateLimiterMemory(NUMBER_TRIES),
    blocks: new Map(),
  };
}

async function guarded(
  parts: LookUpParts,
  limits: Limits,
  asker: { chat: string; from?: string },
  by: PersonBy,
): Promise<LookedAhead> {
  const began = parts.now();
  const slowMs = 'idNumber' in by ? await slowness(limits, by.idNumber) : 0;
  const found = await lookedUp(parts, limits, asker, by);
  return { found, holdMs: Math.max(0, Math.max(SAME_TIME_MS, slowMs) - (parts.now() - began)) };
}

async function lookedUp(
  parts: LookUpParts,
  limits: Limits,
  asker: { chat: string; from?: string },
  by: PersonBy,
): Promise<PersonFound | null> {
  if ('access' in by && !('proof' in by)) return seen(parts, by.access);
  const allowed =
    (await allows(limits, limits.chat, `chat ${asker.chat}`)) &&
    (asker.from === undefined || (await allows(limits, limits.address, `from ${asker.from}`)));
  if ('proof' in by) return allowed ? proven(parts, asker.chat, by.access, by.proof) : null;
  return named(parts, asker.chat, by, allowed);
}

async function allows(limits: Limits, limiter: RateLimiterMemory, key: string): Promise<boolean> {
  const refused = await limiter.consume(key).then(
    () => false,
    () => true,
  );
  if (!refused) return true;
  const times = (limits.blocks.get(key) ?? 0) + 1;
  // Put last again: the first of the map is the one that has been still for longest.
  limits.blocks.delete(key);
  limits.blocks.set(key, times);
  if (limits.blocks.size > MOST_BLOCKS) limits.blocks.delete(limits.blocks.keys().next().value ?? key);
  await limiter.block(key, Math.min(LONGEST_BLOCK_S, 600 * 2 ** (times - 1)));
  return false;
}

async function slowness({ number }: Limits, idNumber: string): Promise<number> {
  const tries = await number.penalty(idNumber, 1);
  return Math.min(SLOWEST_MS, Math.max(0, tries.consumedPoints - NUMBER_TRIES.points) * 250);
}

/** The roster is read whether or not the asker is still allowed to: a refusal costs what an answer costs. */
async function named(
  parts: LookUpParts,
  chat: string,
  { idNumber, name }: { idNumber: string; name: string },
  allowed: boolean,
): Promise<PersonFound | null> {
  const found = await parts.registry.find(idNumber);
  const matches = parts.registry.matchesName(found?.person ?? NOBODY, name);
  if (found === undefined || !matches || !allowed) return null;
  const others = (await listed(parts.store, 'tie', found.key)).filter(tied => tied !== chat);
  if (others.length > 0) parts.onForeignLook?.(others);
  return shown(found.person, { person: found.key, level: 1, untilMs: parts.now() + LEVEL_ONE_MS });
}

const NOBODY: Person = { idNumber: '', name: '示例', employer: null, certificates: [], watched: false };

async function seen(parts: LookUpParts, access: Access): Promise<PersonFound | null> {
  if (parts.now() >= access.untilMs) return null;
  const key = await parts.registry.presentKey(access.person);
  const person = await parts.registry.person(key);
  return person === undefined ? null : shown(person, { ...access, person: key });
}

async function proven(parts: LookUpParts, chat: string, access: Access, proof: string): Promise<PersonFound | null> {
  const known = await seen(parts, access);
  if (known === null) return null;
  const { person: key } = known.access;
  const person = (await parts.registry.person(key)) ?? NOBODY;
  const proves = parts.registry.matchesCertificateNo(person, proof) || (await redeems(parts, proof, key));
  if (!proves) return null;
  await rewriteList(parts.store, 'tie', key, chats => [...without(chat)(chats), chat]);
  return shown(person, { ...known.access, level: 2, untilMs: parts.now() + RETENTION_MS.tie });
}

async function redeems({ registry }: LookUpParts, code: string, person: string): Promise<boolean> {
  const redeemed = await registry.redeem(code);
  return redeemed !== undefined && (await registry.presentKey(redeemed)) === person;
}

function shown({ employer, certificates }: Person, access: Access): PersonFound {
  return { access, employer, certificates };
}

/** Lists of chats that belong to a person: those tied to them, and those that wait for their hours. */
type List = 'tie' | 'watch';

const without = (chat: string) => (chats: readonly string[]) => chats.filter(other => other !== chat);

/** Takes the lists of people who stand under another key now along to it; broken off, it is run again. */
export async function moveLists(store: Store, present: (person: string) => Promise<string>): Promise<void> {
  for (const list of ['tie', 'watch'] as const) {
    for await (const { key, value } of store.scan(`${list}:`)) {
      const person = key.slice(list.length + 1);
      const now = await present(person);
      if (now === person) continue;
      const chats = parse<string[]>(value);
      await rewriteList(store, list, now, there => [...there.filter(chat => !chats.includes(chat)), ...chats]);
      await store.remove(key);
    }
  }
}

async function listed(store: Store, list: List, person: string): Promise<readonly string[]> {
  const entry = await store.read(`${list}:${person}`);
  return entry === undefined ? [] : (JSON.parse(Buffer.from(entry.value).toString()) as string[]);
}

async function rewriteList(
  store: Store,
  list: List,
  person: string,
  by: (chats: readonly string[]) => readonly string[],
): Promise<void> {
  const key = `${list}:${person}`;
  for (let written = false; !written; ) {
    const entry = await store.read(key);
    const chats = entry === undefined ? [] : (JSON.parse(Buffer.from(entry.value).toString()) as string[]);
    const next = Buffer.from(JSON.stringify(by(chats)));
    written = (await store.write(key, next, entry?.version ?? NOTHING, { expiresInMs: RETENTION_MS[list] })).ok;
  }
}
