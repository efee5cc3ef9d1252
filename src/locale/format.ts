export const LOCALES = ['zh-CN', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

/** What a text can be given. Years and hours go in as strings, so that nobody reads “2,020”. */
export type Args = Readonly<Record<string, string | number>>;

const ENGLISH_DAY = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

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
