import type { ChildProcess } from 'node:child_process';
import { BotApi } from '../support/bot-api/server.ts';
import { freshFolder } from '../support/folder.ts';
import { Passage } from '../support/passage.ts';
import { freePort } from '../support/ports.ts';
import { until } from '../support/until.ts';
import { type Mass, orderMass } from './mass.ts';
import { anybody, crowd, type Fates, inBrowser, inTelegram, sumOf, type Talker } from './people.ts';
import { DATA_KEY, type Product, type Starting, startProduct } from './product.ts';
import type { Random } from './random.ts';
import { withoutNote } from './scripts.ts';

export interface SceneOptions {
  framework: 'grammy' | 'telegraf';
  /** `webhook`: to any of the instances. */
  updates: 'polling' | 'webhook';
  instances: number;
  /** Without an address the store is embedded. */
  redis?: readonly string[] | undefined;
  /** How many subscribers are written to meanwhile. */
  subscribers: number;
  /** How many people talk at the same time. */
  seats: number;
  /** Where the embedded store is. */
  folder?: string;
  wrapped?: Starting['wrapped'];
  /** What the bot may send in a second. */
  rate?: number;
}

/** What became of what people said and of what was sent to many. */
export interface Judged extends Fates {
  /** Messages to many that came more than once. */
  massTwice: number;
  /** Messages to many of which nobody knows whether they arrived, as they are listed. */
  unknown: number;
}

const SECRET = 'not-to-be-guessed';
/** What a kill leaves owed is paid within twenty seconds, and what it leaves in doubt is listed within ten. */
const SETTLED_MS = 60_000;

/** The program in one or several processes, with everybody who has to do with it: people, subscribers, Telegram. */
export class Scene {
  readonly api: BotApi;
  /** Where people reach it, whichever process is there. */
  readonly front: Passage;
  readonly products: (Product | undefined)[] = [];
  mass: Mass | undefined;
  #lastAnswerMs = 0;
  #lastSavedMs = 0;
  #lastUnsavedMs = 0;
  #lastMassMs = 0;
  #unsaved = 0;
  readonly #options: SceneOptions;
  readonly #settings: Record<string, string>;
  readonly #ports: readonly number[];
  readonly #texts = new Map<number, string[]>();
  readonly #people = new Set<number>();
  #talkers: Promise<Talker[]> = Promise.resolve([]);
  readonly #noMore = new AbortController();
  readonly #giveUp = new AbortController();
  #again: NodeJS.Timeout | undefined;

  private constructor(options: SceneOptions, api: BotApi, front: Passage) {
    this.#options = options;
    this.api = api;
    this.front = front;
    this.#ports = front.ports;
    this.#settings = {
      DATA_KEY,
      TELEGRAM_BOT_TOKEN: api.token,
      TELEGRAM_API_ROOT: api.root,
      TELEGRAM_FRAMEWORK: options.framework,
      TELEGRAM_RATE: `${options.rate ?? 200}`,
      ...(options.redis === undefined
        ? { DATA_DIR: options.folder ?? freshFolder() }
        : { REDIS_URL: options.redis.join(',') }),
      ...(options.updates === 'webhook' && {
        TELEGRAM_WEBHOOK_URL: `http://127.0.0.1:${front.port}/telegram`,
        TELEGRAM_WEBHOOK_SECRET: SECRET,
      }),
    };
    api.onCall = ({ method, parameters }) => {
      if (method !== 'sendMessage') return;
      this.#keep(Number(parameters.chat_id), String(parameters.text));
    };
  }

  static async open(options: SceneOptions): Promise<Scene> {
    const ports = await Promise.all(Array.from({ length: options.instances }, freePort));
    const scene = new Scene(options, await BotApi.start(), await Passage.to(...ports));
    scene.mass =
      options.subscribers === 0
        ? undefined
        : await orderMass(scene.api, scene.#settings, options.subscribers, chat => scene.#texts.get(chat) ?? []);
    await Promise.all(ports.map((_, index) => scene.start(index)));
    // As Telegram does it, what was not taken is brought again after a while.
    if (options.updates === 'webhook') scene.#again = setInterval(() => void scene.api.webhook.again(), 500);
    return scene;
  }

  /** Starts one of the processes, for the first time or again. */
  async start(index: number, onSpawn?: (child: ChildProcess) => void): Promise<void> {
    const settings = { ...this.#settings, PORT: `${this.#ports[index]}` };
    this.products[index] = await startProduct(settings, { onSpawn, wrapped: this.#options.wrapped });
  }

  async kill(index: number): Promise<void> {
    await this.products[index]!.kill();
    this.products[index] = undefined;
  }

  /** Lets people come, one after another in every seat. */
  populate(random: Random): void {
    const telegram = (): Talker => {
      const person = this.api.person();
      this.#people.add(person.chat.id);
      return inTelegram(person, () => this.#texts.get(person.chat.id) ?? [], random);
    };
    const browser = (): Talker => inBrowser(() => `http://127.0.0.1:${this.front.port}`, random);
    const until = { noMore: this.#noMore.signal, giveUp: this.#giveUp.signal };
    this.#talkers = crowd(this.#options.seats, anybody(telegram, browser, random), until);
  }

  #keep(chat: number, text: string): void {
    this.#texts.set(chat, [...(this.#texts.get(chat) ?? []), text]);
    // What is sent to many may leave while nobody can be answered.
    if (!this.#people.has(chat)) {
      this.#lastMassMs = performance.now();
      return;
    }
    this.#lastAnswerMs = performance.now();
    if (withoutNote(text) === text) this.#lastSavedMs = performance.now();
    else {
      this.#unsaved += 1;
      this.#lastUnsavedMs = performance.now();
    }
  }

  /** How many answers were given with the sentence that they could not be saved. */
  get unsaved(): number {
    return this.#unsaved;
  }

  /** Resolves once somebody is answered. */
  untilAnswered(): Promise<void> {
    const began = performance.now();
    return this.#until('somebody is answered', () => this.#lastAnswerMs > began);
  }

  /** Resolves once somebody is answered in a turn that is saved. */
  untilSaved(): Promise<void> {
    const began = performance.now();
    return this.#until('somebody is answered and remembered', () => this.#lastSavedMs > began);
  }

  /** Resolves once somebody gets what is sent to many. */
  untilMass(): Promise<void> {
    const began = performance.now();
    return this.#until('somebody gets what is sent to many', () => this.#lastMassMs > began);
  }

  /** Resolves once a whole second of answers has been saved. */
  async untilAllSaved(): Promise<void> {
    await this.untilSaved();
    await this.#until('all answers are saved', () => this.#lastSavedMs - this.#lastUnsavedMs > 1_000);
  }

  /** Resolves once somebody is told that a turn could not be saved. */
  untilUnsaved(): Promise<void> {
    const before = this.#unsaved;
    return this.#until('somebody is told that it could not be saved', () => this.#unsaved > before);
  }

  /** A process that has ended by itself would be waited for in vain. */
  #until(what: string, holds: () => boolean | Promise<boolean>): Promise<void> {
    return until(
      what,
      () => {
        const dead = this.products.find(product => (product?.child.exitCode ?? null) !== null);
        if (dead !== undefined) throw new Error(`the program has ended by itself: ${dead.said()}`);
        return holds();
      },
      SETTLED_MS,
    );
  }

  /** Lets nobody else come, waits until everybody has been answered and every message to many settled, and tells what became of all. */
  async judged(): Promise<Judged> {
    this.#noMore.abort();
    const late = setTimeout(() => this.#giveUp.abort(), SETTLED_MS);
    const talkers = await this.#talkers;
    clearTimeout(late);
    if (this.mass !== undefined) await this.#until('everything sent to many is settled', () => this.mass!.isDone());
    const fates = sumOf(talkers.map(talker => talker.fates()));
    const many = (await this.mass?.fates()) ?? { lost: 0, twice: 0, unknown: 0 };
    return {
      ...fates,
      said: fates.said + (this.mass?.messages ?? 0),
      lost: fates.lost + many.lost,
      massTwice: many.twice,
      unknown: many.unknown,
    };
  }

  async close(): Promise<void> {
    clearInterval(this.#again);
    this.#giveUp.abort();
    await Promise.all(this.products.map(product => product?.kill()));
    await this.mass?.close();
    this.front.close();
    await this.api.close();
  }
}
