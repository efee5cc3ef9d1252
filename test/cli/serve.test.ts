import { expect, it } from 'vitest';
import { startProduct } from '../faults/product.ts';
import { freshFolder } from '../support/folder.ts';

it('K06: a server that is told to stop as soon as it says where it is stops as it does later', async () => {
  const server = await startProduct({ DATA_DIR: freshFolder() });
  expect(await server.stop()).toBe(0);
  expect(server.log.map(({ msg }) => msg)).toEqual(expect.arrayContaining(['listening', 'stopping', 'stopped']));
  expect(server.log.filter(({ level }) => level >= 50)).toEqual([]);
}, 60_000);
