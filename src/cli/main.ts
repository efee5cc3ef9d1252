#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import { broadcastCommands } from './broadcast-commands.ts';
import { EXIT, endWithReader, stopWith } from './exit.ts';
import { reviewCommands } from './review.ts';
import { keysCommands, storeCommands } from './store-commands.ts';

/** The version of the package, as it was published. */
function version(): string {
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
    version: string;
  };
  return version;
}

// Each command is loaded only when it is called, so that `rules` needs no store and `ask` no server.
const program = new Command('huanzheng')
  .description('换证助手: certificates of Hainan construction-site staff, 琼建人〔2020〕135号')
  .version(version())
  .showHelpAfterError()
  .exitOverride(error => process.exit(error.exitCode === 0 ? EXIT.done : EXIT.couldNotRun));
// Only commands made from here on inherit that.

program
  .command('serve')
  .description('run the assistant: the web chat, and Telegram when TELEGRAM_BOT_TOKEN is set')
  .action(async () => (await import('./serve.ts')).serve());

program
  .command('chat')
  .description('talk to the assistant in this terminal')
  .option('--locale <locale>', 'zh-CN or en')
  .action(async options => (await import('./chat.ts')).chat(options));

program
  .command('ask')
  .description('ask one question and print the answer')
  .argument('<question>')
  .option('--as-of <day>', 'the day as of which to answer, YYYY-MM-DD')
  .option('--locale <locale>', 'zh-CN or en')
  .option('--json', 'print the answer as JSON')
  .action(async (question, options) => (await import('./ask.ts')).ask(question, options));

const rules = program.command('rules').description('decide JSON lines from standard input');
for (const kind of ['renewal', 'hours'] as const) {
  rules
    .command(kind)
    .description(`one ${kind} decision a line, in the order of the input`)
    .action(async () => (await import('./rules-command.ts')).rulesCommand(kind));
}

rules
  .command('policy')
  .description('print the policy in force as JSON, to start a change from')
  .action(async () => (await import('./rules-diff.ts')).printPolicy());
rules
  .command('diff')
  .description('tell whose verdict on the roster another policy would change')
  .argument('<file>', 'the other policy, JSON')
  .option('--as-of <day>', 'the day as of which to judge, YYYY-MM-DD')
  .option('--json', 'print the figures as JSON')
  .action(async (file, options) => (await import('./rules-diff.ts')).rulesDiff(file, options));

const roster = program.command('roster').description('people and their hours: rosters in and out');
for (const kind of ['import', 'withdraw'] as const) {
  const command = roster
    .command(kind)
    .description(
      kind === 'import'
        ? 'load a roster, CSV or XLSX; rows that do not hold go to FILE.rejected.csv'
        : 'take back the training records of the rows of a file; they stay with who and when, and count for nothing',
    )
    .argument('<file>')
    .option('--dry-run', 'tell what would happen and change nothing')
    .option('--json', 'print the figures as JSON')
    .action(async (file, options) => (await import('./roster.ts')).load(kind, file, options));
  if (kind === 'withdraw') command.option('--undo', 'give back what was withdrawn');
}
roster
  .command('export')
  .description('write the whole roster as CSV')
  .argument('<file>')
  .option('--json', 'print the figures as JSON')
  .action(async (file, options) => (await import('./roster.ts')).exportTo(file, options));
roster
  .command('invite')
  .description('make one-time codes to hand out, and print them as CSV on standard output')
  .option('--where <column=value...>', 'only for these people; all conditions must hold')
  .option('--days <days>', 'for how long the codes are good', '30')
  .action(async options => (await import('./roster.ts')).invite(options));
roster
  .command('check')
  .description("judge an employer's own list by its own columns; nothing of it is kept")
  .argument('<file>', 'CSV or XLSX')
  .requiredOption('--out <file>', 'the answer, XLSX')
  .option('--json', 'print the figures as JSON')
  .action(async (file, options) => (await import('./roster.ts')).check(file, options));
roster
  .command('log')
  .description('who imported, withdrew, exported and invited, when and how many')
  .option('--json', 'print JSON lines')
  .action(async options => (await import('./roster.ts')).log(options));

broadcastCommands(program);

program
  .command('receipt')
  .description('re-run the verdict behind a receipt code')
  .argument('<code>')
  .action(async code => (await import('./receipt.ts')).receipt(code));

reviewCommands(program);
storeCommands(program);
keysCommands(program);

endWithReader(process.stdout);
program.parseAsync().catch(error => stopWith(error));
