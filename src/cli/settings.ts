import { type Config, readConfig } from '../config.ts';
import { UsageError } from './exit.ts';

/** The settings of the environment; a bad one ends the program with the line that names it. */
export function settingsOrStop(environment: Readonly<Record<string, string | undefined>> = process.env): Config {
  const config = readConfig(environment);
  if ('problem' in config) throw new UsageError(config.problem);
  return config;
}

/** The same as of the day of `--as-of`, which is what a bad day is blamed on. */
export function settingsAsOf(asOf: string | undefined): Config {
  if (asOf === undefined) return settingsOrStop();
  const config = readConfig({ ...process.env, AS_OF: asOf });
  if ('problem' in config) throw new UsageError(config.problem.replace(/^AS_OF(?=: )/, '--as-of'));
  return config;
}
