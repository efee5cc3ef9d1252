import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { openCore } from '../src/app.ts';
import { pushesInStore } from '../src/channels/web/pushes-in-store.ts';
import { type Config, readConfig } from '../src/config.ts';
import { actionsOf } from '../src/registry/index.ts';
import { SILENT_LOG } from '../src/runtime/log.ts';
import { openLmdbStore } from '../src/store/lmdb.ts';
import type { Engine } from '../src/store/port.ts';
import { openRedisStore } from '../src/store/redis.ts';
import { RETENTION_MS } from '../src/store/retention.ts';
import { csv, inventedId, line } from './registry/people.ts';
import { freshFolder } from './support/folder.ts';
import { describeWithRedis, startRedis } from './support/redis.ts';

const DATA_KEY = Buffer.alloc(32, 3).toString('base64');
/** What stands until somebody takes it away, by the beginning of its key. */
const KEPT_ON = ['person:', 'audit:', 'subscriber:', 'meta:'];
const CHAT = 'telegram:7';
const SAID = [
  '我的学时还差多少',
  '同意',
  inventedId(7),
  '欧阳示例',
  '看每条记录',
  '证书号ABCDE7',
  '学时到了告诉我',
  '石头蓝蓝的跟它一样吧',
  '换到网页继续',
  '提醒我',
  '我的资料',
];

/** A run that leaves something of every kind; what was said last. */
async function run(settings: Readonly<Record<string, string>>): Promise<string> {
  const core = await openCore(readConfig({ DATA_KEY, ...settings }) as Config, SILENT_LOG);
  const { assistant, registry, store } = core;
  await registry.importRoster(csv(line(7, { 姓名: '欧阳示例', 证书编号: '证书号ABCDE7' }), line(8)), {
    who: 'cli:test',
  });
  for await (const _ of registry.invite({ who: 'cli:test' }));
  await pushesInStore(store).add('web:a', []);
  const texts: string[] = [];
  const say = async (text: string, chat = CHAT): Promise<void> => {
    const id = String(texts.length);
    const { answer } = await assistant.receive({ chat, id, from: 'a', message: { kind: 'text', text } });
    texts.push(answer.replies.map(reply => reply.text).join('\n'));
  };
  for (const text of SAID) await say(text);
  // Whoever should work on it has been killed: the errand stands.
  const file = { name: 'staff.csv', bytes: 10, id: 'f' };
  await assistant.receive({ chat: 'telegram:9', id: 'f', message: { kind: 'file', file } });
  await say('我的资料', 'telegram:8');
  await say('删掉', 'telegram:8');
  expect(await actionsOf(store)).toContainEqual({
    at: expect.any(Number),
    who: 'person',
    action: 'data-deleted',
    counts: { chats: 1 },
    receipt: /凭据号([0-9A-Z]+)/.exec(texts.at(-1)!)?.[1],
  });
  await store.close();
  return texts.join('\n');
}

/** The first part of every key, with how long its entries still stand (undefined: until somebody takes them away). */
async function timesOf(engine: Engine): Promise<Map<string, Set<number | undefined>>> {
  const times = new Map<string, Set<number | undefined>>();
  for await (const { key, expiresAt } of engine.entries()) {
    const kind = key.slice(0, key.indexOf(':'));
    const leftMs = expiresAt === undefined ? undefined : expiresAt - Date.now();
    times.set(kind, (times.get(kind) ?? new Set()).add(leftMs));
  }
  return times;
}

const KINDS = ['chat', 'tie', 'watch', 'push', 'review', 'errand', 'carry', 'invite'] as const;
/** A whole run takes no longer, on whatever machine. */
const RUN_MS = 110_000;

async function eachHasItsTime(engine: Engine): Promise<void> {
  const times = await timesOf(engine);
  expect([...times.keys()].filter(kind => !KEPT_ON.includes(`${kind}:`)).sort()).toEqual([...KINDS].sort());
  for (const kind of KINDS)
    for (const leftMs of times.get(kind)!) {
      expect(leftMs, kind).toBeLessThanOrEqual(RETENTION_MS[kind]);
      expect(leftMs, kind).toBeGreaterThan(RETENTION_MS[kind] - RUN_MS);
    }
  for (const kind of KEPT_ON) expect([...(times.get(kind.slice(0, -1)) ?? [])]).toEqual([undefined]);
}

it('J04: everything that a run leaves in the embedded store has the time of its kind, and is gone after it', async () => {
  const folder = freshFolder();
  await run({ DATA_DIR: folder });
  const engine = await openLmdbStore(folder, { now: Date.now });
  await eachHasItsTime(engine);
  const began = Date.now();
  await engine.close();
  const leftAt = async (atMs: number): Promise<string[]> => {
    const later = await openLmdbStore(folder, { now: () => atMs });
    const times = await timesOf(later);
    await later.close();
    return KINDS.filter(kind => times.has(kind));
  };
  // In the order of time: what has ended is swept off the disk.
  for (const ms of [...new Set(KINDS.map(kind => RETENTION_MS[kind]))].sort((a, b) => a - b)) {
    expect(await leftAt(began + ms - RUN_MS)).toEqual(KINDS.filter(kind => RETENTION_MS[kind] >= ms));
    expect(await leftAt(began + ms + 1)).toEqual(KINDS.filter(kind => RETENTION_MS[kind] > ms));
  }
}, 120_000);

describeWithRedis('on Redis', () => {
  it('J04: everything that a run leaves has the time of its kind', async () => {
    const { url } = await startRedis();
    await run({ REDIS_URL: url, DATA_DIR: freshFolder() });
    const engine = await openRedisStore([url], { now: Date.now });
    await eachHasItsTime(engine);
    await engine.close();
  }, 120_000);
});

it('J04: the table for those who run a server tells every time', () => {
  const table = readFileSync('docs/operations.md', 'utf8').split('## How long things are kept')[1]!;
  const minutes = 60_000;
  for (const [kind, ms] of Object.entries(RETENTION_MS)) {
    const told = ms < 24 * 60 * minutes ? `${ms / minutes} minutes` : `${ms / (24 * 60 * minutes)} days?`;
    expect(table, kind).toMatch(new RegExp(`\\| \`${kind}\`[^|]*\\|[^|]*\\| ${told}\\b`));
  }
});
