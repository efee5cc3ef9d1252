/** Alternatives of a pattern out of a list of words; `_` stands for a space inside a word. */
export const any = (words: string): string => `(?:${words.trim().split(/\s+/).join('|').replaceAll('_', ' ')})`;
