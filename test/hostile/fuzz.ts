/**
 * `npm run fuzz [-- runs]`: what CI tries some hundreds of times, many times more and with new cases: `runs` random updates through both frameworks,
 * half as many requests, and every other input in proportion. Ends with 1 when anything breaks, after printing the seed that shows it.
 */
import { randomInt } from 'node:crypto';
import { underAttack } from './core.ts';
import { INPUTS } from './inputs.ts';
import { attackByRequests } from './requests.ts';
import { attackByUpdates, FRAMEWORKS, type Framework } from './updates.ts';

const RUNS = Number(process.argv[2] ?? 100_000);
const BATCH = 2_500;
/** What CI tries of every input stands to this many updates. */
const SCALE = Math.max(1, RUNS / 10_000);
const seed = randomInt(2 ** 31);

const unheard: unknown[] = [];
process.on('unhandledRejection', reason => void unheard.push(reason));

const megabytes = (): string => {
  globalThis.gc?.();
  return (process.memoryUsage().heapUsed / 1024 ** 2).toFixed(1);
};
const print = (line: string): void => void process.stdout.write(`${line}\n`);
const timed = async (name: string, act: () => Promise<unknown>): Promise<void> => {
  const began = performance.now();
  const said = await act();
  print(`${name.padEnd(42)} ${((performance.now() - began) / 1000).toFixed(1).padStart(7)} s  ${said ?? ''}`);
};

print(`seed ${seed}`);
for (const { name, cases, check } of INPUTS)
  await timed(name, async () => {
    await check({ seed, numRuns: Math.ceil(cases * SCALE) });
    return `${Math.ceil(cases * SCALE)} cases`;
  });

const attacked = await underAttack();
const heap: string[] = [];
for (const [index, framework] of (Object.keys(FRAMEWORKS) as Framework[]).entries())
  await timed(`updates through ${framework}`, async () => {
    const met = { taken: 0, answered: 0 };
    for (let done = 0; done < RUNS / 2; done += BATCH) {
      const count = Math.min(BATCH, Math.ceil(RUNS / 2 - done));
      const { taken, answered, refused } = await attackByUpdates(attacked, {
        framework,
        count,
        seed: seed + done + index,
      });
      if (refused.length > 0) throw new Error(`Telegram would refuse: ${refused[0]}`);
      met.taken += taken;
      met.answered += answered;
      attacked.lines.splice(0, attacked.lines.length, ...attacked.complaints);
      heap.push(megabytes());
    }
    return `${Math.ceil(RUNS / 2)} sent, ${met.taken} taken, ${met.answered} messages in answer`;
  });
await timed('requests to the web channel', async () => {
  const statuses = await attackByRequests(attacked, { count: Math.ceil(RUNS / 2), seed });
  return Object.entries(statuses)
    .map(([status, count]) => `${status}: ${count}`)
    .join(', ');
});
print(`faults of our own: ${attacked.complaints.length}; unhandled rejections: ${unheard.length}`);
print(`heap after each ${BATCH} updates, MB: ${heap.join(' ')}`);
for (const complaint of attacked.complaints.slice(0, 5)) print(complaint.trim());
process.exitCode = attacked.complaints.length + unheard.length > 0 ? 1 : 0;
await attacked.close();
