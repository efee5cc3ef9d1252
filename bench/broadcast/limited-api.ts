/** A Bot API that takes so many messages in any second and not one more: `limited-api.ts <per second>`. A process of its own. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What it has seen: when each message was taken (milliseconds), and how often it had to say no. */
export interface Taken {
  takenMs: number[];
  refused: number;
}

const perSecond = Number(process.argv[2]);
const takenMs: number[] = [];
let refused = 0;
const ME = JSON.stringify({ ok: true, result: { id: 1, is_bot: true, first_name: 'b', username: 'bench_bot' } });
const SENT = JSON.stringify({
  ok: true,
  result: { message_id: 1, date: 1, chat: { id: 1, type: 'private' }, text: '' },
});
const NO = JSON.stringify({
  ok: false,
  error_code: 429,
  description: 'Too Many Requests',
  parameters: { retry_after: 1 },
});

const server = createServer((request, response) => {
  const method = request.url!.slice(request.url!.lastIndexOf('/') + 1);
  request.resume().on('end', () => {
    const end = (status: number, body: string): void =>
      void response
        .writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) })
        .end(body);
    if (method === 'getUpdates') return void setTimeout(() => end(200, '{"ok":true,"result":[]}'), 1000);
    if (method !== 'sendMessage') return end(200, method === 'getMe' ? ME : '{"ok":true,"result":true}');
    const now = performance.now();
    const before = takenMs[takenMs.length - perSecond];
    if (before !== undefined && now - before < 1000) {
      refused += 1;
      return end(429, NO);
    }
    takenMs.push(now);
    end(200, SENT);
  });
}).listen(0, '127.0.0.1', () => process.send!(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
server.keepAliveTimeout = 600_000;
process.on('message', () => process.send!({ takenMs, refused } satisfies Taken));
