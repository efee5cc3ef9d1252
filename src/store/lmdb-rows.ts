import type { Entry, KeptEntry } from './port.ts';

/** How many bytes a moment takes before a value, and as the value of a debt. */
const MOMENT_BYTES = 6;
const HOUR_MS = 3_600_000;

/** Later than any clock shows, and still six bytes. */
export const NEVER = 2 ** (8 * MOMENT_BYTES) - 1;

/** An entry as it lies there, expired or not. */
export interface Raw extends Entry {
  /** Milliseconds since 1970, or `NEVER`. */
  expiresAt: number;
}

/** What is to be written of an entry. */
export interface Row extends Raw {
  key: string;
  owes: string | undefined;
}

export function moment(ms: number): Buffer {
  const bytes = Buffer.alloc(MOMENT_BYTES);
  bytes.writeUIntBE(Math.min(ms, NEVER), 0, MOMENT_BYTES);
  return bytes;
}

export function momentIn(bytes: Buffer): number {
  return bytes.readUIntBE(0, MOMENT_BYTES);
}

export function bytesOfRow({ expiresAt, value }: Raw): Buffer {
  return Buffer.concat([moment(expiresAt), value]);
}

export function rawOf(bytes: Buffer, version: number): Raw {
  return { expiresAt: momentIn(bytes), value: bytes.subarray(MOMENT_BYTES), version };
}

export function keptOf(key: string, { expiresAt, ...entry }: Raw): KeptEntry {
  return { key, ...entry, expiresAt: expiresAt === NEVER ? undefined : expiresAt };
}

export function hourOf(ms: number): number {
  return Math.floor(ms / HOUR_MS);
}
