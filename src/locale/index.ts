import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { FluentBundle, FluentResource, type FluentValue } from '@fluent/bundle';
import type { ClauseId } from '../policies/policy.ts';
import type { Notice } from '../policies/walk-through.ts';
import { BrokenTextError } from './broken-text-error.ts';
import { checkTexts, type Located } from './check.ts';
import type { Args, Locale } from './format.ts';
import { clauseName, noticeValues } from './notice.ts';
import { entriesOf, type SourceFile } from './source.ts';

export { BrokenTextError } from './broken-text-error.ts';
export { addDays, daysBetween } from './days.ts';
export { type Args, formatDay, formatList, LOCALES, type Locale } from './format.ts';
export { formatMoment, readMoment } from './moments.ts';
export type { SourceFile } from './source.ts';

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
  /** The text with the clauses named in it by `CLAUSE("1.2")`; `COUNT($days, one: "day", other: "days")` puts a number before its noun. */
  cite(id: string, args?: Args): Text;
  has(id: string): boolean;
  /** The same texts with further values that all of them may use. */
  with(values: Args): Words;
}

const LOCALES_FOLDER = new URL('../../locales/', import.meta.url);

/** Loads all texts of a language, once; formatting afterwards touches no file. A notice's own texts come before those of `locales/`. */
export function loadWords(locale: Locale, notice: Notice): Words {
  return wordsOf(locale, notice, filesOf(locale, notice));
}

/** The files of a language in the order in which they are read, the notice's own last. */
export function filesOf(locale: Locale, notice: Notice): SourceFile[] {
  const folder = new URL(`${locale}/`, LOCALES_FOLDER);
  const names = readdirSync(fileURLToPath(folder)).filter(name => name.endsWith('.ftl'));
  const own = new URL(`${locale}.ftl`, notice.texts);
  return [
    ...names.sort().map(name => ({ name: `${locale}/${name}`, bytes: readFileSync(new URL(name, folder)) })),
    { name: `${notice.policy.id}/${locale}.ftl`, bytes: readFileSync(own) },
  ];
}

/** The texts of these files. Throws a `BrokenTextError` for the first that cannot be read, or could never be shown. */
export function wordsOf(locale: Locale, notice: Notice, files: readonly SourceFile[]): Words {
  const cited: ClauseId[] = [];
  const bundle = new FluentBundle(locale, {
    // The marks that Fluent puts around values break copying and the matching of numbers.
    useIsolating: false,
    functions: {
      CLAUSE: ([id]) => {
        cited.push(String(id));
        return clauseName(notice, String(id), locale);
      },
      // Values go in as strings, of which plural rules know nothing.
      COUNT: ([count], { one, other }) => `${count} ${String(count) === '1' ? one : other}`,
    },
  });
  const texts = new Map<string, Located>();
  for (const file of files) for (const entry of entriesOf(file)) texts.set(entry.id, { entry, file: file.name });
  checkTexts(texts, id => notice.policy.clauses.some(clause => clause.id === id));
  const resource = new FluentResource('');
  resource.body = [...texts.values()].map(({ entry }) => entry);
  bundle.addResource(resource);
  const patterns = new Map<string, Pattern>();
  const find = (id: string): Pattern | null => {
    const known = patterns.get(id) ?? patternOf(bundle, id);
    if (known !== null) patterns.set(id, known);
    return known;
  };
  const wordsWith = (values: Args): Words => {
    const format = (id: string, args: Args | undefined): string => {
      const pattern = find(id);
      if (pattern === null) throw new Error(`no text ${id} in ${locale}`);
      if (typeof pattern === 'string') return pattern;
      try {
        return bundle.formatPattern(pattern, (args === undefined ? values : { ...values, ...args }) as Values);
      } catch (error) {
        throw new BrokenTextError(texts.get(id.split('.')[0]!)!.file, id, (error as Error).message);
      }
    };
    return {
      locale,
      say: format,
      cite: (id, args) => {
        cited.length = 0;
        const text = format(id, args);
        return { text, citations: [...new Set(cited)] };
      },
      has: id => find(id) !== null,
      with: more => wordsWith({ ...values, ...more }),
    };
  };
  return wordsWith(noticeValues(notice, locale));
}

type Values = Record<string, FluentValue>;
type Pattern = Parameters<FluentBundle['formatPattern']>[0];

function patternOf(bundle: FluentBundle, id: string): Pattern | null {
  const [message = '', attribute] = id.split('.');
  const found = bundle.getMessage(message);
  if (found === undefined) return null;
  return (attribute === undefined ? found.value : found.attributes[attribute]) ?? null;
}
