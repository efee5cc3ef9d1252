import type { OpenPoint } from '../policy.ts';
import { exchangePoints } from './open-points/exchange.ts';
import { hoursPoints } from './open-points/hours.ts';
import { unsaidPoints } from './open-points/unsaid.ts';

/** Everything that the notice leaves open: how it can be read, why, who could settle it, and what is done meanwhile. */
// Marked as pure, so that a page that never shows it does not load it.
export const openPoints: OpenPoint[] = /* @__PURE__ */ [hoursPoints, exchangePoints, unsaidPoints].flat();
