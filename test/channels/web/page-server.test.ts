import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Asset, PageAssets } from '../../../src/channels/web/assets.ts';
import type { PageConfig } from '../../../src/channels/web/wire.ts';
import { CLAUSES, fixture } from './fixture.ts';

const asset = (name: string, mediaType: string): Asset => ({
  path: `/assets/${name}`,
  mediaType,
  content: Buffer.from(name),
  gzipped: Buffer.from('zipped'),
});
const ASSETS: PageAssets = {
  script: asset('page.1.js', 'text/javascript; charset=utf-8'),
  style: asset('page.2.css', 'text/css; charset=utf-8'),
  icon: asset('icon.3.svg', 'image/svg+xml'),
};
const assets = async (): Promise<PageAssets> => ASSETS;

const textOf = ({ body }: { body: Record<string, unknown> }): string => String(body.text);
const configOf = (html: string): PageConfig =>
  JSON.parse(/<script type="application\/json" id="config">(.*?)<\/script>/s.exec(html)![1]!);

describe('GET /', () => {
  it('is a page under a policy that allows its own files and nothing else', async () => {
    const { status, headers } = await fixture({ assets }).call('GET', '/');
    expect([status, headers.get('Content-Type')]).toEqual([200, 'text/html; charset=UTF-8']);
    const policy = headers.get('Content-Security-Policy')!;
    expect(policy).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self';/);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe|\*|http/);
  });

  it('holds no script, style or handler of its own, and nothing from elsewhere', async () => {
    const html = textOf(await fixture({ assets }).call('GET', '/'));
    expect(html.match(/<script(?![^>]*(src=|application\/json))/g)).toBeNull();
    expect(html).not.toMatch(/<style|\sstyle=|\son\w+=|javascript:|(src|href)="(https?:)?\/\//);
  });

  it.each([
    ['/', 'zh', 'zh-CN', '换证助手'],
    ['/', 'en-US,en;q=0.9', 'en', 'Certificate Assistant'],
    ['/?locale=en', 'zh-CN', 'en', 'Certificate Assistant'],
    ['/?locale=xx', 'zh-CN', 'zh-CN', '换证助手'],
  ])('%s for a reader of %s is in %s', async (path, language, locale, title) => {
    const { headers, body } = await fixture({ assets }).call('GET', path, { headers: { 'Accept-Language': language } });
    expect(headers.get('Vary')).toContain('Accept-Language');
    const html = String(body.text);
    expect(html).toContain(`<html lang="${locale}">`);
    expect(html).toContain(`<title>${title}</title>`);
    expect(configOf(html).locale).toBe(locale);
  });

  it('brings all words and clause names in both languages, and says whether feedback is taken', async () => {
    const config = configOf(textOf(await fixture({ assets, feedback: true }).call('GET', '/')));
    expect(Object.keys(config.languages)).toEqual(['zh-CN', 'en']);
    expect(config.languages.en.words['web-counter']).toBe('{count}/{limit}');
    expect(config.languages['zh-CN'].clauseNames).toMatchObject({ '1.2': '一（二）' });
    expect([config.feedback, config.maxCharacters]).toEqual([true, 4_000]);
  });

  it('escapes what a text holds', async () => {
    const clauses = [{ ...CLAUSES[0]!, name: { zh: '</script><script>alert(1)</script>', en: '<b>' } }];
    const html = textOf(await fixture({ assets, clauses }).call('GET', '/'));
    expect(html).not.toContain('<script>alert');
    expect(configOf(html).languages['zh-CN'].clauseNames['1.2']).toBe('</script><script>alert(1)</script>');
  });

  it('need not be sent again while it is the same, and keeps its policy then', async () => {
    const { call } = fixture({ assets });
    const first = await call('GET', '/');
    const again = await call('GET', '/', { headers: { 'If-None-Match': first.headers.get('ETag')! } });
    expect(again.status).toBe(304);
    expect(again.headers.get('Content-Security-Policy')).toBe(first.headers.get('Content-Security-Policy'));
  });

  it('says what to do when the page has not been built, and looks again next time', async () => {
    let built: PageAssets | undefined;
    const { call } = fixture({ assets: async () => built });
    const { status, body } = await call('GET', '/');
    expect([status, body.error?.message]).toEqual([503, '页面还没有构建，请先运行 npm run build。']);
    built = ASSETS;
    expect((await call('GET', '/')).status).toBe(200);
  });
});

describe('The page’s files', () => {
  it('are kept by browsers for ever, under names that change with their content', async () => {
    const { status, headers, body } = await fixture({ assets }).call('GET', '/assets/page.1.js');
    expect([status, headers.get('Content-Type'), body.text]).toEqual([
      200,
      'text/javascript; charset=utf-8',
      'page.1.js',
    ]);
    expect(headers.get('Cache-Control')).toBe('public, max-age=31536000, immutable');
  });

  it('go out packed to those who can unpack', async () => {
    const { headers, body } = await fixture({ assets }).call('GET', '/assets/page.2.css', {
      headers: { 'Accept-Encoding': 'br, gzip' },
    });
    expect([headers.get('Content-Encoding'), headers.get('Vary'), body.text]).toEqual([
      'gzip',
      'Accept-Encoding',
      'zipped',
    ]);
  });

  it('are what the build made of them', async () => {
    const { readAssets } = await import('../../../src/channels/web/assets.ts');
    const { bundlePage } = await import('../../../scripts/build.mjs');
    const { mkdtemp, rm } = await import('node:fs/promises');
    const folder = await mkdtemp('/tmp/huanzheng-assets-');
    try {
      expect(await readAssets(new URL(`file://${folder}/`))).toBeUndefined();
      await bundlePage(folder);
      const { script, style } = (await readAssets(new URL(`file://${folder}/`)))!;
      expect(script.path).toMatch(/^\/assets\/page\.[0-9a-f]{12}\.js$/);
      expect(gunzipSync(script.gzipped)).toEqual(script.content);
      // Syntax and style that Chromium 70 does not know.
      expect(script.content.toString()).not.toMatch(/\?\.[a-z([]|\?\?|\bawait\b.*\bfor await\b/);
      expect(style.content.toString()).not.toMatch(
        /[{;](row-|column-)?gap:|inset:|aspect-ratio|:has\(|:is\(|:where\(|color-mix/,
      );
      expect(script.gzipped.length + style.gzipped.length).toBeLessThan(16_000);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});

describe('GET /api/clauses', () => {
  it('gives every clause word for word', async () => {
    const { status, body } = await fixture().call('GET', '/api/clauses?locale=zh-CN');
    expect(status).toBe(200);
    expect(body.clauses).toEqual(
      CLAUSES.map(({ id, name, heading, zh }) => ({ id, name: name.zh, heading: heading.zh, original: zh })),
    );
  });

  it('adds the translation for readers of English', async () => {
    const { body } = await fixture().call('GET', '/api/clauses', { headers: { 'Accept-Language': 'en' } });
    expect(body.clauses).toMatchObject([
      { id: '1.2', name: 'Part I (2)', original: CLAUSES[0]!.zh, translation: CLAUSES[0]!.unofficialEn },
      {},
      {},
      {},
    ]);
  });
});

it('Every answer keeps itself to itself', async () => {
  const { call, openChat } = fixture({ assets });
  const chat = await openChat();
  for (const path of [
    '/',
    '/healthz',
    '/nowhere',
    '/assets/page.1.js',
    '/api/clauses',
    `/api/chats/${chat}/messages`,
  ]) {
    const { headers } = await call('GET', path);
    expect(headers.get('X-Content-Type-Options'), path).toBe('nosniff');
    expect(headers.get('Referrer-Policy'), path).toBe('no-referrer');
    expect(headers.get('Content-Security-Policy'), path).toContain("frame-ancestors 'none'");
    expect(headers.get('Cache-Control'), path).toMatch(/^(no-store|no-cache|public, max-age=31536000, immutable)$/);
  }
});
