/** The exit statuses that scripts rely on (interface, section 4). */
export const EXIT = {
  done: 0,
  /** Done, with rejected rows, bad lines or failed deliveries. */
  doneWithFaults: 1,
  couldNotRun: 2,
} as const;

/** Something a person can mend: said in one line, without a stack. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Ends the program: a usage error as one line, our own bug with its stack. */
export function stopWith(error: unknown): never {
  const text =
    error instanceof UsageError
      ? error.message
      : error instanceof Error
        ? (error.stack ?? error.message)
        : String(error);
  process.stderr.write(`${text}\n`);
  process.exit(EXIT.couldNotRun);
}
