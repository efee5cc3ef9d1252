import { readFile } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { pushesInMemory } from '../../../src/channels/web/pushes.ts';
import { type Opened, openStage, type Stage } from './browser.ts';
import { CLAUSES } from './fixture.ts';

let stage: Stage;
const open: Opened[] = [];
beforeAll(async () => {
  stage = await openStage();
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

const ASK = '什么时候截止';
const ask = async ({ page }: Opened, text = ASK): Promise<void> => {
  const before = await page.locator('.mine').count();
  await page.locator('#message').fill(text);
  await page.locator('#message').press('Enter');
  await page.locator('.mine').nth(before).waitFor();
};
const answered = ({ page }: Opened, count = 1): Promise<void> =>
  page
    .locator('.mine ~ .theirs:not(.typing)')
    .nth(count - 1)
    .waitFor();

describe('A conversation on the page', () => {
  it('greets, takes a message, and shows headline, reasons, contact and choices', async () => {
    const opened = await enter();
    await ask(opened);
    await answered(opened);
    const { page } = opened;
    const reply = page.locator('.theirs').last();
    expect(await reply.locator('.headline').textContent()).toBe('换证在2020年12月31日就截止了，现在换不了');
    expect(await reply.locator('ul > li').count()).toBe(2);
    expect(await reply.locator('a[href="http://rcgz.mohurd.gov.cn"]').getAttribute('rel')).toBe('noopener noreferrer');
    expect(await reply.locator('a[href="tel:089865352821"]').textContent()).toBe('0898-65352821');
    expect(await page.locator('.choice').allTextContents()).toEqual(['错过了怎么办', '每年要学多少学时']);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('message');
    expect(opened.complaints).toEqual([]);
  });

  it('offers examples until something has been said', async () => {
    const opened = await enter();
    const example = opened.page.locator('.example').first();
    const text = await example.textContent();
    await example.click();
    await answered(opened);
    expect(opened.assistant.received.at(-1)?.message).toEqual({ kind: 'text', text });
    expect(await example.isVisible()).toBe(false);
  });

  it('lets a choice be made by keyboard, and leaves the focus where one writes', async () => {
    const opened = await enter();
    const { page, assistant } = opened;
    await ask(opened);
    await answered(opened);
    await page.keyboard.press('Shift+Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('每年要学多少学时');
    await page.keyboard.press('Enter');
    await answered(opened, 2);
    expect(assistant.received.at(-1)?.message).toEqual({ kind: 'choice', id: 'topic:annual-hours' });
    expect(await page.locator('.mine').last().textContent()).toContain('每年要学多少学时');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('message');
  });

  it('puts choices away that something else has been said after', async () => {
    const opened = await enter();
    await ask(opened, '学时');
    await answered(opened);
    expect(await opened.page.locator('.choice').count()).toBe(0);
  });

  it('unfolds a citation word for word, and folds it again', async () => {
    const opened = await enter();
    const { page } = opened;
    await ask(opened);
    await answered(opened);
    const citation = page.getByRole('button', { name: '一（二）' });
    await citation.press('Enter');
    const quote = page.locator('blockquote');
    expect(await quote.textContent()).toBe(CLAUSES[0]!.zh);
    expect(await citation.getAttribute('aria-expanded')).toBe('true');
    await citation.press('Enter');
    expect(await quote.count()).toBe(0);
    await page.getByRole('button', { name: '联系人' }).click();
    expect(await quote.textContent()).toBe(CLAUSES[3]!.zh);
  });

  it('shows in English the unofficial translation and the original', async () => {
    const opened = await enter({ locale: 'en-GB' });
    await ask(opened, 'By when?');
    await answered(opened);
    await opened.page.getByRole('button', { name: 'Part I (2)' }).click();
    const panel = opened.page.locator('.clause-text');
    await panel.locator('blockquote').waitFor();
    expect(await panel.locator('> *').allTextContents()).toEqual([
      'When to renew · Unofficial translation',
      CLAUSES[0]!.unofficialEn,
      'Text of the notice',
      CLAUSES[0]!.zh,
    ]);
    expect(await panel.locator('blockquote').getAttribute('lang')).toBe('zh-CN');
  });

  it('saves a file', async () => {
    const opened = await enter();
    await ask(opened, '日历');
    const download = opened.page.waitForEvent('download');
    await opened.page.getByRole('button', { name: '保存deadlines.ics' }).click();
    expect((await download).suggestedFilename()).toBe('deadlines.ics');
    expect(await readFile(await (await download).path(), 'utf8')).toMatch(/^BEGIN:VCALENDAR\r\n/);
  });

  it('treats markup as the text it is', async () => {
    const opened = await enter();
    await ask(opened, '<img src=x onerror=alert(1)>');
    await answered(opened);
    expect(await opened.page.locator('.mine').textContent()).toContain('<img src=x onerror=alert(1)>');
    expect(await opened.page.locator('#log img').count()).toBe(0);
  });

  it('sends nothing while an input method is composing, breaks a line on Shift+Enter, and sends on Enter', async () => {
    const opened = await enter();
    const field = opened.page.locator('#message');
    await field.fill('nihao');
    for (const key of [{ isComposing: true }, { keyCode: 229 }]) {
      await field.evaluate(
        (element, init) =>
          element.dispatchEvent(
            new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true, ...init }),
          ),
        key,
      );
    }
    await field.press('End');
    await field.press('Shift+Enter');
    await field.pressSequentially('ma');
    expect(await field.inputValue()).toBe('nihao\nma');
    expect(await opened.page.locator('.mine').count()).toBe(0);
    await field.press('Enter');
    expect(await opened.page.locator('.mine').textContent()).toContain('nihao\nma');
  });

  it('counts near the limit, and keeps back what is beyond it', async () => {
    const opened = await enter();
    const { page } = opened;
    const counter = page.locator('#counter');
    expect(await counter.isVisible()).toBe(false);
    await page.locator('#message').fill('😀'.repeat(3_990));
    expect(await counter.textContent()).toBe('3990/4000');
    await page.locator('#message').fill('😀'.repeat(4_002));
    expect(await counter.textContent()).toBe('超出2字，请分几次发');
    await page.locator('#message').press('Enter');
    expect(await page.locator('.mine').count()).toBe(0);
    await page.locator('#message').fill('😀'.repeat(4_000));
    await page.locator('#message').press('Enter');
    await answered(opened);
  });

  it('shows that an answer is on its way, and queues what is said meanwhile', async () => {
    const opened = await enter();
    await ask(opened, '等一下');
    await opened.page.locator('.typing').waitFor();
    await ask(opened, '学时');
    expect(opened.assistant.received.map(({ message }) => message.kind)).toEqual(['start', 'text']);
    opened.assistant.release();
    await answered(opened, 2);
    expect(opened.assistant.received.at(-1)?.message).toEqual({ kind: 'text', text: '学时' });
    expect(await opened.page.locator('.typing').count()).toBe(0);
  });
});

describe('What the page keeps', () => {
  it('shows the conversation again after a reload, and goes on with it', async () => {
    const opened = await enter();
    const { page, assistant } = opened;
    await ask(opened);
    await answered(opened);
    await page.reload();
    expect(await page.locator('.mine').textContent()).toContain(ASK);
    expect(await page.locator('.theirs .headline').count()).toBe(2);
    await page.getByRole('button', { name: '错过了怎么办' }).click();
    await answered(opened, 2);
    expect(new Set(assistant.received.map(({ chat }) => chat)).size).toBe(1);
    expect(assistant.received.filter(({ message }) => message.kind === 'start')).toHaveLength(1);
  });

  it('begins anew when asked, and only when the question is confirmed', async () => {
    const opened = await enter();
    const { page, assistant } = opened;
    await ask(opened);
    await answered(opened);
    const anew = page.getByRole('button', { name: '新对话' });
    await anew.click();
    await page.keyboard.press('Escape');
    expect(await page.locator('.mine').count()).toBe(1);
    await anew.click();
    await page.getByRole('button', { name: '清空并开始' }).click();
    await expect.poll(() => assistant.received.filter(({ message }) => message.kind === 'start').length).toBe(2);
    expect(await page.locator('.mine').count()).toBe(0);
    await page.reload();
    expect(await page.locator('.mine').count()).toBe(0);
  });

  it('writes no ID number down, and shows it masked', async () => {
    const opened = await enter();
    await ask(opened, '我的号码是44052418800101001x');
    await answered(opened);
    expect(opened.assistant.received.at(-1)?.message).toEqual({ kind: 'text', text: '我的号码是44052418800101001x' });
    expect(await opened.page.locator('.mine').textContent()).toContain('我的号码是440•••••••••••••1x');
    expect(await opened.page.evaluate(() => JSON.stringify(localStorage))).not.toContain('44052418800101001');
  });

  it('takes up another tab’s conversation', async () => {
    const opened = await enter();
    const other = await opened.page.context().newPage();
    await other.goto(opened.url);
    await other.locator('.choice').first().waitFor();
    await ask(opened);
    await answered(opened);
    await other.locator('.mine').waitFor();
    expect(await other.locator('.mine').textContent()).toContain(ASK);
  });

  it('goes on with a new chat when the old one is not known any more, and the message is not lost', async () => {
    const opened = await enter();
    await opened.page.evaluate(() => {
      const kept = JSON.parse(localStorage.getItem('huanzheng.conversation')!);
      localStorage.setItem('huanzheng.conversation', JSON.stringify({ ...kept, chat: 'x'.repeat(43) }));
    });
    await opened.page.reload();
    await ask(opened);
    await answered(opened);
    expect(await opened.page.locator('.note').textContent()).toBe('之前的对话已经结束，这是新的对话。');
  });
});

describe('Without a network', () => {
  it('says so, keeps the message, and sends it under the same id when the network is back', async () => {
    const opened = await enter();
    const { page, assistant } = opened;
    await page.context().setOffline(true);
    await ask(opened);
    await page.getByText('没发出去').waitFor();
    expect(await page.locator('#status').textContent()).toBe('网络断了，连上后自动接着来');
    await page.context().setOffline(false);
    await answered(opened);
    expect(assistant.received.filter(({ message }) => message.kind === 'text')).toHaveLength(1);
    expect(await page.getByText('没发出去').count()).toBe(0);
  });

  it('gives one answer when only the answer was lost', async () => {
    const opened = await enter();
    const { page, assistant } = opened;
    let losses = 1;
    await page.route('**/messages', async route => {
      losses -= 1;
      if (losses < 0) return route.continue();
      await route.fetch();
      return route.abort('connectionreset');
    });
    await ask(opened);
    await page.getByRole('button', { name: '再发一次' }).click();
    await answered(opened);
    const sent = assistant.received.filter(({ message }) => message.kind === 'text');
    expect(sent).toHaveLength(2);
    expect(sent[0]?.id).toBe(sent[1]?.id);
    expect(await page.locator('.mine ~ .theirs').count()).toBe(1);
  });

  it('sends after a reload what could not be sent before', async () => {
    const opened = await enter();
    const { page } = opened;
    await page.route('**/messages', route => route.abort());
    await ask(opened);
    await page.getByText('没发出去').waitFor();
    await page.unroute('**/messages');
    await page.reload();
    await answered(opened);
    expect(await page.locator('.mine').count()).toBe(1);
  });

  it('waits as long as it is told when it has sent too much', async () => {
    const opened = await enter();
    let refusals = 1;
    await opened.page.route('**/messages', route => {
      refusals -= 1;
      if (refusals < 0) return route.continue();
      return route.fulfill({ status: 429, headers: { 'Retry-After': '1' }, json: { error: { message: '…' } } });
    });
    await ask(opened);
    await opened.page.locator('#status').getByText('现在有点忙，稍等会自动再试').waitFor();
    await answered(opened);
  });

  it('tells why a message was refused, and gives it back to be changed', async () => {
    const opened = await enter();
    const { page } = opened;
    await page.route('**/messages', route => route.fulfill({ status: 413, json: { error: { message: '太长了。' } } }));
    await ask(opened);
    expect(await page.locator('.state').textContent()).toContain('太长了。');
    await page.getByRole('button', { name: '改一改再发' }).click();
    expect(await page.locator('#message').inputValue()).toBe(ASK);
  });
});

describe('Pushed messages', () => {
  it('arrive once: while the page is open, after it was closed, and after the connection was lost', async () => {
    const pushes = pushesInMemory();
    const pushing = await openStage({ pushes });
    try {
      const opened = await pushing.open();
      open.push(opened);
      const { page, assistant, web } = opened;
      await page.locator('.choice').first().waitFor();
      const { chat } = assistant.received[0]!;
      const reminder = (text: string) => web.deliver(chat, [{ text, citations: [], choices: [] }]);
      await reminder('第一条提醒');
      await page.getByText('第一条提醒').and(page.locator('#log *')).waitFor();
      await page.goto('about:blank');
      await reminder('第二条提醒');
      await page.goto(opened.url);
      await page.locator('#log').getByText('第二条提醒').waitFor();
      await page.context().setOffline(true);
      await reminder('第三条提醒');
      await page.context().setOffline(false);
      await page.locator('#log').getByText('第三条提醒').waitFor();
      await page.reload();
      await page.locator('#log').getByText('第三条提醒').waitFor();
      for (const text of ['第一条提醒', '第二条提醒', '第三条提醒'])
        expect(await page.locator('#log').getByText(text).count()).toBe(1);
    } finally {
      await pushing.close();
    }
  });
});

describe('Two languages', () => {
  it('follow the browser, and change at the press of a button, for page and assistant', async () => {
    const opened = await enter({ locale: 'en-GB' });
    const { page, assistant } = opened;
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect(assistant.received[0]?.locale).toBe('en');
    await page.getByRole('button', { name: '切换为中文' }).click();
    await page.getByRole('button', { name: '我的证能不能换' }).waitFor();
    expect([await page.locator('html').getAttribute('lang'), await page.title()]).toEqual(['zh-CN', '换证助手']);
    await ask(opened);
    await answered(opened);
    await page.getByRole('button', { name: 'Switch to English' }).click();
    await answered(opened, 2);
    expect(assistant.received.at(-1)?.message).toEqual({ kind: 'choice', id: 'language:en' });
    expect(await page.locator('#message').getAttribute('placeholder')).toBe('Ask a question …');
    await page.reload();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
  });
});
