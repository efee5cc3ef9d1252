import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { openPointsPage } from '../../src/policies/open-points-page.ts';
import { hainan } from '../../src/rules/index.ts';
import { jsonSchemasOf } from '../../src/rules/schema.ts';

const docs = new URL('../../docs/', import.meta.url);
const AGAIN = 'run: node scripts/run-ts.mjs scripts/documents.ts';

it('the published JSON Schema is that of the code', () => {
  const schemas = jsonSchemasOf(hainan);
  expect(readdirSync(new URL('schema/', docs)).sort()).toEqual(Object.keys(schemas).sort());
  for (const [name, schema] of Object.entries(schemas))
    expect(JSON.parse(readFileSync(new URL(`schema/${name}`, docs), 'utf8')), AGAIN).toEqual(schema);
});

it('the page of open points is that of the register', () => {
  expect(readFileSync(new URL('open-points.md', docs), 'utf8'), AGAIN).toBe(openPointsPage(hainan));
});
