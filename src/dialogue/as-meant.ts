import { EXCHANGE_TOPICS, type Topic } from '../policies/policy.ts';
import { type Fact, looksStruck, saysNothing, type Understanding } from '../understanding/index.ts';
import { phaseOf } from './day-texts.ts';
import { type Desk, talkAt } from './desk.ts';
import { saysUnexchanged } from './hours-kinds.ts';
import { ofAStep, wantsExchange } from './in-the-walk.ts';
import { noWishForReminders } from './of-reminders.ts';
import { asksOfRoster, regretsSending, speaksOfDeleting } from './own-data.ts';
import { cue } from './per-text.ts';
import { asksMaterials, plainlyAsked } from './plainly-asked.ts';
import { outOfTheBin } from './said-besides.ts';
import { currentCertificate, type State } from './state.ts';

/** What a message asks, by what is known besides its words: which certificates they can name, and whether the exchange is over. */
export function asMeant(desk: Desk, state: State, text: string, read: Understanding): Understanding {
  if (read.facts.length === 0 && isNothing(text, read)) return { ...read, ranking: [], asked: [], certain: false };
  const understood = ofOwnData(state, text, noWishForReminders(text, read));
  const plain =
    understood.asked.length < 2 && !isSettled(understood, NOT_ASKED_PLAINLY) ? plainlyAsked(text) : undefined;
  if (plain !== undefined) return { ...understood, asked: [plain], certain: true };
  const ofSteps = wantsExchange(talkAt(desk, state), text, understood) ?? ofAStep(state, text, understood);
  if (ofSteps !== undefined) return { ...understood, asked: [ofSteps], certain: true };
  if (asksMaterials(text) && !isSettled(understood, OTHER_MATERIALS))
    return { ...understood, asked: ['renewal-steps', ...beside(understood)], certain: true };
  const out = outOfTheBin(state, text, understood);
  if (out !== undefined) return { ...understood, asked: [out], certain: true };
  const halved =
    understood.asked.length === 0
      ? (betweenTheTwo(desk, state, text, understood) ?? hoursOfOldOne(text, understood) ?? ofTitle(text, understood))
      : undefined;
  if (halved !== undefined) return { ...understood, asked: [halved], certain: true };
  if (understood.asked.length === 1 && understood.asked[0] === 'left-post' && !namesLeaving(text))
    return { ...understood, asked: [], certain: false };
  const asked = understood.asked.map(topic =>
    ofThisYear(
      desk,
      state,
      text,
      anyKind(
        state,
        text,
        understood.facts,
        byTitle(text, understood.facts, safetyGrade(understood.facts, ofYearsHours(text, understood.facts, topic))),
      ),
    ),
  );
  return asked.every((topic, at) => topic === understood.asked[at])
    ? understood
    : { ...understood, asked: [...new Set(asked)] };
}

/** Understood from the whole message, and not to be turned by a few of its words. */
const SETTLED = 0.7;
const isSettled = ({ asked, certain, ranking }: Understanding, topics: readonly Topic[]): boolean =>
  certain && asked.length === 1 && topics.includes(asked[0]!) && (ranking[0]?.probability ?? 0) >= SETTLED;

/** 「评中级职称要哪些材料」, 「档案核查要带什么」: materials of something else. */
const OTHER_MATERIALS: readonly Topic[] = ['not-covered', 'out-of-scope', 'not-in-system', 'contact'];
/** "Changed careers, is it still valid": the words of one question in another. */
const NOT_ASKED_PLAINLY: readonly Topic[] = ['left-post', 'contact', 'not-in-system'];

/** What was sent by mistake, and who deletes what, is about what is kept, in whatever words. */
function ofOwnData(state: State, text: string, understood: Understanding): Understanding {
  const isSure = understood.certain && understood.asked[0] !== 'out-of-scope';
  const goesOn = state.open?.kind === 'delete' && speaksOfDeleting(text) && !isSure;
  return regretsSending(text) || asksOfRoster(text) || goesOn
    ? { ...understood, asked: ['my-data'], certain: true }
    : understood;
}

/** What is asked besides the materials, and is not what they were taken for. */
const TAKEN_FOR_MATERIALS: readonly Topic[] = [
  'my-data',
  'source',
  'not-covered',
  'out-of-scope',
  'reissue-change-cancel',
];
const beside = ({ asked }: Understanding): Topic[] =>
  asked.filter(topic => topic !== 'renewal-steps' && !TAKEN_FOR_MATERIALS.includes(topic));

/** Keys struck in a row and a picture are not “another matter”, which is what they look most like: they are not understood. */
const isNothing = (text: string, { asked }: Understanding): boolean =>
  saysNothing(text) || (asked[0] === 'out-of-scope' && looksStruck(text));

/** What the words of a question about hours of a year look like besides: a certificate of that year. */
const OF_THAT_YEAR: readonly Topic[] = ['eligibility', 'scope', 'not-in-system', 'missed-deadline', 'renewal-hours'];
const IS_NOT_COUNTED = cue(/不算|没算|不计|没计|不作数|算不算/);

/** 「现在补2025年的行不行」, 「为什么2023年的不算」. */
function ofYearsHours(text: string, facts: readonly Fact[], topic: Topic): Topic {
  if (!facts.some(({ name }) => name === 'hoursYear')) return topic;
  if (IS_NOT_COUNTED.test(text)) return topic === 'hours-shortfall' ? topic : 'hours-start';
  return OF_THAT_YEAR.includes(topic) ? 'hours-shortfall' : topic;
}

/** What 2.1 says of those who left the post is told in English only to who speaks of leaving: a new site or city is none. */
const LEAVES = cue(
  /\b(?:left|leave|leaving|quit|quitted|no longer|not any ?more|anymore|stopped|gave up|given up|retired?|retirement|resign\w*|laid off|fired|unemployed|jobless|out of (?:the )?(?:job|post|trade|work|industry)|not work\w*|n't work\w*|never worked|(?:chang|switch)\w* (?:my |the |to )?(?:job|post|trade|position|role|career|profession|occupation|an?other|a different|office|sales)\w*|(?:another|different|other) (?:job|post|trade|position|role|line)|not in (?:the|that|this) (?:post|job|trade|position)|(?:drive|driving|driver|sales|taxi|farm\w*|restaurant|office job|manager now)|career|promot\w*|demot\w*|ceas\w*|any longer|break from|off work|maternity|sick leave|between jobs|does(?:n't| not) do|do(?:n't| not) do)\b/i,
);
const namesLeaving = (text: string): boolean =>
  /\p{Script=Han}/u.test(text) || !/[a-z]{3}/i.test(text) || LEAVES.test(text);

const OF_ONE_KIND: readonly Topic[] = ['safety-officer', 'eligibility', 'scope'];

/** 安全员 A, B, C are certificates of another kind than that of 3.1a: nothing that the notice says is said of them. */
function safetyGrade(facts: readonly Fact[], topic: Topic): Topic {
  const isGrade = facts.some(
    ({ name, value, negated }) => name === 'certificate.kinds' && String(value) === 'abc' && !negated,
  );
  return isGrade && OF_ONE_KIND.includes(topic) ? 'not-covered' : topic;
}

/** What tells the old certificate of posts from those that are called so in everyday speech. */
const SAYS_OLD = cue(/[老旧舊]|以前|早年|早期|当年|管理人员|企事业|19\d\d|200\d|20年前|\bold\b|former|management/i);

/** In the title of the training certificate, and in what the safety officer's is called; not in that of the old one. */
const POST_TRAINING = cue(/(?:岗位|崗位)(?:培训|培訓)|\bpost[- ]training\b/i);

/** What a title is most often taken for when nothing is asked with it. */
const TITLE_TAKEN_FOR: readonly Topic[] = ['old-post-certificate', 'not-covered', 'scope', 'renewal-steps', 'source'];
const NAMES_TITLE = cue(
  /封[面皮]|全[称名稱]|(?:写|寫|印)(?:的|着|著)|^[《"“]?住房和城[乡鄉]建[设設][领領]域[^,，。？?]{4,40}[》"”]?$|^(?:就|我的?|它)?是[^,，。？?吗嗎]{3,16}$|\b(?:cover|title|printed)\b/i,
);

/** The full title of another certificate than the old one of posts: which it is has been told, and not that it is the old one. */
function byTitle(text: string, facts: readonly Fact[], topic: Topic): Topic {
  if (!TITLE_TAKEN_FOR.includes(topic)) return topic;
  const kinds = facts.filter(({ name, negated }) => name === 'certificate.kind' && negated !== true);
  const isOther = kinds.length > 0 && kinds.every(({ value }) => value !== 'post' && value !== 'other');
  return isOther && (topic === 'old-post-certificate' || NAMES_TITLE.test(text)) ? 'eligibility' : topic;
}

/** The same of what could not be told, when the title is what it hangs on. */
function ofTitle(text: string, { ranking, facts }: Understanding): Topic | undefined {
  const likeliest = ranking[0]?.topic;
  if (likeliest === undefined) return undefined;
  const topic = byTitle(text, facts, likeliest);
  return topic === likeliest ? undefined : topic;
}

/** 「上岗证」「岗位证」 may be any of three certificates: what holds for the old 《岗位证书》 alone is not said before it is known which. */
function anyKind(state: State, text: string, facts: readonly Fact[], topic: Topic): Topic {
  if (topic !== 'old-post-certificate' || SAYS_OLD.test(text)) return topic;
  if (POST_TRAINING.test(text) && !/岗位证|崗位證/.test(text)) return 'eligibility';
  const named = facts.some(({ name }) => name === 'certificate.kind');
  const open = facts.some(({ name, value }) => name === 'certificate.kinds' && String(value).includes(','));
  const known = currentCertificate(state).facts['certificate.kind'] === 'post';
  return open && !named && !known ? 'eligibility' : topic;
}

/** Words of the exchange; a question without any of them, asked after it is over, is about the hours of this year. */
const OF_EXCHANGE = cue(
  /[换換涣焕唤]|更新|更改|电子|電子|系统|系統|关|關|20年|2020|二零二零|[零〇]年|exch|renew|convert|chang|swap|trad(?:e|ing) in|switch|update|clos|electronic|2020|huan|gengxin|\bhz|dianzi/i,
);
const OF_LEARNING = cue(/学|學|课|課|培训|培訓|今年|本年|继续教育|hour|training|course|this year|xueshi|jinnian/i);
const IS_SHORT = cue(/差|欠|缺|少了|没学[完够满]|不[够足]|short|missing|lack/i);

/** 「今年几号之前要学完」 years after the exchange: this year's date, and not that of 2020. */
function ofThisYear(desk: Desk, state: State, text: string, topic: Topic): Topic {
  if (topic !== 'renewal-deadline' && topic !== 'renewal-hours') return topic;
  const { policy, asOf } = talkAt(desk, state);
  if (phaseOf(policy, asOf) !== 'closed' || OF_EXCHANGE.test(text)) return topic;
  // 「够不够」 goes by the hours that were just reckoned.
  if (topic === 'renewal-hours' && state.lastTopic === 'hours-shortfall' && !OF_LEARNING.test(text))
    return 'hours-shortfall';
  if (!OF_LEARNING.test(text) || (state.lastTopic !== null && EXCHANGE_TOPICS.includes(state.lastTopic))) return topic;
  if (topic === 'renewal-deadline') return 'upcoming-deadlines';
  return IS_SHORT.test(text) ? 'hours-shortfall' : 'annual-hours';
}

/** 「那老证有效期内是不是也要每年学32学时」: of the hours, whatever else of the old certificate its words sound like. */
function hoursOfOldOne(text: string, { ranking }: Understanding): Topic | undefined {
  const near = ranking.slice(0, 3).some(({ topic }) => topic === 'annual-hours' || topic === 'hours-shortfall');
  return near && saysUnexchanged(text) && YEARLY_HOURS.test(text) ? 'annual-hours' : undefined;
}

const YEARLY_HOURS = cue(
  /(?:每年|一年|年年|每一年|还).{0,10}(?:学|學|32|三十二|继续|繼續|上课|培训)|(?:32|hours).{0,20}(?:every|each|a|per) year|every year/i,
);

const YEARLY: readonly { exchange: Topic; yearly: Topic }[] = [
  { exchange: 'renewal-deadline', yearly: 'upcoming-deadlines' },
  { exchange: 'renewal-hours', yearly: 'annual-hours' },
];
/** Together as likely as what is answered without asking back. */
const LIKELY = 0.6;

/** What was left open only because it is asked of the exchange in the same words as of this year. */
function betweenTheTwo(desk: Desk, state: State, text: string, { ranking }: Understanding): Topic | undefined {
  const [first, second] = ranking;
  // What is likely enough by itself and still not asked is a bare word.
  if (first === undefined || second === undefined || first.probability >= 0.5) return undefined;
  if (first.probability + second.probability < LIKELY) return undefined;
  const pair = YEARLY.find(({ exchange, yearly }) =>
    [first.topic, second.topic].every(topic => topic === exchange || topic === yearly),
  );
  if (pair === undefined) return undefined;
  const topic = ofThisYear(desk, state, text, pair.exchange);
  return topic === pair.exchange ? undefined : topic;
}
