import { describe, expect, it } from 'vitest';
import type { Chunk, Queue } from '../../src/delivery/index.ts';
import { until } from '../support/until.ts';

const chunk = (name: string): Chunk => ({ mailing: 'm', recipients: [name] });

/** What every queue promises; `open` gives another handle to the same line, as another process would have it. */
export function queueContract(name: string, open: () => Promise<Queue>): void {
  const alive = new AbortController().signal;

  describe(`${name}: the queue`, () => {
    it('hands each chunk to one worker', async () => {
      const queue = await open();
      const seen: string[] = [];
      queue.work(async ({ recipients }) => void seen.push(...recipients));
      for (let n = 0; n < 40; n++) await queue.add(chunk(`r${n}`), alive);
      await until('all chunks are worked on', async () => (await queue.idle()) && seen.length >= 40);
      expect(seen.toSorted()).toEqual(Array.from({ length: 40 }, (_, n) => `r${n}`).toSorted());
      await queue.close();
    });

    it('does not work again on a chunk whose work failed, and goes on with the next', async () => {
      const queue = await open();
      const seen: string[] = [];
      queue.work(async ({ recipients }) => {
        seen.push(...recipients);
        if (recipients[0] === 'bad') throw new Error('asked for by the test');
      });
      await queue.add(chunk('bad'), alive);
      await queue.add(chunk('good'), alive);
      await until('both have been seen', async () => (await queue.idle()) && seen.length >= 2);
      expect(seen.toSorted()).toEqual(['bad', 'good']);
      await queue.close();
    });

    it('lets nobody put more into the line than it can hold', async () => {
      const queue = await open();
      const enough = new AbortController();
      let added = 0;
      const adding = (async () => {
        for (let n = 0; n < 1000; n++) {
          await queue.add(chunk(`r${n}`), enough.signal);
          added += 1;
        }
      })();
      let before = -1;
      await until('adding stands still', async () => {
        const still = added === before && added > 0;
        before = added;
        return still;
      });
      enough.abort();
      await expect(adding).rejects.toThrow();
      expect(added).toBeLessThan(100);
      await queue.close();
    });

    it('is not idle while a chunk is worked on, and closes when its work has ended', async () => {
      const queue = await open();
      let stop: AbortSignal | undefined;
      let ended = false;
      queue.work(async (_, signal) => {
        stop = signal;
        await new Promise<void>(resolve => signal.addEventListener('abort', () => resolve()));
        ended = true;
      });
      await queue.add(chunk('slow'), alive);
      await until('it is worked on', async () => stop !== undefined);
      expect(await queue.idle()).toBe(false);
      await queue.close();
      expect(ended).toBe(true);
    });
  });
}
