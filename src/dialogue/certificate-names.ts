import { choice } from './choices.ts';
import { tradeShort } from './questions.ts';
import type { Certificate } from './state.ts';
import { say, type Talk } from './talk.ts';
import type { Choice } from './turn.ts';

/** What a certificate is called among others: 「施工员（2016年）」. */
export function certificateName(talk: Talk, { facts }: Certificate): string {
  const year = facts['certificate.issuedOn'];
  return say(talk, 'certificate-name', {
    trade: tradeShort(talk, facts) ?? kindName(talk, facts),
    year: year === undefined || year === 'unknown' ? 'none' : year.slice(0, 4),
  });
}

function kindName(talk: Talk, { 'certificate.kind': kind, 'certificate.kinds': kinds }: Certificate['facts']): string {
  if (kinds !== undefined) return say(talk, 'certificate-safety');
  return kind === undefined || kind === 'unknown' ? say(talk, 'certificate-untold') : say(talk, `value-kind-${kind}`);
}

/** One of several certificates, to be looked at by itself. */
export function certificateChoice(talk: Talk, at: number): Choice {
  return choice(talk, `certificate:${at}`, 'certificate', {
    name: certificateName(talk, talk.state.certificates[at]!),
  });
}
