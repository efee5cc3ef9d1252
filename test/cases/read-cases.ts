import { readFileSync } from 'node:fs';

/** One line of a case file: what the office reads and signs, and the tests run. */
export interface Case<Input = unknown, Expected = unknown> {
  id: string;
  clause: string;
  /** What the case says, in plain words. */
  note: string;
  input: Input;
  /** Everything named here must come out so; what is not named is left open. */
  expected: Expected;
}

export function readCases<Input, Expected>(file: `${string}.jsonl`): Case<Input, Expected>[] {
  const lines = readFileSync(new URL(file, import.meta.url), 'utf8')
    .trimEnd()
    .split('\n');
  return lines.map(line => JSON.parse(line) as Case<Input, Expected>);
}
