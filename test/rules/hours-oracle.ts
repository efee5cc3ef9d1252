import type { HoursInput } from '../../src/rules/index.ts';

/**
 * The readings of a shortfall worked out from their definitions, by days as numbers and by trying out hours, to hold the rules against.
 * Nothing here is shared with `src/rules`.
 */
const DAY = 86_400_000;
const READINGS = ['calendar', 'anniversary'].flatMap(year =>
  ['rolling/full', 'rolling/capped', 'fixed/full', 'fixed/capped', 'both-short/full'].map(rest => `${year}/${rest}`),
);

const parse = (day: string) => Date.parse(`${day}T00:00:00Z`);
const format = (time: number) => new Date(time).toISOString().slice(0, 10);
const yearIn = (day: string) => new Date(parse(day)).getUTCFullYear();
const cents = (hours: number) => Number.parseInt(hours.toFixed(2).replace('.', ''), 10);

/** The first day of a year of either kind. That 29 February becomes 1 March in a common year is what the calendar of JavaScript does by itself. */
function begins(kind: string, year: number, issuedOn: string): number {
  if (kind === 'calendar') return Date.UTC(year, 0, 1);
  const issued = new Date(parse(issuedOn));
  return Date.UTC(year, issued.getUTCMonth(), issued.getUTCDate());
}

function ends(kind: string, year: number, issuedOn: string): number {
  return begins(kind, year + 1, issuedOn) - DAY;
}

interface Case {
  asOf: string;
  issuedOn: string;
  firstYear: number;
  total(year: number): number;
}

function isVoid(name: string, { asOf, issuedOn, firstYear, total }: Case): boolean {
  const [kind, pair, credit] = name.split('/') as [string, string, string];
  const counted = (year: number) => (credit === 'capped' && total(year) > 3200 ? 3200 : total(year));
  for (let second = firstYear + 1; ends(kind, second, issuedOn) < parse(asOf); second += 1) {
    const first = second - 1;
    if (pair === 'fixed' && (first - firstYear) % 2 === 1) continue;
    const falls =
      pair === 'both-short' ? total(first) < 3200 && total(second) < 3200 : counted(first) + counted(second) < 6400;
    if (falls) return true;
  }
  return false;
}

/** The fewest hundredths of an hour, found by trying: enough for every calendar reading that is not lost yet and that enough hours can keep. */
function hoursToKeep(now: Case, thisYear: number): number | null {
  const standing = READINGS.filter(name => name.startsWith('calendar') && !isVoid(name, now));
  if (standing.length === 0) return null;
  const atYearEnd = (name: string, more: number) =>
    isVoid(name, {
      ...now,
      asOf: `${thisYear + 1}-01-01`,
      total: year => now.total(year) + (year === thisYear ? more : 0),
    });
  const keepable = standing.filter(name => !atYearEnd(name, 1_000_000));
  const enough = (more: number) => keepable.every(name => !atYearEnd(name, more));
  let [low, high] = [0, 6400];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (enough(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

export function oracle({ asOf, certificate: { kind, issuedOn }, inPost, records }: HoursInput) {
  const bare = issuedOn.length === 4;
  const latest = bare ? `${issuedOn}-12-31` : issuedOn;
  const firstYear = yearIn(latest) + 1;
  const thisYear = yearIn(asOf);
  const sum = (of: 'hours' | 'professionalHours') => (year: number) =>
    records.filter(record => record.year === year).reduce((total, record) => total + cents(record[of]), 0);
  const [total, professional] = [sum('hours'), sum('professionalHours')];
  const short = (limit: number, done: number) => (done < limit ? (limit - done) / 100 : 0);
  const now: Case = { asOf, issuedOn: latest, firstYear, total };
  const years = [];
  for (let year = firstYear; year <= thisYear; year += 1) {
    const met = total(year) >= 3200 && professional(year) >= 2200;
    years.push({
      year,
      hours: total(year) / 100,
      professionalHours: professional(year) / 100,
      shortHours: short(3200, total(year)),
      shortProfessional: short(2200, professional(year)),
      status: met ? 'met' : year === thisYear ? 'open' : 'short',
      ends: { calendar: `${year}-12-31`, anniversary: bare ? null : format(ends('anniversary', year, issuedOn)) },
    });
  }
  const due = thisYear >= firstYear;
  const electronic = kind === 'electronic';
  const left = inPost === false;
  const voided = READINGS.map(
    name => [name, bare && name.startsWith('anniversary') ? null : isVoid(name, now)] as const,
  );
  const everyYear = READINGS.every(name => isVoid(name, now));
  const keep = hoursToKeep(now, thisYear);
  return {
    rules: 'hainan-2020-135/1',
    firstYear,
    status: due ? years.at(-1)!.status : 'not-yet-due',
    standing: !electronic
      ? null
      : everyYear
        ? 'void'
        : left || voided.some(([, value]) => value)
          ? 'disputed'
          : 'in-force',
    years,
    thisYear: due
      ? {
          year: thisYear,
          remainingHours: short(3200, total(thisYear)),
          remainingProfessional: short(2200, professional(thisYear)),
          hoursToKeep: electronic && keep !== null ? keep / 100 : null,
          countsFrom: bare ? null : format(begins('anniversary', thisYear, issuedOn)),
          deadline: `${thisYear}-12-31`,
        }
      : null,
    void: electronic ? { ...Object.fromEntries(voided), 'left-post': left } : {},
  };
}
