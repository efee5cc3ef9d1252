import { createRegistry } from './registry/index.ts';
import type { OnProgress } from './store/carry.ts';
import { type DataKeys, forgetOtherKeys } from './store/keys.ts';
import type { Engine } from './store/port.ts';
import { retireOlderKeys, sealAnew } from './store/reseal.ts';
import { sealedStore } from './store/sealed.ts';

export interface Rotation {
  /** How many people stand under another name now. */
  moved: number;
  /** How many entries were sealed anew. */
  sealed: number;
  /** Whether nothing needs the other keys any more. */
  done: boolean;
}

export interface RotationParts {
  engine: Engine;
  /** The first is the one that everything is to be sealed with. */
  keys: DataKeys;
  clock: { now(): number; today(): string };
  onProgress: OnProgress;
}

/** More than one round is needed only while somebody writes with an older key. */
const ROUNDS = 5;

/**
 * Gives everything to the first key: people are found by it, every entry is sealed by it. Works beside servers that have all the keys; broken off,
 * it is run again.
 */
export async function rotateKeys({ engine, keys, clock, onProgress }: RotationParts): Promise<Rotation> {
  const store = sealedStore(engine, keys);
  await retireOlderKeys(store, keys, clock.now());
  const rotation = { moved: 0, sealed: 0, done: false };
  for (let round = 1; round <= ROUNDS && !rotation.done; round += 1) {
    const moved = await createRegistry({ store, keys, clock }).moveToFirstKey();
    const sealed = await sealAnew(engine, keys, { now: clock.now, onProgress });
    rotation.moved += moved;
    rotation.sealed += sealed;
    rotation.done = moved === 0 && sealed === 0;
  }
  if (rotation.done) await forgetOtherKeys(engine, keys);
  return rotation;
}
