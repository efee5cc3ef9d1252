import { execFile } from 'node:child_process';
import { cpSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { freshFolder } from '../support/folder.ts';
import { DATA_KEY, RefusedStart, startProduct } from './product.ts';
import { randomFrom } from './random.ts';
import { Scene } from './scene.ts';
import { note, told } from './table.ts';

const LIMIT_MS = 300_000;
const DISK = '40m';

/** A program that sees the folder as a disk of its own, which goes with it. */
const onDisk =
  (folder: string, options: string) =>
  (call: readonly string[]): readonly string[] => [
    'unshare',
    ...(process.getuid?.() === 0 ? ['--mount'] : ['--user', '--map-root-user', '--mount']),
    'sh',
    '-c',
    `mount ${options} "$0" && exec "$@"`,
    folder,
    ...call,
  ];

describe('the disk of the embedded store', () => {
  it(
    'is full: everybody is answered and told that it cannot be saved, and all is saved once there is room',
    async () => {
      const folder = freshFolder();
      const scene = await Scene.open({
        framework: 'grammy',
        updates: 'polling',
        instances: 1,
        subscribers: 0,
        seats: 15,
        folder,
        wrapped: onDisk(folder, `-t tmpfs -o size=${DISK} tmpfs`),
      });
      scene.populate(randomFrom(5));
      await scene.untilSaved();
      // The folder as the process sees it.
      const filler = join(`/proc/${scene.products[0]!.child.pid}/root`, folder, 'filler');
      fill(filler);
      await scene.untilUnsaved();
      await wait(1_500);
      truncateSync(filler);
      const began = performance.now();
      await scene.untilSaved();
      const recoveredMs = performance.now() - began;
      const judged = await scene.judged();
      await scene.close();
      note({ fault: 'the disk of the embedded store is full', times: 1, recoveredMs, ...told(judged) });
      expect(judged).toMatchObject({ lost: 0, wrong: 0 });
    },
    LIMIT_MS,
  );

  it(
    'is full already at the start: the program answers all the same',
    async () => {
      const folder = freshFolder();
      await (await startProduct({ DATA_DIR: folder, DATA_KEY })).stop();
      cpSync(folder, `${folder}.kept`, { recursive: true });
      const scene = await Scene.open({
        framework: 'grammy',
        updates: 'polling',
        instances: 1,
        subscribers: 0,
        seats: 5,
        folder,
        wrapped: onDisk(folder, '-t tmpfs -o size=6m tmpfs "$0" && cp -a "$0.kept/."'),
      });
      rmSync(`${folder}.kept`, { recursive: true });
      scene.populate(randomFrom(6));
      await scene.untilUnsaved();
      expect(await scene.judged()).toMatchObject({ lost: 0, wrong: 0 });
      await scene.close();
    },
    LIMIT_MS,
  );

  it('is found full by a commit: only those who wrote are told, nothing is lost, and it goes on once there is room', async () => {
    const folder = freshFolder();
    const [command = '', ...args] = onDisk(
      folder,
      '-t tmpfs -o size=4m tmpfs',
    )([process.execPath, 'scripts/run-ts.mjs', 'test/faults/full-disk.ts', folder]);
    const { stdout } = await promisify(execFile)(command, args);
    expect(JSON.parse(stdout)).toEqual({
      failures: ['StoreDownError'],
      failedAgain: 0,
      kept: expect.any(Number),
      lost: 0,
    });
  });

  it(
    'may only be read: the program says so in one line and does not start',
    async () => {
      const folder = freshFolder();
      const first = await startProduct({ DATA_DIR: folder });
      await first.stop();
      const readOnly = onDisk(folder, '--bind "$0" "$0" && mount -o remount,bind,ro');
      const refused = await startProduct({ DATA_DIR: folder }, { wrapped: readOnly }).catch((error: unknown) => error);
      expect(refused).toBeInstanceOf(RefusedStart);
      expect(refused).toMatchObject({ status: 2, said: 'DATA_DIR: the store cannot be opened\n' });
    },
    LIMIT_MS,
  );
});

/** Until nothing more goes in. */
function fill(file: string): void {
  const piece = Buffer.alloc(256 * 1024, 1);
  try {
    for (;;) writeFileSync(file, piece, { flag: 'a' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
  }
}
