import { randomUUID } from 'node:crypto';
import { afterAll, describe, expect, it } from 'vitest';
import { type Pushes, pushesInMemory } from '../../../src/channels/web/pushes.ts';
import { pushesInStore } from '../../../src/channels/web/pushes-in-store.ts';
import { systemClock } from '../../../src/runtime/clock.ts';
import { openLmdbStore } from '../../../src/store/lmdb.ts';
import { freshFolder } from '../../support/folder.ts';

const store = await openLmdbStore(freshFolder(), systemClock());
afterAll(() => store.close());

const say = (text: string) => [{ text, citations: [], choices: [] }];
const textsOf = async (pushes: Pushes, chat: string, lastId: string | null) =>
  (await pushes.after(chat, lastId)).map(({ replies }) => replies[0]?.text);

/** What both kinds of pushes promise. */
function pushesContract(name: string, pushes: Pushes): void {
  describe(name, () => {
    it('give what came after an id, in order, and all of it when the id is not known', async () => {
      const chat = `web:${randomUUID()}`;
      for (const text of ['one', 'two', 'three']) await pushes.add(chat, say(text));
      const [first] = await pushes.after(chat, null);
      expect(await textsOf(pushes, chat, first?.id ?? null)).toEqual(['two', 'three']);
      expect(await textsOf(pushes, chat, 'unheard of')).toEqual(['one', 'two', 'three']);
      expect(await textsOf(pushes, `web:${randomUUID()}`, null)).toEqual([]);
    });

    it('ring whoever listens, until they stop', async () => {
      const chat = `web:${randomUUID()}`;
      let rung = 0;
      const stop = pushes.onPush(chat, () => {
        rung += 1;
      });
      await pushes.add(chat, say('one'));
      stop();
      await pushes.add(chat, say('two'));
      expect(rung).toBe(1);
    });
  });
}

pushesContract('pushes in memory', pushesInMemory());
pushesContract('pushes in the store', pushesInStore(store, 60_000));

describe('pushes in the store', () => {
  it('outlive the process that took them, and lose none to another that writes at the same time', async () => {
    const [one, other] = [pushesInStore(store), pushesInStore(store)];
    const numbers = [...Array(10).keys()];
    await Promise.all(numbers.map(n => (n % 2 === 0 ? one : other).add('web:shared', say(`${n}`))));
    expect((await textsOf(pushesInStore(store), 'web:shared', null)).toSorted()).toEqual(numbers.map(String));
  });
});
