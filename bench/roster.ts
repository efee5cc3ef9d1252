/**
 * `npm run bench:roster [-- CSV_ROWS [XLSX_ROWS]]`: rows a second from a file to a sealed, searchable roster on both stores, beside what the
 * bare parsers do with the same files. Each case runs in a process of its own, one after the other. Needs redis-server, or REDIS_URL.
 */
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream, createWriteStream, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { parse } from 'csv-parse';
import excel from 'exceljs';
import { readSheet } from 'read-excel-file/node';
import writeExcelFile from 'write-excel-file/node';
import { loadWords } from '../src/locale/index.ts';
import { hainanNotice } from '../src/policies/hainan-2020-135/notice.ts';
import { checkStaff, checkWorkbook, createRegistry } from '../src/registry/index.ts';
import { parseDataKeys } from '../src/store/keys.ts';
import { openLmdbStore } from '../src/store/lmdb.ts';
import { openRedisStore } from '../src/store/redis.ts';
import { sealedStore } from '../src/store/sealed.ts';
import { HEADERS, inventedId, line } from '../test/registry/people.ts';

const CASES = {
  'csv-parse, objects (bare)': ({ csv }: Files) => bareCsv(csv),
  'import CSV, embedded store': ({ csv, folder }: Files) => importTo('lmdb', csv, folder),
  'import CSV, Redis': ({ csv, redis }: Files) => importTo('redis', csv, redis),
  'exceljs stream (bare)': ({ xlsx }: Files) => bareExceljs(xlsx),
  'read-excel-file, whole (bare)': ({ xlsx }: Files) => readSheet(xlsx),
  'import XLSX, embedded store': ({ xlsx, folder }: Files) => importTo('lmdb', xlsx, `${folder}/xlsx`),
  'import XLSX, Redis': ({ xlsx, redis }: Files) => importTo('redis', xlsx, redis),
  "check an employer's list": ({ xlsx }: Files) => check(xlsx),
} as const;
type Case = keyof typeof CASES;

interface Files {
  csv: string;
  xlsx: string;
  folder: string;
  redis: string;
}

async function bareCsv(file: string): Promise<void> {
  for await (const _ of createReadStream(file).pipe(parse({ columns: true, bom: true })));
}

async function bareExceljs(file: string): Promise<void> {
  for await (const sheet of new excel.stream.xlsx.WorkbookReader(file, {}))
    for await (const row of sheet) void row.values;
}

async function importTo(engine: 'lmdb' | 'redis', path: string, where: string): Promise<void> {
  const now = Date.now;
  const keys = parseDataKeys(`${'A'.repeat(42)}8`)!;
  const bare =
    engine === 'lmdb'
      ? await openLmdbStore(where, { now })
      : await openRedisStore([where], { now, prefix: `bench${process.pid}:` });
  const registry = createRegistry({ store: sealedStore(bare, keys), keys, clock: { now, today: () => '2026-11-22' } });
  const { rejected } = await registry.importRoster({ path }, { who: 'cli:bench' });
  if (rejected > 0) throw new Error('the file of the measurement does not hold');
  await bare.close();
}

async function check(path: string): Promise<void> {
  const result = await checkStaff({ path }, { asOf: '2026-11-22' });
  await checkWorkbook(result, loadWords('zh-CN', hainanNotice));
}

/** Four records a person, one after the other. */
function* lines(rows: number): Generator<string> {
  for (let n = 0; n < rows; n += 1) {
    const person = Math.floor(n / 4);
    const birth = new Date(Date.UTC(1940, 0, 1 + Math.floor(person / 1_000)))
      .toISOString()
      .slice(0, 10)
      .replaceAll('-', '');
    const year = `${2022 + (n % 4)}`;
    yield line(person, { 身份证号: inventedId(person, birth), 学时年度: year, 结业日期: `${year}-06-30` });
  }
}

async function writeFiles(files: Files, csvRows: number, xlsxRows: number): Promise<void> {
  const csv = createWriteStream(files.csv);
  csv.write(`${HEADERS}\n`);
  for (const one of lines(csvRows)) if (!csv.write(`${one}\n`)) await once(csv, 'drain');
  csv.end();
  await once(csv, 'close');
  const rows = [HEADERS, ...lines(xlsxRows)].map(one => one.split(',').map(value => ({ value, type: String })));
  await writeExcelFile(rows).toFile(files.xlsx);
}

async function startRedis(folder: string): Promise<{ url: string; stop(): void }> {
  if (process.env.REDIS_URL !== undefined) return { url: process.env.REDIS_URL, stop() {} };
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise(resolve => server.once('listening', resolve));
  const { port } = server.address() as { port: number };
  await new Promise(resolve => server.close(resolve));
  const child = spawn('redis-server', ['--port', `${port}`, '--dir', folder, '--save', '', '--appendonly', 'yes'], {
    stdio: 'ignore',
  });
  await wait(1_000);
  return { url: `redis://127.0.0.1:${port}`, stop: () => void child.kill() };
}

async function runOne(name: Case, files: Files): Promise<void> {
  const start = performance.now();
  let anonymous = 0;
  const sample = setInterval(() => {
    anonymous = Math.max(anonymous, memory('RssAnon'));
  }, 50);
  await CASES[name](files);
  clearInterval(sample);
  const { user, system } = process.cpuUsage();
  const figures = {
    seconds: (performance.now() - start) / 1_000,
    cpu: (user + system) / 1e6,
    own: anonymous,
    peak: memory('VmHWM'),
  };
  process.stdout.write(`${JSON.stringify(figures)}\n`);
}

/** Megabytes. */
function memory(what: string): number {
  const status = readFileSync('/proc/self/status', 'utf8');
  return Math.round(Number(new RegExp(`${what}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1024);
}

async function runAll(csvRows: number, xlsxRows: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'huanzheng-bench-'));
  const redis = await startRedis(folder);
  const files: Files = {
    csv: join(folder, 'a.csv'),
    xlsx: join(folder, 'a.xlsx'),
    folder: join(folder, 'store'),
    redis: redis.url,
  };
  try {
    await writeFiles(files, csvRows, xlsxRows);
    for (const name of Object.keys(CASES) as Case[]) {
      const { stdout } = await promisify(execFile)(process.execPath, [
        'scripts/run-ts.mjs',
        'bench/roster.ts',
        name,
        JSON.stringify(files),
      ]);
      const { seconds, cpu, own, peak } = JSON.parse(stdout) as Record<'seconds' | 'cpu' | 'own' | 'peak', number>;
      const rows = /CSV|csv/.test(name) ? csvRows : xlsxRows;
      console.log(
        `${name.padEnd(32)} ${String(Math.round(rows / seconds)).padStart(8)} rows/s  ${seconds.toFixed(1).padStart(6)} s  ${cpu.toFixed(1).padStart(6)} s of processor  own memory ${String(own).padStart(4)} MB, with mapped pages ${String(peak).padStart(4)} MB`,
      );
    }
  } finally {
    redis.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

const [first = '1000000', second = '50000'] = process.argv.slice(2);
if (first in CASES) await runOne(first as Case, JSON.parse(second) as Files);
else await runAll(Number(first), Number(second));
