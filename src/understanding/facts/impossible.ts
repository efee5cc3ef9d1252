import type { DateMention } from './dates.ts';
import { has } from './gate.ts';
import { type Found, found, matches, type Reading } from './reading.ts';

/** The most hours that the rules take. */
const MOST_HOURS = 9999;
const HINT = /\d{5}|-\d|负\d|minus|\.\d{3}/;
/** A hyphen is a minus only where nothing can be joined or listed by it: 「12-15学时」 is a span. */
const MINUS = '(?<minus>(?:^|(?<=[了是有:]))-|负|\\bminus )?';
const VALUE = '(?<![\\d.])(?<value>\\d{1,12}(?:\\.\\d{1,6})?)(?![\\d.]*\\d)';
const WITH_UNIT = new RegExp(`${MINUS}${VALUE} ?个?(?:学时|课时|小时|钟头|hours?\\b|hrs?\\b)`, 'g');
/** 「学了100000个」: so many that they need no unit to be hours. */
const STUDIED =
  /(?<minus>)(?:学|修|上课|刷|听|did|done|studied|completed|took)(?:到|够|满|完)?(?:了|过)? ?(?<value>\d{5,9})(?![\d.年月/-])/g;
const ANSWER = new RegExp(`^${MINUS}(?<value>\\d{1,8}(?:\\.\\d{1,6})?) ?个?[。.!]?$`);

/** Hours below 0, above 9999 or with more than two decimals. */
export function findImpossibleHours({ text, situation }: Reading): Found[] {
  if (!has(text, HINT)) return [];
  const asked = situation.asking === 'training.hours' || situation.asking === 'training.professionalHours';
  const answer = asked ? ANSWER.exec(text) : null;
  return [...(answer ? [answer] : []), ...matches(text, WITH_UNIT), ...matches(text, STUDIED)].flatMap(match => {
    const { minus, value } = match.groups!;
    if (!minus && Number(value) <= MOST_HOURS && !/\.\d{3}/.test(value!)) return [];
    const written = `${minus ? '-' : ''}${value}`;
    return [
      found(
        { name: 'impossible', value: { what: 'hours', text: written } },
        match.index,
        match.index + match[0].length,
      ),
    ];
  });
}

/** A day that no calendar has: year, month and day as numbers. */
export const impossibleDate = ({
  start,
  end,
  year,
  month,
  day,
}: Omit<DateMention, 'short' | 'relative' | 'bare'>): Found =>
  found(
    {
      name: 'impossible',
      value: { what: 'date', text: [year, month, day].filter(part => part !== undefined).join('-') },
    },
    start,
    end,
  );
