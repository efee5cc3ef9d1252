/**
 * The timetable of one bot as it stands in the store: moments for single messages, an even step apart, handed out in advance. Who comes
 * late to a moment has not lost the ones after it, and no second holds more of them than its share.
 */
export interface Timetable {
  /** The first moment that nobody has yet, milliseconds since 1970. */
  nextMs: number;
  /** No moment lies before this one. */
  heldUntilMs: number;
}

/** Moments for some messages: the first of them, and how far apart they are. */
export interface Moments {
  fromMs: number;
  stepMs: number;
  count: number;
}

export const FREE: Timetable = { nextMs: 0, heldUntilMs: 0 };

/** Gives the next moments, as long as they begin within `aheadMs` from now; else says how long to wait before asking again. */
export function reserve(
  { nextMs, heldUntilMs }: Timetable,
  { count, stepMs, aheadMs, nowMs }: { count: number; stepMs: number; aheadMs: number; nowMs: number },
): { table: Timetable; moments: Moments } | { waitMs: number } {
  const fromMs = Math.max(nextMs, heldUntilMs, nowMs);
  if (fromMs - nowMs > aheadMs) return { waitMs: fromMs - nowMs - aheadMs };
  return { table: { nextMs: fromMs + count * stepMs, heldUntilMs }, moments: { fromMs, stepMs, count } };
}

/** Books messages that have left without asking: everything after them moves on. */
export function book({ nextMs, heldUntilMs }: Timetable, messages: number, stepMs: number, nowMs: number): Timetable {
  return { nextMs: Math.max(nextMs, nowMs) + messages * stepMs, heldUntilMs };
}

/** Leaves the time until then empty. */
export function hold(table: Timetable, untilMs: number): Timetable {
  return { ...table, heldUntilMs: Math.max(table.heldUntilMs, untilMs) };
}
