import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { FluentBundle, FluentResource, type FluentValue } from '@fluent/bundle';
import type { ClauseId } from '../policies/policy.ts';

export const LOCALES = ['zh-CN', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

/** What a text can be given. Years and hours go in as strings, so that nobody reads “2,020”. */
export type Args = Readonly<Record<string, string | number>>;

/** A text and the clauses that it names, in the order of their naming. */
export interface Text {
  text: string;
  citations: readonly ClauseId[];
}

/** Every text of one language. An id is `message` or `message.attribute`; one that is missing throws: it is our own bug, and the check finds it. */
export interface Words {
  readonly locale: Locale;
  /** The formatted text alone. */
  say(id: string, args?: Args): string;
  /** The text with the clauses named in it by `CLAUSE("1.2")`. */
  cite(id: string, args?: Args): Text;
  has(id: string): boolean;
}

/** What a notice brings along to the words: its own texts, the names of its clauses, and the values that every text may use. */
export interface NoticeWords {
  /** The folder that holds `zh-CN.ftl` and `en.ftl`; what stands there comes before what stands in `locales/`. */
  folder: URL;
  clauseName(clause: ClauseId, locale: Locale): string;
  values(locale: Locale): Args;
}

const LOCALES_FOLDER = new URL('../../locales/', import.meta.url);

/** Loads all texts of a language, once; formatting afterwards touches no file. */
export function loadWords(locale: Locale, notice: NoticeWords): Words {
  const cited: ClauseId[] = [];
  const bundle = new FluentBundle(locale, {
    // The marks that Fluent puts around values break copying and the matching of numbers.
    useIsolating: false,
    functions: {
      CLAUSE: ([id]) => {
        cited.push(String(id));
        return notice.clauseName(String(id), locale);
      },
    },
  });
  for (const source of [...sourcesIn(new URL(`${locale}/`, LOCALES_FOLDER)), readFileSync(new URL(`${locale}.ftl`, notice.folder), 'utf8')]) {
    const errors = bundle.addResource(new FluentResource(source), { allowOverrides: true });
    if (errors.length > 0) throw errors[0];
  }
  const values = notice.values(locale);
  const format = (id: string, args: Args | undefined): string => {
    const pattern = patternOf(bundle, id);
    if (pattern === null) throw new Error(`no text ${id} in ${locale}`);
    return typeof pattern === 'string' ? pattern : bundle.formatPattern(pattern, { ...values, ...args } as Record<string, FluentValue>);
  };
  return {
    locale,
    say: (id, args) => format(id, args),
    cite: (id, args) => {
      cited.length = 0;
      const text = format(id, args);
      return { text, citations: [...new Set(cited)] };
    },
    has: id => patternOf(bundle, id) !== null,
  };
}

function sourcesIn(folder: URL): string[] {
  return readdirSync(fileURLToPath(folder))
    .filter(name => name.endsWith('.ftl'))
    .sort()
    .map(name => readFileSync(new URL(name, folder), 'utf8'));
}

function patternOf(bundle: FluentBundle, id: string): Parameters<FluentBundle['formatPattern']>[0] | null {
  const [message = '', attribute] = id.split('.');
  const found = bundle.getMessage(message);
  if (found === undefined) return null;
  return (attribute === undefined ? found.value : found.attributes[attribute]) ?? null;
}

const ENGLISH_DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

/** A day (`YYYY-MM-DD`) as people of the language write it: 2020年12月31日, 31 December 2020. A bare year stays a year. */
export function formatDay(day: string, locale: Locale): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number?, number?];
  if (month === undefined) return locale === 'zh-CN' ? `${year}年` : `${year}`;
  if (locale === 'zh-CN') return `${year}年${month}月${date === undefined ? '' : `${date}日`}`;
  return ENGLISH_DAY.format(Date.UTC(year, month - 1, date ?? 1)).replace(date === undefined ? /^\d+ / : /^$/, '');
}

const LISTS = { 'zh-CN': new Intl.ListFormat('zh-CN'), en: new Intl.ListFormat('en') };

/** 「甲、乙和丙」, “a, b and c”. */
export function formatList(items: readonly string[], locale: Locale): string {
  return LISTS[locale].format(items);
}
