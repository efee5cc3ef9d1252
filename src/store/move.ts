import type { Backup } from './backup-read.ts';
import {
  CarryError,
  type Counts,
  carry,
  clear,
  compare,
  isEmpty,
  isInUse,
  type Mark,
  markOf,
  type OnProgress,
  removeOthers,
  setMark,
} from './carry.ts';
import type { Engine } from './port.ts';

export interface MoveOptions {
  /** Takes out whatever lies in the store that is to be filled. */
  force: boolean;
  onProgress: OnProgress;
}

/** What lies there now, how much of it was put by this run, and how much was taken out as no longer there. */
export interface Moved extends Counts {
  put: Counts;
  removed: number;
  /** How many entries and debts were still different at the end: of a copy, because its source is being written to. */
  differing: number;
}

/** Whatever a copy is made from, what it brings is the whole of it; so one copy goes on where another was broken off. */
const COPY = 'copy';
const ROUNDS = 3;

/**
 * Fills an empty store with a backup and reads it again to compare. Broken off, it goes on when it is run again with the same backup; no server
 * opens the store before it is whole. Rejects with `CarryError`.
 */
export async function restoreBackup(backup: Backup, to: Engine, { force, onProgress }: MoveOptions): Promise<Moved> {
  await prepare(to, backup.mac, force);
  const put = await carry(backup, to, onProgress);
  const compared = await compare(backup, to, onProgress);
  if (compared.differing > 0) throw new CarryError('differs');
  await setMark(to, undefined);
  return { ...compared, put, removed: 0 };
}

/**
 * Makes one store the same as another, and reads both again to compare. Broken off, or run again later, it carries what has changed. While the
 * source is written to, a few rounds are made; what still differs then is told.
 */
export async function copyStore(from: Engine, to: Engine, { force, onProgress }: MoveOptions): Promise<Moved> {
  await prepare(to, COPY, force);
  const put = { entries: 0, debts: 0 };
  let removed = 0;
  for (let round = 1; ; round += 1) {
    const now = await carry(from, to, onProgress);
    put.entries += now.entries;
    put.debts += now.debts;
    removed += await removeOthers(from, to);
    const compared = await compare(from, to, onProgress);
    if (compared.differing === 0) await setMark(to, { from: COPY, state: 'whole' });
    if (compared.differing === 0 || round === ROUNDS) return { ...compared, put, removed };
  }
}

async function prepare(to: Engine, from: string, force: boolean): Promise<void> {
  if (await isInUse(to)) throw new CarryError('in-use');
  const mark = await markOf(to);
  if (force || !(goesOn(mark, from) || (await isEmpty(to)))) {
    if (!force) throw new CarryError('not-empty');
    await setMark(to, { from, state: 'clearing' });
    await clear(to);
  }
  await setMark(to, { from, state: 'filling' });
}

function goesOn(mark: Mark | undefined, from: string): boolean {
  return mark !== undefined && mark.state !== 'clearing' && mark.from === from;
}
