import { readFileSync } from 'node:fs';

/** How a character sounds: toneless, and with the sounds joined that voice input and southern speech confuse (zh/z, ng/n). */
export interface Sounds {
  /** The sound of a character (UTF-16 unit), 0 when it has none. */
  of(unit: number): number;
  /** The sounds of a Latin run that is nothing but pinyin (`guoqi` → guo, qi); null when it is not. */
  read(latin: string): readonly number[] | null;
}

const LONGEST = 6;
/** Every syllable ends so; most English words do not, and need no closer look. */
const ENDS = /^[a-z]*(?:[aeiouvnr]|ng)$/;

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
  return { of: unit => byUnit[unit]!, read: latin => (ENDS.test(latin) ? readPinyin(latin, bySpelling) : null) };
}

function blur(spelling: string): string {
  return spelling.replace(/^([zcs])h/, '$1').replace(/([aei])ng$/, '$1n');
}

/** Longest syllables first, stepping back where that leads nowhere; a place that led nowhere once is not tried again. */
function readPinyin(
  latin: string,
  bySpelling: ReadonlyMap<string, number>,
  at = 0,
  dead = new Set<number>(),
): number[] | null {
  if (at === latin.length) return [];
  if (dead.has(at)) return null;
  for (let end = Math.min(at + LONGEST, latin.length); end > at; end--) {
    const sound = bySpelling.get(latin.slice(at, end));
    const rest = sound === undefined ? null : readPinyin(latin, bySpelling, end, dead);
    if (sound !== undefined && rest) return [sound, ...rest];
  }
  dead.add(at);
  return null;
}
