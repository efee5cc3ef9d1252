import type { Notice } from '../walk-through.ts';
import { hainan } from './index.ts';
import { SCREENS, STEPS } from './steps.ts';

/** 琼建人〔2020〕135号 as the conversation uses it: the policy that the rules know, with its steps and texts. */
export const hainanNotice: Notice = {
  policy: hainan,
  steps: STEPS,
  screens: SCREENS,
  texts: new URL('./', import.meta.url),
};
