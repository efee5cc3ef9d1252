import { readFileSync } from 'node:fs';

/** How a character sounds: toneless, and with the sounds joined that voice input and southern speech confuse (zh/z, ng/n). */
export interface Sounds {
  /** The sound of a character (UTF-16 unit), 0 when it has none. */
  of(unit: number): number;
  /** The sounds of a Latin run that is nothing but pinyin (`guoqi` → guo, qi); null when it is not. */
  read(latin: string): readonly number[] | null;
}

const LONGEST = 6;

/** Reads `model/syllables.txt` (22 kB, a few milliseconds). */
export function loadSounds(file: URL): Sounds {
  const byUnit = new Uint16Array(0x10000);
  const bySpelling = new Map<string, number>();
  const numbers = new Map<string, number>();
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const [spelling, characters] = line.split(' ');
    if (!spelling || !characters) continue;
    const sound = numbers.get(blur(spelling)) ?? numbers.size + 1;
    numbers.set(blur(spelling), sound);
    bySpelling.set(spelling, sound);
    for (let at = 0; at < characters.length; at++) byUnit[characters.charCodeAt(at)] = sound;
  }
  return { of: unit => byUnit[unit]!, read: latin => readPinyin(latin, bySpelling) };
}

function blur(spelling: string): string {
  return spelling.replace(/^([zcs])h/, '$1').replace(/([aei])ng$/, '$1n');
}

/** Longest syllables first, stepping back where that leads nowhere. */
function readPinyin(latin: string, bySpelling: ReadonlyMap<string, number>): readonly number[] | null {
  if (latin.length === 0) return [];
  for (let length = Math.min(LONGEST, latin.length); length > 0; length--) {
    const sound = bySpelling.get(latin.slice(0, length));
    const rest = sound === undefined ? null : readPinyin(latin.slice(length), bySpelling);
    if (sound !== undefined && rest) return [sound, ...rest];
  }
  return null;
}
