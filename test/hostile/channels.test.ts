import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type UnderAttack, underAttack } from './core.ts';
import { attackByRequests } from './requests.ts';
import { attackByUpdates } from './updates.ts';

const SEED = 20_261_231;
let attacked: UnderAttack;
const unheard: unknown[] = [];
const note = (reason: unknown): void => void unheard.push(reason);

beforeAll(async () => {
  attacked = await underAttack();
  process.on('unhandledRejection', note);
});
afterAll(async () => {
  process.off('unhandledRejection', note);
  await attacked.close();
});

describe('hostile input meets the whole program', () => {
  it.each([
    ['grammY', SEED],
    ['Telegraf', SEED + 1],
  ] as const)('by updates, through %s', async (framework, seed) => {
    const met = await attackByUpdates(attacked, { framework, count: 240, seed });
    expect(met.taken).toBeGreaterThan(150);
    expect(met.answered).toBeGreaterThan(60);
    expect(met.refused).toEqual([]);
    expect(attacked.complaints).toEqual([]);
    expect(unheard).toEqual([]);
  });

  it('by requests to the web channel', async () => {
    const statuses = await attackByRequests(attacked, { count: 420, seed: SEED });
    expect(statuses[200]).toBeGreaterThan(20);
    expect(statuses[404]).toBeGreaterThan(20);
    expect(attacked.complaints).toEqual([]);
    expect(unheard).toEqual([]);
  });

  it('and leaves nothing of itself in the log', () => {
    const said = attacked.lines.filter(line => /[^\x20-\x7e\n]|script|passwd|169\.254|alert|110101/.test(line));
    expect(attacked.lines.length).toBeGreaterThan(300);
    expect(said).toEqual([]);
    for (const line of attacked.lines) JSON.parse(line);
  });
});
