/** People in browsers: each has a chat and posts its next message when the last is answered. A process of its own. */
import { performance } from 'node:perf_hooks';
import { Pool } from 'undici';
import { AS_MUCH, type Load, Watch } from './load.ts';
import { scriptOf } from './script.ts';

const VISITORS = 400;
const AT_ONCE = 40;
const HEADERS = { 'content-type': 'application/json' };

interface Visitor {
  chat: string;
  script: readonly string[];
  said: number;
}

let pool: Pool | undefined;
let underWay = 0;
const free: Visitor[] = [];
const watch = new Watch(load => {
  if (pool !== undefined || load.target === undefined) return;
  pool = new Pool(new URL(load.target).origin, { connections: AT_ONCE });
  void comeIn(pool).then(() => setInterval(bring, 1));
});

/** Opens every chat first: what is measured is messages. Own hours need no browser: nobody looks up here. */
async function comeIn(to: Pool): Promise<void> {
  const scripts = Array.from({ length: VISITORS }, (_, n) => scriptOf((n % 8) + 9 * Math.floor(n / 8)));
  for (const script of scripts) {
    const { body } = await to.request({ path: '/api/chats', method: 'POST', headers: HEADERS, body: '{}' });
    free.push({ chat: ((await body.json()) as { chat: string }).chat, script, said: 0 });
  }
}

function bring(): void {
  const room = watch.load.perSecond === AS_MUCH ? AT_ONCE - underWay : free.length;
  for (const since of watch.due(Math.min(room, free.length))) void ask(free.shift()!, since);
}

async function ask(visitor: Visitor, since: number): Promise<void> {
  underWay++;
  const text = visitor.script[visitor.said % visitor.script.length];
  const body = JSON.stringify({ text, id: `m${visitor.said++}` });
  try {
    const path = `/api/chats/${visitor.chat}/messages`;
    const answer = await pool!.request({ path, method: 'POST', headers: HEADERS, body });
    await answer.body.text();
    if (answer.statusCode !== 200) throw new Error(`status ${answer.statusCode}`);
    watch.answered(performance.now() - since, false);
  } catch (error) {
    process.stderr.write(`a visitor was not answered: ${error}\n`);
  }
  underWay--;
  free.push(visitor);
  if (watch.load.perSecond === AS_MUCH) bring();
}

process.on('message', (told: Load | 'look') => watch.told(told));
process.send!('');
