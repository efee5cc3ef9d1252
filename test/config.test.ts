import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Config, readConfig, SETTINGS } from '../src/config.ts';

const key = () => randomBytes(32).toString('base64');

function config(environment: Record<string, string>): Config {
  const read = readConfig(environment);
  if ('problem' in read) throw new Error(read.problem);
  return read;
}

function problem(environment: Record<string, string>): string {
  const read = readConfig(environment);
  return 'problem' in read ? read.problem : '';
}

describe('the settings', () => {
  it('have the documented defaults, and an empty one counts as not set', () => {
    expect(config({ PORT: '', REDIS_URL: ' ' })).toMatchObject({
      PORT: 8080,
      HOST: '127.0.0.1',
      DATA_DIR: './data',
      TELEGRAM_FRAMEWORK: 'grammy',
      TELEGRAM_RATE: 30,
      ADMINS: [],
      LOCALE: 'zh-CN',
    });
    expect(config({}).REDIS_URL).toBeUndefined();
  });

  it('are all listed in .env.example with these defaults, and nothing else is', () => {
    const lines = readFileSync('.env.example', 'utf8')
      .split('\n')
      .filter(line => /^[A-Z_]+=/.test(line));
    const listed = Object.fromEntries(
      lines.map(line => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
    );
    expect(Object.keys(listed)).toEqual(SETTINGS);
    expect(config(listed)).toEqual(config({}));
  });

  it('are all described in the README', () => {
    const readme = readFileSync('README.md', 'utf8');
    expect(SETTINGS.filter(name => !readme.includes(`\`${name}\``))).toEqual([]);
  });

  it.each<[string, Record<string, string>]>([
    ['PORT', { PORT: '70000' }],
    ['PORT', { PORT: 'http' }],
    ['PORT', { PORT: '-1' }],
    ['PORT', { PORT: '8e3' }],
    ['HOST', { HOST: 'http://0.0.0.0' }],
    ['REDIS_URL', { REDIS_URL: 'localhost:6379', DATA_KEY: key() }],
    ['REDIS_URL', { REDIS_URL: 'redis:///2', DATA_KEY: key() }],
    ['REDIS_URL', { REDIS_URL: 'redis://:secret@a:1,', DATA_KEY: key() }],
    ['REDIS_URL', { REDIS_URL: 'redis://a:1/2,redis://b:1', DATA_KEY: key() }],
    ['DATA_KEY', { REDIS_URL: 'redis://127.0.0.1:6379' }],
    ['DATA_KEY', { DATA_KEY: 'c2hvcnQ=' }],
    ['DATA_KEY', { DATA_KEY: `${key()},c2hvcnQ=` }],
    ['DATA_KEY', { DATA_KEY: ',' }],
    ['ADMINS', { ADMINS: 'telegram:-100123' }],
    ['ADMINS', { ADMINS: 'telegram:1,telegram:-100123' }],
    ['ADMINS', { ADMINS: 'telegram:0' }],
    ['ADMINS', { ADMINS: '12345' }],
    ['AS_OF', { AS_OF: '2026-02-30' }],
    ['AS_OF', { AS_OF: '2026-2-3' }],
    ['AS_OF', { AS_OF: '1899-12-31' }],
    ['AS_OF', { AS_OF: 'today' }],
    ['LOCALE', { LOCALE: 'fr' }],
    ['TELEGRAM_BOT_TOKEN', { TELEGRAM_BOT_TOKEN: 'secret-token' }],
    ['TELEGRAM_FRAMEWORK', { TELEGRAM_FRAMEWORK: 'botpress' }],
    ['TELEGRAM_RATE', { TELEGRAM_RATE: '0' }],
    ['TELEGRAM_WEBHOOK_SECRET', { TELEGRAM_WEBHOOK_URL: 'https://bot.example/hook' }],
    ['TELEGRAM_WEBHOOK_SECRET', { TELEGRAM_WEBHOOK_SECRET: 'not a secret' }],
    ['TELEGRAM_WEBHOOK_URL', { TELEGRAM_WEBHOOK_URL: 'http://bot.example/hook', TELEGRAM_WEBHOOK_SECRET: 'a1' }],
    ['TELEGRAM_WEBHOOK_URL', { TELEGRAM_WEBHOOK_URL: 'http://127.0.0.1.bot.example/', TELEGRAM_WEBHOOK_SECRET: 'a1' }],
    ['TELEGRAM_WEBHOOK_URL', { TELEGRAM_WEBHOOK_URL: 'bot.example/hook', TELEGRAM_WEBHOOK_SECRET: 'a1' }],
    ['TELEGRAM_API_ROOT', { TELEGRAM_API_ROOT: 'ftp://bot.example' }],
    ['METRICS_TOKEN', { METRICS_TOKEN: 'two words' }],
    ['TRUST_PROXY', { TRUST_PROXY: 'everybody' }],
    ['TRUST_PROXY', { TRUST_PROXY: '10.0.0.0/33' }],
    ['LLM_BASE_URL', { LLM_BASE_URL: 'localhost:11434' }],
    ['LLM_BASE_URL', { LLM_BASE_URL: 'http://name:word@127.0.0.1:9/v1' }],
    ['LLM_TIMEOUT_MS', { LLM_TIMEOUT_MS: '1.5s' }],
  ])('that are bad stop the start with one line that names %s and never its value', (name, environment) => {
    const line = problem(environment);
    expect(line).toMatch(new RegExp(`^${name}: .+`));
    expect(line).not.toContain('\n');
    for (const value of Object.values(environment)) if (value.length > 5) expect(line).not.toContain(value);
  });

  it('take several Redis addresses as a cluster, several keys, and plain http for a webhook on this machine', () => {
    const keys = [key(), key()];
    expect(config({ REDIS_URL: 'redis://a:1, redis://b:2', DATA_KEY: keys.join(',') })).toMatchObject({
      REDIS_URL: ['redis://a:1', 'redis://b:2'],
      DATA_KEY: keys.join(','),
    });
    for (const url of [
      'http://127.0.0.1:8080/hook',
      'http://localhost:8080/hook',
      'http://[::1]:8080/hook',
      'https://bot.example/hook',
    ]) {
      expect(config({ TELEGRAM_WEBHOOK_URL: url, TELEGRAM_WEBHOOK_SECRET: 's_-1' }).TELEGRAM_WEBHOOK_URL).toBe(url);
    }
  });

  it('need no name of a language model: the server takes the one it has', () => {
    expect(config({ LLM_BASE_URL: 'http://127.0.0.1:8080/v1/' })).toMatchObject({
      LLM_BASE_URL: 'http://127.0.0.1:8080/v1',
      LLM_TIMEOUT_MS: 4000,
    });
  });

  it('name admins, trusted proxies and the day', () => {
    expect(
      config({ ADMINS: 'telegram:1, telegram:22', TRUST_PROXY: 'loopback,10.0.0.0/8, ::1', AS_OF: '2024-02-29' }),
    ).toMatchObject({
      ADMINS: ['telegram:1', 'telegram:22'],
      TRUST_PROXY: ['loopback', '10.0.0.0/8', '::1'],
      AS_OF: '2024-02-29',
    });
  });
});
