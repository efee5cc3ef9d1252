/** Eighteen digits, or seventeen and an X, with or without gaps; fifteen are the ID numbers of before 1999. */
const ID_NUMBER = /(^|[^\dA-Za-z])(\d(?:[ -]?\d){16}[ -]?[\dXx]|\d(?:[ -]?\d){14})(?![\dA-Za-z])/g;

/** The text as it may be kept and shown: of an ID number, the first three and the last two characters are left. */
export function masked(text: string): string {
  return text.replace(ID_NUMBER, (_, before: string, number: string) => {
    const plain = number.replace(/[ -]/g, '');
    return `${before}${plain.slice(0, 3)}${'•'.repeat(plain.length - 5)}${plain.slice(-2)}`;
  });
}
