import type { Fact } from '../understanding/index.ts';
import type { WhatIf } from './hours.ts';
import type { Taken } from './memory.ts';
import type { AskedFact } from './state.ts';

/** The hours supposed, or those told without a year where the years are already known. */
export function hoursWhatIf(facts: readonly Fact[], inAddition: boolean): WhatIf | undefined {
  const supposed = facts.find(fact => fact.name === 'supposed')?.value;
  if (supposed !== undefined)
    return {
      hours: supposed.hours,
      professionalHours: supposed.professionalHours ?? null,
      inAddition: supposed.more === true,
    };
  const hours = facts.find(fact => fact.name === 'training.hours')?.value;
  const professional = facts.find(fact => fact.name === 'training.professionalHours')?.value;
  return hours === undefined ? undefined : { hours, professionalHours: professional ?? null, inAddition };
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
