import type { CertificateKind, Fact, Understanding } from '../understanding/index.ts';
import { cue } from './per-text.ts';
import { currentCertificate, type State } from './state.ts';

/** The full title of the training certificate, and parts of it that no other certificate has. */
const TRAINING_TITLE = cue(
  /\btraining (?:and|&) assessment\b|(?:培训|培訓)的?考核|考核合格|\b(?:training[- ]and[- ]assessment|assessment) (?:certificate|cert|one|kind)\b/i,
);
/** The title of the old one. */
const OLD_TITLE = cue(/建设企事业|建設企事業|企事业单位|企事業單位|专业管理人员|專業管理人員/);
/** What two of the kinds have in their names: 《…岗位培训考核合格证书》 and 「安全员证书（岗位培训的）」. */
const POST_TRAINING = cue(/(?:岗位|崗位|上岗)的?(?:培训|培訓)|\bpost[- ]training\b/i);
/** Only the electronic one can be had on a screen; the help of the question says so. */
const ON_SCREEN = cue(
  /(?:手机|手機|电脑|電腦|网上|網上)(?:上|里|裡)?(?:能|可以)?(?:下载|下載)|(?:能|可以)?(?:下载|下載)(?:的|下来|下來)|\bpdf\b|\b(?:downloadable|download(?:ed)?|on my phone|on (?:the|a) (?:phone|computer))\b/i,
);
/** A description of something, and no question. */
const DESCRIBES = cue(
  /(?:的|那种|那種|那个|那個|这种|這種|种|種|本|证|證|书|書|\b(?:one|ones|kind|sort|type|book|card))(?:[吧啊呀呢哈了.。!！ ]*)$/i,
);
const ASKS = cue(
  /有没有|有沒有|是不是|[?？吗嗎呢么麼怎哪谁]|多少|几|幾|能不能|可以不|\b(?:what|how|where|when|who|can|do|does|is|are|which)\b/i,
);
const LONGEST = 24;
const LONGEST_ENGLISH = 72;

/** How an answer to 「您手里是哪一种证？」 that names no kind is to be taken. */
export type ToldKind = CertificateKind | 'post-training' | 'unclear';

/**
 * What a description of the certificate (「岗位培训的那种」, 「红本本」) comes to, when its kind is asked for; undefined when the message is
 * about something else.
 */
export function toldKind(state: State, text: string, { facts, polarity }: Understanding): ToldKind | undefined {
  if (state.open?.kind !== 'fact' || state.open.fact !== 'certificate.kind') return undefined;
  const typed = text.normalize('NFKC').trim();
  const longest = /\p{Script=Han}/u.test(typed) ? LONGEST : LONGEST_ENGLISH;
  if (typed.length > longest || polarity !== null || facts.some(namesKind) || ASKS.test(typed)) return undefined;
  if (OLD_TITLE.test(typed)) return 'post';
  if (POST_TRAINING.test(typed)) return ofPostTraining(state, typed);
  if (TRAINING_TITLE.test(typed)) return 'training';
  // 「上岗证」 may be any of three.
  if (facts.length > 0) return facts.every(({ name }) => name === 'certificate.kinds') ? 'unclear' : undefined;
  if (ON_SCREEN.test(typed) && !/不能|没|沒|不可|\bnot\b|n't/.test(typed)) return 'electronic';
  return DESCRIBES.test(typed) || JUST_POST.test(typed) ? 'unclear' : undefined;
}

const JUST_POST = cue(/^(?:是|就是|我的?是|那个|the |it's |a )*(?:岗位|崗位|post)$/i);

const namesKind = ({ name, value }: Fact): boolean =>
  name === 'certificate.kind' || (name === 'certificate.kinds' && /safety|abc/.test(String(value)));

/** By what is known of the trade: a safety officer's, or one of the others; else both are possible. */
function ofPostTraining(state: State, text: string): ToldKind {
  const { facts } = currentCertificate(state);
  if (facts['certificate.kinds'] !== undefined || /安全|safety/i.test(text)) return 'safety-officer';
  const trade = facts['certificate.code'] ?? facts['certificate.codes']?.[0];
  const isListed = trade !== undefined && /^1\d\d$/.test(trade) && !['105', '110'].includes(trade);
  return isListed || TRAINING_TITLE.test(text) ? 'training' : 'post-training';
}
