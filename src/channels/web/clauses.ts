import type { Hono } from 'hono';
import type { Locale } from '../../locale/index.ts';
import { isFresh, tagOf } from './http-cache.ts';
import { localeNamed, type WebEnv } from './refusal.ts';
import type { Clauses, WireClause } from './wire.ts';

/** A clause as a notice brings it along. */
export interface ClauseTexts {
  id: string;
  name: { zh: string; en: string };
  heading: { zh: string; en: string };
  zh: string;
  unofficialEn: string;
}

/** Serves `GET /api/clauses?locale=`: every clause word for word, for citations that unfold. */
export function clauseRoutes(app: Hono<WebEnv>, clauses: readonly ClauseTexts[]): void {
  app.get('/api/clauses', c => {
    const locale = localeNamed(c.req.query('locale')) ?? c.get('words').locale;
    const body: Clauses = { clauses: clauses.map(clause => inLanguage(clause, locale)) };
    c.header('Cache-Control', 'no-cache');
    c.header('Vary', 'Accept-Language');
    return isFresh(c, tagOf(JSON.stringify(body))) ? c.body(null, 304) : c.json(body);
  });
}

/** How people are shown the clauses, by id. */
export function clauseNames(clauses: readonly ClauseTexts[], locale: Locale): Record<string, string> {
  return Object.fromEntries(clauses.map(({ id, name }) => [id, locale === 'en' ? name.en : name.zh]));
}

function inLanguage({ id, name, heading, zh, unofficialEn }: ClauseTexts, locale: Locale): WireClause {
  if (locale === 'zh-CN') return { id, name: name.zh, heading: heading.zh, original: zh };
  return { id, name: name.en, heading: heading.en, original: zh, translation: unofficialEn };
}
