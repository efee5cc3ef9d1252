import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TOPICS } from '../../src/policies/policy.ts';
import { fixedClock } from '../../src/runtime/clock.ts';
import { createLog } from '../../src/runtime/log.ts';
import { createMetrics } from '../../src/runtime/metrics.ts';
import { createOutsideModel, type OutsideModelParts } from '../../src/understanding/outside-model.ts';
import { FACT_NAMES, type OutsideView } from '../../src/understanding/outside-view.ts';
import type { Situation } from '../../src/understanding/understanding.ts';
import { type Behaviour, ModelServer, says, sends } from '../support/model-server.ts';
import { until } from '../support/until.ts';

const MESSAGE = '那个本本一七年弄的 现在还顶不顶用 ＊';
const SITUATION: Situation = { locale: 'zh-CN', today: '2026-11-22', lastTopic: 'scope', asking: null };
const KEY = 'sk-very-secret';
const PLACED = { topics: ['unrenewed-validity'], facts: [] };
/** Long enough for a loopback server on a busy machine. */
const IN_TIME_MS = 10_000;
const SOON_MS = 150;

let server: ModelServer;
beforeAll(async () => {
  server = await ModelServer.start();
});
afterAll(() => server.stop());

describe('an outside model', () => {
  it('is asked with the masked message, the day and what was talked of, and with nothing else', async () => {
    const { ask } = model({ model: 'small' });
    expect(await ask(says(PLACED))).toEqual(PLACED);
    const { method, path, headers, body } = server.asked.at(-1)!;
    expect([method, path, headers.authorization]).toEqual(['POST', '/v1/chat/completions', `Bearer ${KEY}`]);
    expect(Object.keys(body)).toEqual(['model', 'messages']);
    expect(body.model).toBe('small');
    const [prompt, message] = body.messages;
    expect([prompt?.role, message?.role]).toEqual(['system', 'user']);
    expect(JSON.parse(message!.content)).toEqual({
      message: MESSAGE,
      today: '2026-11-22',
      lastTopic: 'scope',
      asking: null,
    });
  });

  it('is asked without a key and a name where none is set, below whatever address is set', async () => {
    const { ask } = model({ apiKey: undefined, baseUrl: `${server.url}/proxy/?api-version=1` });
    expect(await ask(says(PLACED))).toEqual(PLACED);
    const { path, headers, body } = server.asked.at(-1)!;
    expect(path).toBe('/v1/proxy/chat/completions?api-version=1');
    expect(headers.authorization).toBeUndefined();
    expect(body).not.toHaveProperty('model');
  });

  it('is told every topic and every fact, and no others', () => {
    const prompt = readFileSync('src/understanding/outside-model.txt', 'utf8');
    const [, topics = '', facts = ''] = prompt.split(/^"(?:topics|facts)":/m);
    const listed = (text: string) =>
      [...text.matchAll(/^- ([^:]+):/gm)].flatMap(([, names = '']) => names.split(', ')).toSorted();
    expect(listed(topics)).toEqual(TOPICS.toSorted());
    expect(listed(facts)).toEqual(FACT_NAMES.toSorted());
  });

  it('may name facts, if the message has the words they rest on', async () => {
    const facts = [
      { name: 'certificate.issuedOn', value: '2017', words: '一七年弄的' },
      { name: 'certificate.code', value: '106', words: '质量员' },
    ];
    const { ask } = model();
    expect(await ask(says({ topics: ['eligibility'], facts }))).toEqual({
      topics: ['eligibility'],
      facts: [{ name: 'certificate.issuedOn', value: '2017' }],
    });
  });

  it.each([
    ['a code block', `\`\`\`json\n${JSON.stringify(PLACED)}\n\`\`\``],
    ['thoughts before it', `<think>Maybe {"topics":[]}?</think>\n\n${JSON.stringify(PLACED)}`],
  ])('may give its answer with %s', async (_, content) => {
    expect(await model().ask(says(content))).toEqual(PLACED);
  });

  it.each([
    ['nothing', { topics: [], facts: [] }],
    ['another subject', { topics: ['out-of-scope'], facts: [] }],
    [
      'a fact beside another subject',
      { topics: ['out-of-scope'], facts: [{ name: 'certificate.issuedOn', value: '2017', words: '一七年' }] },
    ],
  ])('leaves the message where it is when it finds %s in it', async (_, view) => {
    const { ask, outcomes } = model();
    expect(await ask(says(view))).toBeUndefined();
    expect(await outcomes()).toEqual({ none: 1 });
  });
});

const fact = (name: string, value: unknown, rest = {}) => ({
  topics: ['scope'],
  facts: [{ name, value, words: '一七年', ...rest }],
});

describe('of a misbehaving model nothing is taken:', () => {
  it.each<[string, Behaviour]>([
    ['an empty body', sends('')],
    ['HTML', sends('<!doctype html><title>Welcome</title>', 200, { 'content-type': 'text/html' })],
    ['JSON that breaks off', sends('{"choices":[{"message":{"content":"{}"')],
    ['another JSON', sends('{"error":{"message":"no"}}')],
    ['no choice', sends('{"choices":[]}')],
    ['no content', sends('{"choices":[{"message":{"role":"assistant","content":null,"refusal":"no"}}]}')],
    ['an answer to the person', says('Dear user, your certificate is valid until 2030.')],
    ['an answer beside the topics', says({ ...PLACED, answer: 'It is valid.' })],
    ['words around the object', says(`Sure! ${JSON.stringify(PLACED)} Anything else?`)],
    ['two objects', says(`${JSON.stringify(PLACED)}\n${JSON.stringify(PLACED)}`)],
    ['an unknown topic', says({ topics: ['scope', 'free-beer'], facts: [] })],
    ['a topic that every object has', says({ topics: ['__proto__'], facts: [] })],
    ['a topic of another type', says({ topics: [1], facts: [] })],
    ['topics that are no list', says({ topics: 'scope', facts: [] })],
    ['too many topics', says({ topics: TOPICS, facts: [] })],
    ['no facts', says({ topics: ['scope'] })],
    ['an unknown fact', says(fact('idNumber', '440524188001010014'))],
    ['a fact with an extra key', says(fact('inPost', true, { confidence: 1 }))],
    ['a fact without words', says({ topics: ['scope'], facts: [{ name: 'inPost', value: true }] })],
    ['a fact of another type', says(fact('training.passed', 'yes'))],
    ['a day that does not exist', says(fact('certificate.issuedOn', '2017-02-30'))],
    ['hours beyond all bounds', says(fact('training.hours', 10_000))],
    ['hours that are no number', sends(`{"choices":[{"message":{"content":"{\\"topics\\":[],\\"facts\\":[NaN]}"}}]}`)],
    ['more than an answer takes', says(' '.repeat(70_000) + JSON.stringify(PLACED))],
  ])('%s', async (_, behaviour) => {
    const { ask, outcomes, log } = model();
    expect(await ask(behaviour)).toBeUndefined();
    expect(await outcomes()).toEqual({ invalid: 1 });
    expect(log()).toBe('');
  });

  it.each([301, 307, 400, 401, 404, 429, 500, 503])('status %i, wherever it may lead', async status => {
    const elsewhere = await ModelServer.start();
    elsewhere.behaviour = says(PLACED);
    const { ask, outcomes } = model();
    const location = `${elsewhere.url}/chat/completions`;
    expect(await ask(sends(JSON.stringify(PLACED), status, { location }))).toBeUndefined();
    expect(await outcomes()).toEqual({ refused: 1 });
    expect(elsewhere.asked).toEqual([]);
    await elsewhere.stop();
  });

  it.each<[string, Behaviour]>([
    ['a connection cut before the answer', response => response.destroy()],
    [
      'a connection cut amid the answer',
      response => {
        response.writeHead(200, { 'content-length': 1000 }).write('{"choices":');
        response.socket?.end();
      },
    ],
    ['something that is no HTTP', response => response.socket?.end('SSH-2.0-OpenSSH_9.2\r\n')],
    ['a body that is not packed as it says', sends('{}', 200, { 'content-encoding': 'gzip' })],
  ])('%s', async (_, behaviour) => {
    const { ask, outcomes } = model();
    expect(await ask(behaviour)).toBeUndefined();
    expect(await outcomes()).toEqual({ unreachable: 1 });
  });

  it('nobody at the address', async () => {
    const { ask, outcomes } = model({ baseUrl: `http://127.0.0.1:${await freePort()}/v1` });
    expect(await ask()).toBeUndefined();
    expect(await outcomes()).toEqual({ unreachable: 1 });
  });

  it('a body without end, which is not read on', async () => {
    const { ask, outcomes } = model();
    const before = server.abandoned;
    expect(await ask(endless)).toBeUndefined();
    expect(await outcomes()).toEqual({ invalid: 1 });
    await until('the connection is closed', () => server.abandoned > before);
  });

  it.each<[string, Behaviour]>([
    ['never', () => {}],
    ['after its head never', response => response.writeHead(200).flushHeaders()],
    ['byte by byte', drips],
  ])(
    'an answer that comes %s: nobody waits longer than the limit, and the connection is closed',
    async (_, behaviour) => {
      const { ask, outcomes } = model({ timeoutMs: SOON_MS });
      const before = server.abandoned;
      const began = performance.now();
      expect(await ask(behaviour)).toBeUndefined();
      expect(performance.now() - began).toBeLessThan(SOON_MS + 1000);
      expect(await outcomes()).toEqual({ slow: 1 });
      await until('the connection is closed', () => server.abandoned > before);
    },
  );
});

describe('an outside model that fails', () => {
  it('is left alone after three failures in a row, tried again behind the scenes, and asked again once it answers', async () => {
    const { ask, outcomes, clock, log } = model();
    const before = server.asked.length;
    for (const failure of [sends('', 500), says('no'), sends('', 500), says(PLACED)]) await ask(failure);
    expect(await outcomes()).toEqual({ refused: 2, invalid: 1, resting: 1 });
    expect(server.asked.length).toBe(before + 3);
    clock.pass(10_000);
    expect(await ask(sends('', 503))).toBeUndefined();
    await until('the trial has failed', async () => (await outcomes()).refused === 3);
    expect(await ask(says(PLACED))).toBeUndefined();
    clock.pass(10_000);
    expect(await ask(says(PLACED))).toBeUndefined();
    await until('the trial went well', async () => (await outcomes()).placed === 1);
    expect(await ask(says(PLACED))).toEqual(PLACED);
    expect(log().match(/"msg":"[^"]*"/g)).toEqual([
      '"msg":"the outside model is left alone for a while"',
      '"msg":"the outside model answers again"',
    ]);
  });

  it('is asked on when it answers in between', async () => {
    const { ask, outcomes } = model();
    const failure = sends('', 500);
    for (const behaviour of [failure, failure, says(PLACED), failure, failure]) await ask(behaviour);
    expect(await ask(says(PLACED))).toEqual(PLACED);
    expect(await outcomes()).toEqual({ refused: 4, placed: 2 });
  });

  it('keeps nobody waiting a second time', async () => {
    const { ask, outcomes, clock } = model({ timeoutMs: SOON_MS });
    await ask(() => {});
    for (const pass of [0, 10_000]) {
      clock.pass(pass);
      const began = performance.now();
      expect(await ask(() => {})).toBeUndefined();
      expect(performance.now() - began).toBeLessThan(SOON_MS);
    }
    await until('the trial has failed', async () => (await outcomes()).slow === 2);
  });

  it('is asked about eight messages at once and no more', async () => {
    const { ask, outcomes } = model();
    const waiting: (() => void)[] = [];
    const held: Behaviour = (response, asked) => void waiting.push(() => says(PLACED)(response, asked));
    const asking = Array.from({ length: 8 }, () => ask(held));
    await until('all have come', () => waiting.length === 8);
    expect(await ask(held)).toBeUndefined();
    for (const answer of waiting) answer();
    expect(await Promise.all(asking)).toEqual(Array.from({ length: 8 }, () => PLACED));
    expect(await outcomes()).toEqual({ busy: 1, placed: 8 });
  });

  it('leaves no key, message or answer in the log', async () => {
    const { ask, log } = model();
    for (const status of [401, 401, 401]) await ask(sends(`{"error":"wrong key ${KEY} for ${MESSAGE}"}`, status));
    const lines = log().trim().split('\n');
    expect(lines.map(line => JSON.parse(line))).toContainEqual(
      expect.objectContaining({ status: 401, code: 'refused' }),
    );
    expect(log()).not.toMatch(/secret|本本|wrong/);
  });
});

interface UnderTest {
  ask(behaviour?: Behaviour): Promise<OutsideView | undefined>;
  /** How often each outcome was counted. */
  outcomes(): Promise<Record<string, number>>;
  log(): string;
  clock: ReturnType<typeof fixedClock>;
}

function model(parts: Partial<OutsideModelParts> = {}): UnderTest {
  const metrics = createMetrics();
  const clock = fixedClock('2026-11-22T08:00:00+08:00');
  const lines: string[] = [];
  const log = createLog({ level: 'debug', destination: { write: line => void lines.push(line) } });
  const rest = { apiKey: KEY, timeoutMs: IN_TIME_MS, clock, log, metrics };
  const ask = createOutsideModel({ baseUrl: server.url, ...rest, ...parts });
  return {
    ask(behaviour) {
      if (behaviour !== undefined) server.behaviour = behaviour;
      return ask(MESSAGE, SITUATION);
    },
    async outcomes() {
      const figures = await metrics.registry.metrics();
      const counted = figures.matchAll(/^huanzheng_outside_model_total\{outcome="(\w+)"\} (\d+)/gm);
      return Object.fromEntries([...counted].map(([, outcome, count]) => [outcome, Number(count)]));
    },
    log: () => lines.join(''),
    clock,
  };
}

const endless: Behaviour = response => {
  const write = (): void => {
    while (response.writable && response.write('x'.repeat(16_384)));
  };
  response.writeHead(200).on('drain', write);
  write();
};

const drips: Behaviour = response => {
  response.writeHead(200);
  const timer = setInterval(() => response.write(' '), 10);
  response.on('close', () => clearInterval(timer));
};

async function freePort(): Promise<number> {
  const probe = createServer();
  const port = await new Promise<number>(resolve =>
    probe.listen(0, '127.0.0.1', () => resolve((probe.address() as { port: number }).port)),
  );
  await new Promise(resolve => probe.close(resolve));
  return port;
}
