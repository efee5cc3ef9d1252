import { changeJson, readJson } from '../store/entries.ts';
import type { Store } from '../store/port.ts';
import type { KeptRow, Ledger } from './ledger.ts';
import { type Mailing, type MailingState, MailingStateError, type Mailings } from './port.ts';
import { createTallies, type Tallies } from './tallies.ts';

const OPEN_LIST = 'mailings:open';
const ID = /^[\w.-]{1,60}$/;

/** What the ledger's side needs of mailings besides what commands do with them. */
export interface KeptMailings extends Mailings {
  /** Moves a mailing on if it is in one of these states; undefined when it is not. */
  move(id: string, from: readonly MailingState[], to: Partial<Mailing>): Promise<Mailing | undefined>;
  tallies: Tallies;
}

export const seriesOf = (mailing: Mailing): string => mailing.series ?? mailing.id;

/** Mailings as the store keeps them: commands and servers change them alike. */
export function createMailings({ store, ledger, now }: { store: Store; ledger: Ledger; now(): number }): KeptMailings {
  const keyOf = (id: string): string => `mailing:${id}`;
  const tallies = createTallies(store, now);

  const list = (change: (ids: readonly string[]) => readonly string[]): Promise<unknown> =>
    changeJson<readonly string[]>(store, OPEN_LIST, before => change(before ?? []));

  async function find(id: string): Promise<Mailing | undefined> {
    return (await readJson<Mailing>(store, keyOf(id)))?.value;
  }

  async function move(id: string, from: readonly MailingState[], to: Partial<Mailing>): Promise<Mailing | undefined> {
    let moved = false;
    const mailing = await changeJson<Mailing>(store, keyOf(id), before => {
      moved = before !== undefined && from.includes(before.state);
      return moved ? withoutNothing({ ...before!, ...to }) : undefined;
    });
    if (!moved) return undefined;
    if (to.state === 'done' || to.state === 'cancelled') await list(ids => ids.filter(one => one !== id));
    return mailing;
  }

  async function moveOrSay(id: string, from: readonly MailingState[], to: Partial<Mailing>): Promise<Mailing> {
    const moved = await move(id, from, to);
    if (moved === undefined) throw new MailingStateError((await find(id))?.state ?? 'none');
    return moved;
  }

  return {
    find,
    move,
    tallies,
    async add(wanted) {
      if (!ID.test(wanted.id)) throw new RangeError('a mailing has an id of 1 to 60 letters, digits, dots and dashes');
      const mailing = await changeJson<Mailing>(store, keyOf(wanted.id), before =>
        before === undefined ? { ...wanted, state: 'scheduled' } : undefined,
      );
      // Listed after it stands: killed in between, it is added again by whoever adds it again.
      if (!isOver(mailing!)) await list(ids => (ids.includes(wanted.id) ? ids : [...ids, wanted.id]));
      return mailing!;
    },
    async open() {
      const ids = (await readJson<readonly string[]>(store, OPEN_LIST))?.value ?? [];
      const found = await Promise.all(ids.map(find));
      return found.filter((one): one is Mailing => one !== undefined && !isOver(one));
    },
    pause: (id, why) => moveOrSay(id, ['scheduled', 'sending'], { state: 'paused', pausedFor: why }),
    async resume(id) {
      const startedMs = (await find(id))?.startedMs;
      const state = startedMs === undefined ? 'scheduled' : 'sending';
      return moveOrSay(id, ['paused'], { state, pausedFor: undefined, resumedMs: now() });
    },
    cancel: id => moveOrSay(id, ['scheduled', 'missed', 'sending', 'paused'], { state: 'cancelled', endedMs: now() }),
    approve: id => moveOrSay(id, ['missed'], { state: 'sending', startedMs: now() }),
    async resendUnknown(id) {
      const mailing = await find(id);
      if (mailing === undefined) throw new MailingStateError('none');
      if (mailing.state === 'cancelled') throw new MailingStateError('cancelled');
      const again = await requeueUnknown(ledger, mailing, now());
      tallies.add(id, { unknown: -again });
      await tallies.written();
      if (again > 0 && (await move(id, ['done'], { state: 'sending', endedMs: undefined })) !== undefined)
        await list(ids => (ids.includes(id) ? ids : [...ids, id]));
      return again;
    },
    progress: id => tallies.progress(id),
    async *rows(id) {
      const mailing = await find(id);
      if (mailing === undefined) throw new MailingStateError('none');
      for await (const { mailing: of, by, version, ...row } of ledger.rows(seriesOf(mailing))) if (of === id) yield row;
    },
  };
}

async function requeueUnknown(ledger: Ledger, mailing: Mailing, nowMs: number): Promise<number> {
  let again = 0;
  for await (const { recipient, version, ...row } of ledger.rows(seriesOf(mailing))) {
    if (row.state !== 'unknown' || row.mailing !== mailing.id) continue;
    const queued: KeptRow = { ...row, state: 'queued', atMs: nowMs };
    delete queued.reason;
    if (await ledger.replace(seriesOf(mailing), recipient, queued, version)) again += 1;
  }
  return again;
}

function isOver({ state }: Mailing): boolean {
  return state === 'done' || state === 'cancelled';
}

/** A value that is put to undefined is one that is no longer there. */
function withoutNothing(mailing: Mailing): Mailing {
  return Object.fromEntries(Object.entries(mailing).filter(([, value]) => value !== undefined)) as unknown as Mailing;
}
