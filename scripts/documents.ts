/** Writes the documents that are made from the code: `node scripts/run-ts.mjs scripts/documents.ts`. A test sees to it that they are current. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { hainan } from '../src/policies/hainan-2020-135/index.ts';
import { openPointsPage } from '../src/policies/open-points-page.ts';
import { jsonSchemasOf } from '../src/rules/schema.ts';

const docs = new URL('../docs/', import.meta.url);
mkdirSync(new URL('schema/', docs), { recursive: true });
for (const [name, schema] of Object.entries(jsonSchemasOf(hainan)))
  writeFileSync(new URL(`schema/${name}`, docs), `${JSON.stringify(schema, undefined, 2)}\n`);
writeFileSync(new URL('open-points.md', docs), openPointsPage(hainan));
