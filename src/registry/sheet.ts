import { headOf, type Limits, RosterRefusedError, type Sheet, type Source, sizeOf } from './source.ts';

const ZIP = [0x50, 0x4b];
/** The container of Excel 97, and of every workbook with a password. */
const OLE = [0xd0, 0xcf, 0x11, 0xe0];

/** Opens CSV or XLSX, told apart by their first bytes and not by their name. Rejects with `RosterRefusedError`. */
export async function openSheet(source: Source, limits: Limits): Promise<Sheet> {
  const size = await sizeOf(source);
  if (size > limits.bytes)
    throw new RosterRefusedError('too-big', { limit: `${Math.floor(limits.bytes / 1024 ** 2)}` });
  if (size === 0) throw new RosterRefusedError('empty');
  const head = await headOf(source, 8);
  if (startsWith(head, OLE)) throw new RosterRefusedError('old-excel');
  // Loaded when a file comes: a server that only answers starts without them.
  if (startsWith(head, ZIP)) return (await import('./xlsx.ts')).openXlsx(source, limits);
  return (await import('./csv.ts')).openCsv(source, limits);
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}
