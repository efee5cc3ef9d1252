export { type Condition, readCondition } from './audience.ts';
export {
  type BroadcastParts,
  type Broadcasts,
  broadcastSources,
  createBroadcasts,
  type Draft,
  MismatchError,
  type Preview,
} from './broadcasts.ts';
export type { Mismatch } from './check.ts';
export { type Clerk, createClerk } from './clerk.ts';
export { reportHead, reportLine } from './report.ts';
export { DraftError, readTexts, VARIABLES } from './text.ts';
export { topicsOf } from './topics.ts';
