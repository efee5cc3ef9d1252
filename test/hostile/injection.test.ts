import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { callsFor } from '../../src/channels/telegram/compose.ts';
import { csvLine } from '../../src/registry/csv-out.ts';
import { Person, words } from '../support/talk.ts';
import { PROTOTYPE_NAMES, text } from './arbitraries.ts';
import { patternsIn, sourceFiles } from './patterns.ts';

/** Half a surrogate pair cannot be written to a file. */
const whole = (said: string): string => Buffer.from(said).toString();
const RUNS = { seed: 20_261_231, numRuns: 300 };

describe('what people write stays data', () => {
  it('in a CSV no cell is a formula, and every cell comes back as it was', () => {
    const holds = fc.property(fc.array(text.map(whole), { minLength: 1, maxLength: 5 }), cells => {
      const [row = []] = parse(csvLine(cells), { record_delimiter: '\r\n', relax_column_count: true }) as string[][];
      expect(row.map(cell => cell.replace(/^'(?=[=+\-@＝＋－＠\t\r\n])/, ''))).toEqual(cells);
      expect(row.filter(cell => /^[=+\-@＝＋－＠\t\r\n]/.test(cell))).toEqual([]);
    });
    fc.assert(holds, RUNS);
  });

  it.each(['zh-CN', 'en'] as const)(
    'in the texts of %s no value is read as a text, and none names another value',
    locale => {
      const holds = fc.property(text, employer => {
        const said = words[locale].say('own-employer', { employer });
        expect(said).toContain(employer);
        expect(said.replace(employer, '')).toBe(words[locale].say('own-employer', { employer: '' }));
      });
      fc.assert(holds, RUNS);
    },
  );

  it('in a message to Telegram nothing is marked up by what stands in it', () => {
    const holds = fc.property(text, said => {
      for (const { payload } of callsFor([{ text: said, citations: [], choices: [] }], { chat: 1 }))
        expect(payload).not.toHaveProperty('parse_mode');
    });
    fc.assert(holds, RUNS);
  });

  it('on the page nothing is ever made of markup', () => {
    const client = sourceFiles().filter(file => file.includes('/client/'));
    const makers =
      /innerHTML|outerHTML|insertAdjacentHTML|document\.write|createContextualFragment|\beval\b|new Function|srcdoc|javascript:/;
    expect(client.length).toBeGreaterThan(3);
    expect(client.filter(file => makers.test(readFileSync(file, 'utf8')))).toEqual([]);
  });

  it('nowhere in the program is text run as code', () => {
    const runners = /\beval\(|new Function\(|\bvm\.|node:vm|child_process/;
    expect(sourceFiles().filter(file => runners.test(readFileSync(file, 'utf8')))).toEqual([]);
    expect(patternsIn('src/dialogue/mask.ts').made).toBe(2);
  });
});

describe('an id of a choice that was never offered', () => {
  const asked = (): Person => {
    const person = new Person({ today: '2020-10-15' });
    for (const said of ['我的施工员证书还能换吗', '土建施工员培训合格证书']) person.say(said);
    return person;
  };

  it.each([
    'fact:certificate.issuedOn=2017-99-99',
    'fact:certificate.issuedOn=2017-02-30',
    'fact:certificate.issuedOn=0000',
    'change:__proto__',
    'do:constructor',
    'certificate:99',
    'topic:toString',
    'screen:__proto__',
    `fact:certificate.code=${'x'.repeat(60)}`,
    ...PROTOTYPE_NAMES.map(name => `fact:certificate.issuedOn=${name}`),
  ])('%s changes nothing and gets an answer', id => {
    const person = asked();
    const before = person.facts;
    expect(person.choose(id).replies.length).toBeGreaterThan(0);
    expect(person.facts).toEqual(before);
    expect(person.say('为什么').replies.length).toBeGreaterThan(0);
  });
});

it('the repository holds no secret', () => {
  const files = execFileSync('git', ['ls-files', '-z'], { encoding: 'utf8' }).split('\0').filter(Boolean);
  const secret =
    /-----BEGIN [A-Z ]*PRIVATE KEY|\b\d{8,10}:AA[\w-]{33}\b|\bAKIA[0-9A-Z]{16}\b|\bgh[pousr]_\w{36}|\bsk-[\w-]{20,}|\bxox[bpars]-[\w-]{10,}|\bnpm_\w{36}|eyJ[\w-]{10,}\.eyJ[\w-]{10,}\./;
  const setting = /^(?:DATA_KEY|TELEGRAM_BOT_TOKEN|TELEGRAM_WEBHOOK_SECRET|METRICS_TOKEN|LLM_API_KEY)=[^\s<$]{8,}/m;
  const found = files.filter(file => {
    const content = readFileSync(file, 'latin1');
    return secret.test(content) || setting.test(content);
  });
  expect(files.length).toBeGreaterThan(300);
  expect(found).toEqual([]);
});
