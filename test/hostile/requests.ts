import fc from 'fast-check';
import { buildWeb } from '../../src/app.ts';
import { choiceId, json, mutated, mutatedBytes, PROTOTYPE_NAMES, text } from './arbitraries.ts';
import type { UnderAttack } from './core.ts';

interface Attempt {
  method: string;
  path: string;
  headers: [string, string][];
  body: string | Uint8Array<ArrayBuffer> | undefined;
}

/** More would be too many for one chat. */
const OF_ONE_CHAT = 60;
const MESSAGE = { text: '换证最迟什么时候', id: 'a' };

function attempts(token: string): fc.Arbitrary<Attempt> {
  const forged = mutatedBytes(Buffer.from(token)).map(bytes => bytes.toString('latin1'));
  const chat = fc.oneof({ weight: 4, arbitrary: fc.constant(token) }, forged, text);
  const path = fc.oneof(
    { weight: 5, arbitrary: chat.map(one => `/api/chats/${encodeURIComponent(wellFormed(one))}/messages`) },
    fc.constantFrom(
      '/',
      '/api/chats',
      '/api/clauses?locale=__proto__',
      '/?locale=constructor',
      '/healthz',
      '/readyz',
      '/metrics',
      '/api/../metrics',
    ),
    fc.constantFrom(
      '/assets/..%2f..%2fpackage.json',
      '/assets/page.js',
      '/assets/%00',
      '//evil.example/',
      '/api/chats//messages',
      '/%',
    ),
    text.map(one => `/${encodeURI(wellFormed(one))}`),
  );
  const value = fc.oneof(
    fc.constantFrom(
      'application/json',
      'text/plain',
      'same-origin',
      'cross-site',
      'http://localhost',
      'null',
      'evil.example',
      'en;q=x',
      '-1',
      '1e9',
    ),
    text.map(one => one.replace(/[^\t\x20-\x7e]/g, '').trim()),
  );
  const name = fc.constantFrom(
    ...[
      'Content-Type',
      'Origin',
      'Sec-Fetch-Site',
      'Accept-Language',
      'X-Forwarded-For',
      'X-Forwarded-Host',
      'Authorization',
      'Last-Event-ID',
      'Accept-Encoding',
    ],
    ...PROTOTYPE_NAMES,
  );
  const sent = fc.oneof(
    fc
      .oneof(
        text.map(said => ({ text: said })),
        choiceId.map(id => ({ choice: id })),
      )
      .map(fields => JSON.stringify(fields)),
    mutated(MESSAGE, json('text', 'choice', 'id', 'locale')).map(fields => JSON.stringify(fields) ?? ''),
    mutatedBytes(Buffer.from(JSON.stringify(MESSAGE))).map(bytes => new Uint8Array(bytes)),
  );
  const plain = fc.record<Attempt>({
    method: fc.constant('POST'),
    path: fc.constant(`/api/chats/${token}/messages`),
    headers: fc.constant([]),
    body: fc.oneof(
      text.map(said => JSON.stringify({ text: said })),
      choiceId.map(id => JSON.stringify({ choice: id })),
    ),
  });
  const wild = fc.record({
    method: fc.constantFrom('POST', 'POST', 'POST', 'GET', 'PUT', 'DELETE', 'HEAD', 'OPTIONS', 'PATCH'),
    path,
    headers: fc.array(fc.tuple(name, value), { maxLength: 3 }),
    body: fc.option(sent, { nil: undefined, freq: 8 }),
  });
  return fc.oneof(plain, wild);
}

const wellFormed = (said: string): string => Buffer.from(said).toString();

/** Sends random requests to the web channel. Resolves with how many were answered with each status; rejects when one breaks a promise. */
export async function attackByRequests(
  attacked: UnderAttack,
  { count, seed }: { count: number; seed: number },
): Promise<Record<number, number>> {
  const web = buildWeb(attacked.config, attacked.core, attacked.log);
  const call = ({ method, path, headers, body }: Attempt): Promise<Response> => {
    const bodiless = method === 'GET' || method === 'HEAD';
    const given: [string, string][] = [['Content-Type', 'application/json'], ...headers];
    const url = URL.canParse(`http://localhost${path}`) ? `http://localhost${path}` : 'http://localhost/%';
    return web.fetch(
      new Request(url, {
        method,
        headers: new Headers(given.map(pair => pair)),
        ...(body !== undefined && !bodiless && { body }),
      }),
    );
  };
  const statuses: Record<number, number> = {};
  for (let done = 0; done < count; done += OF_ONE_CHAT) {
    const opened = await call({ method: 'POST', path: '/api/chats', headers: [], body: '{}' });
    const { chat } = (await opened.json()) as { chat: string };
    for (const attempt of fc.sample(attempts(chat), { numRuns: OF_ONE_CHAT, seed: seed + done })) {
      const response = await call(attempt);
      const answer = await response.text();
      statuses[response.status] = (statuses[response.status] ?? 0) + 1;
      const broken = breach(response, answer, { path: attempt.path, token: chat });
      if (broken !== undefined)
        throw new Error(`${broken}: ${JSON.stringify(attempt)} → ${response.status} ${answer.slice(0, 200)}`);
    }
  }
  await web.stop();
  return statuses;
}

/** What no answer may do. */
function breach(
  { status, headers }: Response,
  answer: string,
  { path, token }: { path: string; token: string },
): string | undefined {
  // Without a build there is no page, and it says so.
  if (status >= 500 && !(status === 503 && /^\/(?:$|\?|assets\/)/.test(path))) return 'a fault of ours';
  if (/\n {4}at |node_modules|\/src\//.test(answer)) return 'a stack trace';
  if (answer.includes(token)) return 'a token in an answer';
  if (!/^default-src 'none'/.test(headers.get('content-security-policy') ?? '')) return 'no policy';
  if (headers.get('x-content-type-options') !== 'nosniff') return 'a type that is guessed';
  if (headers.has('set-cookie') || headers.has('access-control-allow-origin')) return 'a header that opens something';
  return undefined;
}
