import { isHearsay } from './facts/hearsay.ts';
import { ASKED, type Found, found, matches, type Reading, SUPPOSED } from './facts/reading.ts';
import { speaksOfHours } from './facts/system.ts';
import type { Language } from './language.ts';
import type { Model } from './model.ts';
import { createReader, type Shared } from './rank.ts';
import type { FactName, FactValue } from './understanding.ts';

/** What the clauses of a message tell by their wording as a whole; nothing of the facts that are `known` already. */
export type Tellings = (reading: Pick<Reading, 'plain' | 'text'>, known: ReadonlySet<FactName>) => Found[];

/** Without a model nothing is told beyond what the patterns know. */
export const NOTHING_TOLD: Tellings = () => [];

type Told = Extract<FactValue, { value: boolean }> | { name: 'certificate.kind'; value: 'electronic' };

/** What a clause can tell, by the file of its training phrases (`locales/<locale>/tellings/<name>.txt`); first that it tells nothing. */
export const TELLINGS: readonly { name: string; fact: Told | null }[] = [
  { name: 'nothing', fact: null },
  { name: 'in-system', fact: { name: 'certificate.inNationalSystem', value: true } },
  { name: 'not-in-system', fact: { name: 'certificate.inNationalSystem', value: false } },
  { name: 'in-post', fact: { name: 'inPost', value: true } },
  { name: 'left-post', fact: { name: 'inPost', value: false } },
  { name: 'passed', fact: { name: 'training.passed', value: true } },
  { name: 'not-passed', fact: { name: 'training.passed', value: false } },
  { name: 'holds-electronic', fact: { name: 'certificate.kind', value: 'electronic' } },
];

/** So sure a clause must be: a fact that is missed is asked for, a wrong one decides. Chosen by measurement (docs/decisions/0019-tellings.md). */
export const SURE = 0.7;
const CONFIDENCE = 0.8;

/** Makes the function of a model that was trained on `TELLINGS`. */
export function createTellings(model: Model, language: Language, shared: Shared): Tellings {
  const read = createReader(model, shared);
  const told = model.topics.map(factNamed);
  return ({ plain, text }, known) => {
    const best = new Map<FactName, { fact: Told; sure: number; at: number }>();
    const clauses = clausesOf(plain);
    const parts = clauses.flatMap((clause, at) => partsOf(plain, clause).map(({ start, end }) => ({ start, end, at })));
    for (const { start, end, at } of parts) {
      const clause = plain.slice(start, end);
      if (isHearsay(clause) || SHOWS.test(clause)) continue;
      if (end - start < SHORTEST || end - start > LONGEST || isOpen(clause, plain[end] === '?')) continue;
      const { scores } = read(language.plainWords(clause));
      for (let c = 1; c < scores.length; c++) {
        const fact = told[c]!;
        if (fact === null || scores[c]! < SURE || known.has(fact.name) || isBelied(fact, clause, plain)) continue;
        if (scores[c]! > (best.get(fact.name)?.sure ?? 0)) best.set(fact.name, { fact, sure: scores[c]!, at });
      }
    }
    if (best.size === 0) return [];
    // Words put right do not make other clauses; should they ever, the whole text is named.
    const places = clausesOf(text);
    const placeOf = (at: number) => (places.length === clauses.length ? places[at]! : { start: 0, end: text.length });
    return Array.from(best.values(), ({ fact, at }) => found(fact, placeOf(at).start, placeOf(at).end, CONFIDENCE));
  };
}

function factNamed(name: string): Told | null {
  const telling = TELLINGS.find(known => known.name === name);
  if (telling === undefined)
    throw new Error(`the model knows a telling that the program does not: ${name}; run npm run train`);
  return telling.fact;
}

const NEGATION = /[没不未无冇莫唔]|n't|\bnot?\b|\bnever\b|\bno longer\b/;
/** The check of the archive passes too (1.1). */
const ARCHIVE = /核档|核查|档案|511|archive/;
/** The certificate's own name has 合格 in it. */
const NAMED_SO = /合格证|certificate of/;
const PASSES = /考过|过了|通过|及格|合格了|考完|考得|pass/;
/** 「没做质量员」 never tells that somebody does, however much the rest of it sounds so. */
const isBelied = (fact: Told, clause: string, text: string): boolean =>
  (fact.value === true && NEGATION.test(clause)) ||
  (fact.name === 'certificate.inNationalSystem' && speaksOfHours(clause, text)) ||
  (fact.name === 'training.passed' && (ARCHIVE.test(text) || (NAMED_SO.test(clause) && !PASSES.test(clause))));

const CLAUSE = /(?:[^,。;!?\n/、|.]|\.(?=\S))+/g;
/** Where an English clause goes on with another one. */
const JOINED = / (?=(?:and|but|though|although|so|then|because|that|which|who|since) )/g;
/** Of a voice transcript without stops, pieces of this length are looked at, each half over the one before. */
const LONG_RUN = 24;
const PIECE = 14;
/** A clause of fewer characters says nothing by itself; of more, several things. */
const SHORTEST = 2;
const LONGEST = 80;
const MOST_CLAUSES = 12;

interface Clause {
  start: number;
  end: number;
}

function clausesOf(text: string): Clause[] {
  const clauses: Clause[] = [];
  for (const match of matches(text, CLAUSE)) {
    if (clauses.length >= MOST_CLAUSES) break;
    clauses.push({ start: match.index, end: match.index + match[0].length });
  }
  return clauses;
}

/** A clause, and what it can be taken apart into. */
function partsOf(text: string, { start, end }: Clause): Clause[] {
  const length = end - start;
  const whole = [{ start, end }];
  if (length < LONG_RUN) return whole;
  const clause = text.slice(start, end);
  const joined = clause.split(JOINED);
  if (joined.length > 1) {
    let at = start;
    const parts = joined.map(part => {
      const from = at;
      at += part.length + 1;
      return { start: from, end: from + part.length };
    });
    return [...whole, ...parts];
  }
  if (!HAN.test(clause)) return whole;
  const pieces = Math.ceil((length - PIECE) / (PIECE / 2)) + 1;
  return [
    ...whole,
    ...Array.from({ length: pieces }, (_, at) => {
      const from = Math.min(start + (at * PIECE) / 2, end - PIECE);
      return { start: from, end: from + PIECE };
    }),
  ];
}

/** 「看看，这是我的证」 shows a certificate, and tells nothing of it. */
const SHOWS = /^(?:看看|你看|喏)? *[这那]个?就?是我的证书?$/;

const HAN = /[\u4e00-\u9fff]{12}/;

const ASKS =
  /[吗么咩]$|怎[么样]|如何|咋|哪|什么|啥|多少|几时|能不能|是不是|要不要|会不会|有没有|^(?:how|what|where|when|who|which|why|can|could|do|does|did|is|are|will|would|should)\b/;
const SUPPOSES = /如果|要是|假如|假设|万一|若|的话|之后|以后|才能|\bif\b|\bunless\b|\bwhether\b|\bonce\b|\bsuppose/;

/** Asked or supposed: nothing is told by it. */
const isOpen = (clause: string, isAsked: boolean): boolean =>
  isAsked || ASKS.test(clause) || SUPPOSES.test(clause) || SUPPOSED.test(clause) || ASKED.test(clause);
