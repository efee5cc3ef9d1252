import { expect, it } from 'vitest';
import { freshFolder } from '../support/folder.ts';
import { simulateYear } from './year.ts';

it('reminds everybody who is short once a stage, nobody after the hours are met, through restarts and days of downtime', async () => {
  const { people, forgotten, afterMet, twice, byReminders } = await simulateYear(400, freshFolder());
  expect({ people, forgotten, afterMet, twice }).toEqual({ people: 400, forgotten: 0, afterMet: 0, twice: 0 });
  expect(byReminders[5]).toBeGreaterThan(100);
  expect(byReminders[0]).toBeGreaterThan(10);
}, 60_000);
