import { TOPICS, type Topic } from '../policies/policy.ts';
import type { Understanding } from '../understanding/index.ts';
import { certificateName } from './certificate-names.ts';
import { labelKey, offeredKey } from './choices.ts';
import { type Desk, type Spoken, talkAt } from './desk.ts';
import { underwayTopic } from './going-on.ts';
import { perText } from './per-text.ts';
import { type AskedFact, type Certificate, currentCertificate, isBlank, type KeptFact, type State } from './state.ts';
import { onceADay, replyOf, say, type Talk } from './talk.ts';

/** The choice that the text picks by its label, its place (第二个) or its number; null when there is no such place. */
export function pick(state: State, text: string, { ordinal, number }: Understanding): string | null | undefined {
  const key = labelKey(text);
  const byLabel = state.offered.find(({ label }) => offeredKey(label) === key);
  if (byLabel !== undefined) return byLabel.id;
  const place = ordinal ?? (number !== null && !expectsNumber(state) && /^\s*\S{1,2}\s*$/.test(text) ? number : null);
  if (place === null || state.offered.length === 0) return undefined;
  const chosen = state.offered.at(place === -1 ? -1 : place - 1);
  if (place !== 0 && chosen !== undefined) return chosen.id;
  // A bare number beyond the last place is an amount as likely as a place.
  return ordinal === null && (place === 0 || place > MOST_PLACES) ? undefined : null;
}

/** Nobody counts out more choices than fit on a phone. */
const MOST_PLACES = 9;

/** Labels that people type as well when their choice is not among the last ones any more. */
const STEADY = [
  ['do:readings', 'choice-explain-readings'],
  ['do:review', 'choice-change'],
  ['do:open-points', 'choice-open-points'],
  ['step:walk', 'choice-walk'],
  ['topic:renewal-steps', 'choice-walk-past'],
] as const;
/** These name a certificate, or a person of the roster, that must be known. */
const RECEIPT = 'choice-receipt';
const OWN = [
  ['own:watch', 'own-choice-watch'],
  ['own:records', 'own-choice-records'],
] as const;
/** No label of a choice. */
const NEVER_OFFERED: readonly Topic[] = ['out-of-scope'];
/** What people call a fact besides its name in the list. */
const OTHER_NAMES: readonly (readonly [RegExp, AskedFact])[] = [
  [
    /^(?:发证|拿证|取证)?的?(?:年份|年度|日期|时间|年月|哪年)$|^(?:date|year)(?:of)?issued?$|^issued?(?:date|year)?$|^(?:date|year)$/,
    'certificate.issuedOn',
  ],
  [/^证?书?的?(?:种类|类型|类别)$|^kind$/, 'certificate.kind'],
  [/^岗位(?:代码)?$|^工种$|^code$/, 'certificate.code'],
  [/^(?:各年|每年|年度)?的?学时$|^hours$/, 'records'],
  [/^有效期$|^validity$/, 'certificate.validUntil'],
];

/** A label of earlier replies, or a line of the list of answers by its name alone (「发证年份」). */
export function pickLater(
  talk: Talk,
  text: string,
  { asked, certain }: Pick<Understanding, 'asked' | 'certain'> = { asked: [], certain: false },
): string | undefined {
  const key = labelKey(text);
  const isOf = (id: string) => offeredKey(say(talk, id)) === key;
  const steady = STEADY.find(([, id]) => isOf(id));
  if (steady !== undefined) return steady[0];
  const { access } = talk.state.own;
  const mayLook = access !== null && talk.now < access.untilMs && !talk.group && !talk.mute;
  if (mayLook && labelKey(say(talk, 'own-choice-watch')) === key) return 'own:watch';
  const topic = key === '' ? undefined : topicLabelled(talk, key);
  // What is understood by its words is answered without leaving what is open.
  if (topic !== undefined && !(certain && asked[0] === topic)) return `topic:${topic}`;
  const ofState = pickOfState(talk, key, isOf);
  if (ofState !== undefined) return ofState;
  const { open, offered } = talk.state;
  if (open?.kind !== 'review' || key === '') return undefined;
  const named = OTHER_NAMES.find(([words]) => words.test(key))?.[1];
  const lines = offered.filter(({ id }) => id.startsWith('change:'));
  const own = lines.find(({ id }) => id === `change:${named}`);
  const [only, ...others] = lines.filter(({ label }) => labelKey(label).startsWith(key));
  return own?.id ?? (others.length === 0 ? only?.id : undefined);
}

const CHANGE_TO =
  /^(?:请|請|帮我|幫我|我(?:要|想))?(?:把|将|將)?(?:我的|证的|證的|证书的)?(?<zh>[^,，。把将]{1,8}?)(?:改|换|換|更正)(?:成|为|為|到)(?<to>[^,，。?？]{1,24})[。.!！]?$|^(?:please |can you )?(?:change|correct|set|make) (?:the |my )?(?<en>[a-z ]{3,20}?) (?:to|into) (?<into>[^?]{1,40}?)[.!]?$/iu;

/** 「把发证年份改成2018」: the fact that is named, and what it is to be. */
export const changeIn = perText((text): { fact: KeptFact; to: string } | undefined => {
  const { zh, to, en, into } = CHANGE_TO.exec(text.normalize('NFKC').trim())?.groups ?? {};
  const name = labelKey(zh ?? en ?? '');
  const fact = OTHER_NAMES.find(([words]) => words.test(name))?.[1];
  const value = to ?? into;
  return fact === undefined || value === undefined || fact === 'records' ? undefined : { fact, to: value };
});

function topicLabelled(talk: Talk, key: string): Topic | undefined {
  const topics = onceADay(
    talk,
    'topics by their labels',
    () =>
      new Map(
        TOPICS.filter(topic => !NEVER_OFFERED.includes(topic)).map(topic => [
          labelKey(say(talk, `topic-${topic}`)),
          topic,
        ]),
      ),
  );
  return topics.get(key);
}

/** A label that means something only by what the chat knows. */
function pickOfState(talk: Talk, key: string, isOf: (id: string) => boolean): string | undefined {
  const { certificates, own } = talk.state;
  if (isOf(RECEIPT) && !isBlank(currentCertificate(talk.state))) return 'do:receipt';
  if (own.access !== null && talk.now < own.access.untilMs) {
    const named = OWN.find(([, id]) => isOf(id));
    if (named !== undefined) return named[0];
  }
  const at = certificates.findIndex(one => !isBlank(one) && labelKey(labelOf(talk, one)) === key);
  return at < 0 ? undefined : `certificate:${at}`;
}

const labelOf = (talk: Talk, certificate: Certificate): string =>
  say(talk, 'choice-certificate', { name: certificateName(talk, certificate) });

/** Where a number is asked for, a bare number is the value and not the place of a choice. */
function expectsNumber({ open }: State): boolean {
  return (
    open?.kind === 'fact' &&
    ['training.hours', 'training.professionalHours', 'certificate.issuedOn', 'records', 'certificate.code'].includes(
      open.fact,
    )
  );
}

export function noSuchNumber(desk: Desk, state: State, { number, ordinal }: Understanding): Spoken {
  const talk = talkAt(desk, state);
  const reply = replyOf(
    [say(talk, 'choice-unknown-number', { n: String(ordinal ?? number), count: String(state.offered.length) })],
    state.offered,
  );
  const topic = underwayTopic(state);
  return { state, answer: { topic, topics: [topic], certain: true, replies: [reply] } };
}
