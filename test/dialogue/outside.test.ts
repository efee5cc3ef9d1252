import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openCore } from '../../src/app.ts';
import { type Config, readConfig } from '../../src/config.ts';
import {
  type Assistant,
  createAssistant,
  createConversation,
  type Got,
  initialState,
  reviveState,
  type State,
  type TakeTurn,
  type Turn,
  type Want,
} from '../../src/dialogue/index.ts';
import { hainanNotice } from '../../src/policies/hainan-2020-135/notice.ts';
import { systemClock } from '../../src/runtime/clock.ts';
import { SILENT_LOG } from '../../src/runtime/log.ts';
import { createMetrics } from '../../src/runtime/metrics.ts';
import { openLmdbStore } from '../../src/store/lmdb.ts';
import type { Store } from '../../src/store/port.ts';
import {
  createUnderstanding,
  type FactValue,
  type OutsideView,
  type Situation,
  type Understand,
} from '../../src/understanding/index.ts';
import { freshFolder } from '../support/folder.ts';
import { ModelServer, says, sends } from '../support/model-server.ts';
import { words } from '../support/talk.ts';

const understand = createUnderstanding();
/** Facts and signals are read as ever, but no topic is ever told. */
const atALoss: Understand = (text, situation) => ({ ...understand(text, situation), asked: [], certain: false });
const talk = createConversation({ notice: hainanNotice, words, understand: atALoss, asksOutside: true });
const MOMENT = { today: '2026-11-22', group: false, now: 0 };
const SITUATION: Situation = { locale: 'zh-CN', today: '2026-11-22', lastTopic: null, asking: null };
const FRESH = initialState('zh-CN');

const hear = (text: string, state: State = FRESH, take: TakeTurn = talk): Turn =>
  take(state, { kind: 'text', text }, MOMENT);
const hearWith = (text: string, view: Partial<OutsideView>, state: State = FRESH): Turn => {
  const got = { kind: 'topics', view: { topics: [], facts: [], ...view } } as const;
  return talk(state, { kind: 'got', message: { kind: 'text', text }, got }, MOMENT);
};
const factsOf = ({ state }: Turn) => state.certificates[state.current]?.facts;
const asking = (kind: 'id-number' | 'person-name' | 'proof'): State => ({ ...FRESH, open: { kind } });

describe('a message that was not understood', () => {
  it('is wanted of an outside model, whole and masked, with what the conversation knows', () => {
    const { answer, want } = hear(`${'那个'.repeat(150)} 13812345678 我叫符永强`);
    expect(answer.certain).toBe(false);
    expect(want).toEqual({
      kind: 'topics',
      masked: `${'那个'.repeat(150)} ＊ 我叫＊`,
      situation: SITUATION,
    });
  });

  it('is wanted of nobody where no model is set, and when it was asked about', () => {
    const alone = createConversation({ notice: hainanNotice, words, understand: atALoss });
    expect(hear('那个咋整', FRESH, alone).want).toBeUndefined();
    expect(hearWith('那个咋整', {}).want).toBeUndefined();
  });

  it.each(['id-number', 'person-name', 'proof'] as const)(
    'leaves the machine in no form while a person is asked for: %s',
    kind => {
      expect(hear('呃…… 4405 什么来着？', asking(kind)).want).toBeUndefined();
    },
  );
});

describe('what an outside model makes of a message', () => {
  it('gets the answers on its topics, word for word those of the assistant', () => {
    const { answer } = hearWith('那个咋整', { topics: ['renewal-deadline', 'contact'] });
    expect(answer).toMatchObject({ topic: 'renewal-deadline', topics: ['renewal-deadline', 'contact'], certain: true });
    expect(answer.replies.flatMap(({ citations }) => citations)).toEqual(expect.arrayContaining(['1.2', '6']));
  });

  it('is noted all the same, so that it can be learnt', () => {
    expect(hearWith('那个咋整', { topics: ['contact'] }).noted).toEqual({
      kind: 'not-understood',
      locale: 'zh-CN',
      masked: '那个咋整',
      topic: 'contact',
    });
  });

  it('adds facts to those that were read', () => {
    const facts: FactValue[] = [{ name: 'certificate.inNationalSystem', value: true }];
    const turn = hearWith('106的，网上那啥里头有的', { topics: ['eligibility'], facts });
    expect(factsOf(turn)).toMatchObject({ 'certificate.code': '106', 'certificate.inNationalSystem': true });
  });

  it.each<[string, FactValue, string]>([
    ['106的，那个咋整', { name: 'certificate.code', value: '107' }, '106'],
    ['质量员的，那个咋整', { name: 'certificate.code', value: '107' }, 'undefined'],
  ])('never replaces what was read, nor settles what was left open: %s', (text, fact, code) => {
    expect(String(factsOf(hearWith(text, { topics: ['eligibility'], facts: [fact] }))?.['certificate.code'])).toBe(
      code,
    );
  });

  it('is checked like any input: more professional hours than hours are asked back', () => {
    const facts: FactValue[] = [
      { name: 'training.hours', value: 10 },
      { name: 'training.professionalHours', value: 20 },
    ];
    const turn = hearWith('那个咋整', { topics: ['renewal-hours'], facts });
    expect(factsOf(turn)).toEqual({});
    expect(turn.answer.replies[0]?.text).toContain('20');
  });
});

it('is wanted once, however often the turn is decided because another instance was faster', async () => {
  const store = await openLmdbStore(freshFolder(), systemClock());
  const message = { chat: 'web:1', message: { kind: 'text', text: '那个咋整' } } as const;
  const other = assistantOn(store);
  let wanted = 0;
  const one = assistantOn(store, async () => {
    wanted += 1;
    await other.receive(message);
    return undefined;
  });
  expect((await one.receive(message)).answer.certain).toBe(false);
  expect(wanted).toBe(1);
  await store.close();
});

function assistantOn(store: Store, fulfil?: (want: Want) => Promise<Got | undefined>): Assistant {
  return createAssistant({
    store,
    conversation: { initial: initialState, revive: reviveState, localeOf: ({ locale }) => locale, turn: talk },
    words: { errorAnswer: () => 'error', unsavedNote: () => 'unsaved' },
    ...(fulfil && { fulfil }),
    clock: systemClock('2026-11-22'),
    log: SILENT_LOG,
    metrics: createMetrics(),
    locale: 'zh-CN',
  });
}

describe('the assistant with a language model', () => {
  const phrase = notPlaced();
  let server: ModelServer;
  let opened: { assistant: Assistant; store: Store };
  beforeAll(async () => {
    server = await ModelServer.start();
    const config = readConfig({ LLM_BASE_URL: server.url, DATA_DIR: freshFolder(), LLM_TIMEOUT_MS: '10000' });
    opened = await openCore(config as Config, SILENT_LOG);
  });
  beforeEach(() => void server.asked.splice(0));
  afterAll(async () => {
    await opened.store.close();
    await server.stop();
  });

  const say = async (chat: string) =>
    (await opened.assistant.receive({ chat, message: { kind: 'text', text: phrase } })).answer;

  it('answers what the model placed', async () => {
    server.behaviour = says({ topics: ['contact'], facts: [] });
    expect(await say('web:1')).toMatchObject({ topic: 'contact', certain: true });
    expect(server.asked).toHaveLength(1);
  });

  it('asks back as it does without one, when the model misbehaves', async () => {
    server.behaviour = sends('<html>', 502);
    expect(await say('web:2')).toMatchObject({ certain: false, candidates: expect.any(Array) });
    expect(server.asked).toHaveLength(1);
  });

  it('asks it nothing about what it understands by itself', async () => {
    const { answer } = await opened.assistant.receive({
      chat: 'web:3',
      message: { kind: 'text', text: '一年要学多少学时' },
    });
    expect(answer.topic).toBe('annual-hours');
    expect(server.asked).toEqual([]);
  });
});

/** The first of strangers' phrases that the machine does not place and that says nothing else either. */
function notPlaced(): string {
  const folder = 'test/understanding/held-out';
  const files = readdirSync(folder).filter(name => name.endsWith('.jsonl'));
  const lines = files.flatMap(name => readFileSync(`${folder}/${name}`, 'utf8').trim().split('\n'));
  const found = lines
    .map(line => (JSON.parse(line) as { text: string }).text)
    .find(text => {
      const { certain, facts, control, polarity, number, ordinal } = understand(text, SITUATION);
      return !certain && facts.length === 0 && [control, polarity, number, ordinal].every(signal => signal === null);
    });
  if (found === undefined) throw new Error('the machine places every phrase: write an odder one here');
  return found;
}
