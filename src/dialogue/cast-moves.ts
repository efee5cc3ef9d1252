import { BROADCAST_ACTS } from './broadcast-asks.ts';

/** What a choice of the broadcasts does; those of a broadcast that there is come with its id. */
export const CAST_MOVES = [
  'new',
  'list',
  'rewrite',
  'override',
  'leave',
  'all',
  'short',
  'disputed',
  'preview',
  'now',
  'urgent',
  'later',
  'status',
  'end',
  ...BROADCAST_ACTS,
] as const;
export type CastMove = (typeof CAST_MOVES)[number];
