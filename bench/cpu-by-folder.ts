import { readFileSync } from 'node:fs';
import type { Profiler } from 'node:inspector';
import { Session } from 'node:inspector/promises';
import { fileURLToPath } from 'node:url';

const SAMPLE_EVERY_US = 200;

/** Samples this thread while `work` runs: microseconds of processor time by folder of `src`, packages counted for the folder that called them. */
export async function cpuByFolder(work: () => Promise<void>): Promise<ReadonlyMap<string, number>> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.setSamplingInterval', { interval: SAMPLE_EVERY_US });
  await session.post('Profiler.start');
  await work();
  const { profile } = await session.post('Profiler.stop');
  session.disconnect();
  return addUp(profile);
}

function addUp({ nodes, samples = [], timeDeltas = [] }: Profiler.Profile): Map<string, number> {
  const byId = new Map(nodes.map(node => [node.id, node]));
  const parents = new Map(nodes.flatMap(node => (node.children ?? []).map(child => [child, node.id] as const)));
  const folders = new Map<number, string>();
  const folderOf = (id: number): string => {
    const known = folders.get(id);
    if (known !== undefined) return known;
    const { functionName, url, lineNumber } = byId.get(id)!.callFrame;
    const parent = parents.get(id);
    const above = () => (parent === undefined ? 'the engine' : folderOf(parent));
    const folder = functionName === '(idle)' ? 'idle' : (sourceFolder(url, lineNumber) ?? above());
    folders.set(id, folder);
    return folder;
  };
  const sums = new Map<string, number>();
  for (const [index, id] of samples.entries()) {
    const folder = folderOf(id);
    sums.set(folder, (sums.get(folder) ?? 0) + (timeDeltas[index] ?? 0));
  }
  return sums;
}

const bundles = new Map<string, (string | undefined)[]>();

/** Scripts run as one bundle, in which a comment before each module names its file. */
function sourceFolder(url: string, line: number): string | undefined {
  if (!url.startsWith('file:') || !url.includes('/run-ts/')) return undefined;
  let folders = bundles.get(url);
  if (folders === undefined) {
    let current: string | undefined;
    folders = readFileSync(fileURLToPath(url), 'utf8')
      .split('\n')
      .map(text => {
        const [, file] = /^\/\/ ((?:src|bench|test|scripts)\/\S+\.ts)$/.exec(text) ?? [];
        if (file !== undefined) current = /^src\/(\w+)\//.exec(file)?.[1] ?? 'bench';
        return current;
      });
    bundles.set(url, folders);
  }
  return folders[line];
}
