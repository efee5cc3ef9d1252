import { buildTelegram, buildWeb, type Core, type Deliver, openCore } from '../app.ts';
import type { Channel } from '../channels/channel.ts';
import type { TelegramChannel } from '../channels/telegram/channel.ts';
import { UndeliveredError } from '../delivery/index.ts';
import type { Words } from '../locale/index.ts';
import { loadSample, SAMPLE_PERSON } from '../registry/index.ts';
import { keepHeapSmall } from '../runtime/heap.ts';
import { createLog } from '../runtime/log.ts';
import { SettingError } from '../runtime/setting-error.ts';
import { type Step, stopOnSignal } from '../runtime/shutdown.ts';
import { startSending } from '../sending.ts';
import { settingsOrStop } from './settings.ts';

/** `huanzheng serve`: every channel of the settings, until a signal ends it with nothing lost. */
export async function serve(): Promise<void> {
  keepHeapSmall();
  const config = settingsOrStop();
  const log = createLog();
  const channels: Channel[] = [];
  const deliver: Deliver = (chat, replies) => {
    const channel = channels.find(one => chat.startsWith(one.chats));
    return channel === undefined ? Promise.reject(new UndeliveredError('refused')) : channel.deliver(chat, replies);
  };
  let telegram: TelegramChannel | undefined;
  const core = await openCore(config, log, deliver, code => telegram?.linkFor(code));
  // The newest part is stopped first; a signal that comes while others still start ends those that have.
  const running: Step[] = [() => core.store.close()];
  stopOnSignal(running, log);
  const web = buildWeb(config, core, log);
  telegram = await buildTelegram(config, core, web, log);
  channels.push(...(telegram === undefined ? [web] : [web, telegram]));
  await web.start().catch(refuseAddress);
  running.unshift(() => web.stop());
  await telegram?.start();
  running.unshift(async () => telegram?.stop());
  const { address, port } = web.address();
  log.info(
    { host: address, port, locale: config.LOCALE, ...(config.AS_OF !== undefined && { asOf: config.AS_OF }) },
    'listening',
  );
  const words = core.words[config.LOCALE];
  const host = address.includes(':') ? `[${address}]` : address;
  process.stdout.write(`${words.say('serve-ready', { url: `http://${host}:${port}/` })}\n`);
  if (config.REDIS_URL === undefined) {
    // A disk without room keeps nobody from an answer.
    await offerSample(core, words).catch(err => log.warn({ err }, 'the sample roster could not be loaded'));
  }
  running.unshift(await startSending(config, core, deliver, log));
}

/** The address that the web channel was to listen on cannot be had: says which setting names it. */
function refuseAddress(error: NodeJS.ErrnoException): never {
  const setting = error.code === 'EADDRINUSE' || error.code === 'EACCES' ? 'PORT' : 'HOST';
  throw new SettingError(setting, `cannot be listened on (${error.code})`, { cause: error });
}

/** An empty embedded store gets invented people to try the look-up with; who they are is said once, when they are loaded. */
async function offerSample({ registry }: Core, words: Words): Promise<void> {
  if ((await loadSample(registry)) === undefined) return;
  process.stdout.write(`${words.say('serve-sample', SAMPLE_PERSON)}\n`);
}
