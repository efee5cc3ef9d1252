import { createDelivery, type Delivery } from '../../src/delivery/index.ts';
import { createEmbeddedQueue } from '../../src/delivery/queue-embedded.ts';
import { addDays } from '../../src/locale/index.ts';
import { hainan } from '../../src/policies/hainan-2020-135/index.ts';
import type { Person } from '../../src/registry/index.ts';
import { duesOf } from '../../src/reminders/plan.ts';
import { createReminders, remindToday } from '../../src/reminders/source.ts';
import { createSubscribers } from '../../src/reminders/subscribers.ts';
import { dayInShanghai } from '../../src/runtime/clock.ts';
import { SILENT_LOG } from '../../src/runtime/log.ts';
import { openLmdbStore } from '../../src/store/lmdb.ts';
import { NO_LIMIT } from '../delivery/no-limit.ts';
import { words } from '../support/talk.ts';
import { until } from '../support/until.ts';

/** What a year of reminders came to. */
export interface YearTold {
  people: number;
  /** How many got how many reminders. */
  byReminders: Readonly<Record<number, number>>;
  sent: number;
  /** Of those who were short on a day with a reminder due and got none within the days until the next stage. */
  forgotten: number;
  /** Reminders to people whose year was met when it was sent. */
  afterMet: number;
  twice: number;
}

interface Life {
  person: Person;
  /** The day on which their hours arrive; undefined: never this year. */
  arrives: string | undefined;
  sent: { day: string; lead: number }[];
}

const YEAR = 2026;
const FROM = `${YEAR}-10-20`;
const LEADS = [60, 30, 14, 7, 1];
const ENDS = `${YEAR}-12-31`;

/** Numbers that look drawn and are the same every time. */
function drawn(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) | 0;
    return ((state ^ (state >>> 13)) >>> 0) / 2 ** 32;
  };
}

/**
 * The last weeks of a year for so many people, whose hours arrive on days of their own: day by day on a real store, with the process
 * started anew now and then and not running at all on some days.
 */
export async function simulateYear(count: number, folder: string, onDay?: (day: string) => void): Promise<YearTold> {
  const draw = drawn(7);
  const lives = new Map(Array.from({ length: count }, (_, n) => [`p${n}`, lifeOf(n, draw)]));
  let nowMs = Date.parse(`${FROM}T02:30:00Z`);
  const clock = { now: () => nowMs, ticks: () => nowMs, today: () => dayInShanghai(nowMs) };
  const store = await openLmdbStore(folder, clock);
  const subscribers = createSubscribers({ store, now: clock.now });
  for (const name of lives.keys())
    await subscribers.subscribe(`web:${name}`, { locale: 'zh-CN', leads: LEADS, person: name });
  const source = createReminders({
    subscribers,
    clock,
    words,
    policy: hainan,
    registry: { person: async name => asOf(lives.get(name)!, clock.today()) },
    lookUps: { tied: async name => [`web:${name}`] },
  });
  const open = (): Delivery =>
    createDelivery({
      store,
      clock,
      log: SILENT_LOG,
      queue: createEmbeddedQueue(() => {}),
      budget: NO_LIMIT,
      sources: { reminders: source },
      lookEveryMs: 1,
      async deliver(chat) {
        const life = lives.get(chat.slice('web:'.length))!;
        life.sent.push({ day: clock.today(), lead: leadOn(clock.today()) });
      },
    });
  let delivery: Delivery | undefined;
  for (let day: string = FROM; day <= ENDS; day = addDays(day, 1)) {
    nowMs = Date.parse(`${day}T02:30:00Z`);
    onDay?.(day);
    if (draw() < 0.2) {
      await delivery?.stop();
      delivery = undefined;
    }
    if (isDown(day)) continue;
    if (delivery === undefined) {
      delivery = open();
      await delivery.start();
    }
    const { mailings } = delivery;
    await remindToday(mailings, clock);
    await until(`${day} is done`, async () => (await mailings.find(`reminders-${day}`))?.state === 'done', 120_000);
  }
  await delivery?.stop();
  await store.close();
  return told([...lives.values()]);
}

/** The process does not run on these days; one of them is the day of a stage. */
const isDown = (day: string): boolean => ['2026-11-05', '2026-12-01', '2026-12-02', '2026-12-20'].includes(day);

const leadOn = (day: string): number => {
  const left = (Date.parse(ENDS) - Date.parse(day)) / 86_400_000;
  return Math.min(...LEADS.filter(lead => lead >= left));
};

function lifeOf(n: number, draw: () => number): Life {
  const arrives = draw() < 0.7 ? addDays(FROM, Math.floor(draw() * 72)) : undefined;
  const certificate = { no: `C${n}`, kind: 'electronic' as const, code: '106', issuedOn: '2024-03-15', issuer: null };
  const unknown = { inNationalSystem: null, archiveVerified: null, inPost: null };
  const past = { year: 2025, hours: 32, professionalHours: 22, passed: true, institution: null, completedOn: null };
  return {
    person: {
      idNumber: '',
      name: '',
      employer: null,
      watched: false,
      certificates: [{ ...certificate, ...unknown, records: [past] }],
    },
    arrives,
    sent: [],
  };
}

function asOf({ person, arrives }: Life, day: string): Person {
  if (arrives === undefined || day < arrives) return person;
  const [certificate] = person.certificates;
  const record = { ...certificate!.records[0]!, year: YEAR };
  return { ...person, certificates: [{ ...certificate!, records: [...certificate!.records, record] }] };
}

function told(lives: readonly Life[]): YearTold {
  const byReminders: Record<number, number> = {};
  let [forgotten, afterMet, twice, sent] = [0, 0, 0, 0];
  for (const life of lives) {
    byReminders[life.sent.length] = (byReminders[life.sent.length] ?? 0) + 1;
    sent += life.sent.length;
    twice += life.sent.length - new Set(life.sent.map(({ lead }) => lead)).size;
    afterMet += life.sent.filter(({ day }) => duesOf(asOf(life, day), day)?.length === 0).length;
    forgotten += LEADS.filter(lead => isForgotten(life, lead)).length;
  }
  return { people: lives.length, byReminders, sent, forgotten, afterMet, twice };
}

/** Short on the first day of the stage on which the process ran, and not told of that stage. */
function isForgotten(life: Life, lead: number): boolean {
  let day = addDays(ENDS, -lead);
  while (isDown(day)) day = addDays(day, 1);
  const isShort = duesOf(asOf(life, day), day)?.length !== 0;
  return isShort && !life.sent.some(one => one.lead === lead);
}
