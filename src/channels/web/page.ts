import type { Context, Hono } from 'hono';
import { LOCALES, type Locale, type Words } from '../../locale/index.ts';
import type { Asset, PageAssets } from './assets.ts';
import { MAX_CHARACTERS } from './body.ts';
import { type ClauseTexts, clauseNames } from './clauses.ts';
import { isFresh, tagOf } from './http-cache.ts';
import { PAGE_WORDS, type PageWord } from './page-words.ts';
import { localeNamed, refuse, type WebEnv } from './refusal.ts';
import { shell } from './shell.ts';
import type { PageConfig, PageLanguage } from './wire.ts';

/** What the page is made of. */
export interface PageParts {
  words: Readonly<Record<Locale, Words>>;
  clauses: readonly ClauseTexts[];
  feedback: boolean;
  assets(): Promise<PageAssets | undefined>;
}

/** Values that only the page knows. They stay gaps (`{count}`) when a text is handed over, and the page fills them in. */
const GAPS = { count: '{count}', limit: '{limit}', name: '{name}' };

/** Everything the page does it does by its own files. */
const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

/** Serves `GET /` in the reader's language (`?locale=` overrides it) and the page's files. */
export function pageRoutes(app: Hono<WebEnv>, parts: PageParts): void {
  const languages = Object.fromEntries(
    LOCALES.map(locale => [locale, languageOf(parts, locale)]),
  ) as PageConfig['languages'];
  const pages = new Map<Locale, { text: string; tag: string }>();
  let loaded: Promise<PageAssets | undefined> | undefined;
  const assets = async (): Promise<PageAssets | undefined> => {
    loaded ??= parts.assets();
    const found = await loaded;
    if (found === undefined) loaded = undefined;
    return found;
  };
  app.get('/', async c => {
    const found = await assets();
    if (found === undefined) return refuse(c, { status: 503, says: 'web-error-no-page' });
    const locale = localeNamed(c.req.query('locale')) ?? c.get('words').locale;
    const page =
      pages.get(locale) ??
      render({ locale, maxCharacters: MAX_CHARACTERS, feedback: parts.feedback, languages }, found);
    pages.set(locale, page);
    c.header('Cache-Control', 'no-cache');
    // Also with a 304: a browser takes the headers from there.
    c.header('Content-Security-Policy', PAGE_POLICY);
    c.header('Vary', 'Accept-Language');
    return isFresh(c, page.tag) ? c.body(null, 304) : c.html(page.text);
  });
  app.get('/assets/:name', async c => {
    const found = Object.values((await assets()) ?? {}).find(({ path }) => path === c.req.path);
    return found ? sendAsset(c, found) : refuse(c, { status: 404, says: 'web-error-not-found' });
  });
}

function render(config: PageConfig, assets: PageAssets): { text: string; tag: string } {
  const text = shell(config, assets);
  return { text, tag: tagOf(text) };
}

function sendAsset(c: Context<WebEnv>, { mediaType, content, gzipped }: Asset): Response {
  const zips = /\bgzip\b/.test(c.req.header('Accept-Encoding') ?? '');
  return c.body(new Uint8Array(zips ? gzipped : content), 200, {
    'Content-Type': mediaType,
    'Cache-Control': 'public, max-age=31536000, immutable',
    Vary: 'Accept-Encoding',
    ...(zips && { 'Content-Encoding': 'gzip' }),
  });
}

function languageOf({ words, clauses }: PageParts, locale: Locale): PageLanguage {
  const texts = Object.fromEntries(PAGE_WORDS.map(id => [id, words[locale].say(id, GAPS)])) as Record<PageWord, string>;
  return { words: texts, clauseNames: clauseNames(clauses, locale) };
}
