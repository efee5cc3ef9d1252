import type { FactValue } from '../understanding.ts';
import { has } from './gate.ts';
import { isAnswered, isHeld, isItem, isPrinted } from './held.ts';
import { after, before, type Found, found, matches, type Reading } from './reading.ts';

type Meaning = Extract<FactValue, { name: 'certificate.kind' | 'certificate.kinds' }>;

const kind = (value: 'training' | 'electronic' | 'safety-officer' | 'post' | 'other'): Meaning => ({
  name: 'certificate.kind',
  value,
});
const kinds = (
  ...value: readonly ('training' | 'electronic' | 'safety-officer' | 'post' | 'other' | 'abc')[]
): Meaning => ({ name: 'certificate.kinds', value });

/**
 * What the names on certificates mean; of two that overlap the earlier row wins. `held`: only what the person has is said with
 * it, for the electronic certificate is also what everybody wants to get.
 */
const NAMES: readonly { words: RegExp; meaning: Meaning; held?: true }[] = [
  {
    words:
      /安全生产(?:管理)?(?:人员)?(?:知识)?考核(?:合格)?证?书?|(?:三类|安管)人员?(?:的?证书?)?|安全员? ?[[(]?[abc]\d?[\])]?(?: ?[类本证]书?|(?![a-z]))|(?<![a-z驾照])[abc][123]?[证本](?!驾|照)|abc(?:那种|类| ?证)|(?:a\/b\/c|abc) (?:safety )?certificates?|safety (?:officer )?[abc] (?:cert|certificates?)|(?:class|type|category) [abc] safety(?: cert(?:ificate)?s?)?|(?<=safety[^.;!?]{0,24})(?:class|type|category) [abc](?![a-z])|[abc][ -](?:type|class|category|level)(?: safety)?(?: cert(?:ificate)?s?)?/g,
    meaning: kinds('abc'),
  },
  {
    words: /安全员(?:那?个?的?(?:岗位)?)?证(?!书|明)|安全证(?!书)|safety cert(?:ificate)?s?\b/g,
    meaning: kinds('safety-officer', 'abc'),
  },
  {
    words:
      /安全员(?:的?证书|那?个?的?岗位(?:证书|那[本张个种只]))?|safety (?:officer|man|men|person|inspector)s?(?:'s)?(?: certificates?| certs?)?|干安全的那?[本个张]?证?|搞安全的那?[本个张]?证/g,
    meaning: kind('safety-officer'),
  },
  {
    words:
      /施工现场专业人员职业培训合格证书?|职业培训合格证书?(?:\(电子\))?|电子(?:版)?的?(?:职业)?(?:培训)?合格证书?|电子(?:版)?的?(?:培训)?证(?:书|件)?|电子版|电子的(?!那)|(?<=^|[,;。\n] ?)电子(?=$|[ ,;。/])|(?<=^|[,.;] ?|issued [^,.;]{0,20}\d{4} )electronic(?=$|[,.;]| \d)|electronic (?:kind|sort|type)|electronic(?<=(?:mine|it|cert|certificate)(?:'s| is)(?: already| now)? electronic)(?! (?!now|already)[a-z])|\be[- ]?cert(?:ificate)?s?\b|electronic (?:training )?(?:qualification )?(?:certificates?|certs?|ones?|version)|digital (?:certificates?|certs?|ones?)/g,
    meaning: kind('electronic'),
    held: true,
  },
  {
    words:
      /(?:岗位)?培训考核合格证书?|(?:岗位)?考核合格证书?|(?:纸质的?)?培训(?:的)?(?:合格)?证(?:书|件)?(?!明)|(?<![检品体产验竣出质房])合格证书?|(?<=是)(?:培训|合格)(?:的|那种)+(?=$|[,。;!?])|training (?:qualification |competency |completion )?(?:certificates?|certs?)|certificates? of training/g,
    meaning: kind('training'),
  },
  {
    words:
      /(?:建设)?企事业(?:单位)?(?:的|那个|那种|专业|管理|人员)*岗位证书?|(?:专业)?管理人员的?(?:那种)?岗位证书?|岗位证书|(?:management |enterprise |managers?'? )*post cert(?:ificate)?s?\b|job certificate of (?:enterprise|management)/g,
    meaning: kind('post'),
  },
  {
    words:
      /(?:施工员|质量员|质检员|材料员|机械员|劳务员|资料员|标准员)(?:的)?(?:那[本个张])?(?:上岗|岗位)?证(?!书?[号编])|(?<![工师员])上岗证书?|(?<![工师])岗位证|[五七八九]大员的?证书?/g,
    meaning: kinds('training', 'electronic', 'post'),
  },
];

/** The certificate kinds that a text names. A kind that is only wished for (「换电子证」) is not found. */
export function findKinds(reading: Reading): Found[] {
  const { text } = reading;
  if (!has(text, MENTIONS)) return [];
  const taken: Found[] = [];
  for (const { words, meaning, held } of NAMES) {
    for (const match of matches(text, words)) {
      const [start, end] = [match.index, match.index + match[0].length];
      if (taken.some(other => start < other.end && end > other.start)) continue;
      const fact = found(meaning, start, end, meaning.name === 'certificate.kinds' ? 0.95 : 0.97);
      taken.push(held && !isOwn(reading, start, end) ? { ...fact, confidence: 0 } : fact);
    }
  }
  const compared = isComparison(text, taken);
  const named = taken.filter(({ confidence, start }) => confidence > 0 && (!compared || isMine(text, start)));
  return settleSafety(named, text).filter(
    ({ start, end }) => !isBystander(text, start, end) && !GOAL_BEFORE.test(before(text, start, 8)),
  );
}

/** Of names that are weighed against each other, the one that the person's own certificate bears. */
const isMine = (text: string, start: number): boolean =>
  MINE_BEFORE.test(before(text, start, 8)) || isPrinted(before(text, start, 40));

function isOwn({ text, situation }: Reading, start: number, end: number): boolean {
  const ahead = before(text, start, 40);
  const asked = situation.asking === 'certificate.kind' || situation.asking === 'certificate.kinds';
  if (asked) return isAnswered(ahead);
  const behind = after(text, end, 16);
  return isHeld(ahead, behind) || isItem(text, ahead, behind);
}

/** 「想考个施工员证」: not held yet. */
const GOAL_BEFORE = /(?:要|想|报名?|准备|打算)(?:去|来|再|新)?考(?:个|一个|一本|取)?$/;

const MENTIONS = /证|员|三类|安管|干安全|搞安全|电子|cert|safety|electronic|digital|\bpost\b/;

const MINE_BEFORE = /我的?(?:这[个本张]|那[个本张]|写的|手里的?)?是$/;

/** 「岗位证书还是培训证」, 「怎么区分」: the names are weighed against each other. */
function isComparison(text: string, names: readonly Found[]): boolean {
  if (names.length < 2) return false;
  return (
    /是不是(?:那?个?种?老?的?)?岗位证|区分|区别|分辨|分得?清|分不清|相近|差别|差在哪|[一两]回事|两码事|不同|不一样|difference|tell apart|differ/.test(
      text,
    ) || names.some(({ end }) => /^(?:的)?(?:还是| or )/.test(after(text, end, 6)))
  );
}

/**
 * 「安全员证」 beside the group office's name can only be the certificate of 3.1a; beside an A, B or C it is that one.
 */
function settleSafety(names: readonly Found[], text: string): readonly Found[] {
  const isSafety = (fact: Found) =>
    fact.name === 'certificate.kind'
      ? fact.value === 'safety-officer'
      : fact.name === 'certificate.kinds' && fact.value.length === 2;
  const abc = names.find(fact => fact.name === 'certificate.kinds' && fact.value[0] === 'abc');
  if (abc && !/(?:不是|非|not)(?:[那这]个?种?|什么|the|an?| )*$/.test(before(text, abc.start, 8)))
    return names.filter(fact => !isSafety(fact));
  if (!abc && !/领导小组|现场专业人员|不是[a-c]{1,3}[证类]?/.test(text)) return names;
  return names.map(fact => (isSafety(fact) ? found(kind('safety-officer'), fact.start, fact.end, 0.95) : fact));
}

function isBystander(text: string, start: number, end: number): boolean {
  return (
    text.endsWith('员', end) &&
    (/^(?:跟我)?(?:说|讲|告诉|通知|叫我|让我|喊我)/.test(after(text, end, 6)) ||
      /(?:找|问下|问一下|托|叫|喊|联系)(?:我们|公司|项目部?)?的?$/.test(before(text, start, 8)))
  );
}
