import { factsOf, fits, type Person, readWhere, type Where } from '../registry/index.ts';
import { assessHours, type Day } from '../rules/index.ts';

/** One condition of `--where`: a column of the roster, or a result of the rules. */
export type Condition = { on: 'roster'; where: Where[number] } | { on: Result; value: string };
type Result = 'standing' | 'status' | 'short';

const VALUES: Readonly<Record<Result, readonly string[]>> = {
  standing: ['in-force', 'disputed', 'void'],
  status: ['not-yet-due', 'met', 'open'],
  short: ['yes', 'no'],
};
/** Shorter names for what people ask for most. */
const SHORT_NAMES: Readonly<Record<string, string>> = { trade: 'trade_code', kind: 'certificate_kind' };

/** Reads `K=V`; undefined when K is neither a column nor a result, or the result has no such value. */
export function readCondition(text: string): Condition | undefined {
  const at = text.indexOf('=');
  const [key, value] = [text.slice(0, at).trim(), text.slice(at + 1).trim()];
  if (at > 0 && Object.hasOwn(VALUES, key))
    return VALUES[key as Result].includes(value) ? { on: key as Result, value } : undefined;
  const where = readWhere(`${SHORT_NAMES[key] ?? key}=${value}`);
  return where && { on: 'roster', where };
}

/** The condition as it is written; a column goes by its English header. */
export function conditionText(condition: Condition): string {
  return condition.on === 'roster'
    ? `${condition.where.field}=${condition.where.value}`
    : `${condition.on}=${condition.value}`;
}

/** Whether one and the same certificate of the person fits every condition today; with none, everybody fits. */
export function isIn(person: Person, audience: readonly Condition[], asOf: Day): boolean {
  return (
    audience.length === 0 ||
    factsOf(person, asOf).some(({ certificate, hours }) => {
      const roster = audience.flatMap(one => (one.on === 'roster' ? [one.where] : []));
      if (!fits({ ...person, certificates: [certificate] }, roster)) return false;
      const results = audience.filter((one): one is Exclude<Condition, { on: 'roster' }> => one.on !== 'roster');
      if (results.length === 0) return true;
      if (hours === null) return false;
      const { standing, status, thisYear } = assessHours(hours);
      const left = Math.max(thisYear?.remainingHours ?? 0, thisYear?.remainingProfessional ?? 0);
      const held = { standing, status, short: left > 0 ? 'yes' : 'no' };
      return results.every(({ on, value }) => held[on] === value);
    })
  );
}
