import type { Budget } from '../../src/delivery/index.ts';

/** A budget that never makes anybody wait. */
export const NO_LIMIT: Budget = {
  spent() {},
  take: async most => ({ messages: most, atMs: 0, movedMs: 0 }),
  late() {},
  async holdFor() {},
};
