import type { RawRow } from './row.ts';
import { type Limits, RosterRefusedError, type Sheet, type Source } from './source.ts';
import { readXml, type Tag, type XmlHandlers } from './xlsx-xml.ts';
import { openParts, type Parts } from './xlsx-zip.ts';

const WORKBOOK = 'xl/workbook.xml';
const RELATIONS = 'xl/_rels/workbook.xml.rels';
const STRINGS = 'xl/sharedStrings.xml';
/** Characters of all shared strings, which have to be held in memory. */
const MOST_STRINGS = 48 * 1024 ** 2;

/** Opens the first visible sheet of a workbook; it is read once to its end, so that one that is broken or swells is refused before a row is used. */
export async function openXlsx(source: Source, limits: Limits): Promise<Sheet> {
  const parts = await openParts(source, limits);
  try {
    const [sheet, ...others] = await visibleSheets(parts);
    const strings = parts.has(STRINGS) ? await sharedStrings(parts, limits) : [];
    const read = () => readSheet(parts, sheet!.part, { strings, limits });
    let rows = 0;
    for await (const batch of read()) rows = batch.at(-1)!.line;
    const otherSheets: string[] = [];
    for (const { name, part } of others.slice(0, MOST_OTHERS))
      if (await holdsSomething(parts, part, { strings, limits })) otherSheets.push(name);
    return { rows, read, otherSheets, close: () => parts.close() };
  } catch (error) {
    parts.close();
    throw error;
  }
}

/** So many sheets beside the first are looked into, to be named. */
const MOST_OTHERS = 20;

async function holdsSomething(
  parts: Parts,
  part: string,
  book: { strings: string[]; limits: Limits },
): Promise<boolean> {
  try {
    for await (const rows of readSheet(parts, part, book)) if (rows.length > 0) return true;
    return false;
  } catch (error) {
    if (error instanceof RosterRefusedError) return true;
    throw error;
  }
}

/** The sheets that are not hidden, in their order, and the part in which each lies; the first of them is there. */
async function visibleSheets(parts: Parts): Promise<{ name: string; part: string }[]> {
  if (!parts.has(WORKBOOK) || !parts.has(RELATIONS)) throw new RosterRefusedError('not-a-workbook');
  const sheets: { name: string; id: string | undefined }[] = [];
  let from1904 = false;
  await drain(parts, WORKBOOK, {
    open({ name, attributes }) {
      if (name === 'workbookPr') from1904 = /^(?:1|true)$/.test(attributes.date1904 ?? '');
      if (name === 'sheet' && (attributes.state ?? 'visible') === 'visible')
        sheets.push({ name: attributes.name ?? '', id: attributes['r:id'] ?? attributes.id });
    },
  });
  const targets = new Map<string, string>();
  await drain(parts, RELATIONS, {
    open({ name, attributes: { Id, Target } }) {
      if (name === 'Relationship' && Id !== undefined && Target !== undefined) targets.set(Id, Target);
    },
  });
  if (from1904) throw new RosterRefusedError('dates-from-1904');
  const placed = sheets.map(({ name, id }) => {
    const target = targets.get(id ?? '');
    const part = target?.startsWith('/') ? target.slice(1) : `xl/${target?.replace(/^\.\//, '')}`;
    return { name, part };
  });
  if (placed[0] === undefined || !parts.has(placed[0].part)) throw new RosterRefusedError('not-a-workbook');
  return placed.filter(({ part }) => parts.has(part));
}

async function drain(parts: Parts, part: string, handlers: XmlHandlers): Promise<void> {
  for await (const _ of readXml(await parts.stream(part), handlers));
}

async function sharedStrings(parts: Parts, limits: Limits): Promise<string[]> {
  const strings: string[] = [];
  const text = new VisibleText();
  let total = 0;
  await drain(parts, STRINGS, {
    open: ({ name }) => text.open(name),
    text: more => text.add(more),
    close(name) {
      text.close(name);
      if (name !== 'si') return;
      const string = text.take();
      total += string.length;
      if (string.length > limits.cell) throw new RosterRefusedError('too-long-cell', { row: 0 });
      if (total > MOST_STRINGS) throw new RosterRefusedError('inflates');
      strings.push(string);
    },
  });
  return strings;
}

/** The text in `<t>` and `<v>`, without what only tells how to pronounce it. */
class VisibleText {
  #text = '';
  #inside = false;
  #phonetic = false;

  open(name: string): void {
    if (name === 'rPh') this.#phonetic = true;
    this.#inside = !this.#phonetic && (name === 't' || name === 'v');
  }

  add(text: string): void {
    if (this.#inside) this.#text += text;
  }

  close(name: string): void {
    if (name === 'rPh') this.#phonetic = false;
    this.#inside = false;
  }

  take(): string {
    const text = this.#text;
    this.#text = '';
    return text;
  }
}

async function* readSheet(
  parts: Parts,
  part: string,
  book: { strings: string[]; limits: Limits },
): AsyncGenerator<RawRow[]> {
  const reader = new SheetReader(book.strings, book.limits);
  for await (const _ of readXml(await parts.stream(part), reader)) {
    const rows = reader.take();
    if (rows.length > 0) yield rows;
  }
}

class SheetReader implements XmlHandlers {
  readonly #strings: readonly string[];
  readonly #limits: Limits;
  readonly #text = new VisibleText();
  #rows: RawRow[] = [];
  #line = 0;
  #width = 0;
  #cells: string[] = [];
  #column = -1;
  #type = '';

  constructor(strings: readonly string[], limits: Limits) {
    this.#strings = strings;
    this.#limits = limits;
  }

  take(): RawRow[] {
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  }

  open({ name, attributes }: Tag): void {
    if (name === 'c') {
      this.#column = attributes.r === undefined ? this.#column + 1 : columnOf(attributes.r);
      this.#type = attributes.t ?? 'n';
    } else if (name === 'row') {
      this.#line = attributes.r === undefined ? this.#line + 1 : Number(attributes.r);
      this.#cells = [];
      this.#column = -1;
      if (!(this.#line <= this.#limits.rows))
        throw new RosterRefusedError('too-many-rows', { limit: this.#limits.rows });
    } else this.#text.open(name);
  }

  text(text: string): void {
    this.#text.add(text);
  }

  close(name: string): void {
    if (name === 'c') this.#closeCell(this.#text.take());
    else if (name !== 'row') this.#text.close(name);
    else if (this.#cells.some(cell => cell !== '')) this.#closeRow();
  }

  /** A workbook leaves out the empty cells at a row's end; here every row is as wide as the headers. */
  #closeRow(): void {
    this.#width ||= this.#cells.length;
    while (this.#cells.length < this.#width) this.#cells.push('');
    this.#rows.push({ line: this.#line, cells: this.#cells });
  }

  #closeCell(text: string): void {
    const { columns, cell } = this.#limits;
    const row = this.#line;
    const value = this.#type === 's' ? (this.#strings[Number(text)] ?? '') : text;
    if (value === '') return;
    if (value.length > cell) throw new RosterRefusedError('too-long-cell', { row });
    if (!(this.#column < columns)) throw new RosterRefusedError('too-many-columns', { row, limit: columns });
    while (this.#cells.length < this.#column) this.#cells.push('');
    this.#cells[this.#column] = value;
  }
}

/** 「A7」 is 0, 「AB12」 is 27. */
function columnOf(reference: string): number {
  let column = 0;
  for (let index = 0; index < reference.length; index += 1) {
    const letter = reference.charCodeAt(index) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  return column - 1;
}
