import type { Topic } from '../policies/policy.ts';
import type { Fact, Understanding } from '../understanding/index.ts';
import { cue } from './per-text.ts';
import { currentCertificate, type State } from './state.ts';

/** What the four specialties of 施工员 and 质量员 are called, in the order of their codes. */
const SPECIALTIES: readonly RegExp[] = [
  /土建|房建|土木|\bcivil\b/i,
  /装饰|裝飾|装修|裝修|装潢|\bdecoration\b/i,
  /设备安装|設備安裝|机电安装|^(?:就?是|搞|做|干)?安装的?[。.]?$|\b(?:equipment )?installation\b/i,
  /市政|\bmunicipal\b/i,
];
const FAMILIES: readonly (readonly string[])[] = [
  ['101', '102', '103', '104'],
  ['106', '107', '108', '109'],
];
const LONGEST = 18;

/** 「就是土建的」 after 施工员: the one of the family that is known. */
function specialtyOf(state: State, text: string, { facts }: Understanding): Fact | undefined {
  const { 'certificate.codes': known, 'certificate.code': settled } = currentCertificate(state).facts;
  const family = FAMILIES.find(codes => codes.every(code => known?.includes(code)));
  if (family === undefined || settled !== undefined || text.trim().length > LONGEST) return undefined;
  if (facts.some(({ name }) => name.startsWith('certificate.code') || name === 'certificate.trade')) return undefined;
  const named = SPECIALTIES.flatMap((words, at) => (words.test(text.trim()) ? [family[at]!] : []));
  const [only, ...others] = named;
  if (only === undefined || others.length > 0 || /[?？吗嗎不没]/.test(text)) return undefined;
  return { name: 'certificate.code', value: only, span: [0, text.length], confidence: 0.95 };
}

/** 「我没有电子证」: said of oneself, and no question how to get one. */
const LACKS_ELECTRONIC = cue(
  /(?:^|[,，。;；\s]|我|俺|手[里上])(?:没有?|沒有?|冇|没得)(?:拿|办|换)?(?:过|到)?(?:那个|什么)?(?:电子|電子)(?:的)?(?:培训|培訓)?(?:合格)?(?:[证證正][书書]?|的)(?!怎|咋|能|可|还|行|要)|(?:我|俺)(?:的)?(?:不是|哪有)(?:电子|電子)|\bi (?:don[’']t|do not) have an? (?:e-?|electronic )cert/i,
);
const ASKS = cue(/[?？吗嗎呢怎哪咋]|能不能|行不行|可以不|\b(?:how|what|can|do i)\b/i);

/** What a message tells besides what is read of it, by what was told before. */
export function withBesides(state: State, text: string, understood: Understanding): Understanding {
  const specialty = specialtyOf(state, text, understood);
  if (specialty !== undefined) return { ...understood, facts: [...understood.facts, specialty] };
  const isElectronic = currentCertificate(state).facts['certificate.kind'] === 'electronic';
  if (!isElectronic || !LACKS_ELECTRONIC.test(text) || ASKS.test(text)) return understood;
  const denied: Fact = { name: 'certificate.kind', value: 'electronic', span: [0, 0], confidence: 1, negated: true };
  return { ...understood, facts: [...understood.facts.filter(({ name }) => name !== 'certificate.kind'), denied] };
}

/** Where the notice is silent, and what may only sound like it. */
const BINS: readonly Topic[] = ['not-covered', 'out-of-scope', 'renewal-steps'];
const OF_HAVING = cue(
  /(?:有没有|有沒有|算不算有?|还算有|還算有|等于没|是不是没|是不是无)证|(?:算|属于|是不是|成了?)(?:无|無)[证證]|(?:无|無)[证證]上[岗崗]|\bcount as (?:un)?certified\b|\bam i (?:still )?certified\b/i,
);

/** The topic of what was put to silence, or to another matter, though the notice has something on it. */
export function outOfTheBin(state: State, text: string, { facts, asked, certain }: Understanding): Topic | undefined {
  const kind = currentCertificate(state).facts['certificate.kind'];
  if (OF_HAVING.test(text) && kind !== 'electronic') return 'unrenewed-validity';
  if (certain && !BINS.includes(asked[0]!)) return undefined;
  if (LACKS_ELECTRONIC.test(text) && !ASKS.test(text)) return 'eligibility';
  const supposes = facts.some(
    ({ name, value }) => name === 'supposed' || (name === 'record' && value.supposed === true),
  );
  return supposes && certain ? 'hours-shortfall' : undefined;
}
