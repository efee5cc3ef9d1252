import { MailingStateError, type Mailings } from '../delivery/index.ts';
import type { BroadcastAct, BroadcastAsk, BroadcastSeen, BroadcastTold, Reply } from '../dialogue/index.ts';
import type { Locale, Words } from '../locale/index.ts';
import { BYTE_ORDER_MARK } from '../registry/index.ts';
import { conditionText, readCondition } from './audience.ts';
import { type Broadcasts, COUNT_MS, type Draft, MismatchError } from './broadcasts.ts';
import type { Mismatch } from './check.ts';
import { reportHead, reportLine } from './report.ts';
import { DraftError, readTexts, VARIABLES } from './text.ts';

export interface ClerkParts {
  broadcasts: Broadcasts;
  mailings: Mailings;
  words: Readonly<Record<Locale, Words>>;
  /** Sends a message that answers nothing. */
  tell(chat: string, replies: readonly Reply[]): Promise<void>;
  onFailure(error: unknown): void;
}

/** Who asks, and where. `once` names the doing: asked for again after a crash it is not done twice. */
export interface Asker {
  chat: string;
  who: string;
  once: string;
}

/** Does what an administrator asks for in a chat, as the commands do, and notes who did it. */
export type Clerk = (ask: BroadcastAsk, asker: Asker) => Promise<BroadcastTold>;

/** As much of a report as one file may hold. */
const MOST_ROWS = 200_000;

export function createClerk(parts: ClerkParts): Clerk {
  const { broadcasts } = parts;
  return async (ask, asker) => {
    if (ask.what === 'list') return { kind: 'list', broadcasts: await seenAll(parts) };
    if (ask.what === 'check' || ask.what === 'create') return written(parts, ask, asker);
    const draft = await broadcasts.find(ask.id);
    if (draft === undefined) return { kind: 'none' };
    try {
      return await withDraft(parts, ask, draft, asker);
    } catch (error) {
      if (!(error instanceof MailingStateError)) throw error;
      return { kind: 'not-now', seen: await seenOf(parts, draft) };
    }
  };
}

async function seenAll(parts: ClerkParts): Promise<BroadcastSeen[]> {
  const drafts = (await parts.broadcasts.list()).slice(0, 10);
  return Promise.all(drafts.map(draft => seenOf(parts, draft)));
}

async function written(
  parts: ClerkParts,
  ask: Extract<BroadcastAsk, { text: string }>,
  asker: Asker,
): Promise<BroadcastTold> {
  const { broadcasts } = parts;
  try {
    const texts = readTexts(ask.text);
    if (ask.what === 'check') return { kind: 'checked', text: ask.text, items: itemsOf(broadcasts.check(texts)) };
    const audience = ask.audience.map(text => ({ text, condition: readCondition(text) }));
    const wrong = audience.find(({ condition }) => condition === undefined);
    if (wrong !== undefined) return { kind: 'no-condition', text: wrong.text };
    const draft = await broadcasts.create(
      {
        texts,
        audience: audience.map(({ condition }) => condition!),
        atMs: null,
        urgent: false,
        override: ask.override,
        who: asker.who,
      },
      asker.once,
    );
    return await previewed(parts, draft);
  } catch (error) {
    if (error instanceof DraftError)
      return { kind: 'fault', what: error.what, detail: error.detail, variables: VARIABLES };
    // The day may have changed since the text was looked at.
    if (error instanceof MismatchError) return { kind: 'checked', text: ask.text, items: itemsOf(error.found) };
    throw error;
  }
}

type AskOfOne = Extract<BroadcastAsk, { id: string }>;

async function withDraft(parts: ClerkParts, ask: AskOfOne, draft: Draft, asker: Asker): Promise<BroadcastTold> {
  switch (ask.what) {
    case 'preview':
      return previewed(parts, draft);
    case 'plan': {
      const planned = await parts.broadcasts.plan(draft, { atMs: ask.atMs, urgent: ask.urgent });
      const { recipients, all } = await parts.broadcasts.preview(planned, COUNT_MS);
      return { kind: 'planned', seen: await seenOf(parts, planned), recipients, all };
    }
    case 'status':
      return { kind: 'done', act: 'status', seen: await seenOf(parts, draft), count: 0 };
    default: {
      const count = await perform(parts, ask, draft, asker);
      return { kind: 'done', act: ask.what, seen: await seenOf(parts, draft), count };
    }
  }
}

async function previewed(parts: ClerkParts, draft: Draft): Promise<BroadcastTold> {
  const { examples, ...preview } = await parts.broadcasts.preview(draft, COUNT_MS);
  const told = examples.map(({ name, text }) => ({ who: name, text }));
  return { kind: 'preview', seen: await seenOf(parts, draft), preview: { ...preview, examples: told } };
}

/** Does it and notes it down; how many messages or rows it was about, where that is a question. */
async function perform(
  parts: ClerkParts,
  { what, locale }: { what: BroadcastAct; locale: Locale },
  draft: Draft,
  { chat, who, once }: Asker,
): Promise<number> {
  const { broadcasts, mailings, onFailure } = parts;
  const { id } = draft;
  switch (what) {
    case 'confirm':
      if ((await mailings.find(id)) === undefined) await broadcasts.confirm(draft, who);
      return 0;
    case 'test':
      await broadcasts.test(draft, chat, who, once);
      return 0;
    case 'report': {
      void report(parts, draft, chat, locale).catch(onFailure);
      await broadcasts.note(what, who, { id });
      return 0;
    }
    case 'resend': {
      const messages = await mailings.resendUnknown(id);
      await broadcasts.note(what, who, { id, counts: { messages } });
      return messages;
    }
    case 'pause':
      await mailings.pause(id, 'by-hand');
      break;
    case 'resume':
    case 'cancel':
    case 'approve':
      await mailings[what](id);
      break;
    default:
      return what satisfies never;
  }
  const { counts } = await mailings.progress(id);
  await broadcasts.note(what, who, { id, counts: { sent: counts.sent, left: counts.queued } });
  return 0;
}

/** The report goes as a message of its own: a file so large has no place among the answers that a chat keeps. */
async function report(
  { broadcasts, words, tell }: ClerkParts,
  draft: Draft,
  chat: string,
  locale: Locale,
): Promise<void> {
  const { id } = draft;
  const lines = [reportHead(words[locale])];
  for await (const row of broadcasts.report(draft)) {
    lines.push(reportLine(words[locale], row));
    if (lines.length > MOST_ROWS) break;
  }
  const content = BYTE_ORDER_MARK + lines.join('');
  const isCut = lines.length > MOST_ROWS ? 'yes' : 'no';
  const text = words[locale].say('cast-report', { id, rows: String(lines.length - 1), isCut });
  const file = { name: `${id}.csv`, mediaType: 'text/csv', content };
  await tell(chat, [{ text, citations: [], choices: [], file }]);
}

async function seenOf({ mailings }: ClerkParts, draft: Draft): Promise<BroadcastSeen> {
  const { id, urgent, audience, mismatches, override } = draft;
  const [mailing, progress] = await Promise.all([mailings.find(id), mailings.progress(id)]);
  return {
    id,
    urgent,
    progress,
    state: mailing?.state ?? 'draft',
    pausedFor: mailing?.pausedFor ?? null,
    atMs: draft.atMs,
    audience: audience.map(conditionText),
    overridden: override === null || mismatches.length === 0 ? null : { items: itemsOf(mismatches), reason: override },
  };
}

function itemsOf(mismatches: readonly Mismatch[]): string[] {
  return [...new Set(mismatches.map(({ text }) => text))];
}
