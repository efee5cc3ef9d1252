import { describe, expect, it } from 'vitest';
import { createLog, type Log, type LogFields } from '../../src/runtime/log.ts';

describe('the log', () => {
  it('writes a line of JSON with time, level, message and fields', () => {
    const { log, lines } = logged();
    log.info({ reference: 'ab12', route: '/api/chats/:chat/messages', status: 200, ms: 1.5, certain: true }, 'request');
    expect(lines()).toMatchObject([
      {
        level: 30,
        msg: 'request',
        reference: 'ab12',
        route: '/api/chats/:chat/messages',
        status: 200,
        ms: 1.5,
        certain: true,
      },
    ]);
    expect(lines()[0]!.time).toMatch(/^\d{4}-\d\d-\d\dT/);
  });

  it('leaves out every field that is not listed, and values that are not of their field', () => {
    const { log, lines } = logged();
    const fields = {
      text: '张三',
      chat: 'telegram:1',
      topic: '我的身份证号是 460000199001011234',
      reference: 'Qm9iJ3Mg-dG9rZW4_b2YgMjU2IGJpdHMtaW4tYmFzZTY0dXJs-XYZ',
      route: '/api/chats/Qm9iJ3Mg-dG9rZW4_b2YgMjU2IGJpdHMtaW4tYmFzZTY0/messages',
      update: Number('460000199001011234'),
      number: '460000199001011234',
      error: '13800001111',
      code: { nested: '张三' },
      status: '张三',
      count: 3,
    } as unknown as LogFields;
    log.info(fields, 'turn');
    const [{ level: _level, time: _time, ...rest }] = lines() as [Record<string, unknown>];
    expect(rest).toEqual({ msg: 'turn', count: 3 });
  });

  it('writes of an error its name, code, places and causes, and nothing of its message', () => {
    const { log, lines } = logged();
    const cause = Object.assign(
      new TypeError('cannot read 张三\n    at 460000 (file:///secret/460000199001011234:1:1)'),
      { code: 'E_READ' },
    );
    log.error({ err: new RangeError('的消息 460000199001011234', { cause }) }, 'a fault');
    const [line] = lines();
    expect(line).toMatchObject({ fault: { name: 'RangeError', cause: { name: 'TypeError', code: 'E_READ' } } });
    expect(JSON.stringify(line)).toContain('log.test.ts');
    expect(JSON.stringify(line)).not.toMatch(/张三|460000|secret/);
  });

  it('bears whatever is thrown', () => {
    const { log, lines } = logged();
    const circular = new Error('round');
    circular.cause = circular;
    for (const err of [
      null,
      'text 张三',
      7,
      { name: '张三' },
      circular,
      Object.assign(new Error('x'), { name: '张 三', stack: undefined }),
    ]) {
      log.error({ err }, 'a fault');
    }
    expect(lines()).toHaveLength(6);
    expect(JSON.stringify(lines())).not.toMatch(/张|round/);
  });

  it('writes a message as it stands', () => {
    const { log, lines } = logged();
    log.warn({}, '100 %s %o %');
    expect(lines()[0]!.msg).toBe('100 %s %o %');
  });
});

function logged(): { log: Log; lines(): Record<string, unknown>[] } {
  const written: string[] = [];
  return {
    log: createLog({ level: 'debug', destination: { write: line => void written.push(line) } }),
    lines: () => written.map(line => JSON.parse(line) as Record<string, unknown>),
  };
}
