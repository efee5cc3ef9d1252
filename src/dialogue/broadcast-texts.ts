import type { Mailing, Progress } from '../delivery/index.ts';
import { formatList, type Words } from '../locale/index.ts';

/** How far a broadcast has come, in one line. */
export function statusLine(
  words: Words,
  { id, state, progress }: { id: string; state: Mailing['state'] | 'draft'; progress: Progress },
): string {
  const { counts, expected, all, perSecond, secondsLeft } = progress;
  const numbers = Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, String(count)]));
  const isSending = state === 'sending';
  return words.say('broadcast-status', {
    ...numbers,
    id,
    state: words.say(`broadcast-state-name.${state}`),
    expected: String(expected),
    all: all || !isSending ? 'yes' : 'no',
    rate: isSending && perSecond !== undefined ? perSecond.toFixed(1) : 'none',
    left: isSending && secondsLeft !== undefined ? String(Math.ceil(secondsLeft)) : 'none',
  });
}

/** What a draft goes out with although the notice does not say it. */
export function overriddenText(words: Words, { items, reason }: { items: readonly string[]; reason: string }): string {
  return words.say('broadcast-overridden', { items: formatList([...new Set(items)], words.locale), reason });
}
