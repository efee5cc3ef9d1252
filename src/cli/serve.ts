import { buildTelegram, buildWeb, openCore } from '../app.ts';
import type { Channel } from '../channels/channel.ts';
import { createLog } from '../runtime/log.ts';
import { stopOnSignal } from '../runtime/shutdown.ts';
import { settingsOrStop } from './settings.ts';

/** How soon people hear of hours that an import has brought. */
const TELL_EVERY_MS = 30_000;

/** `huanzheng serve`: every channel of the settings, until a signal ends it with nothing lost. */
export async function serve(): Promise<void> {
  const config = settingsOrStop();
  const log = createLog();
  const channels: Channel[] = [];
  const core = await openCore(config, log, async (chat, replies) =>
    channels.find(channel => chat.startsWith(channel.chats))?.deliver(chat, replies),
  );
  const web = buildWeb(config, core, log);
  const telegram = await buildTelegram(config, core, web, log);
  channels.push(...(telegram === undefined ? [web] : [web, telegram]));
  for (const channel of channels) await channel.start();
  const { address, port } = web.address();
  log.info(
    { host: address, port, locale: config.LOCALE, ...(config.AS_OF !== undefined && { asOf: config.AS_OF }) },
    'listening',
  );
  const host = address.includes(':') ? `[${address}]` : address;
  process.stdout.write(`${core.words[config.LOCALE].say('serve-ready', { url: `http://${host}:${port}/` })}\n`);
  const telling = setInterval(
    () => void core.tellArrivals().catch(err => log.warn({ err }, 'arrivals could not be told')),
    TELL_EVERY_MS,
  );
  const stopTelling = async () => clearInterval(telling);
  stopOnSignal(
    [stopTelling, ...channels.toReversed().map(channel => () => channel.stop()), () => core.store.close()],
    log,
  );
}
