import type { Fact } from '../understanding/index.ts';
import type { WhatIf } from './hours.ts';
import type { Taken } from './memory.ts';
import { cue } from './per-text.ts';
import { type AskedFact, currentCertificate, type State } from './state.ts';

/** The hours supposed, or those told without a year where the years are already known. */
export function hoursWhatIf(facts: readonly Fact[], inAddition: boolean): readonly WhatIf[] | undefined {
  const years = supposedYears(facts);
  if (years.length > 0) return years;
  const supposed = facts.find(fact => fact.name === 'supposed')?.value;
  if (supposed !== undefined)
    return [
      {
        hours: supposed.hours,
        professionalHours: supposed.professionalHours ?? null,
        inAddition: supposed.more === true,
      },
    ];
  const hours = facts.find(fact => fact.name === 'training.hours')?.value;
  const professional = facts.find(fact => fact.name === 'training.professionalHours')?.value;
  return hours === undefined ? undefined : [{ hours, professionalHours: professional ?? null, inAddition }];
}

/** 「如果今年学到44呢」: so many in all in a year that is named. */
export function supposedYears(facts: readonly Fact[]): readonly WhatIf[] {
  return facts.flatMap(({ name, value }) =>
    name === 'record' && value.supposed === true && value.hours !== undefined
      ? [
          {
            year: value.year,
            hours: value.hours,
            professionalHours: value.professionalHours ?? null,
            inAddition: false,
          },
        ]
      : [],
  );
}

/** A value that cannot be, the text that says so, and the questions to which it is no answer. */
export function impossibleIn(
  facts: readonly Fact[],
): (NonNullable<Taken['problem']> & { asks: readonly AskedFact[] }) | undefined {
  const value = facts.find(fact => fact.name === 'impossible')?.value;
  if (value === undefined) return undefined;
  return value.what === 'hours'
    ? {
        text: 'hours-too-many',
        args: { hours: value.text },
        asks: ['training.hours', 'training.professionalHours', 'records'],
      }
    : {
        text: 'day-impossible',
        args: { day: value.text },
        asks: ['certificate.issuedOn', 'certificate.issuedOn?'],
      };
}

const SUPPOSES = cue(/如果|要是|假如|假设|倘若|若是|万一|假使|\bif\b|\bsuppos/i);

/** 「如果真换了呢，是2020年12月换的」 of a certificate that is not the electronic one: the day on which it would have been issued. */
export function supposedExchange(facts: readonly Fact[], text: string, state: State): string | undefined {
  const kind = currentCertificate(state).facts['certificate.kind'];
  const named = facts.find(fact => fact.name === 'certificate.kind')?.value;
  const day = facts.find(fact => fact.name === 'certificate.issuedOn')?.value;
  return SUPPOSES.test(text) && named === 'electronic' && kind !== 'electronic' ? day : undefined;
}

/** Professional hours without the hours that they are part of, or without the year they belong to: nothing is kept, and it is asked for. */
export function halfToldIn(
  { halfTold, noted, changed, state }: Taken,
  facts: readonly Fact[],
  open: AskedFact | null,
): NonNullable<Taken['problem']> | undefined {
  if (open === 'training.hours' || open === 'training.professionalHours') return undefined;
  const news = [...noted, ...changed].filter(name => name !== 'training.professionalHours');
  if (news.length > 0) return undefined;
  const [half] = halfTold;
  if (half !== undefined)
    return {
      text: 'professional-without-hours',
      args: { year: String(half.year), professional: String(half.professionalHours) },
    };
  const alone = professionalAlone(facts);
  return alone !== undefined && currentCertificate(state).records.length > 1
    ? { text: 'professional-of-which-year', args: { professional: String(alone.value) } }
    : undefined;
}

function professionalAlone(facts: readonly Fact[]) {
  const told = facts.find(fact => fact.name === 'training.professionalHours');
  return facts.length === 1 ? told : undefined;
}

/** 「专业都是24」: of each year told with it, or else of every year known; of none, it is the only number of professional hours. */
export function ofEachYear(facts: readonly Fact[], state: State): readonly Fact[] {
  const each = facts.find(fact => fact.name === 'professionalEach');
  if (each === undefined) return facts;
  const { value: professionalHours, span, confidence } = each;
  const others = facts.filter(fact => fact !== each);
  const told = others.flatMap(fact => (fact.name === 'record' ? [fact.value] : []));
  const named = told.filter(({ hours }) => hours !== undefined).map(({ year }) => year);
  const years =
    named.length > 0
      ? named
      : currentCertificate(state)
          .records.filter(({ hours }) => hours > 0)
          .map(({ year }) => year);
  if (years.length === 0)
    return [...others, { name: 'training.professionalHours', value: professionalHours, span, confidence }];
  const apart = told.filter(record => record.professionalHours !== undefined).map(({ year }) => year);
  return [
    ...others,
    ...years
      .filter(year => !apart.includes(year))
      .map((year): Fact => ({ name: 'record', value: { year, professionalHours }, span, confidence })),
  ];
}

/** 「专业改成20」 after the hours of one year: it is that year's. */
export function ofOnlyYear(facts: readonly Fact[], state: State, open: AskedFact | null): readonly Fact[] {
  const alone = professionalAlone(facts);
  const [only, ...others] = currentCertificate(state).records;
  if (alone === undefined || only === undefined || others.length > 0 || open === 'training.professionalHours')
    return facts;
  const { span, confidence } = alone;
  return [{ name: 'record', value: { year: only.year, professionalHours: alone.value }, span, confidence }];
}
