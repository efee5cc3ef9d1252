import { expect, it } from 'vitest';
import { loadWords } from '../../src/locale/index.ts';
import { hainanNotice } from '../../src/policies/hainan-2020-135/notice.ts';
import { csvLine, RosterRefusedError, rejectedHeader, rejectedLine, sayRefusal } from '../../src/registry/index.ts';

const ZH = loadWords('zh-CN', hainanNotice);
const EN = loadWords('en', hainanNotice);
const PROBLEM = { line: 7, path: 'id_number', column: '身份证', reason: 'id-number-check' } as const;

it('D07: the file of rejected rows opens right in Excel: a byte order mark, row, column and how to mend it', () => {
  expect(rejectedHeader(ZH)).toBe('\ufeff行号,列,原因\r\n');
  expect(rejectedLine(PROBLEM, ZH)).toBe('7,身份证号,身份证号校验不通过，有一位写错了，请对照证件核对\r\n');
  expect(rejectedLine(PROBLEM, EN)).toMatch(/^7,id_number,"?the check digit does not fit/);
});

it('no cell that is written runs as a formula', () => {
  expect(csvLine(['=1+1', '+1', '-1', '@a', '\tb', 'a=b', null, 5])).toBe(`'=1+1,'+1,'-1,'@a,"'\tb",a=b,,5\r\n`);
  expect(csvLine(['a,"b"\n'])).toBe('"a,""b""\n"\r\n');
});

it('a refused file is told in both languages what it lacks', () => {
  const missing = new RosterRefusedError('missing-columns', { fields: 'id_number certificate_no' });
  expect(sayRefusal(missing, ZH)).toBe('第一行缺少这些表头：身份证号和证书编号');
  expect(sayRefusal(missing, EN)).toBe('the first row lacks these headers: id_number and certificate_no');
});
