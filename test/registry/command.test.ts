import { existsSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Ended, huanzheng as run } from '../support/command.ts';
import { freshFolder } from '../support/folder.ts';
import { csv, HEADERS, inventedId, line } from './people.ts';

const folder = freshFolder();
const file = join(folder, 'roster.csv');

const huanzheng = (...args: string[]): Promise<Ended> =>
  run({ DATA_DIR: join(folder, 'data'), AS_OF: '2026-11-22' }, ...args);

describe('huanzheng roster', () => {
  let imported: Ended;
  beforeAll(async () => {
    writeFileSync(file, csv(line(1), line(2, { 发证日期: '2023-02-30' }), line(3)).bytes);
    imported = await huanzheng('roster', 'import', file, '--json');
  });

  it('import loads what holds, writes the rest beside the file, and exits with 1', () => {
    expect(imported.status).toBe(1);
    expect(JSON.parse(imported.stdout)).toMatchObject({
      people: 2,
      rows: 3,
      new: 2,
      rejected: 1,
      rejectedFile: `${file}.rejected.csv`,
    });
    const rejected = readFileSync(`${file}.rejected.csv`, 'utf8');
    expect(rejected).toMatch(/^\ufeffrow,column,reason\r\n3,issued_on,/);
    expect(statSync(`${file}.rejected.csv`).mode & 0o077).toBe(0);
    expect(rejected + imported.stdout + imported.stderr).not.toContain(inventedId(2));
  });

  it('import of the mended file exits with 0 and takes the old list of rejected rows away', async () => {
    writeFileSync(file, csv(line(1), line(2), line(3)).bytes);
    const { status, stdout } = await huanzheng('roster', 'import', file);
    expect([status, stdout]).toEqual([
      0,
      'Imported: 3 people in 3 rows; 1 new, 0 changed, 2 unchanged, 0 rejected\nFor example: 示**\n',
    ]);
    expect(existsSync(`${file}.rejected.csv`)).toBe(false);
  });

  it('says in one line what it cannot do, and exits with 2', async () => {
    const nowhere = await huanzheng('roster', 'import', join(folder, 'nowhere.csv'));
    expect([nowhere.status, nowhere.stderr]).toEqual([2, 'there is no such file, or no such folder to write it in\n']);
    const noFolder = await huanzheng('roster', 'export', join(folder, 'nowhere', 'x.csv'));
    expect([noFolder.status, noFolder.stderr]).toEqual([2, nowhere.stderr]);
    writeFileSync(join(folder, 'headers.csv'), HEADERS.replace('身份证号', '号'));
    const headers = await huanzheng('roster', 'import', join(folder, 'headers.csv'));
    expect([headers.status, headers.stderr]).toEqual([2, 'the first row lacks these headers: id_number\n']);
    const where = await huanzheng('roster', 'invite', '--where', '颜色=红');
    expect([where.status, where.stderr]).toEqual([2, '--where: 没有这一列 / no such column: 颜色\n']);
  });

  it('invite prints a code for each who fits, as CSV', async () => {
    const { status, stdout, stderr } = await huanzheng(
      'roster',
      'invite',
      '--where',
      'certificate_no=示例3',
      '--where',
      '在岗=是',
    );
    expect([status, stderr]).toEqual([0, '1 codes made, good for 30 days and for one use each\n']);
    expect(stdout).toMatch(/^name,employer,certificate_no,code\r\n示例甲3,示例建筑公司,示例3,[0-9A-Z-]{19}\r\n$/);
  });

  it('check needs no store and writes the answer', async () => {
    const out = join(folder, 'result.xlsx');
    const { status, stdout } = await huanzheng('roster', 'check', file, '--out', out, '--json');
    expect([status, JSON.parse(stdout)]).toMatchObject([0, { people: 3, rows: 3, findings: { void: 3 } }]);
    expect(readFileSync(out).subarray(0, 2).toString()).toBe('PK');
  });

  it('check never writes its answer over the list', async () => {
    const list = join(folder, 'list.xlsx');
    writeFileSync(list, csv(line(1)).bytes);
    symlinkSync(list, join(folder, 'same.xlsx'));
    for (const out of [list, join(folder, '.', 'list.xlsx'), join(folder, 'same.xlsx')])
      expect((await huanzheng('roster', 'check', list, '--out', out)).status).toBe(2);
    expect(readFileSync(list)).toEqual(Buffer.from(csv(line(1)).bytes));
  });

  it('withdraw exits with 1 and names the rows of which there is no record; --undo gives back', async () => {
    const wrong = join(folder, 'wrong.csv');
    writeFileSync(wrong, csv(line(1), line(2, { 学时年度: '2019' })).bytes);
    const withdrawn = await huanzheng('roster', 'withdraw', wrong);
    expect(withdrawn.status).toBe(1);
    expect(readFileSync(`${wrong}.rejected.csv`, 'utf8')).toMatch(/\n3,,"?not on the roster/);
    const again = await huanzheng('roster', 'import', file);
    expect(again.stdout).toMatch(/the hours of 1 row were withdrawn before and still do not count/);
    const undone = JSON.parse((await huanzheng('roster', 'withdraw', wrong, '--undo', '--json')).stdout);
    expect(undone).toMatchObject({ withdrawn: 1, already: 0, unknown: 1 });
  });

  it('rules diff finds nothing to tell between a policy and itself', async () => {
    const policy = join(folder, 'policy.json');
    writeFileSync(policy, (await huanzheng('rules', 'policy')).stdout);
    const { status, stdout } = await huanzheng('rules', 'diff', policy, '--json');
    expect([status, JSON.parse(stdout)]).toMatchObject([0, { people: 3, changes: [] }]);
    writeFileSync(policy, '{}');
    expect((await huanzheng('rules', 'diff', policy)).status).toBe(2);
  });
});
