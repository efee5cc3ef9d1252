import { readdirSync, readFileSync } from 'node:fs';
import { TOPICS, type Topic } from '../../src/policies/policy.ts';

/** One training phrase: what a person wrote, and what it asks for (the first topic first). */
export interface Phrase {
  text: string;
  topics: readonly Topic[];
  author: string;
  locale: 'zh-CN' | 'en';
}

const LOCALES = ['zh-CN', 'en'] as const;

/** Every phrase under `locales/<locale>/phrases/<author>/<topic>.txt`, in one fixed order. */
export function loadPhrases(root = new URL('../../locales/', import.meta.url)): Phrase[] {
  return LOCALES.flatMap(locale =>
    foldersOf(new URL(`${locale}/phrases/`, root)).flatMap(author => ofAuthor(root, locale, author)),
  );
}

function ofAuthor(root: URL, locale: 'zh-CN' | 'en', author: string): Phrase[] {
  const phrases: Phrase[] = [];
  for (const topic of TOPICS) {
    for (const line of linesOf(new URL(`${locale}/phrases/${author}/${topic}.txt`, root))) {
      const [text = '', ...others] = line.split(/\s+=>\s+/);
      phrases.push({ text, topics: [topic, ...others.map(asTopic)], author, locale });
    }
  }
  return phrases;
}

function foldersOf(folder: URL): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter(entry => entry.isDirectory())
      .map(entry => entry.name)
      .sort();
  } catch {
    return [];
  }
}

function linesOf(file: URL): string[] {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return [];
  }
  return text
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '' && !line.startsWith('#'));
}

function asTopic(name: string): Topic {
  const topic = TOPICS.find(known => known === name.trim());
  if (!topic) throw new Error(`unknown topic after =>: ${name}`);
  return topic;
}
