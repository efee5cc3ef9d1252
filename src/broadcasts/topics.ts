import type { Topic } from '../policies/policy.ts';
import { createUnderstanding, type Understand } from '../understanding/index.ts';

/** Made with the first text, because most commands need none. */
let understand: Understand | undefined;

/** What a text is about: what it would be understood to ask, or else the hours of the year. */
export function topicsOf(text: string, today: string): readonly Topic[] {
  understand ??= createUnderstanding();
  const { asked, certain } = understand(text, { today, locale: 'zh-CN', lastTopic: null, asking: null });
  return certain && asked.length > 0 && !asked.includes('out-of-scope') ? asked : ['annual-hours'];
}
