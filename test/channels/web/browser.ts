import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { bundlePage } from '../../../scripts/build.mjs';
import { type PageAssets, readAssets } from '../../../src/channels/web/assets.ts';
import type { WebOptions } from '../../../src/channels/web/server.ts';
import { type Fixture, fixture } from './fixture.ts';

/** The page as the build makes it, in a real browser, over the scripted assistant. */
export interface Stage {
  open(options?: BrowserContextOptions & { path?: string }): Promise<Opened>;
  close(): Promise<void>;
}

export interface Opened extends Fixture {
  page: Page;
  url: string;
  /** What the page complained about: errors of scripts, of the policy, of the console. */
  complaints: string[];
  close(): Promise<void>;
}

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ARGUMENTS });
}

/** Builds the page once and opens a browser. */
export async function openStage(webOptions: Partial<WebOptions> = {}): Promise<Stage> {
  const [browser, assets] = await Promise.all([launchBrowser(), buildAssets()]);
  return {
    async open({ path = '/', ...context } = {}) {
      const made = fixture({ assets: async () => assets, heartbeatMs: 1_000, ...webOptions });
      await made.web.start();
      const url = `http://127.0.0.1:${made.web.address().port}`;
      const opened = await browser.newContext({ locale: 'zh-CN', ...context });
      const page = await opened.newPage();
      const complaints: string[] = [];
      page.on('pageerror', error => complaints.push(String(error)));
      page.on('console', message => {
        if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
      });
      await page.goto(`${url}${path}`);
      const close = async (): Promise<void> => {
        await opened.close();
        await made.web.stop();
      };
      return { ...made, page, url, complaints, close };
    },
    close: () => browser.close(),
  };
}

async function buildAssets(): Promise<PageAssets> {
  const folder = await mkdtemp(join(tmpdir(), 'huanzheng-page-'));
  try {
    await bundlePage(folder);
    return (await readAssets(pathToFileURL(`${folder}/`)))!;
  } finally {
    await rm(folder, { recursive: true });
  }
}
