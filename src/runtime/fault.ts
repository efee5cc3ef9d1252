/** An error without its words. */
export interface Fault {
  name: string;
  code?: string;
  /** The lines of its stack that name places in the source. */
  at: readonly string[];
  cause?: Fault;
}

const FRAME = /^\s{4}at (?:[\w.<>#$ [\]]{1,80} \()?((?:file:\/\/|node:|\/|[A-Z]:\\)[^\s()]{1,300}:\d+:\d+)\)?$/;
const NAME = /^[\w$]{1,60}$/;
const MOST_FRAMES = 12;
const DEEPEST_CAUSE = 3;

/** What may be written down of an error: its name, its code and the places of its stack; its message may quote what a person wrote. */
export function faultOf(error: unknown, depth = 0): Fault {
  if (!(error instanceof Error)) return { name: typeof error, at: [] };
  const { code } = error as { code?: unknown };
  return {
    name: NAME.test(error.name) ? error.name : 'Error',
    ...(typeof code === 'string' && NAME.test(code) && { code }),
    at: framesOf(error),
    ...(error.cause !== undefined && depth < DEEPEST_CAUSE && { cause: faultOf(error.cause, depth + 1) }),
  };
}

/** A message stands at the head of the stack and may look like a frame itself, so it is cut off first. */
function framesOf({ stack = '', message }: Error): string[] {
  const start = message === '' ? 0 : stack.indexOf(message) + message.length;
  return stack
    .slice(start)
    .split('\n')
    .flatMap(line => FRAME.exec(line)?.[0].trim() ?? [])
    .slice(0, MOST_FRAMES);
}
