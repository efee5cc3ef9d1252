import type { Fact } from '../../../src/understanding/understanding.ts';
import { TODAY } from './phrases.ts';

/** A message and what its author says that it tells; `hours` are those of this year, or of no year that is named. */
export interface Told {
  locale: 'zh-CN' | 'en';
  text: string;
  told: Partial<
    Record<'hours' | 'professionalHours', number> &
      Record<'certificate.code' | 'certificate.kind' | 'certificate.issuedOn', string> &
      Record<'certificate.inNationalSystem' | 'training.passed' | 'inPost', boolean> & {
        byYear: Record<string, number>;
      }
  >;
}

export interface Score {
  /** Found, with the value that the author gave. */
  right: number;
  /** Found with another value. */
  wrong: number;
  missed: number;
  /** Found where the author gave none. */
  extra: number;
}

const THIS_YEAR = TODAY.slice(0, 4);
const PLAIN = [
  'certificate.code',
  'certificate.kind',
  'certificate.issuedOn',
  'certificate.inNationalSystem',
  'training.passed',
  'inPost',
];

/** How often what was found is what the authors say. */
export function scoreOf(messages: readonly Told[], find: (message: Told) => readonly Fact[]): Score {
  const score: Score = { right: 0, wrong: 0, missed: 0, extra: 0 };
  for (const message of messages) {
    const facts = find(message).filter(({ confidence, negated }) => confidence >= 0.5 && !negated);
    const wanted = wantedOf(message);
    const found = facts.flatMap(readingsOf);
    for (const [name, value] of wanted) {
      const values = found.filter(([other]) => other === name).map(([, other]) => other);
      if (values.some(other => agrees(name, other, value))) score.right += 1;
      else score.missed += 1;
      if (values.length > 0 && !values.some(other => agrees(name, other, value))) score.wrong += 1;
    }
    const names = new Set(wanted.map(([name]) => name));
    const hours = wanted.some(([name]) => /hours|^\d/i.test(name));
    score.extra += facts.filter(fact => {
      const own = readingsOf(fact);
      return own.length > 0 && !own.some(([name]) => names.has(name) || (hours && /hours|^\d/i.test(name)));
    }).length;
  }
  return score;
}

const wantedOf = ({ told: { byYear = {}, ...told } }: Told): [name: string, value: unknown][] => [
  ...Object.entries(told),
  ...Object.entries(byYear),
];

/** The names under which an author may have given a fact: hours of this year are also hours of no year that is named. */
function readingsOf({ name, value }: Fact): [name: string, value: unknown][] {
  if (PLAIN.includes(name)) return [[name, value]];
  if (name === 'training.hours')
    return [
      ['hours', value],
      [THIS_YEAR, value],
    ];
  if (name === 'training.professionalHours') return [['professionalHours', value]];
  if (name !== 'record') return [];
  const { year, hours, professionalHours } = value;
  return [
    [String(year), hours],
    ...(String(year) === THIS_YEAR ? [['hours', hours] as [string, unknown]] : []),
    ...(professionalHours === undefined ? [] : [['professionalHours', professionalHours] as [string, unknown]]),
  ];
}

const agrees = (name: string, one: unknown, other: unknown): boolean =>
  name === 'certificate.issuedOn' ? String(one).slice(0, 4) === String(other).slice(0, 4) : one === other;
