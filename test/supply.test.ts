import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { billOfMaterials, licencesIn, nameOf } from '../scripts/supply.mjs';

const ours = JSON.parse(readFileSync('package.json', 'utf8')) as Record<
  'dependencies' | 'devDependencies' | 'peerDependencies',
  Record<string, string>
>;
/** Licences that let anybody use the whole for any purpose, as our own does. */
const PERMISSIVE = new Set([
  'MIT',
  'ISC',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'BlueOak-1.0.0',
  'Python-2.0',
]);

describe('what the program is made of', () => {
  const bill = billOfMaterials();

  it('names one exact version of each package', () => {
    const loose = Object.entries({ ...ours.dependencies, ...ours.devDependencies }).filter(
      ([, version]) => !/^\d+\.\d+\.\d+$/.test(version),
    );
    expect(loose).toEqual([]);
  });

  it('is listed as a bill of materials, our own packages and those that come with them', () => {
    expect(bill.bomFormat).toBe('CycloneDX');
    const listed = new Set(bill.components.map(nameOf));
    const own = Object.keys({ ...ours.dependencies, ...ours.peerDependencies });
    expect(own.filter(name => !listed.has(name))).toEqual([]);
    expect(listed.size).toBeGreaterThan(own.length);
    expect(listed.has('vitest')).toBe(false);
  });

  it('has permissive licences alone', () => {
    const others = licencesIn(bill).filter(
      ([, , licence]) =>
        !licence
          .replace(/[()]/g, '')
          .split(/ AND | OR /)
          .every(one => PERMISSIVE.has(one)),
    );
    expect(others).toEqual([]);
  });
});
