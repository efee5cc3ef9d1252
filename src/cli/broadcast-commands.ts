import type { Command } from 'commander';

/** `huanzheng broadcast …`; what it does is loaded when it is called. */
export function broadcastCommands(program: Command): void {
  const broadcast = program.command('broadcast').description('messages to those who asked for messages');
  const load = () => import('./broadcast.ts');
  broadcast
    .command('create')
    .description('keep a draft and check it against the notice; its id is the last line printed')
    .requiredOption('--text-file <file>', 'the text, UTF-8; { $name } and others stand for facts of the person')
    .option('--all', 'for everybody who asked for messages')
    .option(
      '--where <condition...>',
      'for those whom every condition fits: a column of the roster, standing=…, status=… or short=yes',
    )
    .option('--at <moment>', 'not before this moment; without an offset it is one of Asia/Shanghai')
    .option('--urgent', 'also at night')
    .option('--override <reason>', 'send what does not agree with the notice; the reason is kept')
    .option('--json', 'print the draft as JSON')
    .action(async options => (await load()).create(options));
  broadcast
    .command('preview')
    .description('how many would get it, three examples with masked names, and each language')
    .argument('<id>')
    .option('--json', 'print it as JSON')
    .action(async (id, options) => (await load()).preview(id, options));
  broadcast
    .command('test')
    .description('send it to one chat')
    .argument('<id>')
    .requiredOption('--to <chat>', 'such as telegram:12345')
    .action(async (id, options) => (await load()).test(id, options));
  broadcast
    .command('confirm')
    .description('send it: the only command that does')
    .argument('<id>')
    .action(async id => (await load()).confirm(id));
  const changes = {
    pause: 'stop sending until it is resumed',
    resume: 'go on where it was paused',
    cancel: 'end it where it is',
    approve: 'send one whose moment was missed',
  } as const;
  for (const [act, what] of Object.entries(changes) as [keyof typeof changes, string][])
    broadcast
      .command(act)
      .description(what)
      .argument('<id>')
      .action(async id => (await load()).change(act, id));
  broadcast
    .command('resend')
    .description('send again to those of whom nobody knows whether it arrived')
    .argument('<id>')
    .requiredOption('--unknown', 'says that they may get it twice')
    .action(async id => (await load()).resend(id));
  broadcast
    .command('status')
    .description('how far it has come')
    .argument('<id>')
    .option('--json', 'print the figures as JSON')
    .action(async (id, options) => (await load()).status(id, options));
  broadcast
    .command('report')
    .description('a row per recipient as CSV on standard output: chat, state, reason, time')
    .argument('<id>')
    .action(async id => (await load()).report(id));
  broadcast
    .command('list')
    .description('every broadcast, the latest first')
    .option('--json', 'print JSON lines')
    .action(async options => (await load()).list(options));
}
