import { ZenEngine } from '@gorules/zen-engine';
import { Engine, type RuleProperties, type TopLevelCondition } from 'json-rules-engine';

export const CODES = ['101', '102', '103', '104', '106', '107', '108', '109', '111', '112', '113', '114', '115'];
export const OFFICE = 'hainan-leading-group-office';

/** Facts as the other two take them: flat, and days and years as numbers, for both compare numbers only. */
export type Flat = Record<string, unknown>;

type Test = { fact: string; operator: string; value: unknown };
const is = (fact: string, value: unknown): Test => ({ fact, operator: 'equal', value });
const isNot = (fact: string, value: unknown): Test => ({ fact, operator: 'notEqual', value });
const test = (fact: string, operator: string, value: unknown): Test => ({ fact, operator, value });
const known = (fact: string, ...tests: Test[]): TopLevelCondition => ({ all: [isNot(fact, null), ...tests] });

/** The outcome table, a rule a row, the first row with the highest priority. */
function tableOfRules(): RuleProperties[] {
  const rows: [string, TopLevelCondition][] = [
    ['needs-information', { all: [is('kind', null)] }],
    [
      'not-required',
      { any: [is('kind', 'electronic'), { all: [is('kind', 'safety-officer'), is('issuer', OFFICE)] }] },
    ],
    [
      'out-of-scope',
      {
        any: [
          test('kind', 'in', ['post', 'other']),
          { all: [is('kind', 'safety-officer'), isNot('issuer', null), isNot('issuer', OFFICE)] },
          {
            all: [
              is('kind', 'training'),
              {
                any: [
                  known('issuer', isNot('issuer', OFFICE)),
                  known('issued', test('issued', 'lessThan', 2015)),
                  known('issued', test('issued', 'greaterThan', 2018)),
                  known('code', test('code', 'notIn', CODES)),
                ],
              },
            ],
          },
        ],
      },
    ],
    ['needs-information', { all: [is('kind', 'safety-officer'), is('issuer', null)] }],
    ['closed', { all: [test('asOf', 'greaterThan', 20201231)] }],
    ['needs-information', { any: [is('issuer', null), is('issued', null), is('code', null)] }],
    [
      'needs-information',
      {
        any: [
          { all: [isNot('archiveVerified', true), is('inNationalSystem', null)] },
          { all: [is('inNationalSystem', false), is('archiveVerified', null)] },
        ],
      },
    ],
    [
      'archive-check',
      {
        all: [is('inNationalSystem', false), is('archiveVerified', false), test('asOf', 'lessThanInclusive', 20201110)],
      },
    ],
    ['archive-late', { all: [is('inNationalSystem', false), is('archiveVerified', false)] }],
    [
      'training-first',
      {
        any: [
          known('hours', test('hours', 'lessThan', 32)),
          known('professionalHours', test('professionalHours', 'lessThan', 22)),
          is('passed', false),
        ],
      },
    ],
    ['needs-information', { any: [is('hours', null), is('professionalHours', null), is('passed', null)] }],
    ['ready', { all: [isNot('kind', null)] }],
  ];
  return rows.map(([type, conditions], index) => ({ conditions, event: { type }, priority: rows.length - index }));
}

/** json-rules-engine, prepared once, stopping at the first row that applies. */
export function jsonRulesEngine(): (facts: Flat) => Promise<string> {
  const engine = new Engine(tableOfRules());
  engine.on('success', () => engine.stop());
  return async facts => (await engine.run(facts)).events[0]!.type;
}

/** @gorules/zen-engine, with a decision table of the same rows, read once. */
export function zenEngine(): (facts: Flat) => Promise<string> {
  const rows: [string, string][] = [
    ['kind == null', 'needs-information'],
    [`kind == "electronic" or (kind == "safety-officer" and issuer == "${OFFICE}")`, 'not-required'],
    [
      `kind in ["post", "other"] or (kind == "safety-officer" and issuer != null and issuer != "${OFFICE}") or (kind == "training" and ((issuer != null and issuer != "${OFFICE}") or (issued != null and (issued < 2015 or issued > 2018)) or (code != null and code not in ${JSON.stringify(CODES)})))`,
      'out-of-scope',
    ],
    ['kind == "safety-officer" and issuer == null', 'needs-information'],
    ['asOf > 20201231', 'closed'],
    ['issuer == null or issued == null or code == null', 'needs-information'],
    [
      '(archiveVerified != true and inNationalSystem == null) or (inNationalSystem == false and archiveVerified == null)',
      'needs-information',
    ],
    ['inNationalSystem == false and archiveVerified == false and asOf <= 20201110', 'archive-check'],
    ['inNationalSystem == false and archiveVerified == false', 'archive-late'],
    [
      '(hours != null and hours < 32) or (professionalHours != null and professionalHours < 22) or passed == false',
      'training-first',
    ],
    ['hours == null or professionalHours == null or passed == null', 'needs-information'],
    ['', 'ready'],
  ];
  const node = (id: string, type: string, content?: unknown) => ({
    id,
    type,
    name: id,
    position: { x: 0, y: 0 },
    content,
  });
  const edge = (sourceId: string, targetId: string) => ({
    id: `${sourceId}-${targetId}`,
    sourceId,
    targetId,
    type: 'edge',
  });
  const table = {
    hitPolicy: 'first',
    inputs: [{ id: 'when', name: 'when' }],
    outputs: [{ id: 'outcome', name: 'outcome', field: 'outcome' }],
    rules: rows.map(([when, outcome], index) => ({ _id: `row-${index + 1}`, when, outcome: JSON.stringify(outcome) })),
  };
  const model = {
    nodes: [node('in', 'inputNode'), node('table', 'decisionTableNode', table), node('out', 'outputNode')],
    edges: [edge('in', 'table'), edge('table', 'out')],
  };
  const decision = new ZenEngine().createDecision(Buffer.from(JSON.stringify(model)));
  return async facts => ((await decision.evaluate(facts)).result as { outcome: string }).outcome;
}
