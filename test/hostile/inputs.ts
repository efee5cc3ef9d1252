import fc from 'fast-check';
import { runRules } from '../../src/cli/rules.ts';
import { readConfig, SETTINGS } from '../../src/config.ts';
import { readReceipt, receiptOf, reviveState } from '../../src/dialogue/index.ts';
import { decodeRecord, encodeRecord } from '../../src/dialogue/record.ts';
import { hainan } from '../../src/policies/hainan-2020-135/index.ts';
import { policySchema } from '../../src/policies/policy.ts';
import { csvLine } from '../../src/registry/csv-out.ts';
import { readRoster } from '../../src/registry/rows.ts';
import { CHAT_LIMITS, RosterRefusedError } from '../../src/registry/source.ts';
import { csv, HEADERS, line } from '../registry/people.ts';
import { workbookParts, zip } from '../registry/workbooks.ts';
import { Person } from '../support/talk.ts';
import { choiceId, json, mutated, mutatedBytes, text } from './arbitraries.ts';
import { type Property, property } from './property.ts';
import { TEXTS } from './texts.ts';

const STATE_NAMES = [
  ...[
    'version',
    'locale',
    'certificates',
    'facts',
    'records',
    'current',
    'open',
    'kind',
    'fact',
    'underway',
    'step',
    'lastTopic',
  ],
  ...[
    'offered',
    'id',
    'label',
    'asOf',
    'reminders',
    'leads',
    'lastText',
    'own',
    'consent',
    'idNumber',
    'access',
    'person',
    'level',
  ],
  ...[
    'untilMs',
    'year',
    'hours',
    'professionalHours',
    'certificate.kind',
    'certificate.issuedOn',
    'training.hours',
    'inPost',
  ],
];
const act = fc.oneof(
  text.map(said => ({ kind: 'text' as const, text: said })),
  choiceId.map(id => ({ kind: 'choice' as const, id })),
);

/** A whole state of a chat that has got somewhere. */
const TALKED = (() => {
  const person = new Person();
  for (const said of ['我17年的施工员证还能换吗', '去年20今年40行不行', '提前20天提醒我', '换证怎么操作'])
    person.say(said);
  return person.state;
})();

const conversations = property(
  'what people type and press',
  200,
  fc.array(act, { minLength: 1, maxLength: 8 }),
  acts => {
    const person = new Person();
    for (const message of acts) {
      const { replies } = person.take(message);
      for (const { id } of replies.flatMap(({ choices }) => choices))
        if (!/^[!-~]{1,64}$/.test(id)) throw new Error(`a choice that no button can carry: ${id}`);
    }
  },
);

const states = property(
  'what other versions left in the store',
  200,
  fc.tuple(fc.oneof(json(...STATE_NAMES), mutated(TALKED, json(...STATE_NAMES))), fc.array(act, { maxLength: 3 })),
  ([stored, acts]) => {
    const person = new Person();
    person.state = reviveState(stored, 'zh-CN');
    person.say('你好');
    for (const message of acts) person.take(message);
  },
);

const RECORD = encodeRecord({
  state: TALKED,
  seen: ['a'],
  answers: [{ mark: 'a', owed: true, line: '{"replies":[]}' }],
});
const records = property(
  'bytes of a chat in the store',
  400,
  fc.oneof(mutatedBytes(RECORD), fc.uint8Array()),
  bytes => {
    decodeRecord(bytes);
  },
);

const RECEIPT = receiptOf({ asOf: '2020-10-15', certificate: { kind: 'training', issuedOn: '2017' } }, hainan);
const receipts = property(
  'receipt codes',
  2_000,
  fc.oneof(text, mutatedBytes(Buffer.from(RECEIPT)).map(String), fc.stringMatching(/^HZ-[0-9A-HJKMNP-TV-Z-]{1,60}$/)),
  code => {
    const read = readReceipt(code, hainan);
    if (read !== undefined && readReceipt(receiptOf(read.input, hainan), hainan) === undefined)
      throw new Error('not read again');
  },
);

const RULES = {
  asOf: '2020-10-15',
  certificate: { kind: 'training', code: '101', issuedOn: '2017' },
  training: { hours: 32 },
};
const rules = property(
  'lines of the rules command',
  300,
  fc.array(
    fc.oneof(
      mutated(RULES, json('asOf', 'certificate', 'records')).map(value => Buffer.from(JSON.stringify(value) ?? '')),
      mutatedBytes(Buffer.from(JSON.stringify(RULES))),
    ),
    { minLength: 1, maxLength: 5 },
  ),
  async lines => {
    const input = Buffer.concat(lines.flatMap(bytes => [bytes, Buffer.from('\n')]));
    for (const kind of ['renewal', 'hours'] as const) {
      const out: string[] = [];
      await runRules(kind, (async function* () { yield input; })(), given => void out.push(given)); // biome-ignore format: one line
      const answers = out.join('\n').split('\n');
      if (answers.length !== input.toString('latin1').split('\n').length - 1) throw new Error('not one line for each');
      for (const answer of answers) JSON.parse(answer);
    }
  },
);

const settings = property(
  'settings',
  1_000,
  fc.dictionary(
    fc.oneof(fc.constantFrom<string>(...SETTINGS), text),
    fc.oneof(text, fc.constantFrom('-1', '0', 'a,b', 'https://', 'loopback')),
    {
      maxKeys: 8,
    },
  ),
  environment => {
    const read = readConfig(environment);
    if (!('problem' in read)) return;
    if (read.problem.includes('\n')) throw new Error('more than one line');
    // The word is one that the message itself may say.
    const given = SETTINGS.map(name => environment[name] ?? '').filter(value => value !== 'loopback');
    const shown = given.find(value => value.trim().length > 6 && read.problem.includes(value.trim()));
    if (shown !== undefined) throw new Error(`the value is repeated: ${shown}`);
  },
);

const POLICY = JSON.parse(JSON.stringify(hainan)) as unknown;
const policies = property('policy files', 60, mutated(POLICY, json('value', 'clause', 'silent', 'nearest')), value => {
  policySchema.safeParse(value);
});

const READING = {
  required: ['name', 'id_number', 'certificate_no'],
  strictness: 'roster',
  today: '2026-11-22',
  limits: CHAT_LIMITS,
} as const;
const ROWS = [HEADERS.split(','), line(1).split(','), line(2).split(',')];
const rosters = property(
  'roster files',
  300,
  fc.oneof(
    mutatedBytes(csv(line(1), line(2)).bytes),
    mutatedBytes(zip(workbookParts(ROWS))),
    mutatedBytes(Buffer.from(workbookParts(ROWS)['xl/worksheets/sheet1.xml']!)).map(xml =>
      zip({ ...workbookParts(ROWS), 'xl/worksheets/sheet1.xml': xml }),
    ),
    fc.array(text, { minLength: 17, maxLength: 17 }).map(cells => csv(csvLine(cells)).bytes),
  ),
  async bytes => {
    try {
      await readRoster({ bytes }, READING, async ({ batches }) => {
        for await (const { rejected } of batches)
          if (rejected.flat().some(({ path }) => path === undefined)) throw new Error('no path');
      });
    } catch (error) {
      if (!(error instanceof RosterRefusedError)) throw error;
    }
  },
);

/** What the world outside hands to functions that keep nothing. */
export const INPUTS: readonly Property[] = [
  conversations,
  states,
  records,
  receipts,
  rules,
  settings,
  policies,
  rosters,
  ...TEXTS,
];
