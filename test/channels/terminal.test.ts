import { readFile } from 'node:fs/promises';
import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { type TerminalOptions, terminalChat } from '../../src/channels/terminal.ts';
import { freshFolder } from '../support/folder.ts';
import { Puppet, says } from './telegram/puppet.ts';

const WORDS = { 'zh-CN': { say: (id: string) => `〔${id}〕` }, en: { say: (id: string) => `[${id}]` } };

/** Types the lines into a terminal chat and gives what it wrote, once the input has ended. */
async function typed(assistant: Puppet, lines: string[], options: Partial<TerminalOptions> = {}): Promise<string> {
  const output = new PassThrough();
  const input = Readable.from(lines.map(line => `${line}\n`));
  await terminalChat({ assistant, words: WORDS, locale: 'zh-CN', name: '老王', input, output, ...options });
  output.end();
  return text(output);
}

describe('the chat in the terminal', () => {
  it('greets, answers line after line, and says goodbye when the input ends', async () => {
    const assistant = new Puppet();
    expect(await typed(assistant, ['换证', '', '  ', '完'])).toBe(
      '〔terminal-hint〕\n\nstart\n\n换证\n\n完\n\n〔terminal-goodbye〕\n',
    );
    expect(assistant.received.map(({ chat, locale }) => [chat, locale])).toEqual(
      Array(3).fill(['terminal:%E8%80%81%E7%8E%8B', 'zh-CN']),
    );
  });

  it('numbers the choices and hands the number over as it was typed', async () => {
    const assistant = new Puppet();
    assistant.script = ({ message }) => [
      message.kind === 'start' ? says('哪一种？', '《培训合格证书》', '不知道') : says('好'),
    ];
    expect(await typed(assistant, ['2'])).toContain('哪一种？\n\n  1. 《培训合格证书》\n  2. 不知道\n\n好');
    expect(assistant.received[1]?.message).toEqual({ kind: 'text', text: '2' });
  });

  it('speaks English', async () => {
    expect(await typed(new Puppet(), [], { locale: 'en' })).toBe('[terminal-hint]\n\nstart\n\n[terminal-goodbye]\n');
  });

  it('keeps a file in the working directory, never in the place of another', async () => {
    const folder = freshFolder();
    const assistant = new Puppet();
    const name = `${folder}/days.ics`;
    assistant.script = () => [{ ...says('日历'), file: { name, mediaType: 'text/calendar', content: 'BEGIN' } }];
    await typed(assistant, ['日历']);
    expect(await readFile(name, 'utf8')).toBe('BEGIN');
    expect(await readFile(`${folder}/days-2.ics`, 'utf8')).toBe('BEGIN');
  });

  it('sets headlines in bold where the output is a terminal', async () => {
    const assistant = new Puppet();
    assistant.script = () => [says('截止了\n\n因为')];
    const output = Object.assign(new PassThrough(), { isTTY: true });
    await terminalChat({ assistant, words: WORDS, locale: 'zh-CN', input: Readable.from([]), output });
    output.end();
    expect(await text(output)).toContain('\x1b[1m截止了\x1b[22m\n\n因为');
  });
});
