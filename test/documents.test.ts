import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const DOCUMENTS = [
  'README.md',
  'CHANGELOG.md',
  ...readdirSync('docs', { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.md'))
    .map(name => join('docs', name)),
];
const readme = readFileSync('README.md', 'utf8');

/** The fenced blocks of the README in one language. */
function blocks(language: string): string[] {
  return [...readme.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'gm'))].map(
    ([, block = '']) => block,
  );
}

// Inside the checkout, so that `huanzheng/rules` is this very package.
let folder: string;

beforeAll(() => {
  if (!existsSync('dist/cli/main.js')) execFileSync(process.execPath, ['scripts/build.mjs'], { stdio: 'inherit' });
  folder = mkdtempSync('dist/readme-');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the documents', () => {
  it.each(DOCUMENTS)('%s names only files that are there', document => {
    const links = [...readFileSync(document, 'utf8').matchAll(/(?:\]\(|src=")(?!https?:|#)([^)#"\s]+)/g)].map(
      ([, link = '']) => normalize(join(dirname(document), link)),
    );
    expect(links.filter(link => !existsSync(link))).toEqual([]);
  });

  it('name only scripts of package.json', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
    const named = DOCUMENTS.flatMap(document =>
      [...readFileSync(document, 'utf8').matchAll(/npm run (?:--\w+ )?([\w:-]+)/g)].map(([, script = '']) => script),
    );
    expect(named.filter(script => scripts[script] === undefined)).toEqual([]);
  });
});

describe("the README's examples", () => {
  it.each(blocks('console'))('run in a shell as shown: %s', block => {
    const [command = '', ...shown] = block.trimEnd().split('\n');
    const bin = `huanzheng() { '${process.execPath}' dist/cli/main.js "$@"; }; `;
    const { stdout } = spawnSync('bash', ['-c', bin + command.replace(/^\$ /, '')], { encoding: 'utf8' });
    const expected = shown.join('\n').split('...');
    let rest = stdout;
    for (const part of expected) {
      expect(rest).toContain(part.trim());
      rest = rest.slice(rest.indexOf(part.trim()) + part.trim().length);
    }
  });

  it.each(blocks('ts'))('in TypeScript print what their comments say: %s', block => {
    const file = join(folder, 'example.mjs');
    writeFileSync(file, block);
    const printed = execFileSync(process.execPath, [file], { encoding: 'utf8' }).trimEnd().split('\n');
    const said = [...block.matchAll(/console\.log\(.*\); \/\/ (.*)$/gm)].map(([, line = '']) => line);
    expect(said.length).toBeGreaterThan(0);
    expect(printed).toEqual(said);
  });
});
