import { batchesOf, type OnProgress } from './carry.ts';
import { changeJson, readJson } from './entries.ts';
import type { DataKeys, Purpose } from './keys.ts';
import type { Change, Engine, KeptEntry, Store } from './port.ts';
import { createSeal, type Seal } from './sealed.ts';

/** Entries that hold no personal data and are read before a key is known. */
const UNSEALED = 'meta:';
const RETIRED = 'keys:retired';
/** What was handed out under an older key must go on to be known: tokens of web chats, and codes, good for 999 days at most. */
const KEPT_PURPOSES = ['chat-token', 'invite'] as const;
const KEPT_MS = 1_000 * 24 * 3_600_000;

interface Retired {
  purpose: Purpose;
  /** Derived from a data key that is gone, which it does not give away; base64. */
  key: string;
  /** Milliseconds since 1970. */
  untilMs: number;
}

/**
 * Seals anew, with the first key, whatever another one has sealed; ends, versions that others wait for and debts stay theirs. Broken off, it is
 * run again. Resolves with how many entries it has sealed; what somebody else was writing at that moment is left to the next time.
 */
export async function sealAnew(
  engine: Engine,
  keys: DataKeys,
  { now, onProgress }: { now(): number; onProgress: OnProgress },
): Promise<number> {
  const seal = createSeal(keys);
  const of = await engine.count();
  let [seen, sealed] = [0, 0];
  for await (const batch of batchesOf(engine.entries())) {
    const older = batch.filter(({ key, value }) => !key.startsWith(UNSEALED) && !seal.isByFirst(value));
    const written = await engine.writeAll(older.map(entry => anew(entry, seal, now())));
    sealed += written.filter(({ ok }) => ok).length;
    seen += batch.length;
    onProgress(seen, Math.max(seen, of));
  }
  return sealed;
}

function anew({ key, value, version, expiresAt }: KeptEntry, seal: Seal, nowMs: number): Change {
  return {
    key,
    value: seal.close(key, seal.open(key, value)),
    expected: version,
    ...(expiresAt !== undefined && { options: { expiresInMs: Math.max(1, expiresAt - nowMs) } }),
  };
}

/** Keeps, sealed by the first key, what the other keys are still needed for once they are gone. */
export async function retireOlderKeys(store: Store, keys: DataKeys, nowMs: number): Promise<void> {
  const retiring: Retired[] = KEPT_PURPOSES.flatMap(purpose =>
    keys
      .derive(purpose)
      .slice(1)
      .map(key => ({ purpose, key: Buffer.from(key).toString('base64'), untilMs: nowMs + KEPT_MS })),
  );
  await changeJson<readonly Retired[]>(store, RETIRED, (before = []) => {
    const fresh = retiring.filter(({ key }) => !before.some(one => one.key === key));
    return fresh.length === 0 ? undefined : [...before.filter(({ untilMs }) => untilMs > nowMs), ...fresh];
  });
}

/** The same keys, and for what was handed out under those that are gone, what is kept of them. */
export async function withRetired(store: Store, keys: DataKeys): Promise<DataKeys> {
  const retired = (await readJson<readonly Retired[]>(store, RETIRED))?.value ?? [];
  if (retired.length === 0) return keys;
  const joined = new Map<Purpose, { own: readonly Uint8Array[]; all: readonly Uint8Array[] }>();
  return {
    derive(purpose) {
      const own = keys.derive(purpose);
      const kept = joined.get(purpose);
      if (kept?.own === own) return kept.all;
      const gone = retired.filter(one => one.purpose === purpose).map(({ key }) => Buffer.from(key, 'base64'));
      joined.set(purpose, { own, all: [...own, ...gone] });
      return joined.get(purpose)!.all;
    },
  };
}
