import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BotApi } from '../../support/bot-api/server.ts';
import { freshFolder } from '../../support/folder.ts';

const PAGE = readFileSync('docs/how-to/mount-in-your-bot.md', 'utf8');
const EXAMPLES = [...PAGE.matchAll(/^ {3}```js\n([\s\S]*?)^ {3}```/gm)].map(([, block = '']) =>
  block.replaceAll(/^ {3}/gm, ''),
);

// Inside the checkout, so that `huanzheng` is this very package.
let folder: string;
beforeAll(() => {
  if (!existsSync('dist/index.js')) execFileSync(process.execPath, ['scripts/build.mjs'], { stdio: 'inherit' });
  folder = mkdtempSync('dist/mount-');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('docs/how-to/mount-in-your-bot.md', () => {
  it('shows both frameworks', () => {
    expect(EXAMPLES.map(example => /from '(grammy|telegraf)'/.exec(example)?.[1])).toEqual(['grammy', 'telegraf']);
  });

  it.each(EXAMPLES)('runs as shown: %s', async example => {
    const api = await BotApi.start();
    const file = join(folder, 'example.mjs');
    writeFileSync(file, example);
    const env = { ...process.env, TELEGRAM_BOT_TOKEN: api.token, TELEGRAM_API_ROOT: api.root, DATA_DIR: freshFolder() };
    const bot = spawn(process.execPath, [file], { env, stdio: 'ignore' });
    try {
      const person = api.person();
      person.say('/weather');
      person.say('/contact');
      await api.until(() => api.texts(person.chat.id).length === 2);
      expect(api.texts(person.chat.id)).toEqual(['晴', expect.stringContaining('0898-65352821')]);
      expect(api.refused).toEqual([]);
    } finally {
      bot.kill();
      await api.close();
    }
  });
});
