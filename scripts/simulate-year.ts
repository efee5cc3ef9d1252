/** The last weeks of a year of reminders, with restarts and days of downtime: `npm run simulate:year [-- people]`. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { simulateYear } from '../test/reminders/year.ts';

const people = Number(process.argv[2] ?? 10_000);
const folder = mkdtempSync(join(tmpdir(), 'huanzheng-year-'));
const began = performance.now();
const told = await simulateYear(people, folder, day => {
  if (process.stderr.isTTY) process.stderr.write(`\r${day}`);
});
rmSync(folder, { recursive: true });
console.log(`\n${told.people} people, ${told.sent} reminders, ${((performance.now() - began) / 1000).toFixed(0)} s`);
console.log('reminders  people');
for (const [count, who] of Object.entries(told.byReminders))
  console.log(`${count.padStart(9)}  ${String(who).padStart(6)}`);
console.log(`short and not reminded: ${told.forgotten}`);
console.log(`reminded after the year was met: ${told.afterMet}`);
console.log(`reminded twice of one stage: ${told.twice}`);
process.exitCode = told.forgotten + told.afterMet + told.twice === 0 ? 0 : 1;
