import { createHash } from 'node:crypto';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { Locale, Words } from '../locale/index.ts';
import { checkApart, type Judged } from './check-apart.ts';
import type { ImportOptions, ImportSummary } from './import.ts';
import { rejectedHeader, rejectedLine } from './problems.ts';
import type { Problem } from './row.ts';
import { CHAT_LIMITS, type RefusalReason, RosterRefusedError, type Source } from './source.ts';

/** A file as a chat knows it; `id` is the channel's own name for it. */
export interface SheetFile {
  id: string;
  name: string;
  bytes: number;
}

/** What a chat may have done with a sheet; `sha256` is that of the bytes which the preview was of. */
export type SheetTask = { file: SheetFile; locale: Locale } & (
  | { do: 'check' | 'preview' }
  | { do: 'import'; sha256: string }
);

/** What came of it. */
export type SheetOutcome =
  | ({ kind: 'checked' } & Exclude<Judged, { refused: unknown }>)
  | { kind: 'previewed'; summary: ImportSummary; rejected: string | null; sha256: string }
  | { kind: 'imported'; summary: ImportSummary; rejected: string | null }
  | { kind: 'refused'; reason: RefusalReason; args: Readonly<Record<string, string | number>> }
  /** The channel could not give it (any more). */
  | { kind: 'not-there' }
  /** Other bytes than those of the preview. */
  | { kind: 'not-the-same' }
  | { kind: 'too-often'; minutes: number }
  | { kind: 'not-allowed' }
  | { kind: 'failed' };

/** Who asks for it, and what the channel lends. */
export interface SheetAsker {
  chat: string;
  /** Whoever may import, under the name that the log of actions keeps; undefined for everybody else. */
  admin: string | undefined;
  fetch(file: string, most: number): Promise<Uint8Array>;
  tell(text: string): void;
  signal: AbortSignal;
}

export interface SheetParts {
  registry: { importRoster(source: Source, options: ImportOptions): Promise<ImportSummary> };
  words: Readonly<Record<Locale, Words>>;
  today(): string;
}

/** A workbook that is written as an answer takes more memory than the list it answers. */
const CHECK_LIMITS = { ...CHAT_LIMITS, rows: 30_000 };
/** Lists that one chat may have judged. */
const CHECKS = { points: 6, duration: 600 };
/** What goes back as a file at most; the rest is found when the file is sent again mended. */
const MOST_REJECTED = 20_000;

/** Does what chats ask for with sheets: the bytes are in memory while it lasts, and nowhere afterwards. */
export function createSheets(parts: SheetParts): (task: SheetTask, asker: SheetAsker) => Promise<SheetOutcome> {
  const checks = new RateLimiterMemory(CHECKS);
  return async (task, asker) => {
    if (task.do !== 'check' && asker.admin === undefined) return { kind: 'not-allowed' };
    const wait = task.do === 'check' ? await waitFor(checks, asker.chat) : 0;
    if (wait > 0) return { kind: 'too-often', minutes: Math.ceil(wait / 60_000) };
    const bytes = await asker.fetch(task.file.id, CHAT_LIMITS.bytes).catch(() => undefined);
    asker.signal.throwIfAborted();
    if (bytes === undefined) return { kind: 'not-there' };
    try {
      return await (task.do === 'check' ? check(bytes, task, parts, asker) : load(bytes, task, parts, asker));
    } catch (error) {
      if (!(error instanceof RosterRefusedError)) throw error;
      return { kind: 'refused', reason: error.reason, args: error.args };
    }
  };
}

async function waitFor(limiter: RateLimiterMemory, chat: string): Promise<number> {
  return limiter.consume(chat).then(
    () => 0,
    (refused: { msBeforeNext: number }) => refused.msBeforeNext,
  );
}

async function check(
  bytes: Uint8Array,
  { locale }: SheetTask,
  { today }: SheetParts,
  { signal }: SheetAsker,
): Promise<SheetOutcome> {
  const judged = await checkApart({ bytes, asOf: today(), locale, limits: CHECK_LIMITS }, signal);
  return 'refused' in judged ? { kind: 'refused', ...judged.refused } : { kind: 'checked', ...judged };
}

async function load(
  bytes: Uint8Array,
  task: SheetTask,
  { registry, words }: SheetParts,
  { admin = '', tell, signal }: SheetAsker,
): Promise<SheetOutcome> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  if (task.do === 'import' && task.sha256 !== sha256) return { kind: 'not-the-same' };
  const rejected = new RejectedRows(words[task.locale]);
  const summary = await registry.importRoster(
    { bytes },
    {
      who: admin,
      dryRun: task.do !== 'import',
      limits: CHAT_LIMITS,
      onRejected: rejected.take,
      onProgress: (rows, of) => {
        // Broken off between two batches, it is run again by the next process and ends the same.
        signal.throwIfAborted();
        tell(words[task.locale].say(`sheet-progress.${task.do}`, { percent: `${Math.floor((rows / of) * 100)}` }));
      },
    },
  );
  return task.do === 'import'
    ? { kind: 'imported', summary, rejected: rejected.text() }
    : { kind: 'previewed', summary, rejected: rejected.text(), sha256 };
}

/** The rows that were turned away, as the file that goes back. */
class RejectedRows {
  readonly #lines: string[] = [];
  readonly #words: Words;

  constructor(words: Words) {
    this.#words = words;
  }

  readonly take = (problems: readonly Problem[]): void => {
    if (this.#lines.length < MOST_REJECTED)
      this.#lines.push(...problems.map(problem => rejectedLine(problem, this.#words)));
  };

  text(): string | null {
    return this.#lines.length === 0 ? null : rejectedHeader(this.#words) + this.#lines.join('');
  }
}
