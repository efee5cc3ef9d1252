import { z } from 'zod';
import { CERTIFICATE_KINDS, TOPICS, type Topic } from '../policies/policy.ts';
import type { FactName, FactValue } from './understanding.ts';

/** What an outside model takes a message for: topics and facts, never a word of an answer. Facts have no place in the text. */
export interface OutsideView {
  topics: readonly Topic[];
  facts: readonly FactValue[];
}

/** Why an outside model could not be asked: how it is counted, and the server's status if it was that. */
export class Fault extends Error {
  override readonly name = 'Fault';
  readonly outcome: 'slow' | 'refused' | 'unreachable' | 'invalid';
  readonly status: number | undefined;

  constructor(outcome: Fault['outcome'], status?: number) {
    super(outcome);
    this.outcome = outcome;
    this.status = status;
  }
}

const YEAR = z.int().min(1900).max(2999);
const HOURS = z.number().min(0).max(9999).multipleOf(0.01);
const ISSUED_ON = z.union([z.iso.date(), z.string().regex(/^\d{4}$/)]).refine(day => day >= '1900' && day < '3000');

/** A fact and the words of the message that say it. */
function fact<N extends FactName, V extends z.ZodType>(name: N, value: V) {
  return z.strictObject({ name: z.literal(name), value, words: z.string().trim().min(1) });
}

const FACT = z.discriminatedUnion('name', [
  fact('certificate.kind', z.enum(CERTIFICATE_KINDS)),
  fact('certificate.code', z.string().regex(/^\d{3}$/)),
  fact('certificate.issuedOn', ISSUED_ON),
  fact('certificate.issuer', z.enum(['hainan-leading-group-office', 'other'])),
  fact('certificate.inNationalSystem', z.boolean()),
  fact('certificate.archiveVerified', z.boolean()),
  fact('training.hours', HOURS),
  fact('training.professionalHours', HOURS),
  fact('training.passed', z.boolean()),
  fact('record', z.strictObject({ year: YEAR, hours: HOURS, professionalHours: HOURS.exactOptional() })),
  fact('inPost', z.boolean()),
]);

/** The facts that the prompt asks for. */
export const FACT_NAMES = FACT.options.map(({ shape }) => shape.name.value);

const VIEW = z.strictObject({ topics: z.array(z.enum(TOPICS)).max(3), facts: z.array(FACT).max(20) });

const COMPLETION = z.object({ choices: z.tuple([z.object({ message: z.object({ content: z.string() }) })]) });

/**
 * Reads the body of a completion. Whatever does not fit the schema makes the whole of it a fault; a fact that rests on words which the message
 * does not have is left out. Undefined when the model finds nothing of ours in the message.
 */
export function viewOf(body: string, message: string): OutsideView | undefined {
  const { choices } = read(COMPLETION, body);
  const { topics, facts } = read(VIEW, bare(choices[0].message.content));
  const ours = [...new Set(topics)].filter(topic => topic !== 'out-of-scope');
  const said = facts.filter(({ words }) => message.includes(words)).map(({ words: _, ...value }) => value);
  const isOurs = ours.length > 0 || (topics.length === 0 && said.length > 0);
  return isOurs ? { topics: ours, facts: said } : undefined;
}

/** Without what a model thinks aloud before its answer, and without the fence of a code block. */
function bare(content: string): string {
  return content
    .replace(/^[\s\S]*<\/think>/, '')
    .trim()
    .replace(/^```(json)?|```$/g, '');
}

function read<T>(schema: z.ZodType<T>, json: string): T {
  try {
    return schema.parse(JSON.parse(json));
  } catch {
    throw new Fault('invalid');
  }
}
