/**
 * The timetable of one bot as it stands in the store: moments for single messages, an even step apart, handed out in advance. Who comes
 * late to a moment has not lost the ones after it, and no second holds more of them than its share.
 */
export interface Timetable {
  /** The first moment that nobody has yet, milliseconds since 1970. */
  nextMs: number;
  /** No moment lies before this one. */
  heldUntilMs: number;
  /** When that was said. */
  heldSinceMs?: number;
  /** When the moments began to follow each other without a gap. */
  busySinceMs: number;
  /** How much further apart the moments are since the last hold; wears off. */
  easedBy?: number;
}

/** Moments for some messages: the first of them, and how far apart they are. */
export interface Moments {
  fromMs: number;
  stepMs: number;
  count: number;
}

export const FREE: Timetable = { nextMs: 0, heldUntilMs: 0, busySinceMs: 0 };

/** After so long without a message the first ones take longer than those that follow, which would come too close to them. */
const GAP_MS = 500;
const BEGINNING_MS = 1_000;
const SLOWER = 1.06;

/**
 * Each hold says that messages arrive less evenly than they leave (a busy machine, a far network): they are put a little further apart for
 * a while, as the pause that a hold costs is worth thirty of them.
 */
const EASE = 0.01;
const MOST_EASE = 0.06;
const EASE_HALVES_MS = 180_000;

function easedBy({ easedBy = 0, heldSinceMs = 0 }: Timetable, nowMs: number): number {
  return easedBy * 0.5 ** (Math.max(0, nowMs - heldSinceMs) / EASE_HALVES_MS);
}

/** Nobody plans so far ahead, and nothing was said so long after now: the clock has been put back since. */
const FAR_MS = 120_000;
const isOfNow = (ms: number, nowMs: number): boolean => ms - nowMs < FAR_MS;

function heldUntil({ heldUntilMs, heldSinceMs = 0 }: Timetable, nowMs: number): number {
  return isOfNow(heldSinceMs, nowMs) ? heldUntilMs : 0;
}

/** Gives the next moments, as long as they begin within `aheadMs` from now; else says how long to wait before asking again. */
export function reserve(
  table: Timetable,
  { count, stepMs, aheadMs, nowMs }: { count: number; stepMs: number; aheadMs: number; nowMs: number },
): { table: Timetable; moments: Moments } | { waitMs: number } {
  const fromMs = Math.max(isOfNow(table.nextMs, nowMs) ? table.nextMs : 0, heldUntil(table, nowMs), nowMs);
  if (fromMs - nowMs > aheadMs) return { waitMs: fromMs - nowMs - aheadMs };
  const busySinceMs = fromMs - table.nextMs > GAP_MS ? fromMs : table.busySinceMs;
  const step = stepMs * (fromMs - busySinceMs < BEGINNING_MS ? SLOWER : 1 + easedBy(table, nowMs));
  return {
    table: { ...table, nextMs: fromMs + count * step, busySinceMs },
    moments: { fromMs, stepMs: step, count },
  };
}

/** Books messages that have left without asking: everything after them moves on. */
export function book(table: Timetable, messages: number, stepMs: number, nowMs: number): Timetable {
  const fromMs = isOfNow(table.nextMs, nowMs) ? Math.max(table.nextMs, nowMs) : nowMs;
  return { ...table, nextMs: fromMs + messages * stepMs };
}

/** Moves what nobody has yet: moments that were handed out have been used late. One that lies in the past is late enough. */
export function moved(table: Timetable, byMs: number, nowMs: number): Timetable {
  return table.nextMs > nowMs ? { ...table, nextMs: table.nextMs + byMs } : table;
}

/** Leaves the time until then empty, and what follows a little further apart. */
export function hold(table: Timetable, untilMs: number, nowMs: number): Timetable {
  return {
    ...table,
    heldUntilMs: Math.max(heldUntil(table, nowMs), untilMs),
    heldSinceMs: nowMs,
    easedBy: Math.min(MOST_EASE, easedBy(table, nowMs) + EASE),
  };
}
