import { readFile } from 'node:fs/promises';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Opened, openStage, type Stage } from './browser.ts';

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const NARROW = { viewport: { width: 320, height: 568 }, hasTouch: true, isMobile: true };
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'];

let stage: Stage;
let axe: string;
const open: Opened[] = [];
beforeAll(async () => {
  [stage, axe] = await Promise.all([
    openStage({ feedback: true }),
    readFile(new URL('../../../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8'),
  ]);
});
afterAll(() => stage.close());
afterEach(async () => {
  await Promise.all(open.splice(0).map(opened => opened.close()));
});

const enter: Stage['open'] = async options => {
  const opened = await stage.open(options);
  open.push(opened);
  await opened.page.locator('.choice').first().waitFor();
  return opened;
};

/** A conversation with everything in it: an answer with an unfolded clause, a file, and a message that was refused. */
async function converse({ page }: Opened): Promise<void> {
  const say = async (text: string, until: string): Promise<void> => {
    await page.locator('#message').fill(text);
    await page.locator('#message').press('Enter');
    await page.locator(until).last().waitFor();
  };
  await say('calendar 日历', '.file');
  await say('by when 什么时候', '.sources');
  await page.locator('.clause').first().click();
  await page.locator('blockquote').waitFor();
  await page.route('**/messages', route => route.fulfill({ status: 413, json: { error: { message: 'too long' } } }));
  await page.locator('#message').fill('hours 学时');
  await page.locator('#message').press('Enter');
  await page.locator('.state').waitFor();
  await page.unroute('**/messages');
  await page.locator('#message').fill('x'.repeat(4_001));
}

/** What axe finds against WCAG 2.2 AA, one line for each element. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  // Half-faded text has half the contrast.
  await page.evaluate(() => Promise.all(document.getAnimations().map(animation => animation.finished)));
  const results = await page.evaluate(
    (options: RunOptions) =>
      (window as unknown as { axe: { run(options: RunOptions): Promise<AxeResults> } }).axe.run(options),
    { runOnly: WCAG },
  );
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
  );
}

const everyLook = (['zh-CN', 'en'] as const).flatMap(locale =>
  (['light', 'dark'] as const).map(colorScheme => ({ locale, colorScheme })),
);

describe('WCAG 2.2 AA', () => {
  it.each(everyLook)('holds in $locale, $colorScheme: at the start, in a conversation, in the dialog', async look => {
    const opened = await enter({ ...PHONE, ...look });
    const { page } = opened;
    expect(await violations(page)).toEqual([]);
    await converse(opened);
    expect(await violations(page)).toEqual([]);
    await page.locator('#new-chat').click();
    expect(await violations(page)).toEqual([]);
    expect(opened.complaints.filter(complaint => !complaint.includes('413'))).toEqual([]);
  });

  it('2.5.8: everything to press is 24 pixels high and wide, and 44 by touch where it stands alone', async () => {
    const opened = await enter(PHONE);
    await converse(opened);
    const small = await opened.page.locator('button:visible').evaluateAll(buttons =>
      buttons
        .map(button => ({
          name: button.className,
          box: button.getBoundingClientRect(),
          after: getComputedStyle(button, '::after').position,
        }))
        .filter(({ name, box }) => Math.min(box.width, box.height) < (/clause|link/.test(name) ? 24 : 44))
        .map(({ name, box }) => `${name} ${box.width}×${box.height}`),
    );
    expect(small).toEqual([]);
  });

  it('2.4.1: the first Tab leads past everything to where one writes', async () => {
    const { page } = await enter();
    await page.locator('body').press('Tab');
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('skip');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('message');
  });

  it('2.4.7: whatever has the focus by keyboard shows it', async () => {
    const { page } = await enter();
    const unmarked: string[] = [];
    for (let stop = 0; stop < 12; stop++) {
      await page.keyboard.press('Tab');
      const focused = await page.evaluate(() => {
        const element = document.activeElement!;
        const marked =
          getComputedStyle(element).outlineStyle !== 'none' ||
          getComputedStyle(element.parentElement!).boxShadow !== 'none';
        return { name: element.id || element.className, marked };
      });
      if (!focused.marked) unmarked.push(focused.name);
    }
    expect(unmarked).toEqual([]);
  });

  it('4.1.3: a new message is read out once, politely, from one live region', async () => {
    const { page } = await enter();
    await page.locator('#announcer p').waitFor({ state: 'attached' });
    await page.evaluate(() => {
      const heard: string[] = [];
      Object.assign(window, { heard });
      new MutationObserver(records => {
        for (const record of records)
          for (const node of Array.from(record.addedNodes)) heard.push(node.textContent ?? '');
      }).observe(document.getElementById('announcer')!, { childList: true, subtree: true });
    });
    await page.locator('#message').fill('什么时候截止');
    await page.locator('#message').press('Enter');
    await expect.poll(() => page.evaluate(() => (window as unknown as { heard: string[] }).heard.length)).toBe(1);
    const [heard] = await page.evaluate(() => (window as unknown as { heard: string[] }).heard);
    expect(heard).toMatch(/^换证在2020年12月31日就截止了，现在换不了\n/);
    expect(heard).not.toContain('〔');
    expect(heard).toMatch(/错过了怎么办\n每年要学多少学时$/);
    expect(await page.locator('[aria-live], [role=log], [role=status], [role=alert]').count()).toBe(1);
  });
});

describe('Small screens', () => {
  it.each(everyLook)('1.4.10: at 320 pixels nothing is wider than the screen ($locale, $colorScheme)', async look => {
    const opened = await enter({ ...NARROW, ...look });
    await converse(opened);
    await opened.page.locator('#message').fill('很长'.repeat(50) + 'x'.repeat(200));
    await opened.page.locator('#message').press('Enter');
    await opened.page.locator('.mine').nth(3).waitFor();
    const wide = await opened.page.evaluate(() =>
      ['html', 'body', '#scroller', '.bar-row', '.composer'].filter(name => {
        const element = document.querySelector(name)!;
        return element.scrollWidth > element.clientWidth;
      }),
    );
    expect(wide).toEqual([]);
  });

  it('1.4.4: with text twice as large everything can still be reached', async () => {
    const opened = await enter(NARROW);
    await opened.page.evaluate(() => {
      document.documentElement.style.fontSize = '32px';
    });
    await converse(opened);
    expect(await opened.page.locator('#message').isVisible()).toBe(true);
    expect(await opened.page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  });

  it('a question stays in view above an answer that is longer than the screen', async () => {
    const { page } = await enter({ ...NARROW, reducedMotion: 'reduce' });
    for (let turn = 0; turn < 2; turn++) {
      await page.locator('#message').fill('什么时候截止');
      await page.locator('#message').press('Enter');
      await page.locator('.mine').nth(turn).waitFor();
      await page.locator('.mine ~ .theirs:not(.typing)').nth(turn).waitFor();
    }
    const question = await page.locator('.mine').last().boundingBox();
    const scroller = await page.locator('#scroller').boundingBox();
    expect(question!.y).toBeGreaterThanOrEqual(scroller!.y);
    expect(question!.y).toBeLessThan(scroller!.y + 40);
  });

  it('what arrives does not pull away a reader who looks at something else, and tells of itself', async () => {
    const opened = await enter({ viewport: { width: 390, height: 500 }, reducedMotion: 'reduce' });
    const { page } = opened;
    await converse(opened);
    await page.locator('#scroller').hover();
    await page.mouse.wheel(0, -5_000);
    await expect.poll(() => page.evaluate(() => document.getElementById('scroller')!.scrollTop)).toBe(0);
    await opened.web.deliver(opened.assistant.received[0]!.chat, [{ text: '提醒', citations: [], choices: [] }]);
    const latest = page.getByRole('button', { name: '有新消息' });
    await latest.waitFor();
    expect(await page.evaluate(() => document.getElementById('scroller')!.scrollTop)).toBe(0);
    await latest.click();
    await expect.poll(() => latest.isVisible()).toBe(false);
  });
});

describe('An older browser', () => {
  it('like the one inside WeChat holds the conversation too', async () => {
    const opened = await enter();
    const { page } = opened;
    await page.addInitScript(() => {
      const gone: [object, string[]][] = [
        [Array.prototype, ['at', 'findLast', 'toSorted']],
        [String.prototype, ['at', 'matchAll', 'replaceAll']],
        [Object, ['fromEntries', 'hasOwn']],
        [Promise, ['allSettled', 'any']],
        [Element.prototype, ['replaceChildren', 'getAnimations', 'checkVisibility']],
        [HTMLDialogElement.prototype, ['showModal']],
        [Crypto.prototype, ['randomUUID']],
        [AbortSignal, ['timeout', 'any']],
        [URL, ['canParse']],
        [window, ['structuredClone', 'queueMicrotask', 'visualViewport', 'requestIdleCallback']],
      ];
      for (const [owner, names] of gone) for (const name of names) Reflect.deleteProperty(owner, name);
    });
    page.on('dialog', dialog => void dialog.accept());
    await page.reload();
    await converse(opened);
    await page.locator('#new-chat').click();
    await expect.poll(() => page.locator('.mine').count()).toBe(0);
    expect(opened.complaints.filter(complaint => !complaint.includes('413'))).toEqual([]);
  });
});
