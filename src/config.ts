import { z } from 'zod';
import { LOCALES } from './locale/index.ts';
import { parseDataKeys } from './store/keys.ts';

/**
 * Every setting, in the order of `.env.example`. An empty value counts as not set. Messages never repeat the value: it may be a secret.
 */
const settings = z
  .object({
    PORT: z.coerce.number().int().min(0).max(65_535).default(8080),
    HOST: z
      .string()
      .regex(/^[\w.:-]+$/, 'expected an address to listen on')
      .default('127.0.0.1'),
    REDIS_URL: listOf(redisAddress()).optional(),
    DATA_DIR: z.string().default('./data'),
    TELEGRAM_BOT_TOKEN: z
      .string()
      .regex(/^\d+:[\w-]{10,}$/, 'expected a bot token, <digits>:<letters>')
      .optional(),
    TELEGRAM_API_ROOT: webAddress().optional(),
    TELEGRAM_FRAMEWORK: z.enum(['grammy', 'telegraf']).default('grammy'),
    TELEGRAM_WEBHOOK_URL: webAddress()
      .refine(isSafeWebhook, 'expected https (plain http only for this machine)')
      .optional(),
    TELEGRAM_WEBHOOK_SECRET: z
      .string()
      .regex(/^[\w-]{1,256}$/, 'expected 1 to 256 letters, digits, _ or -')
      .optional(),
    TELEGRAM_RATE: z.coerce.number().positive().max(10_000).default(30),
    ADMINS: listOf(
      z.string().regex(/^telegram:\d+$/, 'expected telegram:<user id>, a positive number; separated by commas'),
    ).default([]),
    DATA_KEY: z
      .string()
      .refine(text => parseDataKeys(text) !== undefined, 'expected 32 bytes in base64; several separated by commas')
      .optional(),
    METRICS_TOKEN: z.string().min(16, 'expected at least 16 characters').optional(),
    TRUST_PROXY: listOf(
      z
        .string()
        .regex(
          /^(loopback|[\da-fA-F.:]+(\/\d{1,3})?)$/,
          'expected addresses, networks or loopback, separated by commas',
        ),
    ).default([]),
    LLM_BASE_URL: webAddress().optional(),
    LLM_API_KEY: z.string().optional(),
    LLM_MODEL: z.string().optional(),
    LLM_TIMEOUT_MS: z.coerce.number().int().min(100).max(60_000).default(4000),
    AS_OF: z.iso.date('expected a day that exists, YYYY-MM-DD').optional(),
    LOCALE: z.enum(LOCALES).default('zh-CN'),
  })
  .superRefine((read, context) => {
    const refuse = (setting: string, message: string) => context.addIssue({ code: 'custom', path: [setting], message });
    if (read.TELEGRAM_WEBHOOK_URL !== undefined && read.TELEGRAM_WEBHOOK_SECRET === undefined)
      refuse('TELEGRAM_WEBHOOK_SECRET', 'a webhook does not start without a secret');
    if (read.REDIS_URL !== undefined && read.DATA_KEY === undefined)
      refuse('DATA_KEY', 'required with REDIS_URL: 32 bytes in base64 (openssl rand -base64 32)');
    if (read.LLM_BASE_URL !== undefined && read.LLM_MODEL === undefined)
      refuse('LLM_MODEL', 'required with LLM_BASE_URL');
  });

export type Config = z.infer<typeof settings>;
/** The names of the settings, in order. */
export const SETTINGS = Object.keys(settings.shape) as (keyof Config)[];

/** Reads the settings, once. A bad one is a `problem`: one line that names it and never its value. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config | { problem: string } {
  const given = SETTINGS.map(name => [name, environment[name]?.trim()] as const).filter(
    ([, value]) => value !== undefined && value !== '',
  );
  const read = settings.safeParse(Object.fromEntries(given));
  if (read.success) return read.data;
  const issue = read.error.issues[0]!;
  return { problem: `${String(issue.path[0])}: ${issue.message}` };
}

function listOf(item: z.ZodType<string, string>) {
  return z
    .string()
    .transform(text =>
      text
        .split(',')
        .map(part => part.trim())
        .filter(part => part !== ''),
    )
    .pipe(z.array(item));
}

function webAddress() {
  return z
    .string()
    .refine(text => /^https?:\/\//.test(text) && URL.canParse(text), 'expected an http or https address')
    .transform(text => text.replace(/\/+$/, ''));
}

function redisAddress() {
  return z
    .string()
    .refine(
      text => /^rediss?:\/\//.test(text) && URL.canParse(text),
      'expected redis:// or rediss:// addresses, separated by commas',
    );
}

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

function isSafeWebhook(text: string): boolean {
  return text.startsWith('https:') || LOOPBACK.has(new URL(text).hostname);
}
