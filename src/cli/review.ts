import type { Command } from 'commander';
import type { Review, ReviewItem } from '../dialogue/index.ts';
import { TOPICS } from '../policies/policy.ts';
import { EXIT, UsageError } from './exit.ts';
import { settingsOrStop } from './settings.ts';

/** `huanzheng review list|assign|ignore|export`: messages that were not understood or not answered well, to learn from. */
export function reviewCommands(program: Command): void {
  const review = program.command('review').description('messages that were not understood or did not help');
  review
    .command('list')
    .description(
      'those that wait for a decision, the most frequent first: id, language, ? times not understood, - times not helpful, likeliest topic, topics chosen, words',
    )
    .option('--json', 'one JSON object a line')
    .action(options =>
      withReview(async queue =>
        print((await queue.open()).map(item => (options.json === true ? JSON.stringify(item) : lineOf(item)))),
      ),
    );
  review
    .command('assign')
    .description('say which topic a message was about')
    .argument('<id>')
    .argument('<topic>')
    .action((id, topic) =>
      withReview(async queue => found(await queue.assign(id, topicNamed(topic)), `已归入 / assigned: ${topic}`)),
    );
  review
    .command('ignore')
    .description('leave a message out')
    .argument('<id>')
    .action(id => withReview(async queue => found(await queue.ignore(id), '已略过 / ignored')));
  review
    .command('export')
    .description('what was assigned, as lines for the phrase files')
    .action(() => withReview(async queue => print(phrasesOf(await queue.assigned()))));
}

async function withReview(act: (queue: Review) => Promise<void>): Promise<void> {
  // Loaded only when the queue is asked for: every other command starts sooner without it.
  const [{ openCore }, { createReview }, { createLog }] = await Promise.all([
    import('../app.ts'),
    import('../dialogue/index.ts'),
    import('../runtime/log.ts'),
  ]);
  const core = await openCore(settingsOrStop(), createLog({ level: 'silent' }));
  try {
    await act(createReview(core.store, core.clock.now));
  } finally {
    await core.store.close();
  }
}

function print(lines: readonly string[]): void {
  if (lines.length > 0) process.stdout.write(`${lines.join('\n')}\n`);
}

function lineOf({ id, locale, notUnderstood, notHelpful, likeliest, chosen, masked }: ReviewItem): string {
  const picked = Object.entries(chosen).map(([topic, times]) => `${topic}×${times}`);
  return [
    id,
    locale,
    `?${notUnderstood}`,
    `-${notHelpful}`,
    likeliest,
    picked.join(' ') || '–',
    masked.replace(/\s+/g, ' '),
  ].join('\t');
}

function topicNamed(name: string) {
  const topic = TOPICS.find(known => known === name);
  if (topic === undefined)
    throw new UsageError(`没有这个话题。可用的： / No such topic. Known ones:\n${TOPICS.join(' ')}`);
  return topic;
}

function found(known: boolean, done: string): void {
  if (known) print([done]);
  else {
    process.stderr.write('没有这个编号。 / There is no such id.\n');
    process.exitCode = EXIT.couldNotRun;
  }
}

/** One block a file of phrases: a comment that names the file, then its lines. */
function phrasesOf(items: readonly ReviewItem[]): string[] {
  const files = new Map<string, string[]>();
  for (const { locale, topic, masked } of items) {
    const file = `locales/${locale}/phrases/review/${topic}.txt`;
    files.set(file, [...(files.get(file) ?? []), masked.replace(/\s+/g, ' ')]);
  }
  return [...files].toSorted(([a], [b]) => a.localeCompare(b)).flatMap(([file, lines]) => [`# ${file}`, ...lines]);
}
