/** A line on a terminal that says how far long work has come. */
export interface Progress {
  show(done: number, of: number): void;
  /** Takes the line away. */
  end(): void;
}

const WIDTH = 30;
const EVERY_MS = 100;

/** Draws on standard error when that is a terminal, and nothing anywhere else. */
export function progressOn(stream: NodeJS.WriteStream, ticks: () => number): Progress {
  if (!stream.isTTY) return { show() {}, end() {} };
  let last = Number.NEGATIVE_INFINITY;
  return {
    show(done, of) {
      if (ticks() - last < EVERY_MS && done < of) return;
      last = ticks();
      stream.write(`\r\u001b[K${progressLine(done, of)}`);
    },
    end: () => void stream.write('\r\u001b[K'),
  };
}

/** 「█████░░░░░  50%  512 / 1024」. */
export function progressLine(done: number, of: number): string {
  const share = of === 0 ? 1 : Math.min(1, done / of);
  const full = Math.round(share * WIDTH);
  return `${'█'.repeat(full)}${'░'.repeat(WIDTH - full)} ${String(Math.floor(share * 100)).padStart(3)}%  ${done} / ${of}`;
}
