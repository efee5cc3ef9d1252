import { EXCHANGE_TOPICS, type Topic } from '../policies/policy.ts';
import type { Language } from './language.ts';
import { lastOfOurs } from './last-of-ours.ts';
import type { Rank, Ranking } from './rank.ts';
import { joinedIn, questionsIn } from './segments.ts';
import type { Understanding } from './understanding.ts';

/** What is asked, and how surely. */
export type Decision = Pick<Understanding, 'asked' | 'certain'> & { ranking: Ranking };

/** From this probability on the likeliest topic is answered; below it about half of them are wrong, and the person is asked. */
const CERTAIN = 0.5;
/** A word that names the subject and asks nothing of it: whichever question it most often stands in, it is not asked here. */
const BARE = new Set(
  '证 证书 换证 换发 学时 课时 安全 培训 继续教育 电子证 电子证书 旧证 老证 合格证 培训合格证 施工员 质量员 材料员 资料员 机械员 劳务员 标准员 系统 更新 证书的事 换证的事 学时的事 那个证 这个证 那个 这个 certificate certificates exchange training hours system update'.split(
    ' ',
  ),
);
/** Two questions are answered only where each is this clear by itself: one that is taken apart wrongly answers what nobody asked. */
const CLEAR_ALONE = 0.8;
/** And this clear where the part would be what the notice does not say. */
const CLEAR_OUTSIDE = 0.9;
/** So clear must a last question be to count in place of a whole that seems to be outside. */
const CLEAR_LAST = 0.6;
/** Longer messages tell stories; nobody asks five things at once and means it. */
const MOST_QUESTIONS = 4;

/** Said in passing beside a question: they never make a second one. */
const BESIDE: readonly Topic[] = ['greeting', 'thanks', 'out-of-scope', 'help', 'human', 'language'];

/**
 * The same question of the exchange and of the years after it. Where a part leaves open which of them it asks (「还要多少学时」), the
 * other parts tell.
 */
const TWICE_ASKED: readonly { exchange: Topic; yearly: Topic }[] = [
  { exchange: 'renewal-hours', yearly: 'annual-hours' },
  { exchange: 'renewal-deadline', yearly: 'upcoming-deadlines' },
];
/** An unclear part takes what the whole is likeliest to ask and no other part does, if it is this likely by itself. */
const LIKELY_ALONE = 0.2;

/** Plain text → what it asks: one topic, several in the order of asking, or none that could be told. */
export function createDecide(rank: Rank, language: Language): (text: string) => Decision {
  const rankWhole = createRankWhole(rank, language);
  return text => {
    const ranking = rankWhole(text);
    const { best } = ranking;
    const several = severalTopics(text, best.topic, rank) ?? joinedTopics(text, best.topic, rank);
    if (several) return { ranking, asked: several, certain: true };
    const certain = best.probability >= CERTAIN && !isBare(text);
    return { ranking, asked: certain ? [best.topic] : [], certain };
  };
}

const OUTSIDE: readonly Topic[] = ['out-of-scope', 'not-covered'];

/** Ranks a text, or its last question alone where that is about our certificates and only what stands before it is not. */
function createRankWhole(rank: Rank, language: Language): Rank {
  return text => {
    const ranking = rank(text);
    if (!OUTSIDE.includes(ranking.best.topic)) return ranking;
    const last = lastOfOurs(text, language);
    if (last === null) return ranking;
    const alone = rank(last);
    return alone.best.probability >= CLEAR_LAST && !OUTSIDE.includes(alone.best.topic) ? alone : ranking;
  };
}

function severalTopics(text: string, likeliest: Topic, rank: Rank): Topic[] | null {
  const questions = questionsIn(text);
  if (questions.length < 2 || questions.length > MOST_QUESTIONS) return null;
  const parts = questions.map(rank);
  const isClear = ({ best }: Ranking): boolean => best.probability >= CLEAR_ALONE;
  const clear = parts.filter(isClear).map(({ best }) => best.topic);
  const asked: Topic[] = [];
  for (const part of parts) {
    const topic = isClear(part) ? part.best.topic : settledByOthers(part, clear, likeliest);
    if (topic === null || BESIDE.includes(topic)) continue;
    if (topic === 'not-covered' && likeliest !== topic) continue;
    if (!asked.includes(topic)) asked.push(topic);
  }
  return asked.length > 1 && asked.includes(likeliest) ? asked : null;
}

/** Two things asked around a joining word; each must be as clear by itself as a question of its own, and one be what the whole is about. */
function joinedTopics(text: string, likeliest: Topic, rank: Rank): Topic[] | null {
  for (const parts of joinedIn(text)) {
    const [first, second] = parts.map(part => rank(part).best) as [Ranking['best'], Ranking['best']];
    const isClear = ({ topic, probability }: Ranking['best']): boolean =>
      probability >= (topic === 'not-covered' ? CLEAR_OUTSIDE : CLEAR_ALONE) && !BESIDE.includes(topic);
    const isOfWhole = first.topic === likeliest || second.topic === likeliest;
    if (isClear(first) && isClear(second) && first.topic !== second.topic && isOfWhole)
      return [first.topic, second.topic];
  }
  return null;
}

/** What a part asks that is not clear by itself, by what the other parts ask; null when they do not tell. */
function settledByOthers(part: Ranking, clear: readonly Topic[], likeliest: Topic): Topic | null {
  if (clear.length === 0) return null;
  const chances = new Map(part.all().map(({ topic, probability }) => [topic, probability]));
  const chance = (topic: Topic): number => chances.get(topic) ?? 0;
  for (const { exchange, yearly } of TWICE_ASKED)
    if ([exchange, yearly].includes(part.best.topic) && chance(exchange) + chance(yearly) >= CERTAIN)
      return clear.some(topic => EXCHANGE_TOPICS.includes(topic)) ? exchange : yearly;
  return !clear.includes(likeliest) && chance(likeliest) >= LIKELY_ALONE ? likeliest : null;
}

/** What the bare words are written with. */
const BARE_LETTERS = new Set([...BARE].join(''));
const TRAILING = ' \n\t?？!！。，,.…~～吗呢啊呀吧嘛哦';

function isBare(text: string): boolean {
  for (const letter of text) if (!BARE_LETTERS.has(letter) && !TRAILING.includes(letter)) return false;
  return BARE.has(text.replace(/[\s?？!！。，,.…~～吗呢啊呀吧嘛哦]+/gu, '').toLowerCase());
}
