import { type Edit, type Normalized, rewrite } from '../normalize.ts';
import { readEnglishNumber } from './english-numbers.ts';

const DIGITS = '〇一二三四五六七八九';
const UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000, 万: 10_000 };
const D = '[一二两三四五六七八九]';

/** 「一百零五」, 「三十二点五」, 「两百」; or digits read out, 「二〇一七」, 「幺零六」. */
const NUMERAL = new RegExp(
  `(?:${D}千零?(?:${D}百)?零?(?:${D}?十)?${D}?|${D}百(?:零${D}|${D}十${D}?|${D})?|${D}?[十廿卅]${D}?)(?:点[〇零一二三四五六七八九]{1,2})?|[〇零一二两三四五六七八九幺]+(?:点[〇零一二三四五六七八九]{1,2})?`,
  'g',
);
/** One character alone is a number only before what is counted: 「八大员」, 「一下」, 「不一样」 stay. */
const COUNTS = /^(?:个?(?:学时|课时|小时|钟头|课|学分)|年|月|日|号|节|堂|学|个?钟)/;
/** 「学了十个」: a count that ends its clause; 「一个」 and 「两个」 are too often just words. */
const COUNTS_BARE = /^个(?=$|[,。;!? ])/;
/** 「三五年」, 「一两个」, 「二三十」: no number can be told. */
const APPROXIMATE = /^(?:一两|两三|二三|三五|三四|四五|五六|六七|七八|八九)$/;
const VAGUE_BEFORE = /[几数好多]$/;

/** Numbers in Chinese characters written as digits, so that what follows need to know one writing only. */
export function digits(text: Normalized): Normalized {
  const formal = FORMAL.test(text.text) ? rewrite(text, formalEdits(text.text)) : text;
  return readDigits(ENGLISH.test(formal.text) ? rewrite(formal, englishEdits(formal.text)) : formal);
}

/** "thirty-two", "nineteen", "a dozen": from ten to ninety-nine, where no year, ordinal or larger number goes on. */
const ENGLISH =
  /(?<![a-z\d-])(?:(?:twenty|thirty|forty|fourty|fifty|sixty|seventy|eighty|ninety)(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|a dozen)(?![a-z-]| (?:hundred|thousand|million|percent|past|to\b))/;

function englishEdits(text: string): Edit[] {
  return [...text.matchAll(new RegExp(ENGLISH, 'g'))].map(match => {
    const value = match[0] === 'a dozen' ? 12 : readEnglishNumber(match[0].replace('fourty', 'forty'))!;
    return { start: match.index, end: match.index + match[0].length, by: String(value) };
  });
}

/** 「貳零壹陸年」: the numerals of cheques, where a year is written in them; and years as they are said in English ("twenty twenty five"). */
const FORMAL =
  /[壹贰叁肆伍陆柒捌玖零]{4}(?=年)|(?<![a-z\d-])twenty[ -](?:ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?)(?![a-z-])/;
const CENTURY = 'twenty';
const FORMAL_DIGITS = '零壹贰叁肆伍陆柒捌玖';

function formalEdits(text: string): Edit[] {
  return [...text.matchAll(new RegExp(FORMAL, 'g'))].map(match => {
    const start = match.index;
    const by = match[0].startsWith(CENTURY)
      ? String(2000 + readEnglishNumber(match[0].slice(CENTURY.length + 1))!)
      : Array.from(match[0], digit => FORMAL_DIGITS.indexOf(digit)).join('');
    return { start, end: start + match[0].length, by };
  });
}

function readDigits(text: Normalized): Normalized {
  if (!/[〇零一二两三四五六七八九十百千幺廿卅]/.test(text.text)) return text;
  const edits: Edit[] = [];
  for (const match of text.text.matchAll(NUMERAL)) {
    const [run] = match;
    const before = text.text.slice(Math.max(0, match.index - 1), match.index);
    const after = text.text.slice(match.index + run.length, match.index + run.length + 4);
    if (VAGUE_BEFORE.test(before) || !isNumber(run, before, after)) continue;
    edits.push({ start: match.index, end: match.index + run.length, by: readNumeral(run)! });
  }
  return rewrite(text, edits);
}

function isNumber(run: string, before: string, after: string): boolean {
  if (/^[几多来]/.test(after) && !/^多少/.test(after)) return false;
  if (APPROXIMATE.test(run)) return /^二三$/.test(run) && /^年[的发拿取考换]/.test(after);
  if (run.length === 1)
    return before !== '第' && (COUNTS.test(after) || (!/[一两二]/.test(run) && COUNTS_BARE.test(after)));
  return true;
}

/** The value of a Chinese numeral as digits; leading noughts of a number read digit by digit are kept. Null when it is none. */
export function readNumeral(run: string): string | null {
  const [whole, fraction] = run.replaceAll('零', '〇').replaceAll('幺', '一').split('点');
  if (!whole || /[^〇一二两三四五六七八九十百千廿卅]/.test(whole)) return null;
  const number = /[十百千廿卅]/.test(whole) ? readUnits(whole) : readOut(whole);
  return fraction ? `${number}.${readOut(fraction)}` : number;
}

const readOut = (run: string): string =>
  Array.from(run, digit => (digit === '两' ? 2 : DIGITS.indexOf(digit))).join('');

function readUnits(run: string): string {
  let total = 0;
  let digit = 0;
  let last = 0;
  for (const letter of run.replace('廿', '二十').replace('卅', '三十')) {
    const unit = UNITS[letter];
    if (unit) {
      total += (digit || 1) * unit;
      digit = 0;
      last = unit;
    } else {
      digit = letter === '两' ? 2 : DIGITS.indexOf(letter);
      if (letter === '〇') last = 10;
    }
  }
  // 「一百二」 is 120, 「一百零二」 102
  return String(total + (last >= 100 ? digit * (last / 10) : digit));
}
