import type { Policy } from '../policy.ts';
import { clauses } from './clauses.ts';
import { annual, contact, exchange, silences } from './facts.ts';
import { openPoints } from './open-points.ts';
import { topics } from './topics.ts';
import { document, id, version } from './values.ts';

/** 琼建人〔2020〕135号, the notice of Hainan that this project began with: its values and its texts. */
export const hainan: Policy = {
  id,
  version,
  document,
  exchange,
  annual,
  contact,
  silences,
  clauses,
  openPoints,
  topics,
};
