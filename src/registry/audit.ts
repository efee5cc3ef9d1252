import { randomBytes } from 'node:crypto';
import { NOTHING, type Store } from '../store/port.ts';

/** What an administrator did, kept for good: who, when, how many; never a name or a number of those it was done to. */
export interface Action {
  /** Milliseconds since 1970. */
  at: number;
  /** `cli:<login>`, `telegram:<id>`, or `person` for somebody who did it to their own data. */
  who: string;
  /** `roster-import`, `roster-withdraw`, `roster-export`, `roster-invite`, `data-deleted`; others may add theirs. */
  action: string;
  counts: Readonly<Record<string, number>>;
  /** Which broadcast it was done to. */
  about?: string;
  /** Why, where a reason was asked for. */
  reason?: string;
  /** What the person was told who had their data deleted; of nobody else's use. */
  receipt?: string;
}

const AUDIT = 'audit:';
const TIME_DIGITS = 12;

/** Notes an action. Kept by time, so that a log reads in order on a store that keeps an order. */
export async function noteAction(store: Store, action: Action): Promise<void> {
  const time = action.at.toString(36).padStart(TIME_DIGITS, '0');
  const key = `${AUDIT}${time}-${randomBytes(6).toString('hex')}`;
  await store.write(key, Buffer.from(JSON.stringify(action)), NOTHING);
}

/** All actions, the latest first. */
export async function actionsOf(store: Store): Promise<Action[]> {
  const actions: Action[] = [];
  for await (const { value } of store.scan(AUDIT)) actions.push(JSON.parse(Buffer.from(value).toString()) as Action);
  return actions.sort((one, other) => other.at - one.at);
}
