import type { Topic } from '../../policies/policy.ts';

/** What people who asked this tend to ask next; shown as choices under the answer. */
export const RELATED: { readonly [T in Topic]: readonly Topic[] } = {
  eligibility: ['scope', 'renewal-deadline'],
  scope: ['eligibility', 'old-post-certificate', 'safety-officer'],
  'old-post-certificate': ['scope', 'contact'],
  'not-in-system': ['contact', 'eligibility'],
  'renewal-deadline': ['renewal-steps', 'renewal-hours', 'missed-deadline'],
  'missed-deadline': ['unrenewed-validity', 'contact'],
  'renewal-steps': ['renewal-hours', 'renewal-deadline'],
  'renewal-hours': ['where-to-train', 'online-training', 'assessment'],
  'old-certificate-void': ['renewal-steps', 'annual-hours'],
  'unrenewed-validity': ['reissue-change-cancel', 'contact'],
  'reissue-change-cancel': ['unrenewed-validity', 'contact'],
  'annual-hours': ['hours-start', 'hours-shortfall', 'where-to-train'],
  'hours-start': ['annual-hours', 'hours-shortfall'],
  'hours-shortfall': ['annual-hours', 'hours-not-posted', 'contact'],
  'left-post': ['hours-shortfall', 'contact'],
  'my-hours': ['annual-hours', 'hours-not-posted', 'reminders-on'],
  'hours-not-posted': ['my-hours', 'contact', 'annual-hours'],
  'where-to-train': ['online-training', 'choice-of-institution', 'assessment'],
  'online-training': ['where-to-train', 'assessment'],
  'choice-of-institution': ['where-to-train', 'contact'],
  assessment: ['where-to-train', 'annual-hours'],
  'safety-officer': ['annual-hours', 'where-to-train'],
  'employer-duties': ['choice-of-institution', 'annual-hours'],
  source: ['contact', 'help'],
  contact: ['source', 'not-in-system'],
  'upcoming-deadlines': ['reminders-on', 'annual-hours'],
  'reminders-on': ['reminders-off', 'upcoming-deadlines'],
  'reminders-off': ['reminders-on'],
  'my-data': [],
  greeting: ['eligibility', 'annual-hours', 'help'],
  thanks: [],
  help: ['eligibility', 'renewal-steps', 'annual-hours', 'upcoming-deadlines', 'contact'],
  human: ['contact', 'help'],
  language: ['help'],
  'not-covered': ['contact', 'scope'],
  'out-of-scope': ['eligibility', 'annual-hours', 'help'],
};

/** Topics that go on with a question about a certificate's hours. */
export const HOURS_TOPICS: readonly Topic[] = ['annual-hours', 'hours-shortfall', 'hours-start', 'my-hours'];
