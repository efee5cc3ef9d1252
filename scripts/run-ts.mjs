/**
 * Runs a TypeScript script of this repository: `node scripts/run-ts.mjs scripts/train.ts [arguments]`.
 * Bundles it with esbuild (packages stay outside) and keeps `import.meta.url` pointing at each source file.
 */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const keepUrl = {
  name: 'keep-import-meta-url',
  setup(bundle) {
    bundle.onLoad({ filter: /\.ts$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href)),
      loader: 'ts',
    }));
  },
};

const [script, ...rest] = process.argv.slice(2);
// Inside node_modules, so that the bundle finds this project's packages.
const folder = fileURLToPath(new URL('../node_modules/.cache/run-ts/', import.meta.url));
mkdirSync(folder, { recursive: true });
const outfile = `${folder}${process.pid}.mjs`;
await build({
  entryPoints: [script],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  packages: 'external',
  logLevel: 'warning',
  plugins: [keepUrl],
});
process.argv = [process.argv[0], script, ...rest];
process.on('exit', () => rmSync(outfile, { force: true }));
await import(pathToFileURL(outfile).href);
