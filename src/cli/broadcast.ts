import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import {
  type Draft,
  DraftError,
  type Mismatch,
  MismatchError,
  readCondition,
  readTexts,
  reportHead,
  reportLine,
  VARIABLES,
} from '../broadcasts/index.ts';
import { MailingStateError } from '../delivery/index.ts';
import { overriddenText, statusLine } from '../dialogue/index.ts';
import { formatList, formatMoment, readMoment, type Words } from '../locale/index.ts';
import { type BroadcastDesk, openBroadcasts } from '../sending.ts';
import { EXIT, UsageError } from './exit.ts';
import { settingsOrStop } from './settings.ts';
import { whoIsHere } from './who.ts';

interface CreateOptions {
  textFile: string;
  all?: boolean;
  where?: readonly string[];
  at?: string;
  urgent?: boolean;
  override?: string;
  json?: boolean;
}

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
    if (draft.override !== null && draft.mismatches.length > 0) print(overridden(draft, words));
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
    if (draft.override !== null && draft.mismatches.length > 0) print(`\n${overridden(draft, words)}`);
  });
}

/** A chat as the server knows it: a number of Telegram, negative for a group, or the name of a web chat. */
const CHAT = /^(?:telegram:-?[1-9]\d{0,15}|web:[\w-]{20,100})$/;

/** `huanzheng broadcast test ID --to CHAT`. */
export async function test(id: string, { to }: { to: string }): Promise<void> {
  await withBroadcasts(async desk => {
    if (!CHAT.test(to)) throw new UsageError(desk.words.say('broadcast-no-chat'));
    await desk.broadcasts.test(await draftOf(desk, id), to, whoIsHere());
    print(desk.words.say('broadcast-tested', { chat: to }));
  });
}

/** `huanzheng broadcast confirm ID`: only this sends. */
export async function confirm(id: string): Promise<void> {
  await withBroadcasts(async desk => {
    const draft = await draftOf(desk, id);
    await desk.broadcasts.confirm(draft, whoIsHere());
    const at = draft.atMs === null ? '' : formatMoment(draft.atMs);
    print(desk.words.say('broadcast-confirmed', { when: draft.atMs === null ? 'now' : 'later', at }));
  });
}

/** `huanzheng broadcast pause|resume|cancel|approve ID`. */
export async function change(act: 'pause' | 'resume' | 'cancel' | 'approve', id: string): Promise<void> {
  await withBroadcasts(async desk => {
    const { mailings, broadcasts, words } = desk;
    await draftOf(desk, id);
    await (act === 'pause' ? mailings.pause(id, 'by-hand') : mailings[act](id));
    await broadcasts.note(act, whoIsHere(), { id });
    print(words.say(`broadcast-done.${act}`));
  });
}

/** `huanzheng broadcast resend ID --unknown`. */
export async function resend(id: string): Promise<void> {
  await withBroadcasts(async desk => {
    const { mailings, broadcasts, words } = desk;
    await draftOf(desk, id);
    const count = await mailings.resendUnknown(id);
    await broadcasts.note('resend', whoIsHere(), { id, counts: { messages: count } });
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
    else print(statusLine(desk.words, { id, state: mailing?.state ?? 'draft', atMs: draft.atMs, progress }));
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
          : statusLine(words, { id: draft.id, state: mailing?.state ?? 'draft', atMs: draft.atMs, progress }),
      );
    }
  });
}

/** `huanzheng broadcast report ID`: CSV, a row per recipient. */
export async function report(id: string): Promise<void> {
  await withBroadcasts(async desk => {
    const { broadcasts, words } = desk;
    const draft = await draftOf(desk, id);
    process.stdout.write(reportHead(words));
    for await (const row of broadcasts.report(draft)) {
      if (row.state === 'failed' || row.state === 'unknown') process.exitCode = EXIT.doneWithFaults;
      if (!process.stdout.write(reportLine(words, row))) await once(process.stdout, 'drain');
    }
  });
}

function told({ id, atMs, urgent, mismatches, override, who }: Draft): object {
  return { id, at: atMs === null ? null : new Date(atMs).toISOString(), urgent, mismatches, override, who };
}

function overridden({ mismatches, override }: Draft, words: Words): string {
  return overriddenText(words, { items: mismatches.map(({ text }) => text), reason: override ?? '' });
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
