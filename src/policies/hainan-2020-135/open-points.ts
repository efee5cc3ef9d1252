import type { OpenPoint } from '../policy.ts';
export const openPoints: OpenPoint[] = [];
