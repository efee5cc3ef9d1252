import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import dayjs from 'dayjs';
import utc from 'dayjs/plugin/utc.js';
import {
  type Draft,
  DraftError,
  type Mismatch,
  MismatchError,
  readCondition,
  readTexts,
  VARIABLES,
} from '../broadcasts/index.ts';
import { type Mailing, MailingStateError, type Progress } from '../delivery/index.ts';
import { formatList, type Words } from '../locale/index.ts';
import { csvLine } from '../registry/index.ts';
import { type BroadcastDesk, openBroadcasts } from '../sending.ts';
import { EXIT, UsageError } from './exit.ts';
import { settingsOrStop } from './settings.ts';
import { whoIsHere } from './who.ts';

dayjs.extend(utc);

interface CreateOptions {
  textFile: string;
  all?: boolean;
  where?: readonly string[];
  at?: string;
  urgent?: boolean;
  override?: string;
  json?: boolean;
}

const SHANGHAI_MINUTES = 8 * 60;

/** `huanzheng broadcast create`: keeps a draft; its id is the last line printed. */
export async function create(options: CreateOptions): Promise<void> {
  await withBroadcasts(async ({ broadcasts, words, clock }) => {
    const { textFile, all = false, where = [], urgent = false, override = null, json = false } = options;
    if (all === where.length > 0) throw new UsageError(words.say('broadcast-audience'));
    const audience = where.map(text => {
      const condition = readCondition(text);
      if (condition === undefined) throw new UsageError(words.say('broadcast-no-condition', { text }));
      return condition;
    });
    const atMs = options.at === undefined ? null : readMoment(options.at, clock.now());
    if (Number.isNaN(atMs)) throw new UsageError(words.say('broadcast-at'));
    const texts = readTexts(await readFile(textFile, 'utf8'));
    const draft = await broadcasts.create({ texts, audience, atMs, urgent, override, who: whoIsHere() });
    if (json) return print(JSON.stringify(told(draft)));
    if (draft.override !== null && draft.mismatches.length > 0)
      print(words.say('broadcast-overridden', { items: itemsOf(draft.mismatches, words), reason: draft.override }));
    print(words.say('broadcast-created', { id: draft.id }));
    print(draft.id);
  });
}

/** `huanzheng broadcast preview ID`. */
export async function preview(id: string, { json = false }: { json?: boolean }): Promise<void> {
  await withBroadcasts(async desk => {
    const { broadcasts, words } = desk;
    const draft = await draftOf(desk, id);
    const seen = await broadcasts.preview(draft);
    if (json) return print(JSON.stringify({ ...told(draft), ...seen }));
    print(words.say('broadcast-preview.count', { count: String(seen.recipients) }));
    for (const { chat, name, text } of seen.examples) {
      print('');
      print(words.say('broadcast-preview.example', { who: name ?? maskedChat(chat) }));
      print(text);
    }
    for (const locale of ['zh-CN', 'en'] as const) {
      print('');
      print(words.say('broadcast-preview.text', { locale }));
      print(seen.texts[locale]);
    }
    if (draft.override !== null && draft.mismatches.length > 0)
      print(
        `\n${words.say('broadcast-overridden', { items: itemsOf(draft.mismatches, words), reason: draft.override })}`,
      );
  });
}

/** `huanzheng broadcast test ID --to CHAT`. */
export async function test(id: string, { to }: { to: string }): Promise<void> {
  await withBroadcasts(async desk => {
    await desk.broadcasts.test(await draftOf(desk, id), to, whoIsHere());
    print(desk.words.say('broadcast-tested', { chat: to }));
  });
}

/** `huanzheng broadcast confirm ID`: only this sends. */
export async function confirm(id: string): Promise<void> {
  await withBroadcasts(async desk => {
    const draft = await draftOf(desk, id);
    await desk.broadcasts.confirm(draft, whoIsHere());
    const at = draft.atMs === null ? '' : momentOf(draft.atMs);
    print(desk.words.say('broadcast-confirmed', { when: draft.atMs === null ? 'now' : 'later', at }));
  });
}

/** `huanzheng broadcast pause|resume|cancel|approve ID`. */
export async function change(act: 'pause' | 'resume' | 'cancel' | 'approve', id: string): Promise<void> {
  await withBroadcasts(async desk => {
    const { mailings, broadcasts, words } = desk;
    await draftOf(desk, id);
    await (act === 'pause' ? mailings.pause(id, 'by-hand') : mailings[act](id));
    await broadcasts.note(act, whoIsHere());
    print(words.say(`broadcast-done.${act}`));
  });
}

/** `huanzheng broadcast resend ID --unknown`. */
export async function resend(id: string): Promise<void> {
  await withBroadcasts(async desk => {
    const { mailings, broadcasts, words } = desk;
    await draftOf(desk, id);
    const count = await mailings.resendUnknown(id);
    await broadcasts.note('resend', whoIsHere(), { messages: count });
    print(words.say('broadcast-done.resend', { count: String(count) }));
  });
}

/** `huanzheng broadcast status ID`. */
export async function status(id: string, { json = false }: { json?: boolean }): Promise<void> {
  await withBroadcasts(async desk => {
    const draft = await draftOf(desk, id);
    const mailing = await desk.mailings.find(id);
    const progress = await desk.mailings.progress(id);
    if (json) print(JSON.stringify({ ...told(draft), state: mailing?.state ?? 'draft', ...progress }));
    else print(statusLine(desk.words, id, mailing, progress));
    if (!json && mailing?.pausedFor !== undefined) print(desk.words.say(`broadcast-paused-for.${mailing.pausedFor}`));
  });
}

/** `huanzheng broadcast list`: the latest first. */
export async function list({ json = false }: { json?: boolean }): Promise<void> {
  await withBroadcasts(async ({ broadcasts, mailings, words }) => {
    for (const draft of await broadcasts.list()) {
      const mailing = await mailings.find(draft.id);
      const progress = await mailings.progress(draft.id);
      print(
        json
          ? JSON.stringify({ ...told(draft), state: mailing?.state ?? 'draft', ...progress })
          : statusLine(words, draft.id, mailing, progress),
      );
    }
  });
}

/** `huanzheng broadcast report ID`: CSV, a row per recipient. */
export async function report(id: string): Promise<void> {
  await withBroadcasts(async desk => {
    const { mailings, words } = desk;
    await draftOf(desk, id);
    const headers = ['chat', 'state', 'reason', 'time'].map(name => words.say(`broadcast-report.${name}`));
    process.stdout.write(csvLine(headers));
    if ((await mailings.find(id)) === undefined) return;
    for await (const { chat, state, reason, atMs } of mailings.rows(id)) {
      if (state === 'failed' || state === 'unknown') process.exitCode = EXIT.doneWithFaults;
      const why = reason === undefined ? '' : words.say(`broadcast-reason.${reason}`);
      const line = csvLine([chat, words.say(`broadcast-row-state.${state}`), why, momentOf(atMs)]);
      if (!process.stdout.write(line)) await once(process.stdout, 'drain');
    }
  });
}

/** Without an offset a moment is one of Asia/Shanghai; not a number when it is none, or over. */
function readMoment(text: string, nowMs: number): number {
  if (!/^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:?\d{2})?$/.test(text)) return Number.NaN;
  const hasOffset = /(Z|[+-]\d{2}:?\d{2})$/.test(text);
  const moment = Date.parse(`${text.replace(' ', 'T')}${hasOffset ? '' : '+08:00'}`);
  return moment > nowMs ? moment : Number.NaN;
}

function momentOf(ms: number): string {
  return dayjs.utc(ms).utcOffset(SHANGHAI_MINUTES).format('YYYY-MM-DD HH:mm:ss');
}

function statusLine(words: Words, id: string, mailing: Mailing | undefined, progress: Progress): string {
  const { counts, expected, all, perSecond, secondsLeft } = progress;
  const numbers = Object.fromEntries(Object.entries(counts).map(([state, count]) => [state, String(count)]));
  const isSending = mailing?.state === 'sending';
  return words.say('broadcast-status', {
    ...numbers,
    id,
    state: words.say(`broadcast-state-name.${mailing?.state ?? 'draft'}`),
    expected: String(expected),
    all: all || !isSending ? 'yes' : 'no',
    rate: isSending && perSecond !== undefined ? perSecond.toFixed(1) : 'none',
    left: isSending && secondsLeft !== undefined ? String(Math.ceil(secondsLeft)) : 'none',
  });
}

function told({ id, atMs, urgent, mismatches, override, who }: Draft): object {
  return { id, at: atMs === null ? null : new Date(atMs).toISOString(), urgent, mismatches, override, who };
}

function itemsOf(mismatches: readonly Mismatch[], { locale }: Words): string {
  return formatList([...new Set(mismatches.map(({ text }) => text))], locale);
}

/** The end of an address says to its owner which one it is, and to nobody else. */
function maskedChat(chat: string): string {
  return `${chat.slice(0, chat.indexOf(':') + 1)}…${chat.slice(-4)}`;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function draftOf({ broadcasts, words }: BroadcastDesk, id: string): Promise<Draft> {
  const draft = /^[\w.-]{1,60}$/.test(id) ? await broadcasts.find(id) : undefined;
  if (draft === undefined) throw new UsageError(words.say('broadcast-none', { id }));
  return draft;
}

async function withBroadcasts(act: (desk: BroadcastDesk) => Promise<void>): Promise<void> {
  const desk = await openBroadcasts(settingsOrStop());
  try {
    await act(desk);
  } catch (error) {
    throw asUsage(error, desk.words);
  } finally {
    await desk.store.close();
  }
}

function asUsage(error: unknown, words: Words): unknown {
  if (error instanceof DraftError) {
    const values = { detail: error.detail, variables: VARIABLES.map(name => `$${name}`).join(' ') };
    return new UsageError(words.say(`broadcast-draft-error.${error.what}`, values));
  }
  if (error instanceof MismatchError)
    return new UsageError(words.say('broadcast-mismatch', { items: itemsOf(error.found, words) }));
  if (error instanceof MailingStateError)
    return new UsageError(
      words.say('broadcast-state', {
        state: words.say(`broadcast-state-name.${error.state === 'none' ? 'draft' : error.state}`),
      }),
    );
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (code !== undefined && syscall !== undefined) return new UsageError(words.say('roster-file', { code }));
  return error;
}
