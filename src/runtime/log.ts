import { type DestinationStream, type Logger, pino } from 'pino';
import { faultOf } from './fault.ts';

/**
 * Structured lines without personal data by construction: a line holds fields that are listed here, each with values of its own shape, and a
 * message written in the source. Whatever else is handed in, at whatever level of a value, is left out.
 */
export interface Log {
  debug(fields: LogFields, message: string): void;
  info(fields: LogFields, message: string): void;
  warn(fields: LogFields, message: string): void;
  error(fields: LogFields, message: string): void;
}

/** Too short for a chat's token, and without the row of digits that a phone or an ID number is. */
const WORD = /^(?!.*\d{9})[\w-]{1,40}$/;
const NUMBER = (value: unknown): boolean => typeof value === 'number' && Math.abs(value) < 1e11;
const FLAG = (value: unknown): boolean => typeof value === 'boolean';
const text =
  (shape: RegExp) =>
  (value: unknown): boolean =>
    typeof value === 'string' && shape.test(value);
const word = text(WORD);

/** Every field a line may have, and what it may hold. Numbers stay too short for an ID number. */
const FIELDS = {
  /** Ties together what belongs to one request or turn. */
  reference: word,
  /** The number that a person was given for a fault. */
  number: word,
  channel: word,
  topic: word,
  certain: FLAG,
  saved: FLAG,
  ms: NUMBER,
  method: word,
  /** The pattern of a path, never the path: a chat's address is its key. */
  route: text(/^(\/[\w:.*-]{0,24})+$/),
  status: NUMBER,
  code: (value: unknown) => NUMBER(value) || word(value),
  error: word,
  update: NUMBER,
  count: NUMBER,
  attempt: NUMBER,
  retryInMs: NUMBER,
  webhook: FLAG,
  store: word,
  part: word,
  signal: word,
  setting: word,
  host: text(/^[\w.:-]{1,80}$/),
  port: NUMBER,
  version: text(/^[\w./-]{1,40}$/),
  locale: word,
  asOf: text(/^\d{4}-\d{2}-\d{2}$/),
} satisfies Record<string, (value: unknown) => boolean>;

export type LogFields = { [F in keyof typeof FIELDS]?: string | number | boolean | undefined } & {
  /** What went wrong: written as its name, code and places in the source, without its message, which may quote a person. */
  err?: unknown;
};

export type Level = 'debug' | 'info' | 'warn' | 'error' | 'silent';

/** Opens the log: JSON lines on standard error unless another destination is named. */
export function createLog(options: { level?: Level; destination?: DestinationStream } = {}): Log {
  const { level = 'info', destination = pino.destination({ fd: 2, sync: true }) } = options;
  const logger = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, destination);
  return {
    debug: lineOf(logger, 'debug'),
    info: lineOf(logger, 'info'),
    warn: lineOf(logger, 'warn'),
    error: lineOf(logger, 'error'),
  };
}

const silent = (): void => {};

/** Writes nothing. */
export const SILENT_LOG: Log = { debug: silent, info: silent, warn: silent, error: silent };

function lineOf(logger: Logger, level: 'debug' | 'info' | 'warn' | 'error'): Log['info'] {
  return (fields, message) => logger[level](knownOf(fields), message);
}

const CHECKS: ReadonlyMap<string, (value: unknown) => boolean> = new Map(Object.entries(FIELDS));

function knownOf(fields: LogFields): Record<string, unknown> {
  const known: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(fields))
    if (value !== undefined && CHECKS.get(name)?.(value) === true) known[name] = value;
  if (fields.err !== undefined) known.fault = faultOf(fields.err);
  return known;
}
