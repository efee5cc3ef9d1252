import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Access, createLookUps, type LookUps, type Person, plainName } from '../../src/registry/index.ts';
import { systemClock } from '../../src/runtime/clock.ts';
import { openLmdbStore } from '../../src/store/lmdb.ts';
import type { Store } from '../../src/store/port.ts';
import { freshFolder } from '../support/folder.ts';

const PERSON: Person = {
  idNumber: '11010519491231002X',
  name: '示例甲',
  employer: '示例公司',
  watched: false,
  certificates: [
    {
      no: 'A-1',
      kind: 'electronic',
      code: '106',
      issuedOn: '2023-03-15',
      issuer: null,
      inNationalSystem: null,
      archiveVerified: null,
      inPost: null,
      records: [],
    },
  ],
};
const roster = {
  find: async (idNumber: string) => (idNumber === PERSON.idNumber ? { key: 'p1', person: PERSON } : undefined),
  presentKey: async (key: string) => key,
  person: async (key: string) => (key === 'p1' ? PERSON : undefined),
  matchesName: (person: Person, name: string) => plainName(person.name) === plainName(name),
  matchesCertificateNo: (person: Person, no: string) => person.certificates.some(held => held.no === no),
  watch: async (key: string) => key === 'p1',
  redeem: async (code: string) => (code === 'ONE-TIME' ? 'p1' : undefined),
};

let store: Store;
let lookUps: LookUps;
let now: number;
let waits: number[];
let told: (readonly string[])[];
beforeEach(async () => {
  store = await openLmdbStore(freshFolder(), systemClock());
  [now, waits, told] = [1_000_000, [], []];
  lookUps = createLookUps({
    registry: roster,
    store,
    now: () => now,
    wait: async ms => void waits.push(ms),
    onForeignLook: chats => void told.push(chats),
  });
});
afterEach(() => store.close());

const right = { idNumber: PERSON.idNumber, name: '示 例 甲' };
const wrong = { idNumber: PERSON.idNumber, name: '示例乙' };
const unknown = { idNumber: '110105194912310038', name: '示例甲' };

async function levelOne(chat = 'web:a'): Promise<Access> {
  const found = await lookUps.look({ chat }, right);
  if (found === null) throw new Error('not found');
  return found.access;
}

describe('looking somebody up', () => {
  it('opens yearly totals for half an hour by number and name', async () => {
    const access = await levelOne();
    expect(access).toEqual({ person: 'p1', level: 1, untilMs: now + 30 * 60_000 });
    expect(await lookUps.look({ chat: 'web:a' }, { access })).toMatchObject({ access });
    now += 30 * 60_000;
    expect(await lookUps.look({ chat: 'web:a' }, { access })).toBeNull();
  });

  it('answers an unknown number, a wrong name and too many tries alike, and waits alike', async () => {
    expect(await lookUps.look({ chat: 'web:a' }, unknown)).toBeNull();
    const unknownWaits = waits.splice(0);
    expect(await lookUps.look({ chat: 'web:a' }, wrong)).toBeNull();
    expect(waits.splice(0)).toEqual(unknownWaits);
    for (let tries = 0; tries < 6; tries += 1) await lookUps.look({ chat: 'web:a' }, wrong);
    expect(await lookUps.look({ chat: 'web:a' }, right)).toBeNull();
  });

  it('limits chats and addresses, and only slows down for one number, so that nobody can lock its owner out', async () => {
    for (let chat = 0; chat < 20; chat += 1) await lookUps.look({ chat: `web:${chat}` }, wrong);
    waits.splice(0);
    expect(await lookUps.look({ chat: 'web:owner' }, right)).not.toBeNull();
    expect(Math.max(...waits)).toBeGreaterThan(1_000);
    expect(Math.max(...waits)).toBeLessThanOrEqual(3_000);
    for (let tries = 0; tries < 70; tries += 1)
      await lookUps.look({ chat: `web:x${tries}`, from: '192.0.2.1' }, unknown);
    expect(await lookUps.look({ chat: 'web:new', from: '192.0.2.1' }, right)).toBeNull();
    expect(await lookUps.look({ chat: 'web:new', from: '192.0.2.2' }, right)).not.toBeNull();
  });

  it('opens single records and a tie by the certificate number or a one-time code, and by nothing else', async () => {
    const access = await levelOne();
    expect(await lookUps.look({ chat: 'web:a' }, { access, proof: 'B-9' })).toBeNull();
    const proven = await lookUps.look({ chat: 'web:a' }, { access, proof: 'A-1' });
    expect(proven?.access).toMatchObject({ level: 2 });
    expect(await lookUps.tied('p1')).toEqual(['web:a']);
    expect(await lookUps.look({ chat: 'web:b' }, { access, proof: 'ONE-TIME' })).not.toBeNull();
    await lookUps.release('web:a', 'p1');
    expect(await lookUps.tied('p1')).toEqual(['web:b']);
  });

  it('tells the tied chats when another one asks for the same number, and not when they ask themselves', async () => {
    const access = await levelOne();
    await lookUps.look({ chat: 'web:a' }, { access, proof: 'A-1' });
    await levelOne('web:a');
    expect(told).toEqual([]);
    await levelOne('web:stranger');
    expect(told).toEqual([['web:a']]);
  });
});
