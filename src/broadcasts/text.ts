import { FluentBundle, FluentResource, type FluentValue } from '@fluent/bundle';
import type { Locale } from '../locale/index.ts';

/** What a draft may name with `{ $… }`, and what stands there for somebody of whom nothing is known. */
export const VARIABLES = ['name', 'employer', 'trade', 'hours', 'professional', 'deadline', 'year'] as const;
export type Variable = (typeof VARIABLES)[number];
export type Values = Readonly<Record<Variable, string>>;

/** What somebody wrote to be sent, by language; one text for both when no language is named. */
export type Texts = Readonly<Record<Locale, string>>;

/** Why a text cannot be sent: `what` is a code that the texts know, `detail` a piece of the text. */
export class DraftError extends Error {
  override readonly name = 'DraftError';
  readonly what: 'empty' | 'syntax' | 'unknown-variable' | 'too-long' | 'one-language';
  readonly detail: string;

  constructor(what: DraftError['what'], detail = '') {
    super(`the draft cannot be used: ${what}`);
    this.what = what;
    this.detail = detail;
  }
}

/** As long as one message of Telegram may be, with room for what the facts add. */
const MOST_CHARACTERS = 3000;
const HEADING = /^\[(zh-CN|en)\]\s*$/m;
const PLACEABLE = /\{[^{}]*\}/g;

/** Reads a draft: plain text in Fluent's way of writing, in one part or under `[zh-CN]` and `[en]`. Throws `DraftError`. */
export function readTexts(source: string): Texts {
  const text = source
    .replace(/^\ufeff/, '')
    .replaceAll('\r\n', '\n')
    .trim();
  const parts = text.split(HEADING);
  if (parts.length === 1) return checked({ 'zh-CN': text, en: text });
  const found = new Map<string, string>();
  for (let at = 1; at < parts.length; at += 2) found.set(parts[at]!, (parts[at + 1] ?? '').trim());
  const [zh, en] = [found.get('zh-CN'), found.get('en')];
  if (zh === undefined || en === undefined || parts[0]!.trim() !== '') throw new DraftError('one-language');
  return checked({ 'zh-CN': zh, en });
}

function checked(texts: Texts): Texts {
  for (const text of new Set(Object.values(texts))) {
    if (text === '') throw new DraftError('empty');
    if ([...text].length > MOST_CHARACTERS) throw new DraftError('too-long');
    for (const [, name] of text.matchAll(/\$([\w-]+)/g))
      if (!(VARIABLES as readonly string[]).includes(name!)) throw new DraftError('unknown-variable', `$${name}`);
    compile(text);
  }
  return texts;
}

/** The text for one person. What the facts hold is never read as part of the text. */
export function render(text: string, locale: Locale, values: Values): string {
  const { bundle, pattern } = compile(text, locale);
  return bundle.formatPattern(pattern, values as Record<string, FluentValue>);
}

/** The words of the text without what stands in it for facts. */
export function wordsOf(text: string): string {
  return text.replace(PLACEABLE, ' ');
}

function compile(text: string, locale: Locale = 'zh-CN') {
  const bundle = new FluentBundle(locale, { useIsolating: false });
  const indented = text.split('\n').map(line => `    ${safeStart(line)}`);
  const errors = bundle.addResource(new FluentResource(`message =\n${indented.join('\n')}\n`));
  const pattern = bundle.getMessage('message')?.value;
  if (errors.length > 0 || pattern === undefined || pattern === null) throw new DraftError('syntax');
  if (hasOpenBrace(text)) throw new DraftError('syntax', lineWithBrace(text));
  return { bundle, pattern };
}

/** Fluent gives these a meaning at the start of a line; in a message they are what they look like. */
function safeStart(line: string): string {
  return /^[.*[}]/.test(line) ? `{"${line[0] === '}' ? '}' : line[0]}"}${line.slice(1)}` : line;
}

function hasOpenBrace(text: string): boolean {
  return /[{}]/.test(text.replace(PLACEABLE, ''));
}

function lineWithBrace(text: string): string {
  return text.split('\n').find(line => hasOpenBrace(line)) ?? '';
}
