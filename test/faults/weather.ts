import type { Fault } from '../support/bot-api/server.ts';
import { pick, type Random } from './random.ts';

type Trouble = Omit<Fault, 'method' | 'times'>;
type Weather = (method: string) => Trouble | undefined;

/** What meets a call: in so many of a hundred. */
const often =
  (percent: number, kinds: readonly Trouble[]) =>
  (random: Random): Weather =>
  () =>
    random() * 100 < percent ? pick(kinds, random) : undefined;

/** The troubles of a Bot API. */
export const WEATHERS: Readonly<Record<string, (random: Random) => Weather>> = {
  'is down': often(100, [{ cut: 'before' }]),
  'answers 429 in a storm': often(60, [{ status: 429, retryAfter: 1 }]),
  'answers 500, 502 and 504': often(50, [{ status: 500 }, { status: 502 }, { status: 504 }]),
  'cuts connections, before and after': often(30, [{ cut: 'before' }, { cut: 'after' }]),
  'breaks off in the middle of its answers': often(30, [{ cut: 'half' }]),
};

export const FAIR: Weather = () => undefined;
