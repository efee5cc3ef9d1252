import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { clauseCoverage } from '../../src/policies/coverage.ts';
import { type Policy, policySchema } from '../../src/policies/policy.ts';
import { hainan } from '../../src/rules/index.ts';
import { readCases } from '../cases/read-cases.ts';

const cited = (['renewal.jsonl', 'hours.jsonl', 'clauses.jsonl'] as const).flatMap(file =>
  readCases(file).map(({ clause }) => clause),
);
const answered = Object.values(hainan.topics).flat();

describe('the notice as data', () => {
  it('is a policy, with every clause and open point that it refers to', () => {
    expect(policySchema.parse(hainan)).toEqual(hainan);
  });

  it('has every clause word for word', () => {
    const [title, , ...text] = readFileSync(new URL('hainan-2020-135.txt', import.meta.url), 'utf8')
      .trimEnd()
      .split('\n');
    expect(hainan.clauses.map(({ zh }) => zh).join('\n')).toBe(text.join('\n'));
    expect(title).toBe(`${hainan.document.office.zh} ${hainan.document.title.zh}`);
  });

  it('has every clause once, under the ids of the interface', () => {
    expect(hainan.clauses.map(({ id }) => id)).toEqual([
      '0',
      '1.1',
      '1.2',
      '1.3',
      '2.1',
      '2.2',
      '3.1a',
      '3.1b',
      '3.2',
      '4.1',
      '4.2',
      '5',
      '6',
    ]);
  });

  it('names values that stand in the clause that they cite', () => {
    const text = (id: string) => hainan.clauses.find(clause => clause.id === id)!.zh.replaceAll(' ', '');
    const { exchange, annual, contact } = hainan;
    for (const { code, zh } of exchange.codes.value)
      for (const clause of ['1.1', '3.1b'])
        expect(text(clause).replaceAll('(', '（').replaceAll(')', '）')).toContain(`${zh}（代码${code}）`);
    expect(text(exchange.firstIssueYear.clause)).toContain(
      `${exchange.firstIssueYear.value}年-${exchange.lastIssueYear.value}年`,
    );
    expect(text(exchange.issuer.clause)).toContain(exchange.issuer.value.zh);
    expect(text('3.1a')).toContain(exchange.issuer.value.zh);
    for (const { value, clause } of [exchange.lastDay, exchange.archiveLastDay, exchange.servicesLastDay]) {
      const [year, month, date] = value.split('-').map(Number);
      expect(text(clause)).toContain(`${year}年${month}月${date}日`);
    }
    expect(text(exchange.system.clause)).toContain(exchange.system.value.url);
    expect(text(exchange.archivePlace.clause)).toContain(exchange.archivePlace.value.room);
    for (const { value, clause } of [exchange.hours, annual.hours, annual.safetyOfficer.hours])
      expect(text(clause)).toContain(`不少于${value}学时`);
    for (const { value, clause } of [
      exchange.professionalHours,
      annual.professionalHours,
      annual.safetyOfficer.professionalHours,
    ])
      expect(text(clause)).toContain(`专业岗位知识不少于${value}学时`);
    expect(text(annual.twoYearHours.clause)).toContain(`2年累计不满${annual.twoYearHours.value}学时`);
    expect(text(annual.startsAfterYears.clause)).toContain('次年起');
    expect(text(annual.batchesAMonth.clause)).toContain('每月两批次');
    expect(text(contact.clause)).toContain(contact.value.name);
    expect(text(contact.clause)).toContain(contact.value.phone);
    for (const kind of ['training', 'electronic', 'post'] as const)
      expect(text(exchange.kinds[kind].clause)).toContain(exchange.kinds[kind].zh);
    expect(text('3.1a')).toContain(exchange.kinds['safety-officer'].zh);
  });

  it('never gives 105 or 110 a trade', () => {
    expect(exchangeCodes(hainan)).not.toContain('105');
    expect(exchangeCodes(hainan)).not.toContain('110');
  });
});

function exchangeCodes({ exchange }: Policy): string[] {
  return exchange.codes.value.map(({ code }) => code);
}

describe('clause coverage', () => {
  it('is whole: every clause has a rule or value, an answer and a test, and nothing names a clause that is not there', () => {
    expect(clauseCoverage(hainan, { answers: answered, tests: cited })).toEqual([]);
  });

  it('finds a clause without a test, one without an answer, one without a rule, and a name without a clause', () => {
    const gaps = clauseCoverage(hainan, {
      answers: answered.filter(clause => clause !== '4.2'),
      tests: [...cited.filter(clause => clause !== '5'), '9.9'],
    });
    expect(gaps).toEqual([
      { clause: '4.2', problem: 'no answer' },
      { clause: '5', problem: 'no test' },
      { clause: '9.9', problem: 'no such clause' },
    ]);
    const longer = { ...hainan, clauses: [...hainan.clauses, { ...hainan.clauses[0]!, id: '7' }] };
    expect(clauseCoverage(longer, { answers: [...answered, '7'], tests: [...cited, '7'] })).toEqual([
      { clause: '7', problem: 'no rule' },
    ]);
  });
});

it('a value that cites a clause or an open point that is not there is refused, with its path', () => {
  const wrong = structuredClone(hainan);
  wrong.exchange.hours.clause = '2.9';
  wrong.annual.leftPost.openPoint = 'left';
  const paths = policySchema.safeParse(wrong).error!.issues.map(({ path }) => path.join('.'));
  expect(paths).toEqual(['exchange.hours.clause', 'annual.leftPost.openPoint']);
});
