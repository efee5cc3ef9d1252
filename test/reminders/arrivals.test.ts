import { describe, expect, it } from 'vitest';
import { tellArrivals } from '../../src/reminders/arrivals.ts';

/** A roster that owes news of some people, and chats that wait for them. */
function desk(watchers: Record<string, string[]>, refuses: string[] = []) {
  const log: string[] = [];
  const failures: unknown[] = [];
  const posted = new Set(Object.keys(watchers));
  const parts = {
    registry: {
      async *takePosted() {
        yield* [...posted];
      },
      settlePosted: async (person: string) => void (posted.delete(person) && log.push(`settled ${person}`)),
      watch: async () => true,
    },
    lookUps: {
      watchers: async (person: string) => watchers[person] ?? [],
      unwatch: async (chat: string, person: string) => {
        watchers[person] = (watchers[person] ?? []).filter(other => other !== chat);
      },
    },
    async tell(chat: string) {
      if (refuses.includes(chat)) throw new Error('refused');
      log.push(`told ${chat}`);
    },
    onFailure: (error: unknown) => failures.push(error),
  };
  return { parts, log, failures };
}

describe('hours that an import has brought', () => {
  it('2.2: are told to everybody who asked, once, after the news is settled', async () => {
    const { parts, log } = desk({ p1: ['web:a', 'telegram:2'], p2: [] });
    expect(await tellArrivals(parts)).toBe(2);
    expect(await tellArrivals(parts)).toBe(0);
    expect(log).toEqual(['settled p1', 'told web:a', 'told telegram:2', 'settled p2']);
  });

  it('reach the others when one chat cannot be told', async () => {
    const { parts, log, failures } = desk({ p1: ['telegram:gone', 'web:a'] }, ['telegram:gone']);
    expect(await tellArrivals(parts)).toBe(1);
    expect(log).toContain('told web:a');
    expect(failures).toHaveLength(1);
  });
});
