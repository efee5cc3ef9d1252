import type { ClauseId, Policy } from './policy.ts';

/** One step of a renewal; its words stand under `step-<id>` in the notice's own texts. */
export interface Step {
  id: string;
  clauses: readonly ClauseId[];
}

/** Something a person may see on the screen, and the step at which it is seen; its words stand under `screen-<id>`. */
export interface Screen {
  id: string;
  step: string;
  /** What tells it in a message in simplified characters and lower case. */
  words: RegExp;
}

/** A notice with all that a conversation needs beside the rules: its steps, its screens and its own texts. */
export interface Notice {
  policy: Policy;
  steps: readonly Step[];
  screens: readonly Screen[];
  /** The folder of `zh-CN.ftl` and `en.ftl`. */
  texts: URL;
}
