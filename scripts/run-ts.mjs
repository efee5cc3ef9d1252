/** Runs a TypeScript script of this repository: `node scripts/run-ts.mjs scripts/train.ts [arguments]`. */
import { mkdirSync, rmSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { bundleTs } from './bundle-ts.mjs';

const [script, ...rest] = process.argv.slice(2);
// Inside node_modules, so that the bundle finds this project's packages.
const folder = fileURLToPath(new URL('../node_modules/.cache/run-ts/', import.meta.url));
mkdirSync(folder, { recursive: true });
const outfile = `${folder}${process.pid}.mjs`;
await bundleTs(script, outfile);
process.argv = [process.argv[0], script, ...rest];
process.on('exit', () => rmSync(outfile, { force: true }));
await import(pathToFileURL(outfile).href);
