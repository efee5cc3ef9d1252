const SMALL =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const LEAD = /^(?:about|just|only|around|it's|i have|i did|i've done|maybe| )*/;
const TAIL = /(?: (?:hours?|hrs?|done|so far|please|only))*[.!]*$/;

/** The value of "thirty-two", "a hundred and five hours", when the text is nothing else; up to 999. */
export function readEnglishNumber(text: string): number | null {
  if (!/^[a-z' .!-]+$/.test(text)) return null;
  const words = text
    .replace(LEAD, '')
    .replace(TAIL, '')
    .replaceAll('-', ' ')
    .split(' ')
    .filter(word => word !== 'and');
  let total = 0;
  for (const [at, word] of words.entries()) {
    const small = SMALL.indexOf(word);
    const tens = TENS.indexOf(word);
    if (small >= 0) total += small;
    else if (tens >= 0) total += (tens + 2) * 10;
    else if (word === 'hundred') total = (total || 1) * 100;
    else if (!(word === 'a' && at === 0 && words[1] === 'hundred')) return null;
  }
  return words.length > 0 ? total : null;
}
