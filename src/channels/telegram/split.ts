/** The longest text that Telegram takes, in UTF-16 units. */
export const TEXT_LIMIT = 4096;

/** Where a text may be cut, the best place first: after a paragraph, a line, a sentence, a word. */
const SEAMS = [/\n\s*\n/g, /\n/g, /[。！？；…]+[」』”’）》]*|[.!?;]+["')\]]*(?=\s)/g, /[，、：]|\s/g];

/**
 * Cuts a text into pieces of at most `limit` UTF-16 units, at a sensible place as late as possible; nothing but white space at a cut is lost.
 * A seam in the first half is not used while a lesser one in the second half would do: it would leave a scrap and a wall.
 */
export function split(text: string, limit = TEXT_LIMIT): string[] {
  const whole = text.trim();
  if (whole.length <= limit) return whole === '' ? [] : [whole];
  const at = cutOf(whole, limit);
  return [whole.slice(0, at).trimEnd(), ...split(whole.slice(at), limit)];
}

function cutOf(text: string, limit: number): number {
  // One more than the limit: a piece may be full and its seam just behind it.
  const window = text.slice(0, limit + 1);
  for (const seam of SEAMS) {
    const last = lastEnd(window, seam, limit);
    if (last > limit / 2) return last;
  }
  return isHighSurrogate(text.charCodeAt(limit - 1)) ? limit - 1 : limit;
}

/** The end of the last seam that leaves a piece within the limit; white space does not count, as it is trimmed away. */
function lastEnd(window: string, seam: RegExp, limit: number): number {
  let last = 0;
  for (const match of window.matchAll(seam)) {
    const end = match.index + match[0].length;
    if (window.slice(0, end).trimEnd().length <= limit) last = end;
  }
  return last;
}

const isHighSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;
