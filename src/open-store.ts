import type { Config } from './config.ts';
import type { Clock } from './runtime/clock.ts';
import { SettingError } from './runtime/setting-error.ts';
import { markOf, setMark } from './store/carry.ts';
import { keepDataKeys, readDataKeys } from './store/key-file.ts';
import { checkDataKeys, type DataKeys, parseDataKeys } from './store/keys.ts';
import { type Engine, type Store, StoreDownError } from './store/port.ts';
import { withRetired } from './store/reseal.ts';
import { sealedStore } from './store/sealed.ts';

/** Where a store lies: Redis when `REDIS_URL` is given, else the embedded one in `DATA_DIR`. */
export interface Place {
  REDIS_URL?: readonly string[] | undefined;
  DATA_DIR: string;
}

/** The store of the settings, sealed. */
export interface OpenedStore {
  store: Store;
  keys: DataKeys;
}

/** Opens the store of the settings for use; throws a `SettingError` when it cannot be opened or is not whole. */
export function openStore(config: Config, clock: Clock): Promise<OpenedStore> {
  return namingSetting(config, async () => {
    const engine = await openEngine(config, clock);
    const keys = (await keysOf(config)) ?? (await keepDataKeys(config.DATA_DIR));
    await checkDataKeys(engine, keys);
    await takeOver(engine, config);
    const store = sealedStore(engine, keys);
    return { store, keys: await withRetired(store, keys) };
  });
}

/** Opens a store as it lies there, sealed values and all; the packages of the other kind of store are not loaded. */
export function openEngine(place: Place, clock: Pick<Clock, 'now'>): Promise<Engine> {
  return namingSetting(place, async () =>
    place.REDIS_URL === undefined
      ? (await import('./store/lmdb.ts')).openLmdbStore(place.DATA_DIR, clock)
      : (await import('./store/redis.ts')).openRedisStore(place.REDIS_URL, clock),
  );
}

/** The keys that the settings give, or that lie beside the embedded store; undefined when neither is there. */
export async function keysOf({ DATA_KEY, DATA_DIR }: Config): Promise<DataKeys | undefined> {
  return DATA_KEY === undefined ? readDataKeys(DATA_DIR) : parseDataKeys(DATA_KEY);
}

/** From now on the store is somebody's: a copy is brought up to date no more. One that is half filled is nobody's. */
async function takeOver(engine: Engine, place: Place): Promise<void> {
  const mark = await markOf(engine);
  if (mark === undefined) return;
  if (mark.state !== 'whole')
    throw new SettingError(settingOf(place), 'a restore or copy into this store was not finished; run it again');
  await setMark(engine, undefined);
}

export function settingOf({ REDIS_URL }: Place): 'REDIS_URL' | 'DATA_DIR' {
  return REDIS_URL === undefined ? 'DATA_DIR' : 'REDIS_URL';
}

/** A store that does not answer is told by the setting that leads to it. */
async function namingSetting<T>(place: Place, open: () => Promise<T>): Promise<T> {
  try {
    return await open();
  } catch (error) {
    if (!(error instanceof StoreDownError)) throw error;
    throw new SettingError(settingOf(place), 'the store cannot be opened', { cause: error });
  }
}
