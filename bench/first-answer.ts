import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import type { Opened } from '../src/channels/web/wire.ts';

/** Starts the built server on an empty folder and asks one question over HTTP: milliseconds from process start to the answer. */
export async function firstAnswerMs(folder: string): Promise<{ wall: number; cpu: number }> {
  const began = performance.now();
  const env = { ...process.env, PORT: '0', DATA_DIR: folder };
  const child = spawn(process.execPath, ['dist/cli/main.js', 'serve'], { env, stdio: ['ignore', 'pipe', 'ignore'] });
  const address = await listening(child.stdout);
  const post = async (path: string, body: unknown) => {
    const headers = { 'Content-Type': 'application/json', Connection: 'close' };
    const response = await fetch(`${address}api/chats${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
    return response.json();
  };
  const { chat } = (await post('', { locale: 'zh-CN' })) as Opened;
  await post(`/${chat}/messages`, { text: '换证最迟什么时候' });
  const wall = performance.now() - began;
  const cpu = cpuMsOf(child.pid!);
  child.kill();
  await once(child, 'exit');
  return { wall, cpu };
}

async function listening(output: AsyncIterable<Buffer>): Promise<string> {
  let printed = '';
  for await (const chunk of output) {
    printed += chunk;
    const [address] = /http:\/\/127\.0\.0\.1:\d+\//.exec(printed) ?? [];
    if (address !== undefined) return address;
  }
  throw new Error('the server ended before it listened');
}

/** Linux counts a process's time in hundredths of a second, in the 14th and 15th field after the pid. */
function cpuMsOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}
