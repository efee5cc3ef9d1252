import { readdirSync, readFileSync } from 'node:fs';
import { parseSync } from 'oxc-parser';

/** A regular expression of the program and the file that it stands in. */
export interface Pattern {
  file: string;
  source: string;
  flags: string;
}

/** Every source file, the page's own included. */
export function sourceFiles(): string[] {
  const names = readdirSync('src', { recursive: true, encoding: 'utf8' });
  return names.filter(name => name.endsWith('.ts')).map(name => `src/${name}`);
}

/** The regular expressions that a file writes out, and how many it puts together from parts. */
export function patternsIn(file: string): { written: Pattern[]; made: number } {
  const written: Pattern[] = [];
  let made = 0;
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    const { type, regex, callee } = node as Node;
    if (type === 'Literal' && regex) written.push({ file, source: regex.pattern, flags: regex.flags });
    if ((type === 'NewExpression' || type === 'CallExpression') && callee?.name === 'RegExp') made += 1;
    for (const child of Object.values(node)) walk(child);
  };
  walk(parseSync(file, readFileSync(file, 'utf8')).program);
  return { written, made };
}

interface Node {
  type?: string;
  regex?: { pattern: string; flags: string } | null;
  callee?: { name?: string };
}

/** The regular expressions that are put together while `load` runs. */
export async function patternsMadeBy(load: () => Promise<unknown>): Promise<Pattern[]> {
  const made: Pattern[] = [];
  const Original = globalThis.RegExp;
  globalThis.RegExp = new Proxy(Original, {
    construct(target, parts) {
      const pattern: RegExp = Reflect.construct(target, parts);
      made.push({ file: 'put together', source: pattern.source, flags: pattern.flags });
      return pattern;
    },
  });
  try {
    await load();
  } finally {
    globalThis.RegExp = Original;
  }
  return made;
}
