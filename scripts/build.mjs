/**
 * Builds everything into dist/: the program (tsc), what lies beside its sources (word files, data), and the web page's script and style
 * (esbuild, down to the browsers inside WeChat). What no source accounts for any more is removed at the end, never before, so a running
 * server keeps its files. A type error fails the build, after all else has been written.
 */
import { spawn } from 'node:child_process';
import { chmod, copyFile, mkdir, readdir, rm } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build as bundle } from 'esbuild';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const SOURCE = join(ROOT, 'src');
const OUTPUT = join(ROOT, 'dist');
/** The page's own sources: the program's compiler leaves them alone, the bundler takes them. */
const CLIENT = join('channels', 'web', 'client');
const COMMAND = join(OUTPUT, 'cli', 'main.js');

/** The oldest browsers the page promises to run in. */
export const BROWSERS = ['chrome70', 'safari14.1', 'firefox78'];

/** Bundles the page into a folder: `page.js`, `page.css` and the icon. */
export async function bundlePage(folder) {
  await bundle({
    entryPoints: ['page.ts', 'page.css', 'icon.svg'].map(name => join(SOURCE, CLIENT, name)),
    outdir: folder,
    bundle: true,
    minify: true,
    charset: 'utf8',
    target: BROWSERS,
    format: 'iife',
    loader: { '.svg': 'copy' },
    legalComments: 'none',
    logLevel: 'warning',
  });
}

/** The types of one project, and with `--noEmit` nothing else; resolves to the compiler's exit status. */
function compile(...options) {
  const compiler = join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc');
  const child = spawn(process.execPath, [compiler, ...options], { cwd: ROOT, stdio: 'inherit' });
  return new Promise((resolve, reject) => child.on('error', reject).on('exit', status => resolve(status ?? 1)));
}

async function filesIn(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter(entry => entry.isFile())
    .map(entry => relative(folder, join(entry.parentPath ?? entry.path, entry.name)));
}

const isClient = name => name.startsWith(CLIENT);
const isProgram = name => name.endsWith('.ts');

async function copyData(sources) {
  const data = sources.filter(name => !isClient(name) && !isProgram(name));
  for (const name of data) {
    await mkdir(dirname(join(OUTPUT, name)), { recursive: true });
    await copyFile(join(SOURCE, name), join(OUTPUT, name));
  }
  return data;
}

async function removeLeftovers(sources, copied) {
  const modules = sources.filter(isProgram).map(name => name.slice(0, -'.ts'.length));
  const wanted = new Set([...copied, ...modules.flatMap(name => [`${name}.js`, `${name}.d.ts`])]);
  for (const name of await filesIn(OUTPUT)) {
    if (!wanted.has(name) && !isClient(name)) await rm(join(OUTPUT, name));
  }
}

async function main() {
  const sources = await filesIn(SOURCE);
  const [program, page, , copied] = await Promise.all([
    compile('-p', 'tsconfig.json'),
    compile('-p', join('src', CLIENT, 'tsconfig.json'), '--noEmit'),
    bundlePage(join(OUTPUT, CLIENT)),
    copyData(sources),
  ]);
  await removeLeftovers(
    sources.filter(name => !isClient(name)),
    copied,
  );
  await chmod(COMMAND, 0o755).catch(() => undefined);
  return program || page;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) process.exitCode = await main();
