import { EventEmitter } from 'node:events';
import { expect, it } from 'vitest';
import { SILENT_LOG } from '../../src/runtime/log.ts';
import { type Step, stopOnSignal } from '../../src/runtime/shutdown.ts';

it('stops the parts one after another, in order, and ends well', async () => {
  const done: string[] = [];
  const step =
    (name: string): Step =>
    async () => {
      done.push(`${name} begins`);
      await new Promise(resolve => setImmediate(resolve));
      done.push(`${name} ends`);
    };
  const { signal, status } = process([step('channel'), step('store')]);
  signal('SIGTERM');
  expect(await status).toBe(0);
  expect(done).toEqual(['channel begins', 'channel ends', 'store begins', 'store ends']);
});

it('stops the rest when one part fails, and says so in the status', async () => {
  let closed = false;
  const { signal, status } = process([
    () => Promise.reject(new Error('stuck')),
    async () => {
      closed = true;
    },
  ]);
  signal('SIGINT');
  expect(await status).toBe(1);
  expect(closed).toBe(true);
});

it('ends after the limit when a part does not', async () => {
  const { signal, status } = process([() => new Promise(() => {})], 20);
  signal('SIGTERM');
  expect(await status).toBe(1);
});

it('ends at once on a second signal', async () => {
  const { signal, status } = process([() => new Promise(() => {})]);
  signal('SIGINT');
  signal('SIGINT');
  expect(await status).toBe(1);
});

/** A process with these parts: signals reach it, and `status` is what it ends with. */
function process(steps: readonly Step[], limitMs?: number): { signal(name: string): void; status: Promise<number> } {
  const signals = new EventEmitter();
  const status = new Promise<number>(exit => {
    const on = { on: (name: string, heard: (signal: string) => void) => signals.on(name, heard), exit };
    stopOnSignal(steps, SILENT_LOG, { on, ...(limitMs !== undefined && { limitMs }) });
  });
  return { signal: name => void signals.emit(name, name), status };
}
