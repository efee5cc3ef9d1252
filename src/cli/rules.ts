import { assessHours, assessRenewal, type HoursInput, type RenewalInput, RulesInputError } from '../rules/index.ts';
import { type Line, linesOf } from './json-lines.ts';

/** The longest line that is read, in bytes; a longer one is an error like any other. */
const LONGEST_LINE = 16 * 1024 * 1024;

const ASSESS = {
  renewal: (input: unknown) => assessRenewal(input as RenewalInput),
  hours: (input: unknown) => assessHours(input as HoursInput),
};
export type RulesKind = keyof typeof ASSESS;

/** How much is gathered before it is handed on, in UTF-16 units. */
const PIECE = 64 * 1024;

/**
 * Answers every line of JSON with one line of JSON, in the same order: the result, or `{"error": …}` in its place.
 * `output` gets one or more lines at a time, without the last LF, as soon as their input has come; what it returns is waited for.
 * Resolves with the exit status: 1 when a line was an error.
 */
export async function runRules(
  kind: RulesKind,
  input: AsyncIterable<Uint8Array>,
  output: (lines: string) => void | Promise<void>,
): Promise<0 | 1> {
  let number = 0;
  let status: 0 | 1 = 0;
  for await (const lines of linesOf(input, LONGEST_LINE)) {
    let gathered: string[] = [];
    let length = 0;
    for (const line of lines) {
      number += 1;
      const { text, ok } = answer(kind, line, number);
      if (!ok) status = 1;
      gathered.push(text);
      length += text.length;
      if (length < PIECE) continue;
      await output(gathered.join('\n'));
      gathered = [];
      length = 0;
    }
    if (gathered.length > 0) await output(gathered.join('\n'));
  }
  return status;
}

function answer(kind: RulesKind, line: Line, number: number): { text: string; ok: boolean } {
  try {
    return { text: JSON.stringify(ASSESS[kind](parsed(line))), ok: true };
  } catch (error) {
    if (!(error instanceof RulesInputError)) throw error;
    return { text: JSON.stringify({ error: { line: number, path: error.path, message: error.message } }), ok: false };
  }
}

function parsed(line: Line): unknown {
  if ('fault' in line)
    throw new RulesInputError(
      '',
      line.fault === 'too long' ? `expected a line of at most ${LONGEST_LINE} bytes` : 'expected UTF-8',
    );
  try {
    return JSON.parse(line.text);
  } catch {
    // The parser's own message would repeat the line.
    throw new RulesInputError(
      '',
      line.text.trim() === ''
        ? 'expected a JSON object; got a blank line'
        : 'expected a JSON object; got something that is not JSON',
    );
  }
}
