/** Who is measured, in this order, so that each of ours stands beside what it is compared with; `bots.ts` knows how each starts. */
export interface Contender {
  name: string;
  /** Milliseconds that the Bot API takes for every call. */
  delays: readonly number[];
  /** Who brings the messages. */
  by: 'bot-api' | 'visitors';
  /** Whether the messages are brought to an address of its own, and not fetched by it. */
  brought: boolean;
  /** No text comes twice, so that nothing is known of it from whoever wrote it before. */
  fresh?: true;
  /** The contender that ours is compared with. */
  beside?: string;
}

const AT_ONCE = [0];
const BOTH = [0, 30];

const fetched = (name: string, delays: readonly number[], beside?: string): Contender => ({
  name,
  delays,
  by: 'bot-api',
  brought: false,
  ...(beside !== undefined && { beside }),
});
const brought = (name: string, beside?: string): Contender => ({ ...fetched(name, BOTH, beside), brought: true });
const web = (name: string, beside?: string): Contender => ({
  ...fetched(name, AT_ONCE, beside),
  by: 'visitors',
  brought: true,
});

export const CONTENDERS: readonly Contender[] = [
  fetched('a plain loop without a framework', BOTH),
  fetched('grammY, bare', AT_ONCE),
  fetched('grammY + runner + Redis session', BOTH),
  fetched('huanzheng on grammY, Redis', BOTH, 'grammY + runner + Redis session'),
  fetched('huanzheng on grammY, embedded store', BOTH, 'grammY + runner + Redis session'),
  { ...fetched('huanzheng on grammY, Redis, no text twice', AT_ONCE, 'grammY + runner + Redis session'), fresh: true },
  fetched('Telegraf, bare', AT_ONCE),
  fetched('Telegraf + Redis session', BOTH),
  fetched('huanzheng on Telegraf, Redis', BOTH, 'Telegraf + Redis session'),
  { ...fetched('huanzheng on Telegraf, Redis, no text twice', AT_ONCE, 'Telegraf + Redis session'), fresh: true },
  brought('webhook: grammY + Redis session'),
  brought('webhook: huanzheng on grammY, Redis', 'webhook: grammY + Redis session'),
  brought('webhook: Telegraf + Redis session'),
  brought('webhook: huanzheng on Telegraf, Redis', 'webhook: Telegraf + Redis session'),
  web('web: hono + Redis session'),
  web('web: huanzheng, Redis', 'web: hono + Redis session'),
];
