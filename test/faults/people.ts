import { setTimeout as wait } from 'node:timers/promises';
import type { Answer } from '../../src/dialogue/index.ts';
import type { Person } from '../support/bot-api/person.ts';
import { pick, type Random } from './random.ts';
import { answersTo, scriptOf, textsIn, withoutNote } from './scripts.ts';

/** What became of what people said; that an answer could not be saved is not held against it. */
export interface Fates {
  said: number;
  /** Never answered. */
  lost: number;
  /** Texts that came once more. */
  twice: number;
  /** Answers that belong to another state of the chat: a message took effect twice, or not. */
  wrong: number;
}

export const NONE: Fates = { said: 0, lost: 0, twice: 0, wrong: 0 };

export function sumOf(fates: readonly Fates[]): Fates {
  return fates.reduce(
    (sum, one) => ({
      said: sum.said + one.said,
      lost: sum.lost + one.lost,
      twice: sum.twice + one.twice,
      wrong: sum.wrong + one.wrong,
    }),
    NONE,
  );
}

/** Somebody who follows a script and knows what has to come back. */
export interface Talker {
  /** Says the next thing once the last one has been answered, until everything has been said and answered. */
  talk(signal: AbortSignal): Promise<void>;
  /** Whether everything has been answered. */
  isDone(): boolean;
  fates(): Fates;
}

/** In Telegram: sometimes two messages follow each other at once, as people send them. */
export function inTelegram(person: Person, texts: () => readonly string[], random: Random): Talker {
  const got = (): Map<string, number> => countsOf(texts().map(withoutNote));
  const script = scriptOf(random);
  const expected = answersTo(script, false).map(textsIn);
  let said = 0;
  const counts = (): Map<string, number> => countsOf(expected.slice(0, said).flat());
  const isAnswered = (): boolean => missing(counts(), got()) === 0;
  return {
    async talk(signal) {
      while (said < script.length && !signal.aborted) {
        const burst = random() < 0.3 ? 2 : 1;
        for (const text of script.slice(said, said + burst)) {
          said += 1;
          person.say(text);
        }
        while (!isAnswered() && !signal.aborted) await wait(10);
        await wait(random() * 60);
      }
    },
    isDone: () => said === script.length && isAnswered(),
    fates() {
      const [wanted, all] = [counts(), got()];
      return { said, lost: missing(wanted, all), ...surplus(wanted, all) };
    },
  };
}

/** In the browser: a request that is not answered is made again with the same id, as the page does it. */
export function inBrowser(root: () => string, random: Random): Talker {
  const script = scriptOf(random);
  const expected = answersTo(script, true);
  const answers: (Answer | undefined)[] = [];
  let said = 0;
  return {
    async talk(signal) {
      const opened = await request<{ chat: string }>(() => `${root()}/api/chats`, { locale: 'zh-CN' }, signal);
      if (opened === undefined) return;
      for (const text of script) {
        if (signal.aborted) return;
        const id = `m${said++}`;
        answers.push(await request<Answer>(() => `${root()}/api/chats/${opened.chat}/messages`, { text, id }, signal));
        await wait(random() * 60);
      }
    },
    isDone: () => answers.length === script.length && !answers.includes(undefined),
    fates: () => ({
      said,
      lost: answers.filter(answer => answer === undefined).length,
      twice: 0,
      wrong: answers.filter((answer, index) => answer !== undefined && !isSame(answer, expected[index + 1]!)).length,
    }),
  };
}

function isSame(answer: Answer, expected: Answer): boolean {
  const texts = ({ replies }: Answer): string[] => replies.map(({ text }) => withoutNote(text));
  return JSON.stringify(texts(answer)) === JSON.stringify(texts(expected));
}

async function request<T>(url: () => string, body: object, signal: AbortSignal): Promise<T | undefined> {
  const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  while (!signal.aborted) {
    const response = await fetch(url(), { ...init, signal: AbortSignal.timeout(5_000) }).catch(() => undefined);
    if (response?.ok) {
      const read = await response.json().catch(() => undefined);
      if (read !== undefined) return read as T;
    }
    await wait(50);
  }
  return undefined;
}

/** Talkers of both kinds, one after another in each of so many seats, until the signal ends it; resolves when the last ones have been answered. */
export async function crowd(
  seats: number,
  newcomer: () => Talker,
  until: { noMore: AbortSignal; giveUp: AbortSignal },
): Promise<Talker[]> {
  const came: Talker[] = [];
  const seat = async (): Promise<void> => {
    while (!until.noMore.aborted) {
      const talker = newcomer();
      came.push(talker);
      await talker.talk(until.giveUp);
    }
  };
  await Promise.all(Array.from({ length: seats }, seat));
  return came;
}

/** Whoever comes next: two in three by Telegram. */
export function anybody(telegram: () => Talker, browser: () => Talker, random: Random): () => Talker {
  return () => pick([telegram, telegram, browser], random)();
}

function countsOf(texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
}

function missing(wanted: Map<string, number>, got: Map<string, number>): number {
  let sum = 0;
  for (const [text, count] of wanted) sum += Math.max(0, count - (got.get(text) ?? 0));
  return sum;
}

function surplus(wanted: Map<string, number>, got: Map<string, number>): { twice: number; wrong: number } {
  let [twice, wrong] = [0, 0];
  for (const [text, count] of got) {
    const due = wanted.get(text);
    if (due === undefined) wrong += count;
    else twice += Math.max(0, count - due);
  }
  return { twice, wrong };
}
