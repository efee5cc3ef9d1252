import { setTimeout as wait } from 'node:timers/promises';
import { rotateKeys } from '../key-rotation.ts';
import { bringNextKey, dropOlderKeys } from '../store/key-file.ts';
import type { DataKeys } from '../store/keys.ts';
import { EXIT, UsageError } from './exit.ts';
import { keeping, sourceOf } from './keeping.ts';

const LOOK_EVERY_MS = 200;

/** `huanzheng keys rotate`. */
export async function rotate({ json = false }: { json?: boolean }): Promise<void> {
  await keeping(async desk => {
    const { config, clock, words, progress } = desk;
    const { engine, keys } = await sourceOf(desk);
    // The key lies beside the embedded store, whose lock keeps two rotations from making two.
    const alone = config.DATA_KEY === undefined ? engine.alone?.bind(engine) : undefined;
    while (alone?.(() => bringNextKey(config.DATA_DIR)) === false) await wait(LOOK_EVERY_MS);
    if (alone === undefined && isSingle(keys)) throw new UsageError(words.say('keys-single'));
    const rotation = await rotateKeys({ engine, keys, clock, onProgress: progress.show });
    if (rotation.done) alone?.(() => dropOlderKeys(config.DATA_DIR));
    progress.end();
    process.exitCode = rotation.done ? EXIT.done : EXIT.doneWithFaults;
    if (json) return void process.stdout.write(`${JSON.stringify(rotation)}\n`);
    const values = { sealed: `${rotation.sealed}`, people: `${rotation.moved}` };
    const outcome = rotation.done ? (alone === undefined ? 'keys-rotated' : 'keys-renewed') : 'keys-still-used';
    process.stdout.write(`${words.say(outcome, values)}\n`);
  });
}

function isSingle(keys: DataKeys): boolean {
  return keys.derive('fingerprint').length === 1;
}
