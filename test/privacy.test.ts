import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { DATA_KEY, startProduct } from './faults/product.ts';
import { csv, inventedId, line } from './registry/people.ts';
import { huanzheng } from './support/command.ts';
import { freshFolder } from './support/folder.ts';
import { describeWithRedis, startRedis } from './support/redis.ts';

const NUMBER = inventedId(7);
const SLIP = `${NUMBER.slice(0, 17)}${NUMBER.endsWith('1') ? '2' : '1'}`;
const WORDS = '石头蓝蓝的跟它一样吧';
/** What a whole run is told, and nobody else may find again: numbers, names, papers, phones, words, keys. */
const SECRETS = [
  NUMBER,
  NUMBER.slice(6),
  SLIP,
  '欧阳示例',
  '证书号ABCDE7',
  '13800001234',
  '示例建筑公司',
  WORDS,
  DATA_KEY,
];
const SAID = [
  '我的学时还差多少',
  '同意',
  SLIP,
  NUMBER,
  '欧阳示例',
  '看每条记录',
  '证书号ABCDE7',
  `我叫欧阳示例，电话13800001234，身份证号是${NUMBER}，${WORDS}`,
  WORDS,
  '提醒我',
  '我的资料',
];

/** The same text in every encoding that a file may hold it in. */
const written = (secret: string): Buffer[] => [Buffer.from(secret), Buffer.from(secret, 'utf16le')];
const found = (in_: Buffer): string[] => SECRETS.filter(secret => written(secret).some(bytes => in_.includes(bytes)));

/** Everything below a folder, what the person who runs it has put there apart. */
function filesOf(folder: string): Buffer {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(one => one.isFile());
  return Buffer.concat(files.map(one => readFileSync(join(one.parentPath, one.name))));
}

/** A roster comes in, people talk, the figures are read, the server stops: all that the programs have said. */
async function wholeRun(settings: Readonly<Record<string, string>>): Promise<string> {
  const file = join(freshFolder(), 'roster.csv');
  writeFileSync(file, csv(line(7, { 姓名: '欧阳示例', 证书编号: '证书号ABCDE7' }), line(8, { 身份证号: SLIP })).bytes);
  const imported = await huanzheng(settings, 'roster', 'import', file);
  expect(imported.stdout).toMatch(/1 new/);
  let said = imported.stdout + imported.stderr + readFileSync(`${file}.rejected.csv`, 'utf8');
  const server = await startProduct(settings, {
    onSpawn(child) {
      for (const stream of [child.stdout!, child.stderr!]) stream.on('data', part => (said += String(part)));
    },
  });
  const post = async (path: string, body: object): Promise<Record<string, unknown>> => {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(server.url + path, { method: 'POST', headers, body: JSON.stringify(body) });
    return (await response.json()) as Record<string, unknown>;
  };
  const { chat } = await post('/api/chats', { locale: 'zh-CN' });
  const answers = [];
  for (const text of SAID) answers.push(JSON.stringify(await post(`/api/chats/${chat}/messages`, { text })));
  // The run has really come to the single records.
  expect(answers[6]).toContain('示例培训中心');
  // A number is never said again, not even to the person.
  expect(answers.join()).not.toContain(NUMBER);
  said += await (await fetch(`${server.url}/metrics`)).text();
  expect(await server.stop()).toBe(0);
  const review = await huanzheng(settings, 'review', 'list');
  const log = await huanzheng(settings, 'roster', 'log');
  // Words to learn from are what the review is for; whose they are it must not tell.
  expect(found(Buffer.from(review.stdout))).toEqual([WORDS]);
  said += review.stderr + log.stdout + log.stderr;
  expect(said).not.toContain(String(chat));
  return said;
}

it('J01: a whole run on the embedded store leaves nothing of a person in what it says or writes', async () => {
  const folder = freshFolder();
  const said = await wholeRun({ DATA_DIR: folder, DATA_KEY });
  const files = filesOf(folder);
  expect(files.length).toBeGreaterThan(10_000);
  expect(found(Buffer.from(said))).toEqual([]);
  expect(found(files)).toEqual([]);
  // The search would find them.
  expect(found(Buffer.concat([files, ...SECRETS.map(secret => Buffer.from(secret, 'utf16le'))]))).toEqual(SECRETS);
}, 120_000);

describeWithRedis('on Redis', () => {
  it('J01: a whole run leaves nothing of a person in what it says or what Redis dumps', async () => {
    const redis = await startRedis(['--rdbcompression', 'no']);
    const said = await wholeRun({ REDIS_URL: redis.url, DATA_KEY, DATA_DIR: freshFolder() });
    const files = filesOf(redis.folder);
    expect(files.length).toBeGreaterThan(1_000);
    expect(found(Buffer.from(said))).toEqual([]);
    expect(found(files)).toEqual([]);
  }, 120_000);
});
