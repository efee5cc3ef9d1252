/** A text with its numerals as digits, and where each character of it stands in the text that it was made of. */
export interface InDigits {
  text: string;
  /** One more than there are characters: the last is the end. */
  at: readonly number[];
}

const SAME: Readonly<Record<string, string>> = {
  零: '〇',
  '○': '〇',
  两: '二',
  兩: '二',
  幺: '一',
  壹: '一',
  贰: '二',
  貳: '二',
  叁: '三',
  參: '三',
  肆: '四',
  伍: '五',
  陆: '六',
  陸: '六',
  柒: '七',
  捌: '八',
  玖: '九',
  拾: '十',
  佰: '百',
  仟: '千',
  萬: '万',
};
const DIGITS = '〇一二三四五六七八九';
const UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000, 万: 10_000 };
const NUMERAL = /[〇零○一二三四五六七八九十百千万两兩幺壹贰貳叁參肆伍陆陸柒捌玖拾佰仟萬廿卅]+/g;
/** Words that only look like numbers. */
const WORDS = /^(?:千万|万一|一一|万千|百千)$/;
/** What one character alone counts; 「一」 is too often just a word before the others. */
const COUNTED = /^(?:个|個)?(?:学时|學時|课时|課時|小时|小時|元|块|塊|月|日|号|號|折|倍|岁|歲|成(?!立|为|绩|人|员))/;
const COUNTED_MORE = /^(?:个|個|年|天|周|次|批|门|門|本|人|期|科|级以)/;
const ONE = '一';

const TENS = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const ONES = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
const TEENS = [
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
];
const ENGLISH = new RegExp(
  `\\b(?:(?:${TENS.join('|')})(?:[ -](?:${ONES.join('|')}))?|${TEENS.join('|')}|(?:${ONES.slice(1).join('|')})(?= (?:more |professional )?(?:hours?|days?|weeks?|months?|years?|yuan)\\b))\\b`,
  'gi',
);

/** Writes Chinese and English numerals as digits, so that a number is looked at however it is written. */
export function inDigits(text: string): InDigits {
  const found = [
    ...[...text.matchAll(NUMERAL)].map(match => ({ match, by: chinese(match[0], text.slice(match.index)) })),
    ...[...text.matchAll(ENGLISH)].map(match => ({ match, by: english(match[0]) })),
  ].toSorted((one, other) => one.match.index - other.match.index);
  let made = '';
  const at: number[] = [];
  let from = 0;
  const copy = (until: number): void => {
    for (; from < until; from += 1) {
      made += text[from];
      at.push(from);
    }
  };
  for (const { match, by } of found) {
    if (by === undefined) continue;
    copy(match.index);
    made += by;
    for (const _ of by) at.push(match.index);
    from = match.index + match[0].length;
  }
  copy(text.length);
  return { text: made, at: [...at, text.length] };
}

/** The digits; undefined for what is no number. */
function chinese(run: string, rest: string): string | undefined {
  const after = rest.slice(run.length);
  if (run.length === 1) {
    if (!COUNTED.test(after) && (run === ONE || !COUNTED_MORE.test(after))) return undefined;
  } else if (WORDS.test(run)) return undefined;
  const plain = Array.from(run.replaceAll('廿', '二十').replaceAll('卅', '三十'), one => SAME[one] ?? one).join('');
  return /[十百千万]/.test(plain) ? withUnits(plain) : Array.from(plain, one => DIGITS.indexOf(one)).join('');
}

function withUnits(plain: string): string {
  let [total, section, digit, last] = [0, 0, 0, 0];
  for (const one of plain) {
    const unit = UNITS[one];
    if (unit === undefined) {
      digit = DIGITS.indexOf(one);
      if (one === '〇') last = 10;
    } else if (unit === 10_000) {
      total += (section + digit || 1) * unit;
      [section, digit, last] = [0, 0, unit];
    } else {
      section += (digit || 1) * unit;
      [digit, last] = [0, unit];
    }
  }
  // 「一百二」 is 120, 「一百零二」 102
  return String(total + section + (last >= 100 ? digit * (last / 10) : digit));
}

function english(words: string): string {
  const [first = '', second] = words.toLowerCase().split(/[ -]/);
  const teen = TEENS.indexOf(first);
  if (teen >= 0) return String(10 + teen);
  const tens = (TENS.indexOf(first) + 1 || -1) + 1;
  const ones = ONES.indexOf(second ?? first) + 1;
  return String(tens > 0 ? tens * 10 + (second === undefined ? 0 : ones) : ones);
}
