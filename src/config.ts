import { z } from 'zod';
import { isLoopback, trustedProxies } from './channels/web/address.ts';
import { LOCALES } from './locale/index.ts';
import { parseDataKeys } from './store/keys.ts';

/** Every setting, in the order of `.env.example`. Messages never repeat the value: it may be a secret. */
const settings = z
  .object({
    PORT: wholeNumber(0, 65_535).default(8080),
    HOST: text(/^[\w.:-]+$/, 'expected an address to listen on').default('127.0.0.1'),
    REDIS_URL: redisAddresses().optional(),
    DATA_DIR: z.string().default('./data'),
    TELEGRAM_BOT_TOKEN: text(/^\d+:[\w-]+$/, 'expected a bot token, <digits>:<letters>').optional(),
    TELEGRAM_API_ROOT: webAddress().optional(),
    TELEGRAM_FRAMEWORK: z.enum(['grammy', 'telegraf']).default('grammy'),
    TELEGRAM_WEBHOOK_URL: webAddress()
      .refine(isPrivateOnTheWay, 'expected https (plain http only for this machine)')
      .optional(),
    TELEGRAM_WEBHOOK_SECRET: text(/^[\w-]{1,256}$/, 'expected 1 to 256 letters, digits, _ or -').optional(),
    TELEGRAM_RATE: wholeNumber(1, 1_000).default(30),
    ADMINS: listOf(
      text(/^telegram:[1-9]\d{0,15}$/, 'expected telegram:<user id>, never negative, separated by commas'),
    ).default([]),
    DATA_KEY: text(
      keys => parseDataKeys(keys) !== undefined,
      'expected 32 bytes in base64; several separated by commas',
    ).optional(),
    METRICS_TOKEN: text(/^[!-~]+$/, 'expected printable ASCII without spaces').optional(),
    TRUST_PROXY: listOf(text(isProxy, 'expected addresses, networks or loopback, separated by commas')).default([]),
    LLM_BASE_URL: webAddress()
      .refine(isWithoutUser, 'expected an address without user and password; a key goes in LLM_API_KEY')
      .optional(),
    LLM_API_KEY: text(/^[!-~]+$/, 'expected printable ASCII without spaces').optional(),
    LLM_MODEL: z.string().optional(),
    LLM_TIMEOUT_MS: wholeNumber(100, 60_000).default(4_000),
    AS_OF: z.iso
      .date('expected a day that exists, YYYY-MM-DD')
      .refine(day => day >= '1900' && day < '3000', 'expected a year from 1900 to 2999')
      .optional(),
    LOCALE: z.enum(LOCALES).default('zh-CN'),
  })
  .superRefine((read, context) => {
    const refuse = (setting: string, message: string) => context.addIssue({ code: 'custom', path: [setting], message });
    if (read.TELEGRAM_WEBHOOK_URL !== undefined && read.TELEGRAM_WEBHOOK_SECRET === undefined)
      refuse('TELEGRAM_WEBHOOK_SECRET', 'a webhook does not start without a secret');
    if (read.REDIS_URL !== undefined && read.DATA_KEY === undefined)
      refuse('DATA_KEY', 'required with REDIS_URL: 32 bytes in base64 (openssl rand -base64 32)');
  });

export type Config = z.infer<typeof settings>;
/** The names of the settings, in order. */
export const SETTINGS = Object.keys(settings.shape) as (keyof Config)[];

/** Reads the settings, once; an empty one counts as not set. A bad one is a `problem`: one line that names it and never its value. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config | { problem: string } {
  const given = SETTINGS.map(name => [name, environment[name]?.trim()] as const).filter(
    ([, value]) => value !== undefined && value !== '',
  );
  const read = settings.safeParse(Object.fromEntries(given));
  if (read.success) return read.data;
  const issue = read.error.issues[0]!;
  return { problem: `${String(issue.path[0])}: ${issue.message}` };
}

/** The addresses of a Redis or of a Redis Cluster; undefined when they are none. */
export function readRedisUrl(text: string): readonly string[] | undefined {
  return redisAddresses().safeParse(text).data;
}

function redisAddresses() {
  return listOf(text(isRedisAddress, 'expected redis:// or rediss:// addresses, separated by commas')).refine(
    addresses => addresses.length === 1 || !addresses.some(hasDatabase),
    'a cluster has no numbered databases',
  );
}

function text(fits: RegExp | ((value: string) => boolean), message: string) {
  return fits instanceof RegExp ? z.string().regex(fits, message) : z.string().refine(fits, message);
}

function wholeNumber(least: number, most: number) {
  const message = `expected a whole number from ${least} to ${most}`;
  return text(/^\d{1,9}$/, message)
    .transform(Number)
    .refine(value => value >= least && value <= most, message);
}

function listOf(item: z.ZodType<string, string>) {
  const parts = (list: string) => list.split(',').map(part => part.trim());
  return z.string().transform(parts).pipe(z.array(item));
}

function webAddress() {
  return text(
    address => /^https?:\/\//.test(address) && URL.canParse(address),
    'expected an http or https address',
  ).transform(address => address.replace(/\/+$/, ''));
}

/** `fetch` asks nothing of any other. */
function isWithoutUser(address: string): boolean {
  const { username, password } = new URL(address);
  return username === '' && password === '';
}

function isRedisAddress(address: string): boolean {
  return /^rediss?:\/\//.test(address) && URL.canParse(address) && new URL(address).hostname !== '';
}

function hasDatabase(address: string): boolean {
  return /^rediss?:\/\/[^/]*\/./.test(address);
}

function isProxy(entry: string): boolean {
  try {
    trustedProxies([entry]);
    return true;
  } catch {
    return false;
  }
}

/** A secret travels with every update of the webhook. */
function isPrivateOnTheWay(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' || hostname === 'localhost' || isLoopback(hostname.replace(/^\[|\]$/g, ''));
}
