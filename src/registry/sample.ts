import { fileURLToPath } from 'node:url';
import type { ImportOptions, ImportSummary } from './import.ts';
import type { Source } from './source.ts';

const FILE = fileURLToPath(new URL('../../sample/roster.csv', import.meta.url));

/** What a first try types: the first of the invented people. */
export const SAMPLE_PERSON = { name: '示例甲', idNumber: '460000198804121011', certificateNo: '示例2021001' } as const;

/** What takes the sample in. */
interface Roster {
  isEmpty(): Promise<boolean>;
  importRoster(source: Source, options: ImportOptions): Promise<ImportSummary>;
}

/** Loads twelve plainly invented people (示例甲 to 示例丑), so that there is something to look up; undefined when somebody is on the roster already. */
export async function loadSample(registry: Roster): Promise<ImportSummary | undefined> {
  if (!(await registry.isEmpty())) return undefined;
  return registry.importRoster({ path: FILE }, { who: 'cli:sample' });
}
