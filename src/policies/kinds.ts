/** The kinds of certificate that the public interface knows. */
export const CERTIFICATE_KINDS = ['training', 'electronic', 'safety-officer', 'post', 'other'] as const;
export type CertificateKind = (typeof CERTIFICATE_KINDS)[number];

/** How a rule on two years of hours can be read: which days are a year, which years are a pair, which hours count. */
export const YEAR_KINDS = ['calendar', 'anniversary'] as const;
export const PAIR_KINDS = ['rolling', 'fixed', 'both-short'] as const;
export const CREDIT_KINDS = ['full', 'capped'] as const;
export type YearKind = (typeof YEAR_KINDS)[number];
export type PairKind = (typeof PAIR_KINDS)[number];
export type CreditKind = (typeof CREDIT_KINDS)[number];
