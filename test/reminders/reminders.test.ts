import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadAllWords } from '../../src/app.ts';
import type { Mailing } from '../../src/delivery/index.ts';
import { createAssistant, initialState, reviveState } from '../../src/dialogue/index.ts';
import { hainan } from '../../src/policies/hainan-2020-135/index.ts';
import type { Person } from '../../src/registry/index.ts';
import { createReminders } from '../../src/reminders/source.ts';
import { createSubscribers, type Subscribers } from '../../src/reminders/subscribers.ts';
import { fixedClock } from '../../src/runtime/clock.ts';
import { SILENT_LOG } from '../../src/runtime/log.ts';
import { createMetrics } from '../../src/runtime/metrics.ts';
import { openLmdbStore } from '../../src/store/lmdb.ts';
import { type Store, StoreDownError } from '../../src/store/port.ts';
import { freshFolder } from '../support/folder.ts';
import { conversation } from '../support/talk.ts';
import { until } from '../support/until.ts';

const words = loadAllWords();
const CHAT = 'web:a';
const PERSON: Person = {
  idNumber: '',
  name: '',
  employer: null,
  watched: false,
  certificates: [
    {
      no: 'A-1',
      kind: 'electronic',
      code: '106',
      issuedOn: '2024-03-15',
      issuer: null,
      inNationalSystem: null,
      archiveVerified: null,
      inPost: null,
      records: [{ year: 2025, hours: 32, professionalHours: 22, passed: true, institution: null, completedOn: null }],
    },
  ],
};

let store: Store;
let subscribers: Subscribers;
let clock: ReturnType<typeof fixedClock>;
let isDown: boolean;
beforeEach(async () => {
  clock = fixedClock('2026-10-01T04:00:00Z');
  isDown = false;
  const real = await openLmdbStore(freshFolder(), clock);
  const orDown = async <T>(act: () => Promise<T>): Promise<T> => {
    if (isDown) throw new StoreDownError('asked for by the test');
    return act();
  };
  store = {
    ...bound(real),
    read: key => orDown(() => real.read(key)),
    write: (...all) => orDown(() => real.write(...all)),
  };
  subscribers = createSubscribers({ store, now: clock.now });
});
afterEach(() => store.close());

/** The methods of a store, so that some of them can be replaced. */
function bound(real: Store): Store {
  const names = [
    'read',
    'write',
    'writeAll',
    'remove',
    'scan',
    'isOwed',
    'settle',
    'takeDebts',
    'ping',
    'close',
  ] as const;
  return Object.fromEntries(names.map(name => [name, real[name].bind(real)])) as unknown as Store;
}

function assistant() {
  return createAssistant({
    store,
    conversation: { initial: initialState, revive: reviveState, localeOf: state => state.locale, turn: conversation },
    words: { errorAnswer: () => 'error', unsavedNote: () => 'NOT SAVED' },
    wish: (chat, wish) => (wish === null ? subscribers.unsubscribe(chat) : subscribers.subscribe(chat, wish)),
    seen: chat => subscribers.seen(chat),
    clock,
    log: SILENT_LOG,
    metrics: createMetrics(),
    locale: 'zh-CN',
  });
}

const say = async (text: string, chat = CHAT) =>
  (await assistant().receive({ chat, message: { kind: 'text', text } })).answer;

describe('asking to be reminded', () => {
  it('is kept when the answer says so, and ends at once with 退订', async () => {
    const answer = await say('到期提醒我');
    expect(answer.topic).toBe('reminders-on');
    expect(await subscribers.find(CHAT)).toMatchObject({ leads: [60, 30, 14, 7, 1], locale: 'zh-CN', person: null });
    expect((await say('退订')).topic).toBe('reminders-off');
    expect(await subscribers.find(CHAT)).toBeUndefined();
  });

  it('takes the days that are named, and says them', async () => {
    const answer = await say('提前20天提醒我');
    expect(answer.replies[0]?.text).toContain('20');
    expect((await subscribers.find(CHAT))?.leads).toEqual([20]);
  });

  it('counts from the day on which other days were asked for, so that none of them comes late', async () => {
    await say('提醒我');
    const { sinceMs } = (await subscribers.find(CHAT))!;
    clock.pass(3 * 86_400_000);
    await say('提醒我');
    expect((await subscribers.find(CHAT))?.sinceMs).toBe(sinceMs);
    await say('提前20天提醒我');
    expect((await subscribers.find(CHAT))?.sinceMs).toBe(clock.now());
  });

  it('follows the language of the chat', async () => {
    await say('提醒我');
    await say('English please');
    expect((await subscribers.find(CHAT))?.locale).toBe('en');
  });

  it('says that it was not saved when the store is down', async () => {
    isDown = true;
    const { replies } = await say('提醒我');
    expect(replies.map(({ text }) => text).join()).toContain('NOT SAVED');
  });

  it('ends with everything else when the person has their data deleted', async () => {
    await say('提醒我');
    await say('删除我的资料');
    await assistant().receive({ chat: CHAT, message: { kind: 'choice', id: 'do:delete' } });
    await assistant().receive({ chat: CHAT, message: { kind: 'choice', id: 'do:delete-yes' } });
    const left = await subscribers.find(CHAT);
    expect(left).toBeUndefined();
  });

  it('begins again when somebody who was set aside writes', async () => {
    await say('提醒我');
    await subscribers.setAside(CHAT, 'blocked');
    expect((await subscribers.find(CHAT))?.aside).toMatchObject({ reason: 'blocked' });
    await say('一年要学几个学时');
    await until('nobody is set aside', async () => (await subscribers.find(CHAT))?.aside === undefined);
    expect(await subscribers.find(CHAT)).toMatchObject({ chat: CHAT });
  });
});

describe('a reminder', () => {
  const tied = new Map<string, string[]>();
  const source = () =>
    createReminders({
      subscribers,
      clock,
      words,
      policy: hainan,
      registry: { person: async name => (name === 'p1' ? PERSON : undefined) },
      lookUps: { tied: async name => tied.get(name) ?? [] },
    });
  const mailing = (): Mailing => ({
    id: `reminders-${clock.today()}`,
    kind: 'reminders',
    state: 'sending',
    notBeforeMs: 0,
    urgent: false,
  });
  const due = async () => {
    const names: string[] = [];
    for await (const name of source().recipients(mailing())) names.push(name);
    return names;
  };
  const wish = { locale: 'zh-CN', leads: [60, 30], person: null } as const;

  beforeEach(() => tied.clear());

  it('is due from the day of its stage on, and speaks of the year in general to somebody we do not know', async () => {
    await subscribers.subscribe(CHAT, wish);
    expect(await due()).toEqual([]);
    clock.pass(40 * 24 * 3_600_000);
    expect(await due()).toEqual([`60.${CHAT}`]);
    const prepared = await source().prepare(mailing(), `60.${CHAT}`);
    expect(prepared).toMatchObject({ chat: CHAT, replies: [{ citations: ['2.1'] }] });
    const text = 'replies' in prepared ? prepared.replies[0]!.text : '';
    expect(text).toContain('2026年的学时还剩51天');
    expect(text).toContain('32学时');
  });

  it('names what is left to do for the person of the chat, and comes once to somebody with two chats', async () => {
    tied.set('p1', [CHAT, 'telegram:5']);
    await subscribers.subscribe(CHAT, { ...wish, person: 'p1' });
    clock.pass(24 * 3_600_000);
    await subscribers.subscribe('telegram:5', { ...wish, person: 'p1' });
    clock.pass(40 * 24 * 3_600_000);
    expect(await due()).toEqual(['60.@p1', '60.@p1']);
    const prepared = await source().prepare(mailing(), '60.@p1');
    expect(prepared).toMatchObject({ chat: 'telegram:5' });
    expect('replies' in prepared && prepared.replies[0]!.text).toContain('还要学32学时，其中专业22学时');
  });

  it('shows no numbers to a chat that is no longer tied to the person', async () => {
    await subscribers.subscribe(CHAT, { ...wish, person: 'p1' });
    clock.pass(40 * 24 * 3_600_000);
    expect(await due()).toEqual([`60.${CHAT}`]);
    const prepared = await source().prepare(mailing(), `60.${CHAT}`);
    expect('replies' in prepared && prepared.replies[0]!.text).not.toContain('还要学');
  });

  it('is not sent to whoever has stopped it since, nor to those set aside', async () => {
    await subscribers.subscribe(CHAT, wish);
    await subscribers.subscribe('web:b', wish);
    await subscribers.setAside('web:b', 'blocked');
    clock.pass(40 * 24 * 3_600_000);
    expect(await due()).toEqual([`60.${CHAT}`]);
    await subscribers.unsubscribe(CHAT);
    expect(await source().prepare(mailing(), `60.${CHAT}`)).toEqual({ chat: CHAT, skip: 'unsubscribed' });
  });

  it('offers to see the hours, to find a place to train, and to stop', async () => {
    await subscribers.subscribe(CHAT, wish);
    clock.pass(40 * 24 * 3_600_000);
    const prepared = await source().prepare(mailing(), `60.${CHAT}`);
    const choices = 'replies' in prepared ? prepared.replies[0]!.choices.map(({ id }) => id) : [];
    expect(choices).toEqual(['topic:my-hours', 'topic:where-to-train', 'topic:reminders-off']);
  });
});
