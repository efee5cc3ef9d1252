import { type Desk, type Said, type Spoken, spokenOn, talkAt } from './desk.ts';
import { ofThis, withNote } from './notes.ts';
import { answerEligibility, lookAt } from './renewal.ts';
import { currentCertificate, isBlank, NO_CERTIFICATE, type State, withAnotherCertificate } from './state.ts';
import { say } from './talk.ts';

/** A message that only asks for another certificate to be looked at. */
const ANOTHER_ZH =
  /^(?:那么?|好的?|行|嗯|我?(?:想|要|还想|還想)|帮我|幫我|请|請|麻烦|再|就|先|[,，。 ])*(?:另(?:外)?(?:再)?(?:开|開|看|查|来|來|换|換|问|問)?(?:看)?[一1]?[本张張]|(?:换|換|再(?:看|查|来|來|问|問|开|開)|新开|新開)(?:看)?(?:另外?)?[一1]?[本张張](?!新)|新的?(?:[一1])?[本张張]|(?:看|查|问|問|说|說)?(?:看)?下(?:面)?[一1]?[本张張]|(?:看|查|问|問|说|說)(?:看)?另外?[一1]?[本张張]|还有[一1]?[本张張]|還有[一1]?[本张張])(?:别的|別的|其他)?的?(?:证书?|證書?)?(?:来|來)?(?:看看|看一?下|看|查一?下|查|说|說|问|問|呢|吧|怎么样|怎麼樣|要看|要问|要問|[,，。.!！?？ ])*$/;
const ANOTHER_EN =
  /^(?:ok(?:ay)?|now|then|and|well|so|let'?s|let us|can (?:we|you|i)|could (?:we|you)|i(?:'d like| want| would like) to|i have|there(?:'s| is)|what about|how about|please|[, ])*(?:look(?: at)?|check|see|take|do|start|open|go to|try|ask about)?(?: at)?(?: with)? ?(?:(?:a|the|my|an) )?(?:another|other|next|second|new|different|one more)(?: one| certificate| cert(?:ificate)?| card)*(?:,| please| now| then| too| instead| as well|[.?! ])*$/i;
/** The one that was told besides, and no new one. */
const THE_OTHER = /下|另外?[一1]?[本张張]|\b(?:the (?:other|next|second)|next|my other)\b/i;
const A_NEW_ONE = /新|开|開|再|换|換|\b(?:new|different|another|one more)\b/i;

/** 「另开一本来看」, "look at another one": the one told besides, or a new one; what was said of the former stays. */
export function hearAnother(desk: Desk, state: State, text: string): Spoken | undefined {
  const typed = text.normalize('NFKC').trim();
  if (typed.length > 60 || !(ANOTHER_ZH.test(typed) || ANOTHER_EN.test(typed))) return undefined;
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
