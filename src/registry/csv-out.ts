/** Excel takes a file for UTF-8 when this comes first. */
export const BYTE_ORDER_MARK = '\ufeff';

/** One line of CSV; a cell that a spreadsheet would run as a formula is made text by an apostrophe, which an import takes off again. */
export function csvLine(cells: readonly (string | number | null)[]): string {
  return `${cells.map(cell).join(',')}\r\n`;
}

function cell(value: string | number | null): string {
  if (value === null) return '';
  const text = /^[=+\-@＝＋－＠\t\r\n]/.test(`${value}`) ? `'${value}` : `${value}`;
  return /[",;\r\n\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
