import { SettingError } from '../runtime/setting-error.ts';

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

/** Ends the program: what a person can mend as one line, our own bug with its stack. */
export function stopWith(error: unknown): never {
  const mendable = error instanceof UsageError || error instanceof SettingError || isMarked(error);
  const text = mendable ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`${text}\n`);
  process.exit(EXIT.couldNotRun);
}

/** Errors of parts that not every command loads say it of themselves. */
function isMarked(error: unknown): error is Error {
  return error instanceof Error && 'mendable' in error && error.mendable === true;
}

/** Ends the program without a word when whoever reads its output (`| head`) has had enough; any other failure of writing is told. */
export function endWithReader(output: NodeJS.WriteStream): void {
  output.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') stopWith(error);
    process.exit(EXIT.doneWithFaults);
  });
}
