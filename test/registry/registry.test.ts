import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  actionsOf,
  createRegistry,
  factsOf,
  loadSample,
  type Problem,
  type Registry,
  readWhere,
  SAMPLE_PERSON,
} from '../../src/registry/index.ts';
import { type DataKeys, parseDataKeys } from '../../src/store/keys.ts';
import { openLmdbStore } from '../../src/store/lmdb.ts';
import type { Store } from '../../src/store/port.ts';
import { sealedStore } from '../../src/store/sealed.ts';
import type { StoreUnderTest } from '../contracts/store.ts';
import { redisUnderTest } from '../store/redis-under-test.ts';
import { freshFolder } from '../support/folder.ts';
import { type RedisServer, startRedis } from '../support/redis.ts';
import { csv, HEADERS, inventedId, line } from './people.ts';

const OLD = `${'A'.repeat(42)}8`;
const NEW = `${'B'.repeat(42)}8`;
const WHO = { who: 'cli:test' };
const TODAY = '2026-11-22';

let redis: RedisServer;
beforeAll(async () => {
  redis = await startRedis();
});
afterAll(() => redis.kill());

const ENGINES: Record<string, () => StoreUnderTest> = {
  LMDB() {
    const folder = freshFolder();
    return { address: folder, open: () => openLmdbStore(folder, { now: Date.now }), pass() {} };
  },
  Redis: () => redisUnderTest([redis.url]),
};

describe.each(Object.keys(ENGINES))('the registry on %s', engine => {
  let under: StoreUnderTest;
  let store: Store;
  let registry: Registry;
  let now = Date.UTC(2026, 10, 22);

  async function openWith(keys: DataKeys): Promise<Registry> {
    store = sealedStore(await under.open(), keys);
    return createRegistry({ store, keys, clock: { now: () => now, today: () => TODAY } });
  }

  beforeEach(async () => {
    under = ENGINES[engine]!();
    registry = await openWith(parseDataKeys(OLD)!);
  });
  afterEach(() => store.close());

  async function exported(): Promise<string> {
    const lines: string[] = [];
    for await (const one of registry.exportRoster({ who: 'cli:test', locale: 'zh-CN' })) lines.push(one);
    return [lines[0], ...lines.slice(1).sort()].join('');
  }

  it('D07: finds a person by the number, and not by another', async () => {
    await registry.importRoster(csv(line(1), line(2)), WHO);
    const found = (await registry.find(inventedId(1)))!;
    expect(found.person.name).toBe('示例甲1');
    expect(await registry.person(found.key)).toEqual(found.person);
    expect(await registry.find(inventedId(3))).toBeUndefined();
    expect(registry.matchesName(found.person, '示 例 甲 １')).toBe(true);
    expect(registry.matchesName(found.person, '示例乙1')).toBe(false);
    expect(registry.matchesCertificateNo(found.person, ' 示例１ ')).toBe(true);
  });

  it('D07: the same file twice is once, and what is exported can be imported again', async () => {
    const file = csv(
      line(1),
      line(1, { 学时年度: '2024' }),
      line(2, { 学时年度: '', 学时: '', 专业学时: '', 考核: '' }),
      line(3, { 证书编号: '=1+1' }),
    );
    expect(await registry.importRoster(file, WHO)).toMatchObject({
      people: 3,
      rows: 4,
      new: 4,
      changed: 0,
      unchanged: 0,
      rejected: 0,
    });
    const first = await exported();
    expect(await registry.importRoster(file, WHO)).toMatchObject({
      people: 3,
      rows: 4,
      new: 0,
      changed: 0,
      unchanged: 4,
    });
    expect(await registry.importRoster({ bytes: Buffer.from(first) }, WHO)).toMatchObject({
      new: 0,
      changed: 0,
      unchanged: 4,
    });
    expect(await exported()).toBe(first);
  });

  it('D07: a dry run tells the same figures and changes nothing', async () => {
    await registry.importRoster(csv(line(1)), WHO);
    const before = await exported();
    const file = csv(line(1), line(1, { 学时: '30' }), line(2), line(2), line(3, { 学时: 'x' }));
    const foreseen = await registry.importRoster(file, { ...WHO, dryRun: true });
    expect(await exported()).toBe(before);
    expect(await registry.importRoster(file, WHO)).toEqual(foreseen);
  });

  it('D07: a bad row is told with row, column and reason, and all others load', async () => {
    const problems: Problem[] = [];
    const summary = await registry.importRoster(csv(line(1), line(2, { 发证日期: '2023-13-01' }), line(3)), {
      ...WHO,
      onRejected: found => void problems.push(...found),
    });
    expect(summary).toMatchObject({ people: 2, rows: 3, new: 2, rejected: 1 });
    expect(problems).toEqual([{ line: 3, path: 'issued_on', column: '发证日期', reason: 'date-or-year' }]);
  });

  it('D08: a corrected row replaces the old one, which is kept with who and when; an empty cell takes nothing away', async () => {
    await registry.importRoster(csv(line(1)), WHO);
    now += 1_000;
    const corrected = csv(line(1, { 学时: '32', 专业学时: '22', 工作单位: '', 岗位代码: '106' }));
    expect(await registry.importRoster(corrected, { who: 'telegram:7' })).toMatchObject({ new: 0, changed: 1 });
    const { person } = (await registry.find(inventedId(1)))!;
    expect(person).toMatchObject({ employer: '示例建筑公司', certificates: [{ code: '106' }] });
    expect(person.certificates[0]!.records).toEqual([
      expect.objectContaining({
        hours: 32,
        earlier: [{ at: now, who: 'telegram:7', hours: 20, professionalHours: 14, passed: true }],
      }),
    ]);
  });

  it('D08, D04: a withdrawn record stays with who and when, counts for nothing, and comes back only when it is corrected', async () => {
    const file = csv(line(1));
    await registry.importRoster(file, WHO);
    expect(await registry.withdraw(csv(line(1), line(2)), { who: 'telegram:7' })).toMatchObject({
      withdrawn: 1,
      unknown: 1,
    });
    await registry.importRoster(file, WHO);
    const { person } = (await registry.find(inventedId(1)))!;
    expect(person.certificates[0]!.records[0]!.withdrawn).toEqual({ at: now, who: 'telegram:7' });
    expect(factsOf(person, TODAY)[0]).toMatchObject({ hours: { records: [] }, records: [{ ignored: 'withdrawn' }] });
    await registry.importRoster(csv(line(1, { 学时: '24' })), WHO);
    const again = (await registry.find(inventedId(1)))!.person;
    expect(factsOf(again, TODAY)[0]).toMatchObject({
      hours: { records: [{ hours: 24 }] },
      records: [{ ignored: null }],
    });
  });

  it('D08: a withdrawal says what stood so before and can be taken back; no older file undoes it', async () => {
    const corrected = csv(line(1, { 学时: '28' }));
    await registry.importRoster(csv(line(1)), WHO);
    await registry.importRoster(corrected, WHO);
    expect(await registry.withdraw(corrected, WHO)).toMatchObject({ withdrawn: 1, already: 0 });
    expect(await registry.withdraw(corrected, WHO)).toMatchObject({ withdrawn: 1, already: 1 });
    for (const file of [csv(line(1)), corrected])
      expect(await registry.importRoster(file, WHO)).toMatchObject({ unchanged: 1, withdrawn: 1 });
    const hours = async () => factsOf((await registry.find(inventedId(1)))!.person, TODAY)[0]!.hours!.records;
    expect(await hours()).toEqual([]);
    expect(await registry.withdraw(corrected, { ...WHO, undo: true })).toMatchObject({ withdrawn: 1, already: 0 });
    expect(await hours()).toMatchObject([{ hours: 28 }]);
    expect(await registry.importRoster(corrected, WHO)).toMatchObject({ unchanged: 1, withdrawn: 0 });
  });

  it('D08: names the rows whose record is not on the roster', async () => {
    await registry.importRoster(csv(line(1)), WHO);
    const problems: Problem[] = [];
    const onRejected = (of: readonly Problem[]) => void problems.push(...of);
    await registry.withdraw(csv(line(1), line(1, { 培训机构: '', 结业日期: '' })), { ...WHO, onRejected });
    expect(problems).toMatchObject([{ line: 3, reason: 'no-such-record' }]);
  });

  it('D07: turns away the second of two rows of one year that nothing tells apart', async () => {
    const bare = { 培训机构: '', 结业日期: '' };
    const problems: Problem[] = [];
    const onRejected = (of: readonly Problem[]) => void problems.push(...of);
    const file = csv(line(1, bare), line(1, { ...bare, 学时: '12', 专业学时: '8' }));
    expect(await registry.importRoster(file, { ...WHO, onRejected })).toMatchObject({ rows: 2, new: 1, rejected: 1 });
    expect(problems).toMatchObject([{ line: 3, path: 'year', reason: 'record-twice' }]);
    expect(await registry.importRoster(file, WHO)).toMatchObject({ unchanged: 1, rejected: 1 });
  });

  it('D04: a record outside the duty years says why it does not count', async () => {
    const records = ['2023', '2025', '2027'].map(year => line(1, { 学时年度: year }));
    await registry.importRoster(csv(...records), WHO);
    const [facts] = factsOf((await registry.find(inventedId(1)))!.person, TODAY);
    expect(facts!.records.map(({ ignored }) => ignored)).toEqual(['before-first-year', null, 'after-this-year']);
  });

  it('two imports at the same time lose nothing of each other', async () => {
    const of = (year: string) =>
      csv(...Array.from({ length: 60 }, (_, n) => line(n % 20, { 学时年度: year, 结业日期: `${year}-06-30` })));
    await Promise.all(['2024', '2025', '2026'].map(year => registry.importRoster(of(year), WHO)));
    for await (const { person } of registry.everyone())
      expect(person.certificates[0]!.records.map(({ year }) => year).sort()).toEqual([2024, 2025, 2026]);
  });

  it('F02: notes every action with who, when and how many, and with nobody it was done to', async () => {
    await registry.importRoster(csv(line(1)), { who: 'telegram:7' });
    now += 1_000;
    await exported();
    const actions = await actionsOf(store);
    expect(actions.map(({ who, action, counts }) => [who, action, counts.people])).toEqual([
      ['cli:test', 'roster-export', 1],
      ['telegram:7', 'roster-import', 1],
    ]);
    expect(JSON.stringify(actions)).not.toMatch(/示例|460000/);
  });

  it('gives codes to those asked for; each opens its person once, even to two at the same time', async () => {
    await registry.importRoster(csv(line(1), line(2, { 工作单位: '示例别家公司' })), WHO);
    const where = [readWhere('工作单位=示例别家公司')!, readWhere('trade_code=101')!];
    const made: { key: string; code: string }[] = [];
    for await (const one of registry.invite({ ...WHO, where })) made.push(one);
    expect(made).toHaveLength(1);
    const [{ key, code }] = made as [{ key: string; code: string }];
    expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
    expect(await registry.redeem('0000-0000-0000-0000')).toBeUndefined();
    const typed = code.toLowerCase().replaceAll('0', 'o').replaceAll('-', ' ');
    const redeemed = await Promise.all([registry.redeem(typed), registry.redeem(code)]);
    expect(redeemed.filter(one => one !== undefined)).toEqual([key]);
    expect(await registry.redeem(code)).toBeUndefined();
  });

  it('D05: an import owes the news to those who asked, once, and to nobody when nothing changes', async () => {
    await registry.importRoster(csv(line(1), line(2)), WHO);
    const { key } = (await registry.find(inventedId(1)))!;
    expect(await registry.watch(key, true)).toBe(true);
    const posted = async () => {
      const keys: string[] = [];
      for await (const one of registry.takePosted(0)) keys.push(one);
      return keys;
    };
    await registry.importRoster(csv(line(1), line(2)), WHO);
    expect(await posted()).toEqual([]);
    await registry.importRoster(csv(line(1, { 学时年度: '2026' }), line(2, { 学时年度: '2026' })), WHO);
    under.pass(1_000);
    if (engine === 'LMDB') await new Promise(resolve => setImmediate(resolve));
    await expect.poll(posted).toEqual([key]);
    await registry.settlePosted(key);
    expect(await registry.watch('person:nobody', true)).toBe(false);
  });

  it('J01: a new key in front finds people written by the old one, and their next import moves them', async () => {
    await registry.importRoster(csv(line(1), line(2)), WHO);
    const old = (await registry.find(inventedId(1)))!.key;
    await store.close();
    registry = await openWith(parseDataKeys(`${NEW},${OLD}`)!);
    expect((await registry.find(inventedId(1)))!.key).toBe(old);
    const before = (await store.read(old))!.value;
    expect(await registry.importRoster(csv(line(1)), WHO)).toMatchObject({ unchanged: 1 });
    const moved = (await registry.find(inventedId(1)))!.key;
    expect(moved).not.toBe(old);
    // Whoever has kept the old key, such as a chat that is tied to the person, still finds them.
    expect((await registry.person(old))!.idNumber).toBe(inventedId(1));
    // A move that was broken off between its two steps leaves both, and one of them counts.
    await store.write(old, before, (await store.read(old))!.version);
    expect(await registry.moveToFirstKey()).toBe(2);
    expect(await registry.moveToFirstKey()).toBe(0);
    const everyone: string[] = [];
    for await (const { person } of registry.everyone()) everyone.push(person.name);
    expect(everyone.sort()).toEqual(['示例甲1', '示例甲2']);
  });

  it('J01: nothing that the store writes holds a number, a name, an employer or a certificate number in the clear', async () => {
    await registry.importRoster(csv(...Array.from({ length: 50 }, (_, n) => line(n))), WHO);
    for await (const _ of registry.invite(WHO));
    const written = await everythingWritten(engine, store);
    expect(written.length).toBeGreaterThan(10_000);
    for (const secret of [inventedId(7), '19900101', '示例甲7', '示例建筑公司', '示例培训中心', '示例7']) {
      expect(written.includes(Buffer.from(secret)), secret).toBe(false);
      expect(written.includes(Buffer.from(secret, 'utf16le')), secret).toBe(false);
    }
  });

  async function everythingWritten(on: string, from: Store): Promise<Buffer> {
    if (on === 'LMDB') {
      const files = readdirSync(under.address).filter(name => name !== 'store.mdb-lock');
      return Buffer.concat(files.map(name => readFileSync(join(under.address, name))));
    }
    await from.ping();
    const files = readdirSync(redis.folder, { recursive: true, withFileTypes: true }).filter(one => one.isFile());
    return Buffer.concat(files.map(one => readFileSync(join(one.parentPath ?? one.path, one.name))));
  }

  it('loads the sample of invented people into an empty roster only', async () => {
    expect(await loadSample(registry)).toMatchObject({ people: 12, rejected: 0, unknownColumns: [] });
    expect(await loadSample(registry)).toBeUndefined();
    const { person } = (await registry.find(SAMPLE_PERSON.idNumber))!;
    expect(registry.matchesName(person, SAMPLE_PERSON.name)).toBe(true);
    expect(registry.matchesCertificateNo(person, SAMPLE_PERSON.certificateNo)).toBe(true);
  });

  it('refuses a file without the headers it needs, by naming them, and loads nothing of it', async () => {
    const bytes = Buffer.from(`${HEADERS.replace('身份证号', '身份').replace('证书编号', '编号')}\n${line(1)}\n`);
    await expect(registry.importRoster({ bytes }, WHO)).rejects.toMatchObject({
      reason: 'missing-columns',
      args: { fields: 'id_number certificate_no' },
    });
    expect(await registry.isEmpty()).toBe(true);
  });
});
