import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { runRules } from '../../src/cli/rules.ts';

const GOOD = '{"asOf":"2020-10-15"}';

/** The answers to bytes that come in the given pieces, line by line. */
async function answers(...pieces: (string | Uint8Array)[]): Promise<{ lines: string[]; status: number }> {
  async function* input() {
    for (const piece of pieces) yield typeof piece === 'string' ? Buffer.from(piece) : piece;
  }
  const out: string[] = [];
  const status = await runRules('renewal', input(), lines => void out.push(lines));
  return { lines: out.length === 0 ? [] : out.join('\n').split('\n'), status };
}

/** For each line `ok`, or the path of its error. */
async function paths(...pieces: (string | Uint8Array)[]): Promise<string[]> {
  const { lines } = await answers(...pieces);
  return lines.map((line, index) => {
    const { error } = JSON.parse(line) as { error?: { line: number; path: string } };
    if (error !== undefined) expect(error.line).toBe(index + 1);
    return error?.path ?? 'ok';
  });
}

describe('JSON lines', () => {
  it('give one line each, in their order, and 1 once a line was an error', async () => {
    const { lines, status } = await answers(`${GOOD}\n{"asOf":"2020-02-30"}\n${GOOD}\n`);
    expect(status).toBe(1);
    expect(lines).toHaveLength(3);
    expect(JSON.parse(lines[1]!)).toEqual({
      error: {
        line: 2,
        path: 'asOf',
        message: 'expected a day that exists, as YYYY-MM-DD, from 1900 to 2999; got "2020-02-30"',
      },
    });
    expect(await answers(GOOD)).toMatchObject({ status: 0 });
  });

  it('give nothing and 0 for nothing', async () => {
    expect(await answers()).toEqual({ lines: [], status: 0 });
    expect(await answers('')).toEqual({ lines: [], status: 0 });
    expect(await answers(Uint8Array.of(0xef, 0xbb, 0xbf))).toEqual({ lines: [], status: 0 });
  });

  it('are ended by LF and nothing else; a CR before it is white space, the last LF may be lacking', async () => {
    expect(await paths(`${GOOD}\r\n${GOOD}\r\n`)).toEqual(['ok', 'ok']);
    expect(await paths(`${GOOD}\n${GOOD}`)).toEqual(['ok', 'ok']);
    for (const separator of ['\u2028', '\u2029', '\u0085'])
      expect(await paths(`{"asOf":"2020-10-15","certificate":{"code":"a${separator}b"}}\n${GOOD}`)).toEqual([
        'ok',
        'ok',
      ]);
    expect(await paths(`${GOOD}\r${GOOD}\n`)).toEqual(['']);
  });

  it('that are blank count and are errors', async () => {
    expect(await paths(`\n${GOOD}\n\n \t\n${GOOD}\n\n`)).toEqual(['', 'ok', '', '', 'ok', '']);
  });

  it('that are not JSON, not an object or not UTF-8 are errors with the path ""', async () => {
    const invalid = [[0xff], [0xc0, 0x80], [0xed, 0xa0, 0x80], [0xe5, 0x9c]].map(bytes =>
      Buffer.from([...Buffer.from('{"asOf":"2020-10-15","certificate":{"code":"'), ...bytes, ...Buffer.from('"}}\n')]),
    );
    expect(await paths('nonsense\n', '[]\n', '7\n', 'null\n', '"x"\n', ...invalid, `${GOOD}\n`)).toEqual([
      ...Array(9).fill(''),
      'ok',
    ]);
  });

  it('may begin with a byte order mark at the very start, and only there', async () => {
    const mark = Uint8Array.of(0xef, 0xbb, 0xbf);
    expect(await paths(mark, `${GOOD}\n`, mark, `${GOOD}\n`)).toEqual(['ok', '']);
    expect(await paths(...[...mark].map(byte => Uint8Array.of(byte)), `${GOOD}\n`)).toEqual(['ok']);
    expect(await paths(mark, mark, GOOD)).toEqual(['']);
    expect(await paths(Uint8Array.of(0xef, 0xbb), `\n${GOOD}`)).toEqual(['', 'ok']);
  });

  it('take the last of two equal keys', async () => {
    expect(await paths('{"asOf":"x","asOf":"2020-10-15"}\n{"asOf":"2020-10-15","asOf":"x"}')).toEqual(['ok', 'asOf']);
  });

  it('are the same however the bytes are cut', async () => {
    const text = `${GOOD}\n{"asOf":"2020-10-15","certificate":{"code":"土建施工员"}}\n\n${GOOD}`;
    const bytes = Buffer.from(text);
    const whole = await answers(text);
    for (let cut = 1; cut < bytes.length; cut += 1)
      expect(await answers(bytes.subarray(0, cut), bytes.subarray(cut))).toEqual(whole);
    expect(await answers(...[...bytes].map(byte => Uint8Array.of(byte)))).toEqual(whole);
  });

  it('may be 16 MiB long; a longer one is an error and the run goes on', async () => {
    const long = (length: number) => `${GOOD.slice(0, -1)}${' '.repeat(length - GOOD.length)}}\n`;
    const MOST = 16 * 1024 * 1024;
    expect(await paths(long(MOST), GOOD)).toEqual(['ok', 'ok']);
    expect(await paths(`${GOOD}\n${long(MOST + 1)}${GOOD}`)).toEqual(['ok', '', 'ok']);
    const pieces = Array.from({ length: 300 }, () => Buffer.alloc(64 * 1024, ' '));
    expect(await paths(...pieces, `\n${GOOD}`)).toEqual(['', 'ok']);
  });

  it('are answered while more is still to come, and no faster than the answers are taken', async () => {
    const input = new PassThrough();
    const taken: string[] = [];
    let release = () => {};
    const run = runRules('renewal', input, lines => {
      taken.push(lines);
      return new Promise<void>(resolve => {
        release = resolve;
        input.emit('taken');
      });
    });
    const answered = once(input, 'taken');
    input.write(`${GOOD}\n`);
    await answered;
    input.write(`${GOOD}\n`);
    await new Promise(resolve => setImmediate(resolve));
    expect(taken).toHaveLength(1);
    const next = once(input, 'taken');
    release();
    await next;
    release();
    input.end();
    expect(await run).toBe(0);
    expect(taken).toHaveLength(2);
  });
});
