import { loadAllWords } from '../app.ts';
import type { Config } from '../config.ts';
import type { Words } from '../locale/index.ts';
import { keysOf, openEngine, type Place, settingOf } from '../open-store.ts';
import { type Clock, systemClock } from '../runtime/clock.ts';
import { SettingError } from '../runtime/setting-error.ts';
import { CarryError, refuseUnfinished } from '../store/carry.ts';
import { checkDataKeys, type DataKeys } from '../store/keys.ts';
import { type Engine, StoreDownError } from '../store/port.ts';
import { UsageError } from './exit.ts';
import { fileErrorIn } from './file-error.ts';
import { type Progress, progressOn } from './progress.ts';
import { settingsOrStop } from './settings.ts';

/** What commands on the store as a whole work with. */
export interface Keeping {
  config: Config;
  clock: Clock;
  words: Words;
  progress: Progress;
  /** Opens a store that is let go of at the end. */
  open(place: Place): Promise<Engine>;
}

/** Lets go of every store at the end, and turns what a person can mend into one line. */
export async function keeping(act: (desk: Keeping) => Promise<void>): Promise<void> {
  const config = settingsOrStop();
  const [clock, words] = [systemClock(config.AS_OF), loadAllWords()[config.LOCALE]];
  const progress = progressOn(process.stderr, clock.ticks);
  const opened: Engine[] = [];
  const open = async (place: Place): Promise<Engine> => {
    const engine = await openEngine(place, clock);
    opened.push(engine);
    return engine;
  };
  try {
    await act({ config, clock, words, progress, open });
  } catch (error) {
    progress.end();
    if (error instanceof StoreDownError) throw new UsageError(words.say('store-down'));
    throw error instanceof CarryError
      ? new UsageError(words.say(`store-fault.${error.fault}`))
      : fileErrorIn(error, words);
  } finally {
    await Promise.all(opened.map(engine => engine.close()));
  }
}

/** The store of the settings, and that its keys are given. */
export async function sourceOf({ config, open }: Keeping): Promise<{ engine: Engine; keys: DataKeys }> {
  const keys = await keysOf(config);
  if (keys === undefined) throw new SettingError(settingOf(config), 'there is no store yet');
  const engine = await open(config);
  await refuseUnfinished(engine);
  await checkDataKeys(engine, keys);
  return { engine, keys };
}
