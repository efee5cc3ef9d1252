import { bytesOf, parse } from '../store/entries.ts';
import { NOTHING, type Store } from '../store/port.ts';

/** Who is there: each instance says so every few seconds, and one of them leads. */
export interface Presence {
  readonly instance: string;
  /** Says that this instance is there; resolves with whether it leads. To be called every `BEAT_MS`. */
  beat(): Promise<boolean>;
  isThere(instance: string): Promise<boolean>;
  /** Says that this instance is no longer there, so that nobody need wait for it. */
  leave(): Promise<void>;
}

export const BEAT_MS = 1_000;
/** Longer than any pause of a living process that we would forgive. */
export const GONE_AFTER_MS = 10_000;
const LEADER = 'lead:delivery';

interface Lead {
  by: string;
  atMs: number;
}

export function createPresence(
  { store, now }: { store: Store; now(): number },
  instance: string,
  goneAfterMs = GONE_AFTER_MS,
): Presence {
  const own = `here:${instance}`;
  const expiring = { expiresInMs: goneAfterMs };

  async function say(): Promise<void> {
    let expected = (await store.read(own))?.version ?? NOTHING;
    for (;;) {
      const written = await store.write(own, bytesOf(now()), expected, expiring);
      if (written.ok) return;
      expected = written.current?.version ?? NOTHING;
    }
  }

  async function lead(): Promise<boolean> {
    const entry = await store.read(LEADER);
    const leads = entry && parse<Lead>(entry.value);
    if (leads !== undefined && leads.by !== instance && isOfNow(leads.atMs)) return false;
    const lead: Lead = { by: instance, atMs: now() };
    return (await store.write(LEADER, bytesOf(lead), entry?.version ?? NOTHING, expiring)).ok;
  }

  /** What bears a time far ahead was said before a clock was put back, and would stand for as long. */
  const isOfNow = (atMs: number): boolean => atMs - now() < goneAfterMs;

  return {
    instance,
    async beat() {
      await say();
      return lead();
    },
    async isThere(one) {
      if (one === instance) return true;
      const said = await store.read(`here:${one}`);
      return said !== undefined && isOfNow(parse<number>(said.value));
    },
    async leave() {
      const entry = await store.read(LEADER);
      if (entry !== undefined && parse<Lead>(entry.value).by === instance) await store.remove(LEADER);
      await store.remove(own);
    },
  };
}
