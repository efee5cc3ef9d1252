import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Core, openCore } from '../../src/app.ts';
import { type Config, readConfig } from '../../src/config.ts';
import { createLog, type Log } from '../../src/runtime/log.ts';

/** The program as it runs, on an embedded store of its own, and what it has complained of. */
export interface UnderAttack {
  core: Core;
  config: Config;
  log: Log;
  /** Lines of the level error: faults of our own. */
  complaints: string[];
  /** Every line logged. */
  lines: string[];
  close(): Promise<void>;
}

export async function underAttack(settings: Readonly<Record<string, string>> = {}): Promise<UnderAttack> {
  const folder = mkdtempSync(join(tmpdir(), 'huanzheng-hostile-'));
  const config = readConfig({ DATA_DIR: folder, ...settings });
  if ('problem' in config) throw new Error(config.problem);
  const lines: string[] = [];
  const log = createLog({ level: 'info', destination: { write: line => void lines.push(line) } });
  const core = await openCore(config, log);
  return {
    core,
    config,
    log,
    lines,
    get complaints() {
      return lines.filter(line => line.includes('"level":50'));
    },
    async close() {
      await core.store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
