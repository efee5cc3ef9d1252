/** placeholder, replaced by the policy schema */
export type ClauseId = string;

/** Everything a person can want to know or do, in the words of the public interface (README, topics). */
export const TOPICS = [
  'eligibility', 'scope', 'old-post-certificate', 'not-in-system', 'renewal-deadline', 'missed-deadline', 'renewal-steps',
  'renewal-hours', 'old-certificate-void', 'unrenewed-validity', 'reissue-change-cancel', 'annual-hours', 'hours-start',
  'hours-shortfall', 'left-post', 'my-hours', 'hours-not-posted', 'where-to-train', 'online-training',
  'choice-of-institution', 'assessment', 'safety-officer', 'employer-duties', 'source', 'contact', 'upcoming-deadlines',
  'reminders-on', 'reminders-off', 'my-data', 'greeting', 'thanks', 'help', 'human', 'language', 'not-covered', 'out-of-scope',
] as const;
export type Topic = (typeof TOPICS)[number];
