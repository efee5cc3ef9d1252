import type { Holder, Understanding } from '../understanding/index.ts';
import type { Spoken } from './desk.ts';
import { ofThis, withNote } from './notes.ts';
import { perText } from './per-text.ts';
import {
  type Certificate,
  currentCertificate,
  isBlank,
  isOwnQuestion,
  NO_CERTIFICATE,
  type State,
  withAnotherCertificate,
} from './state.ts';
import { say, type Talk } from './talk.ts';
import { HOURS_TOPICS } from './topics/related.ts';

/** Whose certificate is talked of from here on, and to whom the talk has turned; null: to nobody new. */
export interface Turned {
  state: State;
  to: 'other' | 'own' | 'place' | null;
}

/** What somebody else’s certificate is like never comes to one’s own, nor the other way: each has a certificate by itself. */
export function turnToHolder(state: State, { holder, facts }: Understanding): Turned {
  const stays: Turned = { state, to: null };
  const { open } = state;
  if (holder === null || isOwnQuestion(open) || open?.kind === 'delete' || open?.kind === 'broadcast') return stays;
  const current = currentCertificate(state);
  const named = nameOf(state, holder, facts.length > 0);
  if (named === null || named === current.holder) return stays;
  const known = state.certificates.findLastIndex(one => one.holder === named && !isBlank(one));
  const fresh: Certificate = named === undefined ? NO_CERTIFICATE : { ...NO_CERTIFICATE, holder: named };
  const moved = known < 0 ? withAnotherCertificate(state, fresh) : { ...state, current: known };
  // What was asked, or under way, was about the certificate before.
  const waits = open?.kind === 'fact' || open?.kind === 'review';
  const state_: State = {
    ...moved,
    open: waits ? null : open,
    underway: state.underway?.kind === 'steps' ? state.underway : null,
  };
  return { state: state_, to: named === undefined ? 'own' : 'other' };
}

/** Undefined: the speaker’s own; null: it cannot be told. */
function nameOf(state: State, holder: Holder, tells: boolean): string | undefined | null {
  if (holder.own) return undefined;
  if (holder.pronoun !== true) return holder.who;
  // 「他」 is whoever was talked of; where nobody was, it may as well be the certificate (它) that is meant.
  const current = currentCertificate(state).holder;
  if (current !== undefined) return current;
  const last = state.certificates.findLast(one => one.holder !== undefined)?.holder;
  if (last !== undefined) return last;
  return tells && state.open?.kind !== 'fact' ? holder.who : null;
}

const PLACED = /第 ?([一二三四五六七八九1-9])(?: ?[本张張]|[个個]证)/;
const PLACES = '一二三四五六七八九';
const placeNamed = perText(text => PLACED.exec(text)?.[1]);

/** 「第二本会不会作废」: the one that was told second; one more than were told is a new one. */
export function turnToPlace(turned: Turned, text: string, { facts }: Understanding): Turned {
  const { state } = turned;
  const place = placeNamed(text);
  const told = state.certificates.flatMap((one, at) => (isBlank(one) ? [] : [at]));
  if (place === undefined || told.length < 2 || isOwnQuestion(state.open)) return turned;
  const nth = PLACES.includes(place) ? PLACES.indexOf(place) : Number(place) - 1;
  const known = told[nth];
  if (known === state.current || (known === undefined && !(nth === told.length && facts.length > 0))) return turned;
  const moved = known === undefined ? withAnotherCertificate(state, NO_CERTIFICATE) : { ...state, current: known };
  return { state: { ...moved, open: null, underway: null }, to: known === undefined ? turned.to : 'place' };
}

/** 「那我呢」, "and mine?": nothing but whose certificate is to be looked at. */
export function asOfHolder({ to }: Turned, text: string, understood: Understanding): Understanding {
  const isAll = to !== null && !understood.certain && understood.facts.length === 0 && text.length <= 16;
  return isAll ? { ...understood, asked: ['eligibility'], certain: true } : understood;
}

const PERSONAL: readonly string[] = [
  ...HOURS_TOPICS,
  'eligibility',
  'unrenewed-validity',
  'left-post',
  'safety-officer',
];

/** Says whose certificate it is that an answer speaks of, once it is another one’s than before. */
export function tellWhose(talk: Talk, spoken: Spoken, to: Turned['to']): Spoken {
  const { answer } = spoken;
  if (to === null || !answer.certain || !answer.topics.some(topic => PERSONAL.includes(topic))) return spoken;
  const isAlone = talk.state.certificates.every(one => one.holder !== undefined || isBlank(one));
  if (to === 'place') return { ...spoken, answer: { ...answer, replies: withNote(answer.replies, ofThis(talk)) } };
  if (isAlone) return spoken;
  const note = say(talk, to === 'own' ? 'your-own-again' : 'of-somebody-else');
  return { ...spoken, answer: { ...answer, replies: withNote(answer.replies, note) } };
}
