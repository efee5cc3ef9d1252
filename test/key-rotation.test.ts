import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { chatTokens } from '../src/channels/web/tokens.ts';
import { createCarryCodes } from '../src/dialogue/carry-codes.ts';
import { rotateKeys } from '../src/key-rotation.ts';
import { createLookUps, createRegistry, type LookUps, type PersonFound, type Registry } from '../src/registry/index.ts';
import { bringNextKey, dropOlderKeys, keepDataKeys } from '../src/store/key-file.ts';
import { checkDataKeys, type DataKeys, OtherKeyError } from '../src/store/keys.ts';
import type { Engine, Store } from '../src/store/port.ts';
import { withRetired } from '../src/store/reseal.ts';
import { sealedStore } from '../src/store/sealed.ts';
import { csv, inventedId, line } from './registry/people.ts';
import { contentsOf, fill, freshLmdb, freshRedis, keysOf, newKey, type Opened } from './store/engines.ts';
import { end, startScript } from './support/processes.ts';
import { describeWithRedis, type RedisServer, startRedis } from './support/redis.ts';
import { until } from './support/until.ts';

const KILLS = Number(process.env.KILLS ?? 3);
const PEOPLE = 300;
const CHATS = 500;
const clock = { now: Date.now, today: () => '2026-11-22' };

interface Server {
  keys: DataKeys;
  store: Store;
  registry: Registry;
  lookUps: LookUps;
}

function serverOn(engine: Engine, keys: DataKeys): Server {
  const store = sealedStore(engine, keys);
  const registry = createRegistry({ store, keys, clock });
  return { keys, store, registry, lookUps: createLookUps({ registry, store, now: Date.now, wait: async () => {} }) };
}

const by = (n: number) => ({ idNumber: inventedId(n), name: `示例甲${n}` });

async function lookUp({ lookUps }: Server, n: number, chat: string): Promise<PersonFound> {
  const found = await lookUps.look({ chat }, by(n));
  if (found === null) throw new Error(`${n} is not found`);
  return found;
}

/** A store in use: people, a chat tied to one of them and one that waits for news, a code handed out, chats with and without an end. */
async function inUse(engine: Engine, keys: DataKeys) {
  await fill(engine, keys, CHATS);
  const server = serverOn(engine, keys);
  await server.registry.importRoster(csv(...Array.from({ length: PEOPLE }, (_, n) => line(n))), { who: 'cli:test' });
  const { access } = await lookUp(server, 1, 'web:tied');
  const tied = (await server.lookUps.look({ chat: 'web:tied' }, { access, proof: '示例1' }))!;
  await server.lookUps.watch('web:waiting', access.person);
  let code = '';
  for await (const one of server.registry.invite({ who: 'cli:test', where: [] }))
    if (one.person.idNumber === inventedId(2)) code = one.code;
  const carry = (await createCarryCodes(server).give({ chat: 'web:tied' }, 'what was told'))!;
  return { access: tied.access, carry, code, token: chatTokens(keys.derive('chat-token')).issue() };
}

rotationTests('the embedded store', freshLmdb);
describeWithRedis('with Redis', () => {
  let redis: RedisServer;
  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis.kill());
  rotationTests('Redis', () => freshRedis([redis.url]));
});

function rotationTests(name: string, open: () => Promise<Opened>): void {
  describe(`keys rotate on ${name}`, () => {
    let under: Opened;
    const [oldKey, newOne] = [newKey(), newKey()];
    const [old, both, fresh] = [keysOf(oldKey), keysOf(`${newOne},${oldKey}`), keysOf(newOne)];
    const rotate = () => rotateKeys({ engine: under.engine, keys: both, clock, onProgress() {} });

    afterEach(() => under.engine.close());

    it('leaves everything to be found and opened with the new key alone, with its end and what it owes', async () => {
      under = await open();
      const { access, carry, code, token } = await inUse(under.engine, old);
      const before = await contentsOf(under.engine, old);
      await checkDataKeys(under.engine, both);
      expect(await rotate()).toMatchObject({ moved: PEOPLE, done: true });
      expect(await rotate()).toEqual({ moved: 0, sealed: 0, done: true });

      await checkDataKeys(under.engine, fresh);
      await expect(checkDataKeys(under.engine, old)).rejects.toThrow(OtherKeyError);
      const after = await contentsOf(under.engine, fresh);
      expect(after.debts).toEqual(before.debts);
      for (const [key, { value, hoursLeft }] of Object.entries(before.entries))
        if (/^(chat|audit|invite):/.test(key)) expect(after.entries[key]).toMatchObject({ value, hoursLeft });

      const keys = await withRetired(sealedStore(under.engine, fresh), fresh);
      const server = serverOn(under.engine, keys);
      const { access: now } = (await server.lookUps.look({ chat: 'web:tied' }, { access }))!;
      expect(now).toMatchObject({ level: 2, untilMs: access.untilMs });
      expect(now.person).not.toBe(access.person);
      expect(await server.lookUps.tied(access.person)).toEqual(['web:tied']);
      expect(await server.lookUps.watchers(now.person)).toEqual(['web:waiting']);
      expect(await server.registry.presentKey((await server.registry.redeem(code))!)).toBe(
        (await lookUp(server, 2, 'web:other')).access.person,
      );
      expect(await createCarryCodes(server).take({ chat: 'telegram:1', once: '1' }, carry)).toBe('what was told');
      expect(chatTokens(keys.derive('chat-token')).chatOf(token.token)).toBe(token.chat);
    });

    it('answers who looks up, before, during and after', async () => {
      under = await open();
      await inUse(under.engine, old);
      const server = serverOn(under.engine, both);
      await lookUp(server, 7, 'web:before');
      let isOver = false;
      const rotating = rotate().finally(() => {
        isOver = true;
      });
      let during = 0;
      while (!isOver) {
        await lookUp(server, during % PEOPLE, `web:${during++}`);
        // Reads of the embedded store give way to nobody.
        await nextTurn();
      }
      expect(await rotating).toMatchObject({ done: true });
      expect(during).toBeGreaterThan(5);
      await lookUp(server, 7, 'web:after');
    });

    it(`killed ${KILLS} times at any moment and run again ends the same`, async () => {
      under = await open();
      await inUse(under.engine, old);
      const roster = await rosterOf(serverOn(under.engine, old).registry);
      const address = JSON.stringify({ ...under.address, keys: `${newOne},${oldKey}` });
      for (let kill = 1; kill <= KILLS; kill += 1) {
        const { child, lines } = await startScript('test/rotator.ts', [address]);
        for await (const done of lines) if (Number(done) >= (kill / (KILLS + 1)) * (PEOPLE + CHATS)) await end(child);
      }
      expect(await rotate()).toMatchObject({ done: true });
      await checkDataKeys(under.engine, fresh);
      await contentsOf(under.engine, fresh);
      expect(await rosterOf(serverOn(under.engine, fresh).registry)).toEqual(roster);
    });

    it('takes what was sealed with the older key afterwards along when it is run again', async () => {
      under = await open();
      await inUse(under.engine, old);
      await rotate();
      const late = serverOn(under.engine, keysOf(`${oldKey},${newOne}`));
      await late.registry.importRoster(csv(line(PEOPLE)), { who: 'cli:late' });
      expect(await rotate()).toMatchObject({ moved: 1, done: true });
      await contentsOf(under.engine, fresh);
      await lookUp(serverOn(under.engine, fresh), PEOPLE, 'web:late');
    });
  });
}

async function rosterOf(registry: Registry): Promise<string[]> {
  const lines: string[] = [];
  for await (const one of registry.exportRoster({ who: 'cli:test', locale: 'en' })) lines.push(one);
  return lines.sort();
}

describe('the key beside the embedded store', () => {
  it('is renewed under a running server, which goes on answering and writes with the new key', async () => {
    const { engine, address } = await freshLmdb();
    const folder = address.folder!;
    const keys = await keepDataKeys(folder);
    await inUse(engine, keys);
    const server = serverOn(engine, await keepDataKeys(folder));
    await lookUp(server, 3, 'web:before');
    let asked = 0;
    await until('every process writes with the new key', async () => {
      await lookUp(server, 3, `web:during${asked++}`);
      return engine.alone!(() => bringNextKey(folder));
    });
    expect(await rotateKeys({ engine, keys, clock, onProgress() {} })).toMatchObject({ moved: PEOPLE, done: true });
    engine.alone!(() => dropOlderKeys(folder));
    await lookUp(server, 3, 'web:after');
    await server.registry.importRoster(csv(line(PEOPLE)), { who: 'cli:test' });

    const text = readFileSync(join(folder, 'data.key'), 'utf8').trim();
    expect(text).not.toContain(',');
    const alone = keysOf(text);
    await checkDataKeys(engine, alone);
    await contentsOf(engine, alone);
    await lookUp(serverOn(engine, alone), PEOPLE, 'web:late');
    await engine.close();
  });

  it('is one and the same new key, however often a rotation is begun and broken off', async () => {
    const { engine, address } = await freshLmdb();
    const folder = address.folder!;
    await keepDataKeys(folder);
    const file = (name: string) => readFileSync(join(folder, name), 'utf8').trim();
    const first = file('data.key');
    expect(bringNextKey(folder)).toBe(false);
    const next = file('data.key.next');
    expect([bringNextKey(folder), file('data.key.next'), file('data.key')]).toEqual([false, next, first]);
    await until('the new key writes', () => bringNextKey(folder));
    expect(file('data.key')).toBe(`${next},${first}`);
    expect(bringNextKey(folder)).toBe(true);
    expect(file('data.key')).toBe(`${next},${first}`);
    dropOlderKeys(folder);
    expect(file('data.key')).toBe(next);
    await engine.close();
  });
});
