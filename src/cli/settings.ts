import { type Config, readConfig } from '../config.ts';
import { UsageError } from './exit.ts';

/** The settings of the environment; a bad one ends the program with the line that names it. */
export function settingsOrStop(environment: Readonly<Record<string, string | undefined>> = process.env): Config {
  const config = readConfig(environment);
  if ('problem' in config) throw new UsageError(config.problem);
  return config;
}
