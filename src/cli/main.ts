#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import { EXIT, stopWith } from './exit.ts';
import { reviewCommands } from './review.ts';

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
  .version(version());

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

program
  .command('receipt')
  .description('re-run the verdict behind a receipt code')
  .argument('<code>')
  .action(async code => (await import('./receipt.ts')).receipt(code));

reviewCommands(program);

program.showHelpAfterError();
program.configureOutput({ outputError: (text, write) => write(text) });
program.exitOverride(error => process.exit(error.exitCode === 0 ? EXIT.done : EXIT.couldNotRun));

program.parseAsync().catch(error => stopWith(error));
