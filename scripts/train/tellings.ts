import { readFileSync } from 'node:fs';
import { findFacts } from '../../src/understanding/facts.ts';
import type { Language } from '../../src/understanding/language.ts';
import { TELLINGS } from '../../src/understanding/tellings.ts';
import type { Situation } from '../../src/understanding/understanding.ts';
import { type Clause, trainClauses } from './clauses.ts';
import type { Phrase } from './phrases.ts';
import { createVary } from './variation.ts';

/** A clause, and which of `TELLINGS` it is by number. */
export interface Telling {
  text: string;
  telling: number;
  locale: 'zh-CN' | 'en';
}

const LOCALES = ['zh-CN', 'en'] as const;
const SITUATION: Situation = { locale: 'zh-CN', today: '2026-01-01', lastTopic: null, asking: null };

/** Every line of `locales/<locale>/tellings/<name>.txt`. */
export function loadTellings(root = new URL('../../locales/', import.meta.url)): Telling[] {
  return LOCALES.flatMap(locale =>
    TELLINGS.flatMap(({ name }, telling) =>
      readFileSync(new URL(`${locale}/tellings/${name}.txt`, root), 'utf8')
        .split('\n')
        .map(line => line.trim())
        .filter(line => line !== '' && !line.startsWith('#'))
        .map(text => ({ text, telling, locale })),
    ),
  );
}

const VARIANTS = 2;

/** Tellings, and phrases of the topics → the bytes of a model. The clauses of phrases in which no pattern finds anything stand for all that tells nothing. */
export function trainTellings(tellings: readonly Telling[], phrases: readonly Phrase[], language: Language): Buffer {
  const own = tellings.map(({ text, telling }) => ({ text, label: telling }));
  const classes = TELLINGS.map(({ name }) => name);
  return trainClauses(classes, { own, varied: varied(tellings), silent: silentClauses(phrases) }, phrases, language);
}

function varied(tellings: readonly Telling[]): Clause[] {
  const vary = createVary();
  return tellings.flatMap(({ text, telling, locale }) =>
    // The topic decides what may be put before a phrase: nothing here, for a clause stands by itself.
    vary({ text, topics: ['help'], author: '', locale }, VARIANTS).map(variant => ({
      text: variant.text,
      label: telling,
    })),
  );
}

function silentClauses(phrases: readonly Phrase[]): string[] {
  const seen = new Set<string>();
  const names = new Set<string | undefined>(TELLINGS.map(({ fact }) => fact?.name));
  return phrases.flatMap(({ text }) =>
    text
      .split(/[,，。;；!！?？\n]+/)
      .map(clause => clause.trim())
      .filter(clause => clause.length > 1 && !seen.has(clause) && seen.add(clause))
      .filter(clause => !findFacts(clause, SITUATION).some(({ name }) => names.has(name))),
  );
}
