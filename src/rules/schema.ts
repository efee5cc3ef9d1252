import { z } from 'zod';
import { CERTIFICATE_KINDS } from '../policies/kinds.ts';
import type { PolicyValues } from '../policies/policy.ts';
import { CRITERIA, type RenewalFactName } from './criteria.ts';
import type { HoursResult } from './hours.ts';
import { FIELDS } from './input.ts';
import { readingsOf } from './readings.ts';
import { OUTCOMES, type RenewalVerdict } from './renewal.ts';

/**
 * The interface of the rules as schemas, for the published JSON Schema and for tests. The rules themselves read their input in `input.ts`,
 * without zod: faster, small enough for a browser, and held to the same promise by a test that compares the two.
 */
export interface RulesSchemas {
  'renewal-input': z.ZodType;
  'renewal-output': z.ZodType<RenewalVerdict | Problem>;
  'hours-input': z.ZodType;
  'hours-output': z.ZodType<HoursResult | Problem>;
}

/** What stands in the place of a line that cannot be judged. */
export interface Problem {
  error: { line: number; path: string; message: string };
}

const day = z.iso
  .date()
  .regex(/^(19|2\d)/)
  .describe('A day that exists, in Asia/Shanghai, from 1900 to 2999.');
const bareYear = z.string().regex(/^(19|2\d)\d\d$/);
const issuedOn = z.union([day, bareYear]).describe('The day of issue, or the year alone.');
// Not `multipleOf`: validators divide in binary fractions, and many would turn 19.99 away.
const hours = z
  .number()
  .min(0)
  .max(9999)
  .refine(value => Math.round(value * 100) / 100 === value, 'at most two decimals')
  .describe('With at most two decimals.');
const year = z.int().min(1900).max(2999);
const passedOn = z.unknown().optional().describe('Allowed, and not looked at.');

/** The professional hours are a part of the hours; JSON Schema cannot say so. */
function isPart({
  hours,
  professionalHours,
}: {
  hours?: number | null | undefined;
  professionalHours?: number | null | undefined;
}): boolean {
  return typeof hours !== 'number' || typeof professionalHours !== 'number' || professionalHours <= hours;
}
const PART = { path: ['professionalHours'], message: 'at most the hours, of which they are a part' };

function renewalInput({ exchange }: PolicyValues) {
  const certificate = z.strictObject({
    kind: z.enum(CERTIFICATE_KINDS).nullish(),
    code: z.string().nullish().describe('Any string; what is not one of the codes of the notice fails.'),
    issuedOn: issuedOn.nullish(),
    issuer: z.enum([exchange.issuer.value.id, 'other']).nullish(),
    inNationalSystem: z.boolean().nullish().describe("Found in the ministry's system."),
    archiveVerified: z.boolean().nullish().describe('The archive check has been passed.'),
  });
  const training = z
    .strictObject({ hours: hours.nullish(), professionalHours: hours.nullish(), passed: z.boolean().nullish() })
    .refine(isPart, PART)
    .describe('The continuing education done for this renewal; the professional hours are a part of the hours.');
  return z
    .strictObject({ asOf: day, certificate: certificate.nullish(), training: training.nullish() })
    .describe('null or a missing key means: not known.');
}

const hoursInput = z.strictObject({
  asOf: day,
  certificate: z.strictObject({
    kind: z.enum(['electronic', 'safety-officer']),
    issuedOn,
    code: passedOn,
    issuer: passedOn,
    inNationalSystem: passedOn,
    archiveVerified: passedOn,
  }),
  inPost: z.boolean().nullish().describe('Still works in the post; null or missing: not known.'),
  records: z
    .array(z.strictObject({ year, hours, professionalHours: hours }).refine(isPart, PART))
    .describe('Hours by the year that they are credited to; several records of one year add up.'),
});

const problem = z.strictObject({
  error: z.strictObject({ line: z.int().min(1), path: z.string(), message: z.string() }),
});
const rules = z.string().describe('The policy and its version.');

const reason = z.strictObject({
  clause: z.string(),
  fact: z.enum(CRITERIA.map(({ fact }) => fact) as [RenewalFactName, ...RenewalFactName[]]),
  met: z.boolean(),
});
const renewalOutput = z.strictObject({
  rules,
  outcome: z.enum(OUTCOMES),
  reasons: z.array(reason),
  missing: z.array(z.enum(FIELDS)),
  deadline: z.iso.date().nullable(),
});

const lastDay = z.string().regex(/^\d{4}-\d\d-\d\d$/);
const dutyYear = z.strictObject({
  year: z.int(),
  hours: z.number().min(0),
  professionalHours: z.number().min(0),
  shortHours: z.number().min(0),
  shortProfessional: z.number().min(0),
  status: z.enum(['met', 'open', 'short']),
  ends: z.strictObject({ calendar: lastDay, anniversary: lastDay.nullable() }),
});
const thisYear = z.strictObject({
  year: z.int(),
  remainingHours: z.number().min(0),
  remainingProfessional: z.number().min(0),
  hoursToKeep: z.number().min(0).nullable(),
  countsFrom: lastDay.nullable(),
  deadline: lastDay,
});

function hoursOutput(policy: PolicyValues) {
  const readings = [...readingsOf(policy).map(({ name }) => name), 'left-post' as const];
  return z.strictObject({
    rules,
    firstYear: z.int(),
    status: z.enum(['not-yet-due', 'met', 'open']),
    standing: z.enum(['in-force', 'disputed', 'void']).nullable(),
    years: z.array(dutyYear),
    thisYear: thisYear.nullable(),
    void: z.partialRecord(z.enum(readings), z.boolean().nullable()),
  });
}

/** The schemas of what the rules take and give under a policy. */
export function schemasOf(policy: PolicyValues): RulesSchemas {
  return {
    'renewal-input': renewalInput(policy),
    'renewal-output': z.union([renewalOutput, problem]),
    'hours-input': hoursInput,
    'hours-output': z.union([hoursOutput(policy), problem]),
  };
}

/** The same as JSON Schema, by file name. */
export function jsonSchemasOf(policy: PolicyValues): Record<string, unknown> {
  const titled = Object.entries(schemasOf(policy)).map(([name, schema]) => {
    const title = `huanzheng rules: ${name.replace('-', ' ')} (${policy.id}/${policy.version})`;
    return [`${name}.schema.json`, { title, ...z.toJSONSchema(schema, { io: 'input' }) }] as const;
  });
  return Object.fromEntries(titled);
}
