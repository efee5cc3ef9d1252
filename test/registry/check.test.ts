import { describe, expect, it } from 'vitest';
import { loadWords } from '../../src/locale/index.ts';
import { hainanNotice } from '../../src/policies/hainan-2020-135/notice.ts';
import { checkStaff, checkWorkbook, FINDINGS } from '../../src/registry/index.ts';
import { openSheet } from '../../src/registry/sheet.ts';
import { FILE_LIMITS } from '../../src/registry/source.ts';
import { openParts } from '../../src/registry/xlsx-zip.ts';
import { csv, inventedId, line } from './people.ts';
import { workbookParts, zip } from './workbooks.ts';

const AS_OF = { asOf: '2026-11-22' };
const ZH = loadWords('zh-CN', hainanNotice);
const EN = loadWords('en', hainanNotice);
const OFFICE = 'hainan-leading-group-office';
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
        line(6, { 证书类型: '安全员证书', 发证日期: '2019', 发证单位: OFFICE, ...NO_HOURS }),
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
            words.say(`check-${finding}.${part}`, {
              left: '12',
              deadline: 'x',
              archiveAdvised: 'y',
              columns: 'z',
              years: '2025',
            }),
            finding,
          ).not.toBe('');
  });
});

describe('what a line of the answer must not lose', () => {
  const SAFETY = { 证书类型: '安全员证书', 发证日期: '2023-01-01', 发证单位: OFFICE };
  const done = (year: string) => ({ 学时年度: year, 学时: '32', 专业学时: '22' });

  /** The finding, and what the workbook says to do, of the most urgent certificate. */
  async function judged(...lines: readonly string[]): Promise<{ finding: string; next: string; names: string[] }> {
    const result = await checkStaff(csv(...lines), AS_OF);
    const sheet = await openSheet({ bytes: await checkWorkbook(result, ZH) }, FILE_LIMITS);
    const rows: (readonly string[])[] = [];
    for await (const batch of sheet.read()) rows.push(...batch.map(({ cells }) => cells));
    sheet.close();
    return { finding: result.checked[0]!.finding, next: rows[1]![8]!, names: rows.slice(1).map(([name]) => name!) };
  }

  it.each(['中国建筑业协会', '其他'])('3.1a: says nothing of a safety officer certificate of %s', async issuer => {
    const { finding, next } = await judged(line(1, { ...SAFETY, 发证单位: issuer, ...done('2026') }));
    expect(finding).toBe('out-of-scope');
    expect(next).toMatch(/别处发的安全员证书，这份通知没有管/);
    expect(next).not.toMatch(/再学|接着用/);
  });

  it('3.1a: asks for the issuer of a safety officer certificate that has none', async () => {
    const { finding, next } = await judged(line(1, { ...SAFETY, 发证单位: '', ...done('2026') }));
    expect([finding, next]).toEqual(['needs-information', '要补上或写清：发证单位']);
  });

  it('3.1a: names the short years of a safety officer, neither void nor harmless', async () => {
    const short = { 学时年度: '2025', 学时: '10', 专业学时: '5' };
    const met = await judged(
      line(1, { ...SAFETY, ...done('2024') }),
      line(1, { ...SAFETY, ...short }),
      line(1, { ...SAFETY, ...done('2026') }),
    );
    expect(met.finding).toBe('safety-short');
    expect(met.next).toMatch(/^不够的年度：2025；.*不等于作废，也不等于没事/);
    const open = await judged(line(1, { ...SAFETY, ...done('2024') }), line(1, { ...SAFETY, ...short }));
    expect(open.next).toMatch(/往年也有不够的：2025/);
  });

  it('2.1: says that the post is the cause, where hours are not', async () => {
    const years = ['2024', '2025', '2026'].map(year => line(1, { ...done(year), 在岗: '否' }));
    const { finding, next } = await judged(...years);
    expect(finding).toBe('left-post');
    expect(next).toMatch(/未从事相应岗位工作/);
    expect(next).not.toMatch(/再学/);
  });

  it.each([
    ['code 105', { 岗位代码: '105', 发证日期: '2017' }, [/等/, /是不是安全员证书/, /有效期内也许还能用/, /0898/]],
    ['the year 2014', { 发证日期: '2014' }, [/2015年至2018年/, /有效期内也许还能用/]],
    ['another issuer', { 发证日期: '2017', 发证单位: '中国建筑业协会' }, [/不是领导小组办公室发的/]],
  ])('1.1: says why %s is turned away, and what stands all the same', async (_, told, texts) => {
    const { finding, next } = await judged(
      line(1, { 证书类型: '培训合格证书', 发证单位: OFFICE, ...NO_HOURS, ...told }),
    );
    expect(finding).toBe('out-of-scope');
    for (const text of texts) expect(next).toMatch(text);
  });

  it('1.3: names the columns that are missing and no others', async () => {
    const list = csv(line(1, { 证书类型: '培训合格证书', 发证日期: '2017', 发证单位: OFFICE, ...NO_HOURS }));
    const { checked } = await checkStaff(list, { asOf: '2020-10-15' });
    expect(checked[0]).toMatchObject({
      finding: 'needs-information',
      missing: ['hours', 'professional_hours', 'passed'],
    });
  });

  it('names whose row it is that cannot be read, and takes no note under the table for a person', async () => {
    const { names } = await judged(line(1, { 身份证号: inventedId(1).replace(/.$/, 'Y') }), line(2));
    expect(names).toContain('示例甲1');
    const bytes = Buffer.from('姓名,证书类型\n示例甲,岗位证书\n备注：以上人员均在岗,\n合计,\n');
    const { people, checked } = await checkStaff({ bytes }, AS_OF);
    expect([people, checked.filter(({ finding }) => finding === 'unreadable').length]).toEqual([1, 2]);
  });

  it.each([
    ['other hours', '12', '8'],
    ['the same hours', '20', '14'],
  ])(
    'gives no verdict on half of two rows of one year that cannot be told apart: %s',
    async (_, hours, professional) => {
      const bare = { 培训机构: '', 结业日期: '' };
      const { finding } = await judged(line(1, bare), line(1, { ...bare, 学时: hours, 专业学时: professional }));
      expect(finding).toBe('records-unclear');
      const apart = await judged(line(1, bare), line(1, { 学时: hours, 专业学时: professional }));
      expect(apart.finding).not.toBe('records-unclear');
    },
  );

  it('names the sheets of a workbook that were not read, and where the headers stand', async () => {
    const rows = [
      ['姓名', '证书类型'],
      ['示例甲', '岗位证书'],
    ];
    const parts = workbookParts(rows);
    const second = {
      ...parts,
      'xl/workbook.xml': parts['xl/workbook.xml']!.replace(
        '</sheets>',
        '<sheet name="离职" sheetId="2" r:id="rId2"/></sheets>',
      ),
      'xl/_rels/workbook.xml.rels': parts['xl/_rels/workbook.xml.rels']!.replace(
        '</Relationships>',
        '<Relationship Id="rId2" Target="worksheets/sheet2.xml"/></Relationships>',
      ),
      'xl/worksheets/sheet2.xml': parts['xl/worksheets/sheet1.xml']!,
    };
    expect((await checkStaff({ bytes: zip(second) }, AS_OF)).otherSheets).toEqual(['离职']);
    expect((await checkStaff({ bytes: zip(parts) }, AS_OF)).otherSheets).toEqual([]);
    const titled = [['某某公司名单'], ['二〇二六年'], ...rows];
    await expect(checkStaff({ bytes: zip(workbookParts(titled)) }, AS_OF)).rejects.toMatchObject({
      reason: 'headers-below',
      args: { row: 3 },
    });
  });
});
