import { openRedisStore } from '../../src/store/redis.ts';
import type { EngineUnderTest } from '../contracts/store.ts';
import { freshPrefix } from '../support/redis.ts';

/** An empty store on a Redis that is there. Its clock for debts can be put forward; expiry is the engine's own, which nobody can. */
export function redisUnderTest(urls: readonly string[]): EngineUnderTest {
  const prefix = freshPrefix();
  let passed = 0;
  return {
    address: JSON.stringify({ urls, prefix }),
    open: () => openRedisStore(urls, { prefix, now: () => Date.now() + passed }),
    pass(ms) {
      passed += ms;
    },
  };
}
