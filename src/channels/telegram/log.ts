/** The part of a logger (pino's shape) that the channel uses. What it is given never holds a text, a name or a chat. */
export interface Log {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

const nothing = (): void => {};

export const SILENT: Log = { info: nothing, warn: nothing, error: nothing };
