import { setFlagsFromString } from 'node:v8';

/** How much a heap may grow beyond what was in use before rubbish is collected; left alone, V8 lets one of this size grow to four times as much. */
const GROWING_PERCENT = 25;

/**
 * Keeps the memory of a server near what it uses: a remembered chat is set anew with every message and is old by then, so that its rubbish
 * waits for a collection of the whole heap. V8 looks at this figure each time that it has collected, so that it may be set while the program runs.
 */
export function keepHeapSmall(): void {
  setFlagsFromString(`--heap-growing-percent=${GROWING_PERCENT}`);
}
