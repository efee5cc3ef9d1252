/**
 * The same renewal decision by three engines, in turns in one process: `node scripts/run-ts.mjs bench/rules.ts [rounds]`.
 * huanzheng validates its input and gives outcome, reasons, missing fields and deadline; the other two get facts laid out for them and give the
 * outcome alone.
 */
import { assessHours, assessRenewal, type HoursInput, type RenewalInput } from '../src/rules/index.ts';
import { CODES, type Flat, jsonRulesEngine, OFFICE, zenEngine } from './other-rule-engines.ts';

/** People as they come, most of them able to exchange: every outcome occurs, and about one in ten does not know something. */
function people(count: number): RenewalInput[] {
  let state = 1;
  const random = () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
  const usually = <T>(value: T, ...others: T[]) =>
    random() < 0.85 ? value : (others[Math.floor(random() * others.length)] ?? null);
  return Array.from({ length: count }, () => ({
    asOf: usually('2020-10-15', '2020-11-20', '2021-03-01') ?? '2020-12-31',
    certificate: {
      kind: usually('training', 'electronic', 'safety-officer', 'post', 'other', null),
      code: usually(CODES[Math.floor(random() * CODES.length)]!, '105', null),
      issuedOn: usually('2017-06-01', '2014-01-01', null),
      issuer: usually(OFFICE, 'other', null),
      inNationalSystem: usually<boolean | null>(true, false, null),
      archiveVerified: usually<boolean | null>(false, true, null),
    },
    training: {
      hours: usually(40, 30, null),
      professionalHours: usually(24, 10, null),
      passed: usually<boolean | null>(true, false, null),
    },
  })) as RenewalInput[];
}

function flat({ asOf, certificate, training }: RenewalInput): Flat {
  const { issuedOn, ...others } = certificate!;
  return {
    asOf: Number(asOf.replaceAll('-', '')),
    ...others,
    issued: issuedOn ? Number(issuedOn.slice(0, 4)) : null,
    ...training,
  };
}

interface Contender {
  name: string;
  /** Decides for as many people and says how many that were. */
  run(): Promise<number> | number;
}

function contenders(
  inputs: RenewalInput[],
  flats: Flat[],
  jre: (facts: Flat) => Promise<string>,
  zen: (facts: Flat) => Promise<string>,
): Contender[] {
  const hours: HoursInput = {
    asOf: '2026-11-22',
    certificate: { kind: 'electronic', issuedOn: '2024-09-30' },
    records: [{ year: 2025, hours: 20, professionalHours: 14 }],
  };
  const one = async (decide: (facts: Flat) => Promise<string>, count: number) => {
    for (let index = 0; index < count; index += 1) await decide(flats[index % flats.length]!);
    return count;
  };
  return [
    {
      name: 'huanzheng assessRenewal',
      run: () => {
        for (let turn = 0; turn < 50; turn += 1) for (const input of inputs) assessRenewal(input);
        return 50 * inputs.length;
      },
    },
    { name: 'json-rules-engine', run: () => one(jre, 500) },
    { name: 'zen-engine', run: () => one(zen, 500) },
    { name: 'zen-engine, all at once', run: async () => (await Promise.all(flats.map(zen))).length },
    {
      name: 'huanzheng assessHours',
      run: () => {
        for (let turn = 0; turn < 20_000; turn += 1) assessHours(hours);
        return 20_000;
      },
    },
  ];
}

function quantile(values: number[], part: number): number {
  return [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) * part)]!;
}

const rounds = Number(process.argv[2] ?? 15);
const inputs = people(1000);
const flats = inputs.map(flat);
const [jre, zen] = [jsonRulesEngine(), zenEngine()];
for (const [index, input] of inputs.entries()) {
  const outcomes = [assessRenewal(input).outcome, await jre(flats[index]!), await zen(flats[index]!)];
  if (new Set(outcomes).size !== 1) throw new Error(`the three do not agree: ${JSON.stringify({ input, outcomes })}`);
}

const all = contenders(inputs, flats, jre, zen);
const rates = new Map(all.map(({ name }) => [name, [] as number[]]));
for (let round = -2; round < rounds; round += 1)
  for (let turn = 0; turn < all.length; turn += 1) {
    // Each round begins with another one, so that nobody always runs on what somebody else left behind.
    const { name, run } = all[(turn + round + 2) % all.length]!;
    const start = performance.now();
    const count = await run();
    if (round >= 0) rates.get(name)!.push((count / (performance.now() - start)) * 1000);
  }

const base = quantile(rates.get('json-rules-engine')!, 0.5);
console.log(
  `decisions a second, median of ${rounds} rounds in turns (from the lower to the upper quartile), and times json-rules-engine`,
);
for (const [name, values] of rates) {
  const [low, middle, high] = [0.25, 0.5, 0.75].map(part => quantile(values, part)) as [number, number, number];
  const whole = (value: number) => Math.round(value).toLocaleString('en').padStart(9);
  console.log(`${name.padEnd(26)}${whole(middle)}  (${whole(low)} …${whole(high)})  × ${(middle / base).toFixed(1)}`);
}
