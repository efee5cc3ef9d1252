import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  readCode,
  readDay,
  readDayOrYear,
  readHours,
  readKind,
  readPassed,
  readYesNo,
} from '../../src/registry/cells.ts';
import { type Layout, layoutOf, REQUIRED } from '../../src/registry/columns.ts';
import { checkDigit, idNumberFault, plainIdNumber } from '../../src/registry/id-number.ts';
import { issuerOf, plainName } from '../../src/registry/index.ts';
import { type Problem, type Row, readRow } from '../../src/registry/row.ts';
import { HEADERS, inventedId, line } from './people.ts';

const TODAY = '2026-11-22';
const LAYOUT = layoutOf(HEADERS.split(','), REQUIRED) as Layout;

function read(told: Record<string, string>): Row | Problem[] {
  return readRow({ line: 7, cells: line(1, told).split(',') }, LAYOUT, TODAY);
}

function reasons(told: Record<string, string>): string[] {
  const row = read(told);
  return Array.isArray(row) ? row.map(({ path, reason }) => `${path} ${reason}`) : [];
}

describe('an ID number', () => {
  it('GB 11643: any other last character than the check digit is refused', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999 }), fc.constantFrom(...'0123456789X'), (n, last) => {
        const number = inventedId(n);
        const typed = number.slice(0, 17) + last;
        expect(idNumberFault(typed, TODAY) === undefined).toBe(last === number[17]);
      }),
    );
  });

  it('GB 11643: every slip of one digit and every swap of two neighbours that differ is caught', () => {
    const number = inventedId(345);
    for (let at = 0; at < 17; at += 1) {
      for (const digit of '0123456789'.replace(number[at]!, ''))
        expect(idNumberFault(number.slice(0, at) + digit + number.slice(at + 1), TODAY)).toBeDefined();
      if (at < 16 && number[at] !== number[at + 1]) {
        const swapped = number.slice(0, at) + number[at + 1]! + number[at]! + number.slice(at + 2);
        expect(idNumberFault(swapped, TODAY)).toBeDefined();
      }
    }
  });

  it('names what is wrong: 15 digits, a figure of a spreadsheet, length, letters, region, birth date', () => {
    const with17 = (digits: string) => digits + checkDigit(digits);
    expect(idNumberFault('460000900101123', TODAY)).toBe('id-number-15');
    expect(idNumberFault('4.6000019900101E+17', TODAY)).toBe('id-number-rounded');
    expect(idNumberFault('4600001990010112', TODAY)).toBe('id-number-length');
    expect(idNumberFault('46000019900101A234', TODAY)).toBe('id-number-letters');
    expect(idNumberFault(with17('99000019900101123').replace(/^99/, '99'), TODAY)).toBeUndefined();
    expect(idNumberFault(with17('01000019900101123'), TODAY)).toBe('id-number-region');
    expect(idNumberFault(with17('46000019900230123'), TODAY)).toBe('id-number-birth');
    expect(idNumberFault(with17('46000020270101123'), TODAY)).toBe('id-number-birth');
    expect(idNumberFault(with17('46000020000229123'), TODAY)).toBeUndefined();
  });

  it('is the same number with spaces, dashes, full-width digits and a small x', () => {
    const withX = [...Array(1000).keys()].map(n => inventedId(n)).find(number => number.endsWith('X'))!;
    const typed = [
      `${withX.slice(0, 6)} ${withX.slice(6, 14)}-${withX.slice(14, 17)}x`,
      `'${withX}`,
      ...[...withX].map(one => one),
    ];
    expect(typed.slice(0, 2).map(plainIdNumber)).toEqual([withX, withX]);
    expect(plainIdNumber([...withX].map(one => String.fromCharCode(one.charCodeAt(0) + 0xfee0)).join(''))).toBe(withX);
  });
});

describe('a cell', () => {
  it('reads a day in every way that people write it', () => {
    const ways = [
      '2017-06-01',
      '2017/6/1',
      '2017.6.1',
      '2017年6月1日',
      '2017 年 6 月 1 日',
      '2017年06月01号',
      '20170601',
      '42887',
      '42887.5',
      '2017-06-01 00:00:00',
    ];
    expect(ways.map(readDay)).toEqual(ways.map(() => '2017-06-01'));
    expect(['2017', '2017年', '2017.0'].map(readDayOrYear)).toEqual(['2017', '2017', '2017']);
    for (const text of [
      '2017-13-01',
      '2017-02-29',
      '2017/6-1',
      '17-06-01',
      '1899-12-31',
      '昨天',
      '2017-6',
      '6/1/2017',
      '201706',
    ])
      expect(readDayOrYear(text), text).toBeUndefined();
  });

  it('reads every day of 1930 to 2100 from its number in a spreadsheet', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('1930-01-01'), max: new Date('2100-12-31'), noInvalidDate: true }), date => {
        const day = date.toISOString().slice(0, 10);
        const serial = (Date.parse(day) - Date.UTC(1899, 11, 30)) / 86_400_000;
        expect(readDay(`${serial}`)).toBe(day);
        expect(readDay(day.replaceAll('-', ''))).toBe(day);
      }),
    );
  });

  it('reads kinds, codes, yes and no, results and hours as people write them', () => {
    expect(['《培训合格证书》', '电子培训合格证', '安全员证书', '岗位证书', 'post', 'Training'].map(readKind)).toEqual([
      'training',
      'electronic',
      'safety-officer',
      'post',
      'post',
      'training',
    ]);
    expect(readKind('施工员证')).toBeUndefined();
    expect(['101', '101.0', '101 土建施工员', '土建施工员', '代码101', '999X'].map(readCode)).toEqual([
      '101',
      '101',
      '101',
      '101',
      '101',
      '999X',
    ]);
    expect(['是', '否', 'YES', 'no', '√', '×', '也许'].map(readYesNo)).toEqual([
      true,
      false,
      true,
      false,
      true,
      false,
      undefined,
    ]);
    expect(['合格', '不合格', '未通过', '85'].map(readPassed)).toEqual([true, false, false, undefined]);
    expect(
      ['32', '32.5', '32学时', '31.999999999999996', '0', '9999', '-1', '32.555', '10000', 'x'].map(readHours),
    ).toEqual([32, 32.5, 32, 32, 0, 9999, undefined, undefined, undefined, undefined]);
  });

  it('1.1: knows the office by its name; another issuer of Hainan is not known, one from elsewhere is another', () => {
    expect(issuerOf('海南省住房和城乡建设领域现场专业人员岗位培训考核评价工作领导小组办公室')).toBe(
      'hainan-leading-group-office',
    );
    expect(issuerOf('海南省住房和城乡建设厅')).toBeNull();
    expect(issuerOf('中国建设教育协会')).toBe('other');
    expect(issuerOf(null)).toBeNull();
  });
});

describe('a name', () => {
  it('is equal whatever its spacing, width, middle dot and traditional forms', () => {
    const equal = [
      ['张三', '張三', ' 张 三 ', '张\u3000三', '张\u200b三'],
      ['阿卜杜拉·买买提', '阿卜杜拉•買買提', '阿卜杜拉 买买提', '阿卜杜拉．买买提', '阿卜杜拉・买买提'],
      ['Anna Li', 'ＡＮＮＡ　ＬＩ', 'anna li'],
      ['𠵾', '㗲'],
    ];
    for (const names of equal) expect(new Set(names.map(plainName)).size, names[0]).toBe(1);
    expect(plainName('张三')).not.toBe(plainName('张山'));
  });
});

describe('a row', () => {
  it('that holds becomes a person, a certificate and a record', () => {
    expect(read({ 发证日期: '2023/9/30' })).toEqual({
      line: 7,
      idNumber: inventedId(1),
      name: '示例甲1',
      employer: '示例建筑公司',
      certificate: {
        no: '示例1',
        kind: 'electronic',
        code: '101',
        issuedOn: '2023-09-30',
        issuer: null,
        inNationalSystem: true,
        archiveVerified: null,
        inPost: true,
      },
      record: {
        year: 2025,
        hours: 20,
        professionalHours: 14,
        passed: true,
        institution: '示例培训中心',
        completedOn: '2025-06-30',
      },
    });
  });

  it('may have no record; year, hours and professional hours stand together or not at all', () => {
    const empty = { 学时年度: '', 学时: '', 专业学时: '', 考核: '' };
    expect(read(empty)).toMatchObject({ record: null });
    expect(reasons({ 学时: '' })).toEqual(['hours record-incomplete']);
    expect(reasons({ ...empty, 考核: '合格' })).toEqual(['passed passed-without-record']);
  });

  it('names every problem with its column, and never what stands there', () => {
    const bad = {
      姓名: '',
      身份证号: inventedId(1).replace(/.$/, '') + (inventedId(1).endsWith('0') ? '1' : '0'),
      证书类型: '施工员证',
      发证日期: '2023-02-30',
      学时: '许多',
    };
    const problems = read(bad) as Problem[];
    expect(problems.map(({ path, reason }) => `${path} ${reason}`)).toEqual([
      'name required',
      'id_number id-number-check',
      'certificate_kind kind',
      'issued_on date-or-year',
      'hours hours',
    ]);
    expect(problems[1]).toMatchObject({ line: 7, column: '身份证号' });
    expect(JSON.stringify(problems)).not.toContain(bad.身份证号);
  });

  it('either holds or is refused, whatever stands in its cells', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('', '=1+1', '2025', '是', '#N/A')), {
          maxLength: 20,
        }),
        cells => {
          const row = readRow({ line: 2, cells }, LAYOUT, TODAY);
          if (Array.isArray(row)) expect(row.length).toBeGreaterThan(0);
          else expect(idNumberFault(row.idNumber, TODAY)).toBeUndefined();
        },
      ),
    );
  });

  it('with more cells than headers, or fewer, is refused: a comma in a text, or a file that was cut off', () => {
    const cells = line(1).split(',');
    expect(readRow({ line: 2, cells: [...cells, '多'] }, LAYOUT, TODAY)).toMatchObject([{ reason: 'cells-too-many' }]);
    expect(readRow({ line: 2, cells: cells.slice(0, -1) }, LAYOUT, TODAY)).toMatchObject([{ reason: 'cells-missing' }]);
  });
});

describe('the headers', () => {
  it('may come in any order, in Chinese or English; unknown ones are listed', () => {
    const layout = layoutOf(['备注', 'Certificate No', ' 身份证号 ', 'name', ''], REQUIRED);
    expect(layout).toMatchObject({ at: { certificate_no: 1, id_number: 2, name: 3 }, unknown: ['备注'] });
  });

  it('that are missing are named, as is one that stands twice', () => {
    expect(layoutOf(['姓名'], REQUIRED)).toEqual({ missing: ['id_number', 'certificate_no'] });
    expect(layoutOf(['姓名', 'name', '身份证号', '证书编号'], REQUIRED)).toEqual({ twice: 'name' });
  });
});
