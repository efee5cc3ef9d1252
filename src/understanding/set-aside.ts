/** Whether a text may set something aside at all: nearly none does, and those that do not need no closer look. */
const HINT =
  /不是|不问|不说|不提|不谈|另说|一边|关系|不管|不用管|别告诉|别跟|别提|别管|不找|not |n't |never mind|forget|aside/;

/** A clause that says only what the person does *not* ask. */
const ASIDE = new RegExp(
  [
    '^.{0,16}(?:(?:先|都|就|我)?不(?:问|提|谈|用管|用说)|不说|另说|放(?:在)?一边|没(?:有)?关系|先不(?:说|管))(?:了|这个|那个|它|的|先)?$',
    '^(?:你|请|先|就|也)*(?:别(?:告诉我|跟我(?:讲|说|提|谈|扯))|别提|别管|先不(?:问|说|谈|管)|不问|不找|不是问|不是说).{0,16}$',
    String.raw`^(?:please |no, ?|ok, ?|well, ?|and )*(?:(?:i'm |i am |this is |it's |it is )?not (?:asking |talking )?about|never mind|forget(?: about)?|leaving|setting|putting|i (?:don't|do not) mean|i(?:'m| am) not asking)\b.{0,40}$`,
  ].join('|'),
);
/** 「不是丢了」 counts as set aside when 「是要换」 follows. */
const DENIED =
  /^(?:我|俺|这|那|又|也|可|说的|问的|要的|的|本|张|个|证|单位|公司)*不是(?!说|应该|已经|要|让|可以|都|只|有|不).{1,16}$/;
const INSTEAD = /^(?:而|我|就|这|那|其实)*(?:是|要|问|想|说的是|问的是)/;
const ASKING = /[吗么呢?]$/;
const CLAUSES = /(?<=[,。;!?\n])|(?<=[\u4e00-\u9fff])(?= +[\u4e00-\u9fff])/;

/** Plain text without the clauses that say only what is not asked: 「二建不说，就问施工员证」, "not about fees, …". */
export function withoutSetAside(text: string): string {
  if (!HINT.test(text)) return text;
  const clauses = text.split(CLAUSES);
  if (clauses.length < 2) return text;
  const bare = clauses.map(clause => clause.replace(/[,。;!\s]+$/, '').trim());
  const kept = clauses.filter((_, at) => !isAside(bare, at));
  return kept.length === 0 ? text : kept.join('').trim();
}

function isAside(clauses: readonly string[], at: number): boolean {
  const clause = clauses[at]!;
  if (ASKING.test(clause)) return false;
  return ASIDE.test(clause) || (DENIED.test(clause) && INSTEAD.test(clauses[at + 1] ?? ''));
}
