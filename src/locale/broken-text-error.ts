/** A text that cannot be read or shown; its message names the file, the text and what is the matter, in one line. */
export class BrokenTextError extends Error {
  override readonly name = 'BrokenTextError';
  constructor(file: string, where: string, what: string) {
    super(`${file}: ${where}: ${what}`);
  }
}
