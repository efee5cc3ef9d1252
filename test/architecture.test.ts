import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { posix, sep } from 'node:path';
import { parseSync } from 'oxc-parser';
import { describe, expect, it } from 'vitest';

/**
 * From left to right, as imports may point; names in one row are equals and do not import each other. The type-only ports of a row may be
 * named by those to its right nowhere: what both sides need lies further right.
 */
const ROWS = [
  ['cli'],
  ['sending'],
  ['app'],
  ['open-store', 'fulfil', 'key-rotation'],
  ['config'],
  ['channels'],
  ['broadcasts'],
  ['dialogue'],
  ['reminders'],
  ['delivery'],
  ['registry', 'understanding'],
  ['store'],
  ['rules', 'locale', 'runtime'],
  ['policies'],
] as const;
/** `config` reads the form of settings that others own; the package's entry opens what `app` builds. */
const ENTRY = 'index';

const place = (folder: string): number => ROWS.findIndex(row => (row as readonly string[]).includes(folder));
const roomOf = (file: string): string => /^src\/([\w-]+)/.exec(file)?.[1] ?? '';

interface Import {
  from: string;
  /** A file of ours, or the name of a package. */
  to: string;
}

/** What every source file names in its imports and re-exports, types included. The page's own sources are another program. */
function readImports(): Import[] {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .map(name => posix.join('src', name.split(sep).join('/')))
    .filter(name => name.endsWith('.ts') && !name.includes('/client/'));
  return files.flatMap(from => {
    const { module } = parseSync(from, readFileSync(from, 'utf8'));
    const named = [
      ...module.staticImports.map(({ moduleRequest }) => moduleRequest.value),
      ...module.staticExports.flatMap(({ entries }) => entries.map(({ moduleRequest }) => moduleRequest?.value)),
    ];
    return named
      .filter(name => name !== undefined)
      .map(name => ({ from, to: name.startsWith('.') ? posix.join(posix.dirname(from), name) : name }));
  });
}

const all = readImports();
const imports = () => all;

/** Every way that leads from a file back to it; types count, because what is read together is understood together. */
function circles(): string[] {
  const ours = all.filter(({ to }) => to.startsWith('src/'));
  const found: string[] = [];
  const done = new Set<string>();
  const walk = (file: string, path: readonly string[]): void => {
    if (path.includes(file)) found.push([...path.slice(path.indexOf(file)), file].join(' → '));
    else if (!done.has(file)) {
      for (const { to } of ours.filter(({ from }) => from === file)) walk(to, [...path, file]);
      done.add(file);
    }
  };
  for (const file of new Set(ours.map(({ from }) => from))) walk(file, []);
  return found;
}

describe('imports', () => {
  it('are seen at all', () => {
    expect(imports().length).toBeGreaterThan(200);
    expect(imports()).toContainEqual({ from: 'src/dialogue/conversation.ts', to: 'src/dialogue/hear-text.ts' });
  });

  it('point one way: from a folder to itself or further right', () => {
    const breaches = imports()
      .filter(({ to }) => to.startsWith('src/'))
      .map(({ from, to }) => ({ path: `${from} → ${to}`, here: roomOf(from), there: roomOf(to) }))
      .filter(({ here, there }) => here !== there && here !== ENTRY && place(here) >= place(there));
    expect(breaches.map(({ path }) => path)).toEqual([]);
  });

  it('never go round in a circle', () => {
    expect(circles()).toEqual([]);
  });

  it('of the pure parts name neither Node nor a clock', () => {
    const pure = imports().filter(({ from }) => /^src\/(policies|rules)\//.test(from));
    const impure = pure.filter(({ to }) => !to.startsWith('src/') && !/^zod(\/|$)/.test(to));
    expect(impure.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
  });

  it('leave no folder without a place in the order', () => {
    const folders = readdirSync('src', { withFileTypes: true }).map(({ name }) => name.replace(/\.ts$/, ''));
    expect(folders.filter(folder => folder !== ENTRY && place(folder) < 0)).toEqual([]);
  });

  it('of a folder that has an index go through it, from outside and never from inside', () => {
    const indexed = new Set(ROWS.flat().filter(room => existsSync(`src/${room}/index.ts`)) as string[]);
    const around = imports().filter(({ from, to }) => {
      const there = roomOf(to);
      if (!to.startsWith('src/') || !indexed.has(there)) return false;
      return roomOf(from) === there ? to === `src/${there}/index.ts` : to !== `src/${there}/index.ts`;
    });
    expect(around.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
  });
});
