import type { Mailing, Progress } from '../delivery/index.ts';
import { formatList, formatMoment, type Words } from '../locale/index.ts';

/** How far a broadcast has come, in one line; before it has begun, when it is to go out. */
export function statusLine(
  words: Words,
  {
    id,
    state,
    atMs,
    progress,
  }: { id: string; state: Mailing['state'] | 'draft'; atMs: number | null; progress: Progress },
): string {
  const name = words.say(`broadcast-state-name.${state}`);
  if (state === 'draft' || state === 'scheduled' || state === 'missed')
    return words.say('broadcast-status-before', {
      id,
      state: name,
      at: atMs === null ? 'none' : formatMoment(atMs).slice(0, 16),
    });
  const { counts, expected, all, perSecond, secondsLeft } = progress;
  const numbers = Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, String(count)]));
  const isSending = state === 'sending';
  return words.say('broadcast-status', {
    ...numbers,
    id,
    state: name,
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
