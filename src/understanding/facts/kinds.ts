import type { FactValue } from '../understanding.ts';
import { after, before, type Found, found, type Reading } from './reading.ts';

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
      /安全生产(?:管理)?(?:人员)?(?:知识)?考核(?:合格)?证?书?|(?:三类|安管)人员?(?:的?证书?)?|安全员? ?[[(]?[abc]\d?[\])]?(?: ?[类本证]书?|(?![a-z]))|(?<![a-z驾照])[abc][123]?[证本](?!驾|照)|\babc ?证|(?:a\/b\/c|abc) (?:safety )?certificates?|safety (?:officer )?[abc] (?:cert|certificates?)|(?:class|type|category) [abc] safety(?: cert(?:ificate)?s?)?|[abc][ -](?:type|class|category|level)(?: safety)?(?: cert(?:ificate)?s?)?/g,
    meaning: kinds('abc'),
  },
  {
    words: /安全员(?:那?个?的?(?:岗位)?)?证(?!书|明)|安全证(?!书)|safety cert(?:ificate)?s?\b/g,
    meaning: kinds('safety-officer', 'abc'),
  },
  {
    words:
      /安全员(?:的?证书)?|safety officers?(?:'s)?(?: certificates?| certs?)?|干安全的那?[本个张]?证?|搞安全的那?[本个张]?证/g,
    meaning: kind('safety-officer'),
  },
  {
    words:
      /施工现场专业人员职业培训合格证书?|职业培训合格证书?|电子(?:版)?的?(?:职业)?(?:培训)?合格证书?|电子(?:版)?的?(?:培训)?证(?:书|件)?|电子版|电子的(?!那)|e-?cert(?:ificate)?s?\b|electronic (?:training )?(?:qualification )?(?:certificates?|certs?|ones?|version)|digital (?:certificates?|certs?|ones?)/g,
    meaning: kind('electronic'),
    held: true,
  },
  {
    words:
      /(?:岗位)?培训考核合格证书?|(?:岗位)?考核合格证书?|(?:纸质的?)?培训(?:的)?(?:合格)?证(?:书|件)?(?!明)|(?<![检品体产验竣出质房])合格证书?|training (?:qualification |competency |completion )?(?:certificates?|certs?)|certificates? of training/g,
    meaning: kind('training'),
  },
  {
    words:
      /(?:建设)?(?:企事业单位)?(?:专业)?管理人员的?岗位证书?|岗位证书|(?:management |enterprise |managers?'? )*post certificates?|job certificate of (?:enterprise|management)/g,
    meaning: kind('post'),
  },
  {
    words:
      /(?:施工员|质量员|质检员|材料员|机械员|劳务员|资料员|标准员)(?:的)?(?:那[本个张])?(?:上岗|岗位)?证(?!书?[号编])|上岗证书?|岗位证|[五七八九]大员的?证书?/g,
    meaning: kinds('training', 'electronic', 'post'),
  },
];

/** The certificate kinds that a text names. A kind that is only wished for (「换电子证」) is not found. */
export function findKinds(reading: Reading): Found[] {
  const { text } = reading;
  if (!MENTIONS.test(text)) return [];
  const taken: Found[] = [];
  for (const { words, meaning, held } of NAMES) {
    for (const match of text.matchAll(words)) {
      const [start, end] = [match.index, match.index + match[0].length];
      if (taken.some(other => start < other.end && end > other.start)) continue;
      const fact = found(meaning, start, end, meaning.name === 'certificate.kinds' ? 0.95 : 0.97);
      taken.push(held && !isHeld(reading, start, end) ? { ...fact, confidence: 0 } : fact);
    }
  }
  if (isComparison(text, taken)) return [];
  return taken
    .filter(({ start, end, confidence }) => confidence > 0 && !isBystander(text, start, end))
    .map(fact => settleSafety(fact, text));
}

const MENTIONS = /证|员|三类|安管|干安全|搞安全|电子|cert|safety|electronic|digital|\bpost\b/;

const WANTED_BEFORE =
  /(?:换(?:成|发|取|领|个|一下|到|了)?|转(?:成|换成?|为|到)?|还|变成?|更新成?|升级成?|改成?|领|申[请领]|办理?|弄|搞|生成|补|要|想|打印|下载|等|出|没有?|无|冇|新的?|得到|拿到?|有了|取得|get|for|into|an?|the new|to(?: the)?|obtain|receive|apply for)(?:一?[个本张]|那[个本张]|这[个本张]|新的?|我的?|《|")*(?:the |an? |new |to )*$/;
const OWNED_BEFORE =
  /(?:已经?(?:换[好成了]*|有了?|拿到?了?|领到?了?|取得了?)|刚刚?(?:换[好成了]*|拿到?了?|领到?了?|取得|办好)|(?:我|俺|老子|本人|手里|手上|手头|屋头)(?:就|也|都|现在|目前)?(?:是|有|持有?|拿的是|的是|这|那)?(?:的|[个本张]|这[个本张]|那[个本张])?|持有?的?|之前的|以前的|原来的|现有的?|(?:年|月|日|号)(?:\d+[日号])?(?:就|才|刚)?(?:的|换发?[了的到]|拿到?[了的]?|取得[了的]?|领到?[了的]?|发的|办的|考的)|i (?:have|hold|got|already have|'ve got)(?: an?| my| the)?|i've (?:already )?got(?: an?| my| the)?|(?<!get )my|hold an?|already (?:have|hold)(?: an?| the| my)?)(?:《|")? ?$/;
const OWNED_AFTER =
  /^(?:我?(?:是)?(?:[大去前今]年|(?:19|20)?\d\d年)?(?:\d{1,2}月)?(?:\d{1,2}[日号])?(?:就|早就?|已经?|刚)(?:换|办|拿|领|弄|搞)(?:好|到|下来|完|了)了?|我?(?:已经|早就|都)(?:有|拿|换|领)[到好]?了?|到手(?:以后|之后|后|了)|已经?(?:到手|拿到|下来|有了)|(?:是|系)?(?:19|20)?\d{2}年(?:\d{1,2}月)?(?:\d{1,2}[日号])?(?:换|发|拿|取|领|办|的)|每年|一年|年年|(?:的)?(?:继续教育|年审|年检|学时)|(?:会不会|会|是不是)?(?:被)?(?:作废|失效)了?(?=吗|么|没|$)| (?:issued|dated|from|i (?:have|hold|got))| (?:is|was) (?:issued|dated|from))/;

function isHeld({ text, situation }: Reading, start: number, end: number): boolean {
  const [ahead, behind] = [before(text, start, 24), after(text, end, 16)];
  if (situation.asking === 'certificate.kind' || situation.asking === 'certificate.kinds')
    return !/(?:换|转|变|更新)(?:成|发|为|取|领)?$/.test(ahead);
  if (/(?:不是|唔系|not an?|没有?|还没.*)$/.test(ahead)) return /(?:不是|唔系|not an?)$/.test(ahead);
  if (/^(?:以后|之后|后|的时候|怎么|咋|吗|要|能|什么时候|好久|可以|了?没)/.test(behind)) return false;
  if (OWNED_BEFORE.test(ahead)) return true;
  return OWNED_AFTER.test(behind) && !WANTED_BEFORE.test(ahead);
}

/** 「岗位证书还是培训证」, 「怎么区分」: the names are weighed against each other. */
function isComparison(text: string, names: readonly Found[]): boolean {
  if (names.length < 2) return false;
  return (
    /区分|区别|分辨|分得?清|分不清|不同|不一样|difference|tell apart|differ/.test(text) ||
    names.some(({ end }) => /^(?:的)?(?:还是| or )/.test(after(text, end, 6)))
  );
}

/** 「安全员证」 with the group office's name or a post word beside it can only be the certificate of 3.1a. */
function settleSafety(fact: Found, text: string): Found {
  if (
    fact.name !== 'certificate.kinds' ||
    fact.value.length !== 2 ||
    !/领导小组|现场专业人员|不是[a-c]{1,3}[证类]?/.test(text)
  )
    return fact;
  return found(kind('safety-officer'), fact.start, fact.end, 0.95);
}

function isBystander(text: string, start: number, end: number): boolean {
  return (
    text.endsWith('员', end) &&
    (/^(?:跟我)?(?:说|讲|告诉|通知|叫我|让我|喊我)/.test(after(text, end, 6)) ||
      /(?:找|问下|问一下|托|叫|喊|联系)(?:我们|公司|项目部?)?的?$/.test(before(text, start, 8)))
  );
}
