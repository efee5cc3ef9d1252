/** A setting that reads well and cannot be used: a store that does not open, a port that is taken. One line that names it, never its value. */
export class SettingError extends Error {
  override readonly name: string = 'SettingError';

  constructor(setting: string, problem: string, options?: ErrorOptions) {
    super(`${setting}: ${problem}`, options);
  }
}
