import type { Text } from '../locale/index.ts';
import type { ClauseId } from '../policies/policy.ts';
import type { Understanding } from '../understanding/index.ts';
import { besideOpen } from './asides.ts';
import { topicChoices } from './choices.ts';
import { clausesAt, clausesOn, placeIn } from './clauses-named.ts';
import { type Desk, type Spoken, talkAt } from './desk.ts';
import { perText } from './per-text.ts';
import type { State } from './state.ts';
import { cite, linesOf, parts, replyOf, say, type Talk } from './talk.ts';
import type { Reply } from './turn.ts';

/** With a place of the notice: that its words are wanted. */
const WANTS_WORDS =
  /原文|原[话話句]|全文|[条條]文|怎[么麼样樣][写寫说說讲講规規解]|[写寫说說讲講][的了]?(?:是|些)?(?:什么|什麼|啥)|内容|念|[读讀]|什么意思|是(?:什么|什麼|啥)|解[释釋]|怎么解|贴|呢[?？]?$|看看|给我看|發?给我|有没有|有[吗嗎么]|\b(?:what|quote|read|show|text|words|wording|say|says|mean|explain|original|is there|about)\b/i;
/** Without a place: the words of what is talked of, or where it stands. */
const WANTS_SOURCE =
  /原文|原[话話句]|[条條]文|(?:哪|那)(?:个|個)?一?(?:条|條|款)(?:规|規|写|寫|说|說|里|上|款)|第[几幾](?:条|條|款|部分)|出自(?:哪|第几)|[规規]定在(?:哪|第几)|(?:哪[里裡儿]|在哪)[写寫说說规規]|[写寫]在(?:哪|第几)|\bwhich (?:clause|article|section|part|paragraph)\b|\b(?:exact|original|actual) (?:words|wording|text)\b|\bwhere does (?:it|the notice) say\b/i;
const WANTS_ALL =
  /(?:通知|文件|135号?)?(?:的|整个|整份)?(?:全文|整[篇份]原?文?)|(?:一共|总共|共)(?:有)?(?:几|多少)[条條]|\b(?:full|whole|entire) (?:text|notice|document)\b/i;
/** 「哪里写了10种算法」: that is how this program counts, and not what the notice says. */
const OF_READINGS = /(?:10|十|几|幾|多|那么多)[种種]算法|[种種]算法|\b(?:ten|10) readings\b/i;
/** 「通知里有没有“补学”两个字」 */
const HAS_WORDS =
  /(?:通知|文件|原文|[)）条款段]|notice|document|clause|text).{0,10}(?:有没有|有沒有|有无|写没写|提没提|提到|出现|contain|mention|say|have).{0,6}[“"「『‘'](?<words>[^”"」』’']{1,20})[”"」』’']|(?:有没有|有沒有|有无|提没提).{0,4}[“"「『‘'](?<asked>[^”"」』’']{1,20})[”"」』’'](?:这|這)?(?:[一二两三四五几]?个?字|个?词)|[“"「『‘'](?<quoted>[^”"」』’']{1,20})[”"」』’'](?:这|這)?(?:[一二两三四五几]个?字|个?词|几个字|这?句话).{0,6}(?:有|在|出现|写)/i;

const MOST_QUOTED = 3;
const LONGEST = 80;

const plainOf = (text: string): string => text.normalize('NFKC').trim().toLowerCase();

/** Nothing else can ask for a clause. */
const speaksOfClauses = perText(text => {
  const plain = plainOf(text);
  if (plain.length > LONGEST) return false;
  return WANTS_SOURCE.test(plain) || WANTS_ALL.test(plain) || placeIn(plain) !== undefined || HAS_WORDS.test(plain);
});

/** A clause asked for, by its number or by what it rules, and is given word for word; what is none is said to be none. */
export function hearClauseAsked(desk: Desk, state: State, text: string, understood: Understanding): Spoken | undefined {
  if (!speaksOfClauses(text)) return undefined;
  const answer = answerTo(talkAt(desk, state), plainOf(text), understood);
  return answer && besideOpen(talkAt(desk, state), 'source', () => answer);
}

function answerTo(talk: Talk, text: string, understood: Understanding): Reply | undefined {
  const words = HAS_WORDS.exec(text)?.groups;
  const sought = words?.words ?? words?.asked ?? words?.quoted;
  // What may be a number of a person is not repeated.
  if (sought !== undefined && !/\d{5}/.test(sought)) return whetherIn(talk, sought);
  const ids = talk.policy.clauses.map(({ id }) => id);
  const place = placeIn(text);
  // Where something else is asked for, a bare 「2.1」 is the answer to that.
  const isAll = text.replace(/[?？。.!！ ]+$/, '') === place?.name && talk.state.open?.kind !== 'fact';
  if (place !== undefined && (WANTS_WORDS.test(text) || WANTS_SOURCE.test(text) || isAll)) {
    const at = clausesAt(place, ids);
    return at.length === 0 ? noSuchClause(talk, place.name) : quote(talk, at);
  }
  if (place !== undefined || tellsMore(understood)) return undefined;
  if (WANTS_SOURCE.test(text) && OF_READINGS.test(text)) return replyOf(parts(talk, 'clause-readings'), choices(talk));
  if (WANTS_ALL.test(text)) return replyOf([cite(talk, 'clause-list.headline'), list(talk)], choices(talk));
  if (!WANTS_SOURCE.test(text)) return undefined;
  const on = clausesOn(text) ?? ofLastTopic(talk, understood);
  return on.length === 0 ? undefined : quote(talk, on);
}

/** Facts told, or several questions: the clause is not all that is wanted. */
const tellsMore = ({ asked, facts, certain }: Understanding): boolean =>
  facts.some(({ name }) => name === 'certificate.issuedOn' || name === 'record' || name === 'certificate.issuer') ||
  (certain && asked.length > 1);

/** What was asked, or talked of last, when the message names nothing itself. */
function ofLastTopic({ policy, state }: Talk, { asked, certain }: Understanding): readonly ClauseId[] {
  const topic = certain && asked[0] !== undefined && asked[0] !== 'source' ? asked[0] : state.lastTopic;
  return topic === null || topic === 'source' ? [] : policy.topics[topic];
}

/** Word for word; in English with a translation that is not the notice's. */
function quote(talk: Talk, ids: readonly ClauseId[]): Reply {
  const of = talk.policy.clauses.filter(({ id }) => ids.includes(id)).slice(0, MOST_QUOTED);
  const first = of[0]!;
  const texts = of.map((clause): Text => {
    const { zh, unofficialEn } = clause;
    return cite(talk, 'clause-text', { id: clause.id, original: zh, translation: unofficialEn });
  });
  const headline = cite(talk, 'clause-text.headline', { id: first.id, count: of.length === 1 ? 'one' : 'several' });
  return replyOf([headline, ...texts], choices(talk));
}

function noSuchClause(talk: Talk, name: string): Reply {
  return replyOf([say(talk, 'clause-none', { name }), list(talk)], choices(talk));
}

function list(talk: Talk): Text {
  const lines = talk.policy.clauses.map(({ id, heading }) =>
    cite(talk, 'clause-line', { id, heading: talk.words.locale === 'zh-CN' ? heading.zh : heading.en }),
  );
  return linesOf(lines);
}

/** Whether the notice has these very words, and where. */
function whetherIn(talk: Talk, words: string): Reply {
  const bare = (text: string) => text.normalize('NFKC').replace(/\s/g, '').toLowerCase();
  const at = talk.policy.clauses.filter(({ zh }) => bare(zh).includes(bare(words))).map(({ id }) => id);
  if (at.length > 0) return quote(talk, at);
  return replyOf([say(talk, 'clause-words-none', { words }), say(talk, 'clause-words-none.next')], choices(talk));
}

const choices = (talk: Talk) => topicChoices(talk, ['source', 'contact', 'help']);
