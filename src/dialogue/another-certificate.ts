import { type Desk, type Said, type Spoken, spokenOn, talkAt } from './desk.ts';
import { ofThis, withNote } from './notes.ts';
import { perText } from './per-text.ts';
import { answerEligibility, lookAt } from './renewal.ts';
import { currentCertificate, isBlank, NO_CERTIFICATE, type State, withAnotherCertificate } from './state.ts';
import { say } from './talk.ts';

/** What is said around the request, and adds nothing to it. */
const FILLER_ZH =
  /那么|那|好的|好|行|嗯|我|想|帮|幫|请|請|麻烦|就|先|[看查问問说說来來呢吧要的]|一下|怎么样|怎麼樣|证书?|證書?|[,，。.!！?？\s]/g;
const ANOTHER_ZH =
  /^(?:另(?:外)?开?[一1]?[本张張]|换[一1]?[本张張]|換[一1]?[本张張]|再[开開]?[一1]?[本张張]|新[开開]?[一1]?[本张張]|下面?[一1]?[本张張]|[还還]有[一1]?[本张張])$/;
/** 「换一本证」 is about the exchange. */
const EXCHANGES = /[换換].*[证證]/;
const FILLER_EN =
  /^(?:ok|okay|now|then|and|well|so|lets|let's|let|us|can|could|we|you|i|i'd|like|want|would|to|have|there's|there|about|what|how|please|look|at|check|see|take|do|start|open|go|try|ask|with|too|instead|as|a|an|the|my)$/;
const ANOTHER_EN =
  /^(?:another|(?:another|other|next|second|new|different) (?:one|certificate|cert|card)|one more(?: certificate)?)$/;
/** "Can I have a new one" asks for a certificate, and "open a new one" for a page of ours. */
const OPENS = /\b(?:look|check|see|start|open|try|do)\b/i;
const LONGEST = 60;

const asksForAnother = perText(text => {
  const typed = plainOf(text);
  if (typed.length > LONGEST) return false;
  if (/\p{Script=Han}/u.test(typed)) return ANOTHER_ZH.test(typed.replace(FILLER_ZH, '')) && !EXCHANGES.test(typed);
  const words = typed.toLowerCase().split(/[^a-z']+/);
  const core = words.filter(word => word !== '' && !FILLER_EN.test(word)).join(' ');
  return ANOTHER_EN.test(core) && (!/\bnew\b/.test(core) || OPENS.test(typed));
});

const plainOf = (text: string): string => text.normalize('NFKC').trim();

/** The one that was told besides, and no new one. */
const THE_OTHER = /下|另外?[一1]?[本张張]|\b(?:the (?:other|next|second)|next|my other)\b/i;
const A_NEW_ONE = /新|开|開|再|换|換|\b(?:new|different|another|one more)\b/i;

/** 「另开一本来看」, "look at another one": the one told besides, or a new one; what was said of the former stays. */
export function hearAnother(desk: Desk, state: State, text: string): Spoken | undefined {
  if (!asksForAnother(text)) return undefined;
  const typed = plainOf(text);
  if (state.underway?.kind === 'steps') return undefined;
  const told = THE_OTHER.test(typed) && !A_NEW_ONE.test(typed) ? otherTold(desk, state) : undefined;
  const next = told === undefined ? withAnotherCertificate(state, NO_CERTIFICATE) : { ...state, current: told };
  const talk = talkAt(desk, { ...next, open: null });
  const said: Said = answerEligibility(talk);
  const first = isBlank(currentCertificate(state)) && told === undefined;
  const note = first ? '' : told === undefined ? say(talk, 'another-certificate') : ofThis(talk);
  return spokenOn('eligibility', { ...said, replies: withNote(said.replies, note) });
}

/** The only other one, or the first of which something is still to be asked. */
function otherTold(desk: Desk, state: State): number | undefined {
  const others = state.certificates.flatMap((one, at) => (at === state.current || isBlank(one) ? [] : [at]));
  const open = others.find(current => lookAt(talkAt(desk, { ...state, current })).next !== undefined);
  return open ?? (others.length === 1 ? others[0] : undefined);
}
