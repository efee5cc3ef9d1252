/** Sounds that fill a pause, one or more of them and nothing else. */
const PAUSES = '嗯哦噢啊呃额唔呵哈嘿欸诶哎唉';
const PAUSE = new RegExp(`^[${PAUSES}]+$`);
/** Neighbours on a keyboard, or more consonants in a row than any word or pinyin has. */
const KEYS = /qwer|wert|ertyu|tyui|uiop|asdf|sdfg|dfgh|fghj|ghjk|hjkl|zxcv|xcvb|cvbn|vbnm|[bcdfghjklmnpqrstvwxz]{6}/;
/** So long is nothing that is written with so few signs; shorter (「谢谢谢谢」) it may be a word said twice. */
const LONG = 12;
const FEW_SIGNS = 3;

/** Whether a text holds no words at all, whatever it is about: marks and pictures alone, or one sign over and over. */
export function saysNothing(text: string): boolean {
  if (hasManySigns(text)) return false;
  const signs = signsOf(text);
  return signs === '' || PAUSE.test(signs) || (signs.length >= LONG && new Set(signs).size <= FEW_SIGNS);
}

/** Told of nearly every text by its beginning, before it is looked at more closely. */
function hasManySigns(text: string): boolean {
  let [first, second, third] = [0, 0, 0];
  for (let at = 0; at < text.length; at++) {
    const sign = text.charCodeAt(at);
    if (!isSign(sign) || sign === first || sign === second || sign === third || PAUSES.includes(text[at]!)) continue;
    if (first === 0) first = sign;
    else if (second === 0) second = sign;
    else if (third === 0) third = sign;
    else return true;
  }
  return false;
}

/** Chinese characters, letters and digits: what nearly all text is written with. */
const isSign = (code: number): boolean =>
  (code >= 0x4e00 && code <= 0x9fff) ||
  (code >= 97 && code <= 122) ||
  (code >= 65 && code <= 90) ||
  (code >= 48 && code <= 57);

/** Whether a text that seems to be about another matter is about none: keys struck in a row (asdfghjkl), or the same sign thrice and more. */
export function looksStruck(text: string): boolean {
  const signs = signsOf(text);
  if (signs.length >= 3 && new Set(signs).size === 1) return true;
  return /^[a-z]{4,24}$/.test(signs) && !text.trim().includes(' ') && KEYS.test(signs);
}

const signsOf = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();
