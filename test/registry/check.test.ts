import { describe, expect, it } from 'vitest';
import { loadWords } from '../../src/locale/index.ts';
import { hainanNotice } from '../../src/policies/hainan-2020-135/notice.ts';
import { checkStaff, checkWorkbook, FINDINGS } from '../../src/registry/index.ts';
import { openSheet } from '../../src/registry/sheet.ts';
import { FILE_LIMITS } from '../../src/registry/source.ts';
import { openParts } from '../../src/registry/xlsx-zip.ts';
import { csv, inventedId, line } from './people.ts';

const AS_OF = { asOf: '2026-11-22' };
const ZH = loadWords('zh-CN', hainanNotice);
const EN = loadWords('en', hainanNotice);
const NO_HOURS = { 学时年度: '', 学时: '', 专业学时: '', 考核: '' };

describe("an employer's list", () => {
  it('D10: is judged by its own columns and sorted by urgency', async () => {
    const { checked, people, rows } = await checkStaff(
      csv(
        line(1, { 发证日期: '2024-09-30', 学时年度: '2026', 学时: '32', 专业学时: '22' }),
        line(1, { 发证日期: '2024-09-30', 学时年度: '2025', 学时: '32', 专业学时: '22' }),
        line(2, { 发证日期: '2020-03-01', ...NO_HOURS }),
        line(3, { 发证日期: '2025-03-01', ...NO_HOURS }),
        line(4, { 证书类型: '培训合格证书', 发证日期: '2017' }),
        line(5, { 发证日期: '2017-02-30' }),
        line(6, { 证书类型: '安全员证书', 发证日期: '2019', ...NO_HOURS }),
      ),
      AS_OF,
    );
    expect([people, rows]).toEqual([5, 7]);
    expect(checked.map(({ line: at, finding, hoursLeft }) => [at, finding, hoursLeft])).toEqual([
      [7, 'unreadable', null],
      [4, 'void', 32],
      [5, 'open', 32],
      [8, 'safety-open', 32],
      [6, 'closed', null],
      [2, 'met', 0],
    ]);
  });

  it('may lack ID numbers and certificate numbers; a name and a workplace are one person then', async () => {
    const bytes = Buffer.from(
      'name,employer,certificate_kind,issued_on,year,hours,professional_hours\n示例甲,甲公司,electronic,2024,2025,20,14\n示 例 甲,甲公司,electronic,2024,2026,32,22\n示例甲,乙公司,electronic,2024,,,\n',
    );
    const { people, checked } = await checkStaff({ bytes }, AS_OF);
    expect(people).toBe(2);
    expect(checked.map(({ line: at }) => at).sort()).toEqual([2, 4]);
  });

  it('comes back as a workbook with a line a certificate, a summary and a chart, and without ID numbers', async () => {
    const result = await checkStaff(
      csv(line(1), line(2, { 证书编号: '=HYPERLINK("x")' }), line(3, { 学时: '许多' })),
      AS_OF,
    );
    const bytes = await checkWorkbook(result, ZH);
    const sheet = await openSheet({ bytes }, FILE_LIMITS);
    const rows: (readonly string[])[] = [];
    for await (const batch of sheet.read()) rows.push(...batch.map(({ cells }) => cells));
    sheet.close();
    expect(rows).toHaveLength(4);
    expect(rows[0]).toEqual([
      '姓名',
      '工作单位',
      '证书编号',
      '结论',
      '状态',
      '还差学时',
      '其中专业',
      '截止',
      '下一步',
      '依据',
      '原表行号',
    ]);
    expect(rows[1]!.join()).toContain('学时 请写 0 到 9999 的数字');
    expect(rows.flat().join()).not.toContain(inventedId(1));
    const parts = await openParts({ bytes }, FILE_LIMITS);
    expect(parts.has('xl/charts/chart1.xml')).toBe(true);
    parts.close();
  });

  it('has words for every finding in both languages', () => {
    for (const words of [ZH, EN])
      for (const finding of FINDINGS)
        for (const part of ['finding', 'standing', 'next'])
          expect(
            words.say(`check-${finding}.${part}`, { left: '12', deadline: 'x', archiveAdvised: 'y' }),
            finding,
          ).not.toBe('');
  });
});
