import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { Recent } from '../../src/dialogue/recent.ts';

it('forgets the one that has not been used for longest', () => {
  const recent = new Recent<number>(2);
  recent.set('a', 1);
  recent.set('b', 2);
  expect(recent.get('a')).toBe(1);
  recent.set('c', 3);
  expect(['a', 'b', 'c'].map(name => recent.get(name))).toEqual([1, undefined, 3]);
});

it('keeps the last ones through many thousands that come and go and come again', () => {
  const most = 50;
  const recent = new Recent<number>(most);
  let used: string[] = [];
  for (let turn = 0; turn < 20_000; turn += 1) {
    const name = `${(turn * 7919) % (turn % 3 === 0 ? 60 : 5_000)}`;
    const isKnown = used.includes(name);
    expect(recent.get(name) !== undefined).toBe(isKnown);
    if (turn % 5 > 0) recent.set(name, turn);
    else if (!isKnown) continue;
    used = [...used.filter(other => other !== name), name].slice(-most);
  }
});

it('lets go of what was set anew, also while nothing has to be forgotten', async () => {
  const recent = new Recent<object>(10);
  const set = (turn: number) => {
    const value = { turn };
    recent.set(`${turn % 3}`, value);
    return new WeakRef(value);
  };
  const values = Array.from({ length: 1_000 }, (_, turn) => set(turn));
  // What was made or looked at by weak reference stays until the end of the event turn.
  await setImmediate();
  collectRubbish();
  expect(values.filter(value => value.deref() !== undefined)).toHaveLength(3);
});

function collectRubbish(): void {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
}
