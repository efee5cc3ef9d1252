/**
 * What understanding costs: `npm run bench:understanding [-- file.jsonl]`. Processor time (not the clock: other work on the machine does
 * not count), start-up included, for messages of the corpus format (without a file: the development set).
 */
import { fileURLToPath } from 'node:url';
import { readMessages } from '../scripts/eval/messages.ts';
import { createUnderstanding } from '../src/understanding/index.ts';

const ROUNDS = 40;
const WARM_UP = 20;

const cpuMs = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

const file = process.argv[2] ?? fileURLToPath(new URL('../test/understanding/dev.jsonl', import.meta.url));
const messages = readMessages(file);
const memoryBefore = process.memoryUsage().rss;
const before = cpuMs();
const understand = createUnderstanding();
const ready = cpuMs();
const first = messages[0]!;
understand(first.text, situationOf(first.locale));
const answered = cpuMs();
console.log(`start-up ${(ready - before).toFixed(0)} ms, first message ${(answered - ready).toFixed(1)} ms`);

console.log(`memory ${((process.memoryUsage().rss - memoryBefore) / 1e6).toFixed(0)} MB more than before`);

for (let round = 0; round < WARM_UP; round++)
  for (const { text, locale } of messages) understand(text, situationOf(locale));

const costs = messages.map(({ text, locale }) => {
  const started = cpuMs();
  for (let round = 0; round < ROUNDS; round++) understand(text, situationOf(locale));
  return (cpuMs() - started) / ROUNDS;
});
costs.sort((a, b) => a - b);
const at = (share: number): string => costs[Math.min(costs.length - 1, Math.floor(share * costs.length))]!.toFixed(4);
console.log(
  `${messages.length} messages: median ${at(0.5)} ms of CPU, nine in ten below ${at(0.9)} ms, 99 in 100 below ${at(0.99)} ms`,
);

function situationOf(locale: 'zh-CN' | 'en') {
  return { locale, today: '2026-11-22', lastTopic: null, asking: null } as const;
}
