/** Rewrites dialect and bookish words to plain ones: `唔使換` and `不用换` become the same text to learn from. */
export type Plain = (text: string) => string;

/** Reads `locales/zh-CN/plain-words.txt`. */
export function readPlainWords(list: string): Plain {
  const byFirst = new Map<number, [word: string, plain: string][]>();
  for (const line of list.split('\n')) {
    const colon = line.indexOf(':');
    if (colon < 0 || line.startsWith('#')) continue;
    for (const word of line
      .slice(colon + 1)
      .trim()
      .split(' ')) {
      const entries = byFirst.get(word.charCodeAt(0)) ?? [];
      entries.push([word, line.slice(0, colon)]);
      byFirst.set(word.charCodeAt(0), entries);
    }
  }
  for (const entries of byFirst.values()) entries.sort((a, b) => b[0].length - a[0].length);
  return text => rewriteAll(text, byFirst);
}

function rewriteAll(text: string, byFirst: ReadonlyMap<number, readonly [string, string][]>): string {
  let out = '';
  let copied = 0;
  for (let at = 0; at < text.length; at++) {
    const entry = byFirst.get(text.charCodeAt(at))?.find(([word]) => text.startsWith(word, at));
    if (!entry) continue;
    out += text.slice(copied, at) + entry[1];
    at += entry[0].length - 1;
    copied = at + 1;
  }
  return copied === 0 ? text : out + text.slice(copied);
}
