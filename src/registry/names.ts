import traditionalToSimplified from 'opencc-js/dict/TSCharacters';

const SIMPLIFIED = new Map(traditionalToSimplified.split('|').map(pair => pair.split(' ') as [string, string]));
/** Spaces, marks that nobody sees, and every dot or dash that stands between the parts of a name. */
const BETWEEN = /[\s\p{Cf}\p{Mn}·•・‧∙⋅●．.。｡᛫\-–—'’]/gu;

/** A name as it is compared: two that differ in spacing, width, middle dot, traditional forms or case are equal. */
export function plainName(name: string): string {
  const letters = name.normalize('NFKC').replace(BETWEEN, '').toLowerCase();
  let plain = '';
  for (const letter of letters) plain += SIMPLIFIED.get(letter) ?? letter;
  return plain;
}

/** The first character and nothing more of a name. */
export function maskedName(name: string): string {
  return `${[...name][0] ?? ''}**`;
}

/** A certificate number as it is compared: an opaque string, whatever its spacing, width and case. */
export function plainNumber(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\p{Cf}]/gu, '')
    .toUpperCase();
}
