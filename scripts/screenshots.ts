/**
 * Takes docs/images/phone.png and docs/images/desktop.png from the real page, served by the built program, in a real conversation:
 * `npm run build && node scripts/run-ts.mjs scripts/screenshots.ts`.
 * Needs Chromium (CHROMIUM names it, /usr/bin/chromium otherwise) and a Chinese font; on Debian: `apt-get install fonts-noto-cjk`.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const IMAGES = join(ROOT, 'docs', 'images');
/** The pictures are to be the same whenever they are taken. */
const AS_OF = '2026-11-22';

interface Picture {
  name: string;
  context: BrowserContextOptions;
  talk(page: Page): Promise<void>;
}

const PICTURES: readonly Picture[] = [
  {
    name: 'phone',
    context: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
    async talk(page) {
      await ask(page, '我2017年的土建施工员证，海南发的，系统能查到，能换吗', '2020年12月31日');
      await page.locator('.theirs').last().locator('.clause').first().click();
      await page.locator('blockquote').waitFor();
    },
  },
  {
    name: 'desktop',
    context: { viewport: { width: 1200, height: 800 } },
    talk: page => ask(page, '电子证是2024年9月30日发的，去年学了20学时，今年40，行不行', '4学时'),
  },
];

/** Asks, and waits for an answer whose headline says this: no picture is better than a picture of a wrong answer. */
async function ask(page: Page, text: string, headline: string): Promise<void> {
  const before = await page.locator('.theirs').count();
  await page.locator('#message').fill(text);
  await page.locator('#message').press('Enter');
  const answer = page.locator('.theirs:not(.typing)').nth(before);
  await answer.locator('.headline', { hasText: headline }).waitFor({ timeout: 10_000 });
}

async function take(browser: Browser, address: string, { name, context, talk }: Picture): Promise<void> {
  const opened = await browser.newContext({
    locale: 'zh-CN',
    deviceScaleFactor: 2,
    reducedMotion: 'reduce',
    ...context,
  });
  const page = await opened.newPage();
  await page.goto(address);
  await page.locator('.choice').first().waitFor();
  await talk(page);
  await page.locator('#scroller').evaluate(scroller => (scroller as HTMLElement).blur());
  await page.screenshot({ path: join(IMAGES, `${name}.png`) });
  await opened.close();
}

/** Starts the built program on a free port with a store of its own; the address is the last thing it says before it listens. */
async function serve(folder: string): Promise<{ address: string; stop(): Promise<void> }> {
  const env = { ...process.env, PORT: '0', HOST: '127.0.0.1', DATA_DIR: folder, AS_OF, LOCALE: 'zh-CN' };
  const child = spawn(process.execPath, [join(ROOT, 'dist', 'cli', 'main.js'), 'serve'], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  const address = await new Promise<string>((resolve, reject) => {
    let said = '';
    child.stdout.on('data', chunk => {
      said += chunk;
      const found = /http:\/\/\S+:\d+\//.exec(said);
      if (found) resolve(found[0]);
    });
    exited.then(() => reject(new Error('the program ended before it listened')), reject);
  });
  return {
    address,
    async stop() {
      child.kill('SIGTERM');
      await exited;
    },
  };
}

const folder = await mkdtemp(join(tmpdir(), 'huanzheng-screenshots-'));
const program = await serve(folder);
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
});
try {
  await mkdir(IMAGES, { recursive: true });
  for (const picture of PICTURES) await take(browser, program.address, picture);
} finally {
  await browser.close();
  await program.stop();
  await rm(folder, { recursive: true });
}
