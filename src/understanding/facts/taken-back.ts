import { FIELDS, ROLES } from '../lexicon.ts';
import type { FactName } from '../understanding.ts';
import type { Found } from './reading.ts';

/** What a person says who takes back what was just said: 「哦不对」, "no wait". */
const SLIP =
  /[,。] ?不是[,。]|不对|错了|不好意思|哦不|噢不|口误|更正|记岔|说错|记错|看错|搞错|打错|等等|等下|应该是|no,? wait|wait,? no|\bsorry\b|\bi mean|\bcorrection\b|\bactually\b|\bscratch that/;
const ONE_VALUE: readonly FactName[] = [
  'certificate.issuedOn',
  'certificate.issuedOn?',
  'certificate.code',
  'certificate.codes',
  'training.hours',
  'training.professionalHours',
];

/** Of two values of one thing the later stays, when the words between take the earlier back: 「17年，哦不对，是18年」. */
export function withoutTakenBack(text: string, facts: readonly Found[]): readonly Found[] {
  if (!SLIP.test(text)) return facts;
  const told = facts.filter(({ name, negated }) => ONE_VALUE.includes(name) && !negated);
  const back = told.filter(fact =>
    told.some(
      later => isSameThing(fact, later) && later.start >= fact.end && SLIP.test(text.slice(fact.end, later.start)),
    ),
  );
  if (back.length === 0) return withFieldCorrected(text, facts);
  const dated = back.some(({ name }) => name === 'certificate.issuedOn');
  return facts
    .filter(fact => !back.includes(fact))
    .map(fact =>
      dated && fact.name === 'certificate.issuedOn?'
        ? { ...fact, name: 'certificate.issuedOn', confidence: 0.9 }
        : fact,
    );
}

/** 「施工员土建的，哦不对，写的是市政」: the role stays, its field is another one. */
function withFieldCorrected(text: string, facts: readonly Found[]): readonly Found[] {
  const codes = facts.filter(({ name, negated }) => name === 'certificate.code' && !negated);
  const [code] = codes;
  if (code === undefined || codes.length > 1) return facts;
  const slip = SLIP.exec(text.slice(code.end));
  const field = slip && FIELD.exec(text.slice(code.end + slip.index + slip[0].length));
  const role = Object.values(ROLES).find(values => values.length > 1 && values.includes(String(code.value)));
  const value = field && role?.[FIELDS[field[0]]!];
  return value ? facts.map(fact => (fact === code ? { ...fact, name: 'certificate.code', value } : fact)) : facts;
}

const FIELD = new RegExp(
  Object.keys(FIELDS)
    .sort((a, b) => b.length - a.length)
    .join('|'),
);

const stem = (name: FactName): string => name.replace(/\?$|(?<=code)s$/, '');
const isSameThing = (one: Found, other: Found): boolean => stem(one.name) === stem(other.name);
