/** The bots and servers that are compared, each alone in a process: `bots.ts <name> <root of the Bot API> <address of Redis>`. */
import { readFileSync } from 'node:fs';
import * as echoes from './echoes.ts';
import { onTelegram, onWeb, type Place } from './ours.ts';

/** Resolves with where messages are to be brought, for those who do not fetch them. */
type Start = (place: Place) => unknown;

const ours =
  (framework: 'grammy' | 'telegraf', engine: 'redis' | 'lmdb', webhook = false): Start =>
  place =>
    onTelegram(framework, engine, { ...place, webhook });

/** Every contender by its name in `contenders.ts`. */
const BOTS: Readonly<Record<string, Start>> = {
  'a plain loop without a framework': echoes.plainLoop,
  'grammY, bare': echoes.grammyBare,
  'grammY + runner + Redis session': echoes.grammyRunner,
  'huanzheng on grammY, Redis': ours('grammy', 'redis'),
  'huanzheng on grammY, embedded store': ours('grammy', 'lmdb'),
  'huanzheng on grammY, Redis, no text twice': ours('grammy', 'redis'),
  'Telegraf, bare': echoes.telegrafBare,
  'Telegraf + Redis session': echoes.telegrafPolling,
  'huanzheng on Telegraf, Redis': ours('telegraf', 'redis'),
  'huanzheng on Telegraf, Redis, no text twice': ours('telegraf', 'redis'),
  'webhook: grammY + Redis session': echoes.grammyWebhook,
  'webhook: huanzheng on grammY, Redis': ours('grammy', 'redis', true),
  'webhook: Telegraf + Redis session': echoes.telegrafWebhook,
  'webhook: huanzheng on Telegraf, Redis': ours('telegraf', 'redis', true),
  'web: hono + Redis session': echoes.honoWithSession,
  'web: huanzheng, Redis': onWeb,
};

/** Processor time in microseconds, and what memory is this process's own. */
export interface Spent {
  cpu: number;
  privateMb: number;
}

const [name = '', root = '', redisUrl = ''] = process.argv.slice(2);

process.on('message', () => {
  const { user, system } = process.cpuUsage();
  const [, kb = '0'] = /RssAnon:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
  process.send!({ cpu: user + system, privateMb: Number(kb) / 1024 } satisfies Spent);
});
process.on('unhandledRejection', error => {
  process.stderr.write(`${name}: ${error}\n`);
});
void Promise.resolve(BOTS[name]!({ token: '1:bench', root, redisUrl })).then(
  target => typeof target === 'string' && process.send!(target),
  error => process.stderr.write(`${name}: ${error}\n`),
);
