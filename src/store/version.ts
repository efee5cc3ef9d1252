import { randomInt } from 'node:crypto';
import { NOTHING } from './port.ts';

/** How many bytes a version takes where an engine writes it out. */
export const VERSION_BYTES = 6;

/** A name for one writing of an entry. Drawn and not counted: a count would begin again after a removal, and an old reader would take the new entry for its own. */
export function newVersion(): number {
  return randomInt(NOTHING + 1, 2 ** (8 * VERSION_BYTES) - 1);
}
