import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { buildWeb, type Core, openCore } from '../../src/app.ts';
import { grammyChannel } from '../../src/channels/telegram/grammy.ts';
import { telegrafChannel } from '../../src/channels/telegram/telegraf.ts';
import { createWeb } from '../../src/channels/web/server.ts';
import { type Config, readConfig } from '../../src/config.ts';
import { hainanNotice } from '../../src/policies/hainan-2020-135/notice.ts';
import { keepHeapSmall } from '../../src/runtime/heap.ts';
import { createLog } from '../../src/runtime/log.ts';
import { rosterCsv } from './script.ts';

export interface Place {
  token: string;
  /** Of the Bot API. */
  root: string;
  redisUrl: string;
}

const OPEN = { grammy: grammyChannel, telegraf: telegrafChannel };
const folder = mkdtempSync(join(tmpdir(), 'huanzheng-bench-'));
/** As in earnest: a line for every turn, written to where nobody reads it. */
const log = createLog({ destination: pino.destination({ dest: '/dev/null', sync: true }) });

/** The whole assistant on Telegram, as `huanzheng serve` puts it together, with a rate that does not hold it up. Resolves with its webhook's address. */
export async function onTelegram(
  framework: keyof typeof OPEN,
  engine: 'redis' | 'lmdb',
  { token, root, redisUrl, webhook }: Place & { webhook: boolean },
): Promise<string | undefined> {
  const config = configOf(engine === 'redis' ? { REDIS_URL: redisUrl } : {});
  const core = await coreWithRoster(config);
  const web = buildWeb(config, core, log);
  if (webhook) await web.start();
  const url = `http://127.0.0.1:${webhook ? web.address().port : 0}/telegram`;
  const { assistant, words, metrics, budget: shared } = core;
  const parts = { assistant, words, metrics, shared, log, token, apiRoot: root, rate: 1_000_000 };
  const channel = OPEN[framework]({ ...parts, ...(webhook && { webhook: { url, secret: 'bench' } }) });
  if (channel.webhook !== undefined) web.mount(channel.webhook.path, channel.webhook.handle);
  await channel.start();
  return webhook ? url : undefined;
}

/** The web channel alone; limits by network would hold up visitors who all come from one. */
export async function onWeb({ redisUrl }: Place): Promise<string> {
  const config = configOf({ REDIS_URL: redisUrl });
  const { assistant, words, keys, metrics, clock, store } = await coreWithRoster(config);
  const many = { requests: 1_000_000_000, seconds: 1 };
  const web = createWeb({
    assistant,
    words,
    clauses: hainanNotice.policy.clauses,
    tokenKeys: keys.derive('chat-token'),
    log,
    metrics: metrics.registry,
    ready: () => store.ping(),
    now: clock.now,
    locale: 'zh-CN',
    host: '127.0.0.1',
    port: 0,
    limits: { network: many, chat: many },
  });
  await web.start();
  return `http://127.0.0.1:${web.address().port}`;
}

async function coreWithRoster(config: Config): Promise<Core> {
  keepHeapSmall();
  const core = await openCore(config, log);
  const file = join(folder, 'roster.csv');
  writeFileSync(file, rosterCsv());
  await core.registry.importRoster({ path: file }, { who: 'cli:bench' });
  return core;
}

function configOf(settings: Record<string, string>): Config {
  const key = Buffer.alloc(32, 7).toString('base64');
  const config = readConfig({ PORT: '0', DATA_DIR: folder, DATA_KEY: key, ...settings });
  if ('problem' in config) throw new Error(config.problem);
  return config;
}
