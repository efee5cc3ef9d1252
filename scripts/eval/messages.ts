import { readFileSync } from 'node:fs';
import type { Topic } from '../../src/policies/policy.ts';

export const FACT_KEYS = [
  'issuer',
  'inNationalSystem',
  'archiveVerified',
  'professionalHours',
  'passed',
  'inPost',
  'asOf',
] as const;
export type FactKey = (typeof FACT_KEYS)[number];

/** A line of a corpus file: a message as the first of a fresh chat, and what may rightly be made of it. */
export interface Message {
  locale: 'zh-CN' | 'en';
  text: string;
  /** Acceptable topics, best first. */
  topics: readonly Topic[];
  style: string;
  entities?: Partial<Record<'code' | 'kind' | 'date', string> & Record<'issueYear' | 'hours', number>>;
  /** More that the message tells, by the names of the facts; only some messages are marked so. */
  facts?: Partial<Record<FactKey, string | number | boolean>>;
}

/** Reads a JSONL file of the corpus format. */
export function readMessages(path: string): Message[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter(line => line.trim() !== '')
    .map(line => JSON.parse(line) as Message);
}
