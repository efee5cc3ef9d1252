import type { Command } from 'commander';

/** `huanzheng store …`; what it does is loaded when it is called. */
export function storeCommands(program: Command): void {
  const store = program
    .command('store')
    .description('all that is kept, as a whole: to a file, from a file, to another store');
  const load = () => import('./store.ts');
  store
    .command('backup')
    .description('write all that the store holds to a file, still sealed; also while the server runs')
    .argument('<file>')
    .option('--json', 'print the figures as JSON')
    .action(async (file, options) => (await load()).backup(file, options));
  store
    .command('restore')
    .description('fill an empty store with a backup; the same DATA_KEY is needed')
    .argument('<file>')
    .option('--force', 'take out what lies in the store first')
    .option('--json', 'print the figures as JSON')
    .action(async (file, options) => (await load()).restore(file, options));
  store
    .command('copy')
    .description('make another store the same as this one, and compare them; run again, it carries what has changed')
    .requiredOption(
      '--to <place>',
      'redis:// addresses, separated by commas for a cluster, or a folder for the embedded store',
    )
    .option('--force', 'take out what lies in the other store first')
    .option('--json', 'print the figures as JSON')
    .action(async options => (await load()).copy(options));
}

/** `huanzheng keys …`. */
export function keysCommands(program: Command): void {
  program
    .command('keys')
    .description('the keys to what is kept')
    .command('rotate')
    .description(
      'seal everything with the first DATA_KEY, so that the others can be given up; of an embedded store without DATA_KEY, make a new key',
    )
    .option('--json', 'print the figures as JSON')
    .action(async options => (await import('./keys.ts')).rotate(options));
}
