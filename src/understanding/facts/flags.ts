import type { FactValue } from '../understanding.ts';
import { has } from './gate.ts';
import { ASKED, after, before, type Found, found, isSupposed, matches, type Reading } from './reading.ts';

/** A fact that is true or false, and the words that say so. */
export interface Flag {
  fact: Extract<FactValue, { value: boolean }>;
  words: RegExp;
  /** Looked for first: without it the words need not be tried. */
  hint: RegExp;
  /** Whether these words, where they stand, speak of this fact at all. */
  applies?: (text: string, start: number, end: number) => boolean;
}

/** One pattern out of many phrases. */
export const phrases = (...list: readonly string[]): RegExp => new RegExp(list.join('|'), 'g');

/** The flags that a message tells, and those of which it speaks without telling them. */
export interface Flags {
  facts: Found[];
  spoken: ReadonlySet<FactValue['name']>;
}

/** The flags that a message tells; where two claim the same words the earlier row has them. */
export function findFlags({ text }: Reading, flags: readonly Flag[]): Flags {
  const facts: Found[] = [];
  const spoken = new Set<FactValue['name']>();
  for (const { fact, words, hint, applies } of flags) {
    if (!has(text, hint)) continue;
    for (const match of matches(text, words)) {
      const [start, end] = [match.index, match.index + match[0].length];
      if (match[0] === '' || facts.some(other => start < other.end && end > other.start)) continue;
      if (isTold(text, start, end, fact.value) && (!applies || applies(text, start, end)))
        facts.push(found(fact, start, end, 0.93));
      else spoken.add(fact.name);
    }
  }
  return { facts, spoken };
}

/** 「甭管咋说」, 「不管怎么查」: no question, though a word of one stands in it. */
const WHATEVER =
  /(?:甭管|不管|别管|无论|不论)[^,。;!?]{0,3}?(?:咋|怎么|怎样|如何|什么|啥|哪)(?:说|讲|样|着|个|里|查|搜|看)?/;

const OPEN_BEFORE =
  /(?:thought |能不能|能否|可不可以|是否|是不是|有没有|会不会|会否|要不要|怎么|咋|如何|怎样|为什么|为啥|以为|哪|谁|什么(?:时候|情况)|的时候|几时|多久|何时|啥|万一|等|必须|要(?!是)|需要?|才[能可行]|好多|多少|不知道|不确定|不清楚|没查|没试|忘了|\bto be|\bhow|\bwhere|\bwhy|\bwhen|\bonce|after you|need to|have to|must|can i|could i|will|should|does|do i|not sure|don't know)[^,。;!?]{0,8}$/;
const CONDITION_AFTER =
  /^(?:才|的?话|的人|的时候|时(?!间)|以后|之后|后(?![来勤方面])|为止|还是|者|就能|就可以|怎么办才|能不能算|\?$|[^,。;!?]{0,8}的(?:话|人|情况|要|得|才|请|需|应))/;
/** 「能查到我的证吗」: the question word belongs to this verb when no other stands between. */
const ASKED_LATER = /^[^,。;!?换行能可办要用算是]{0,12}?(?:吗|(?<![怎什])么|否|不$|没$|没有$)/;

/** 「怎么查不到」 asks why, and so tells that it is so. */
const WHY_BEFORE = /(?:怎么|咋|为什么|为啥|为何|why)(?:还|就|都|会| )*$/;

function isTold(text: string, start: number, end: number, value: boolean): boolean {
  if (ASKED.test(text.slice(end, end + 4)) || CONDITION_AFTER.test(after(text, end, 8))) return false;
  const ahead = before(text, start, 14).replace(WHATEVER, '');
  if (OPEN_BEFORE.test(value ? ahead : ahead.replace(WHY_BEFORE, ''))) return false;
  return !isSupposed(text, start) && !ASKED_LATER.test(after(text, end, 14));
}
