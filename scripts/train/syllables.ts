import { writeFileSync } from 'node:fs';
import { pinyin } from 'pinyin-pro';

/** Writes `model/syllables.txt`: a line per toneless syllable, with the characters that are read so (their commonest reading). */
const bySyllable = new Map<string, string>();
const decoder = new TextDecoder('gb18030');
const characters = new Set<string>();
for (let high = 0xb0; high <= 0xf7; high++)
  for (let low = 0xa1; low <= 0xfe; low++) characters.add(decoder.decode(Uint8Array.of(high, low)));
// The traditional and colloquial ones that phone keyboards and Cantonese writing add.
for (let code = 0x4e00; code <= 0x9fa5; code++) {
  const big5 = String.fromCharCode(code);
  if (isCommonTraditional(big5)) characters.add(big5);
}
for (const character of [...characters].sort()) {
  if (!/^[\u4e00-\u9fa5]$/.test(character)) continue;
  const reading = pinyin(character, { toneType: 'none', type: 'array' })[0]!.replace('ü', 'v');
  if (/^[a-z]+$/.test(reading)) bySyllable.set(reading, (bySyllable.get(reading) ?? '') + character);
}
const lines = [...bySyllable].sort(([a], [b]) => (a < b ? -1 : 1)).map(([syllable, list]) => `${syllable} ${list}`);
writeFileSync(new URL('../../model/syllables.txt', import.meta.url), `${lines.join('\n')}\n`);

function isCommonTraditional(character: string): boolean {
  return '嚟喺俾畀冇嘅咗啲嘢佢哋唔係睇邊點啱攞嗰咁乜嘥瞓搵揾邊諗'.includes(character);
}
