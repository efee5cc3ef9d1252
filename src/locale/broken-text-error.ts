/** A text that cannot be read or shown; its message names the file, the text and what is the matter, in one line. */
export class BrokenTextError extends Error {
  override readonly name = 'BrokenTextError';
  /** By whoever wrote the file: said in one line, without a stack. */
  readonly mendable = true;

  constructor(file: string, where: string, what: string) {
    super(`${file}: ${where}: ${what}`);
  }
}
