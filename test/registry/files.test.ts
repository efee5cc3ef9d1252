import { describe, expect, it } from 'vitest';
import type { RawRow } from '../../src/registry/row.ts';
import { openSheet } from '../../src/registry/sheet.ts';
import { FILE_LIMITS, type RefusalReason, type RosterRefusedError } from '../../src/registry/source.ts';
import { csv, HEADERS, line } from './people.ts';
import { workbookParts, zip } from './workbooks.ts';

const ROWS = [HEADERS.split(','), line(1).split(',')];

async function cells(bytes: Uint8Array): Promise<(readonly string[])[]> {
  const sheet = await openSheet({ bytes }, FILE_LIMITS);
  const rows: RawRow[] = [];
  for await (const batch of sheet.read()) rows.push(...batch);
  sheet.close();
  return rows.map(row => row.cells);
}

async function refusal(bytes: Uint8Array, limits = FILE_LIMITS): Promise<RefusalReason | 'taken'> {
  return openSheet({ bytes }, limits).then(
    sheet => {
      sheet.close();
      return 'taken' as const;
    },
    (error: RosterRefusedError) => error.reason,
  );
}

describe('a CSV file', () => {
  const text = `${HEADERS}\n${line(1)}\n`;

  it('is read in UTF-8 with and without a byte order mark, in UTF-16, with commas, tabs and semicolons, and every line end', async () => {
    const utf16 = Buffer.from(`\ufeff${text}`, 'utf16le');
    const files = [
      Buffer.from(text),
      Buffer.from(`\ufeff${text}`),
      utf16,
      Buffer.from(utf16).swap16(),
      Buffer.from(text.replaceAll(',', '\t')),
      Buffer.from(text.replaceAll(',', ';')),
      Buffer.from(text.replaceAll('\n', '\r\n')),
      Buffer.from(text.replaceAll('\n', '\r')),
      Buffer.from(text.trimEnd()),
      Buffer.from(text.replace('\n', '\r\n\r\n')),
    ];
    for (const file of files) expect(await cells(file)).toEqual(ROWS);
  });

  it('is read in GB18030, found out by itself, characters of four bytes included', async () => {
    // 姓名,身份证号,证书编号 / 张㐂 (8139EF31… stands for 㐂: 0x8139EE39),1,2
    const gb = Buffer.from('d0d5c3fb2cc9edb7ddd6a4bac52cd6a4cae9b1e0bac50ad5c58139ee392c312c320a', 'hex');
    const [headers, row] = await cells(gb);
    expect(headers).toEqual(['姓名', '身份证号', '证书编号']);
    expect(row).toEqual([
      '张㐀'.replace('㐀', new TextDecoder('gb18030').decode(Buffer.from('8139ee39', 'hex'))),
      '1',
      '2',
    ]);
  });

  it('may quote cells with commas, quotes and line ends in them', async () => {
    expect(await cells(Buffer.from('姓名,备注\n甲,"一,二\n""三"""\n'))).toEqual([
      ['姓名', '备注'],
      ['甲', '一,二\n"三"'],
    ]);
  });

  it('numbers its rows as a spreadsheet does, blank ones included', async () => {
    const sheet = await openSheet({ bytes: Buffer.from(`${HEADERS}\n\n,,,\n${line(1)}\n`) }, FILE_LIMITS);
    const lines: number[] = [];
    for await (const batch of sheet.read()) lines.push(...batch.map(row => row.line));
    expect(lines).toEqual([1, 4]);
  });

  it('that is hostile or broken is refused with its reason before a row is used', async () => {
    const good = csv(line(1)).bytes;
    const extended = (more: string | Buffer) => Buffer.concat([good, Buffer.from(more)]);
    const cases: [RefusalReason, Uint8Array][] = [
      ['empty', Buffer.alloc(0)],
      ['encoding', extended(Buffer.from([0xff, 0xff, 0xff]))],
      ['not-text', extended('a\0b')],
      ['unclosed-quote', extended('"甲')],
      ['too-long-cell', extended('x'.repeat(200_000))],
      ['too-long-cell', extended(`"${'x\n'.repeat(200_000)}"`)],
      ['too-many-columns', extended(','.repeat(1_000_000))],
      ['old-excel', Buffer.from('d0cf11e0a1b11ae1', 'hex')],
    ];
    for (const [reason, bytes] of cases) expect(await refusal(bytes), reason).toBe(reason);
    expect(await refusal(good, { ...FILE_LIMITS, bytes: 10 })).toBe('too-big');
    expect(await refusal(good, { ...FILE_LIMITS, rows: 2 })).toBe('too-many-rows');
  });

  it('with 100 MB in one cell is refused without being kept in memory', async () => {
    const bytes = Buffer.concat([csv(line(1)).bytes, Buffer.alloc(100 * 1024 ** 2, 'x')]);
    const before = process.memoryUsage().rss;
    expect(await refusal(bytes)).toBe('too-long-cell');
    expect(process.memoryUsage().rss - before).toBeLessThan(60 * 1024 ** 2);
  });
});

describe('an XLSX file', () => {
  it('is read from inline texts, shared texts, figures and formulas, rich texts without their pronunciation', async () => {
    const sheet = `<x:worksheet xmlns:x="s"><x:sheetData>
      <x:row r="1"><x:c r="A1" t="s"><x:v>0</x:v></x:c><x:c r="C1" t="s"><x:v>1</x:v></x:c></x:row>
      <x:row r="5"><x:c r="A5" t="inlineStr"><x:is><x:t>甲&amp;乙</x:t></x:is></x:c><x:c r="B5"><x:v>42887</x:v></x:c><x:c r="C5" t="str"><x:f>1+1</x:f><x:v>二</x:v></x:c></x:row>
      <x:row r="6"><x:c r="A6" t="b"><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>`;
    const shared =
      '<sst><si><t>姓名</t></si><si><r><t>学</t></r><r><t>时</t></r><rPh sb="0" eb="1"><t>xue</t></rPh></si></sst>';
    const bytes = zip({ ...workbookParts([], sheet), 'xl/sharedStrings.xml': shared });
    expect(await cells(bytes)).toEqual([
      ['姓名', '', '学时'],
      ['甲&乙', '42887', '二'],
      ['1', '', ''],
    ]);
  });

  it('gives the first sheet that is not hidden', async () => {
    const parts = workbookParts([['姓名'], ['甲']]);
    const workbook = parts['xl/workbook.xml']!.replace(
      '<sheets>',
      '<sheets><sheet name="b" sheetId="2" state="hidden" r:id="rId2"/>',
    );
    expect(await cells(zip({ ...parts, 'xl/workbook.xml': workbook }))).toEqual([['姓名'], ['甲']]);
  });

  it('that is hostile or broken is refused with its reason before a row is used', async () => {
    const whole = zip(workbookParts(ROWS));
    const sheet = (inside: string) => zip(workbookParts([], `<worksheet><sheetData>${inside}</sheetData></worksheet>`));
    const row = (cell: string) =>
      sheet(`<row r="1"><c r="A1" t="inlineStr"><is><t>姓名</t></is></c></row><row r="2">${cell}</row>`);
    const cases: [RefusalReason, Uint8Array][] = [
      ['broken-zip', whole.subarray(0, whole.length - 40)],
      ['broken-zip', Buffer.concat([whole.subarray(0, 300), whole.subarray(320)])],
      ['broken-zip', zip(workbookParts(ROWS), 10)],
      ['broken-zip', sheet('<row><c>')],
      ['not-a-workbook', zip({ 'word/document.xml': '<a/>' })],
      ['macros', zip({ ...workbookParts(ROWS), 'xl/vbaProject.bin': 'x' })],
      ['inflates', zip(workbookParts(ROWS), 2 ** 31)],
      ['too-long-cell', row(`<c r="A2" t="inlineStr"><is><t>${'x'.repeat(40_000)}</t></is></c>`)],
      ['too-many-columns', row('<c r="XFD2"><v>1</v></c>')],
      ['too-many-columns', row('<c><v>1</v></c>'.repeat(100_000))],
      ['too-many-rows', sheet('<row r="99999999"><c><v>1</v></c></row>')],
      [
        'dates-from-1904',
        zip({
          ...workbookParts(ROWS),
          'xl/workbook.xml': workbookParts(ROWS)['xl/workbook.xml']!.replace(
            '<sheets>',
            '<workbookPr date1904="1"/><sheets>',
          ),
        }),
      ],
    ];
    for (const [reason, bytes] of cases) expect(await refusal(bytes), reason).toBe(reason);
  });

  it('with 100 MB in one cell, or an entity that unfolds without end, is refused while it unpacks', async () => {
    const bomb = zip(
      workbookParts(
        [],
        `<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>${'x'.repeat(100 * 1024 ** 2)}`,
      ),
    );
    expect(bomb.length).toBeLessThan(1024 ** 2);
    expect(await refusal(bomb)).toBe('too-long-cell');
    const laughs =
      '<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><worksheet><sheetData><row><c><v>&b;</v></c></row></sheetData></worksheet>';
    expect(await refusal(zip(workbookParts([], laughs)))).toBe('broken-zip');
  });
});
