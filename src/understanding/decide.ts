import type { Topic } from '../policies/policy.ts';
import type { Rank } from './rank.ts';
import { questionsIn } from './segments.ts';
import type { RankedTopic, Understanding } from './understanding.ts';

/** What is asked, and how surely. */
export type Decision = Pick<Understanding, 'ranking' | 'asked' | 'certain'>;

/** From this probability on the likeliest topic is answered; below it fewer than half of them are right, and the person is asked. */
const CERTAIN = 0.45;
/** Two questions are answered only where each is this clear by itself: one that is taken apart wrongly answers what nobody asked. */
const CLEAR_ALONE = 0.8;
/** Longer messages tell stories; nobody asks five things at once and means it. */
const MOST_QUESTIONS = 4;

/** Said in passing beside a question: they never make a second one. */
const BESIDE: readonly Topic[] = ['greeting', 'thanks', 'out-of-scope', 'help', 'human', 'language'];

/** Plain text → what it asks: one topic, several in the order of asking, or none that could be told. */
export function createDecide(rank: Rank): (text: string) => Decision {
  return text => {
    const ranking = rank(text);
    const best = ranking[0]!;
    const several = severalTopics(text, ranking, rank);
    if (several) return { ranking, asked: several, certain: true };
    const certain = best.probability >= CERTAIN;
    return { ranking, asked: certain ? [best.topic] : [], certain };
  };
}

function severalTopics(text: string, ranking: readonly RankedTopic[], rank: Rank): Topic[] | null {
  const questions = questionsIn(text);
  if (questions.length < 2 || questions.length > MOST_QUESTIONS) return null;
  const asked: Topic[] = [];
  for (const question of questions) {
    const { topic, probability } = rank(question)[0]!;
    if (probability < CLEAR_ALONE || BESIDE.includes(topic)) continue;
    if (!asked.includes(topic)) asked.push(topic);
  }
  return asked.length > 1 && asked.includes(ranking[0]!.topic) ? asked : null;
}
