import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import type { Clock } from '../runtime/clock.ts';
import type { Log } from '../runtime/log.ts';
import type { Metrics } from '../runtime/metrics.ts';
import { Fault, type OutsideView, viewOf } from './outside-view.ts';
import type { Situation } from './understanding.ts';

/** The server of the model and what this process does to it. */
export interface OutsideModelParts {
  /** Of any OpenAI-compatible server: `/chat/completions` is asked for below it. */
  baseUrl: string;
  apiKey?: string | undefined;
  /** Left out, the server takes the one it has. */
  model?: string | undefined;
  /** How long a person waits for it, reading included. */
  timeoutMs: number;
  clock: Pick<Clock, 'ticks'>;
  log: Log;
  metrics: Pick<Metrics, 'askedOutside'>;
}

/** Asks what a masked message is about. Undefined when that could not be told in time; never rejects. */
export type AskOutside = (masked: string, situation: Situation) => Promise<OutsideView | undefined>;

const PROMPT = new URL('outside-model.txt', import.meta.url);
/** More people at once are answered without it. */
const MOST_AT_ONCE = 8;
/** After so many failures in a row it is left alone; one that kept somebody waiting in vain is enough. */
const MOST_FAILURES = 3;
/** So often it is tried again, while nobody waits for it. */
const REST_MS = 10_000;
/** An answer takes a few hundred bytes; what a model thinks before it comes on top. */
const MOST_BYTES = 64 * 1024;

/** Makes the way to the outside model; nothing is sent before the first question. */
export function createOutsideModel(parts: OutsideModelParts): AskOutside {
  const model = new OutsideModel(parts);
  return (masked, situation) => model.ask(masked, situation);
}

class OutsideModel {
  readonly #parts: OutsideModelParts;
  readonly #address: URL;
  readonly #prompt = readFileSync(PROMPT, 'utf8');
  #underway = 0;
  #failures = 0;
  /** On the clock's ticks. */
  #nextTrial = 0;

  constructor(parts: OutsideModelParts) {
    this.#parts = parts;
    this.#address = new URL(parts.baseUrl);
    this.#address.pathname = `${this.#address.pathname.replace(/\/+$/, '')}/chat/completions`;
  }

  async ask(masked: string, situation: Situation): Promise<OutsideView | undefined> {
    const { clock, metrics } = this.#parts;
    if (this.#underway >= MOST_AT_ONCE) metrics.askedOutside('busy');
    else if (this.#failures < MOST_FAILURES) return this.#attempt(masked, situation);
    else if (clock.ticks() < this.#nextTrial) metrics.askedOutside('resting');
    else {
      this.#nextTrial = clock.ticks() + REST_MS;
      void this.#attempt(masked, situation);
    }
    return undefined;
  }

  async #attempt(masked: string, situation: Situation): Promise<OutsideView | undefined> {
    this.#underway += 1;
    const answer = await this.#answerInTime(masked, situation);
    this.#underway -= 1;
    if (answer instanceof Fault) return this.#failed(answer);
    this.#answered();
    this.#parts.metrics.askedOutside(answer === undefined ? 'none' : 'placed');
    return answer;
  }

  /** The time limit is kept here and not left to `fetch`, which may stay pending when it is aborted amid a body (nodejs/node#56917). */
  async #answerInTime(masked: string, situation: Situation): Promise<OutsideView | Fault | undefined> {
    const over = new AbortController();
    const { signal } = over;
    try {
      return await Promise.race([
        this.#answer(masked, situation, signal),
        wait(this.#parts.timeoutMs, new Fault('slow'), { signal }),
      ]);
    } catch (error) {
      return error instanceof Fault ? error : new Fault('unreachable');
    } finally {
      over.abort();
    }
  }

  async #answer(masked: string, situation: Situation, signal: AbortSignal): Promise<OutsideView | undefined> {
    const response = await fetch(this.#address, this.#request(masked, situation, signal));
    if (response.status !== 200) throw new Fault('refused', response.status);
    return viewOf(await readBounded(response), masked);
  }

  /**
   * Nothing but the messages, because every further parameter (temperature, a limit of tokens, a format of the answer) is refused by some
   * server or model; and no redirect is followed, because what is sent is meant for this server only.
   */
  #request(masked: string, { today, lastTopic, asking }: Situation, signal: AbortSignal): RequestInit {
    const { apiKey, model } = this.#parts;
    return {
      method: 'POST',
      redirect: 'manual',
      signal,
      headers: {
        'content-type': 'application/json',
        ...(apiKey !== undefined && { authorization: `Bearer ${apiKey}` }),
      },
      body: JSON.stringify({
        model,
        messages: [
          { role: 'system', content: this.#prompt },
          { role: 'user', content: JSON.stringify({ message: masked, today, lastTopic, asking }) },
        ],
      }),
    };
  }

  #answered(): void {
    if (this.#failures >= MOST_FAILURES) this.#parts.log.info({}, 'the outside model answers again');
    this.#failures = 0;
  }

  #failed({ outcome, status }: Fault): undefined {
    const { clock, log, metrics } = this.#parts;
    metrics.askedOutside(outcome);
    const rested = this.#failures >= MOST_FAILURES;
    this.#failures = outcome === 'slow' ? MOST_FAILURES : this.#failures + 1;
    if (rested || this.#failures < MOST_FAILURES) return;
    this.#nextTrial = clock.ticks() + REST_MS;
    log.warn({ code: outcome, status }, 'the outside model is left alone for a while');
  }
}

/** The body as text, and no more of it than an answer takes. */
async function readBounded({ body }: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > MOST_BYTES) throw new Fault('invalid');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}
