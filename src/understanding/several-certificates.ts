import type { Fact, FactName } from './understanding.ts';

/** How sure a fact must be to count here. */
const SURE_ENOUGH = 0.5;
/** Nobody tells of more in one message and means each. */
const MOST = 8;

/** Words by which several certificates are counted out: 「一本…一本…」, 「另一本」, 「两本」, "one … the other". */
const COUNTED =
  /(?:\d{1,2}|[两兩二三四五六七八九十])[个個名位](?=[^,，。]{0,6}[员員])|(?:[两兩二三四五六几幾多]|[2-9])(?:[本张張]|[个個]人|[份个個种種][^,，。]{0,8}[证證])|一(?:[本张張份]|个(?=[^,，。]{1,14}[,，、;；]))|另(?:外)?(?:还|還)?(?:有)?(?:一)?(?:[本张張份]|个|個)|(?:还|還)有(?:一)?(?:[本张張份]|个|個)|[证證]书?(?:[和跟与與及、加]|还有|還有|以及)[^,，。]{1,14}[证證]|\b(?:two|three|four|five|several|both|[2-5]) (?:of )?(?:\w+ ){0,2}(?:certificates?|certs?|papers?|people|persons|workers|employees|colleagues)\b|\bone\b.{1,60}\b(?:one|another|the other|the second)\b|\bcertificates?\b.{1,50}\b(?:and|plus|,) (?:an? |the |another )?.{0,30}\b(?:one|certificates?)\b|\bboth\b/i;
/** What somebody wishes for or has been is no certificate in hand. */
const NOT_HELD =
  /想考|要考|再?考[个一]|准备考|打算|报考|報考|报名|報名|改成|转成|轉成|换成|換成|变成|變成|升|调到|調到|以前[是做干]|原来[是做干]|现在[是做干]|現在[是做]|应该是|不是|\b(?:want to become|plan|apply for|switch to|instead|used to|rather than|now (?:i )?work)\b/i;
/** Said of all of them. */
const OF_ALL =
  /都(?!能|可以|行|换|換|不|要|没|沒|还|還|算|得|有效|作废|到|过)|全(?:部)?[是都]|均|(?:两|兩|三|几|幾|这些|這些|[2-9])(?:[本张張份]|[个個][^,，。]{0,8}[证證])|\b(?:both|all|each)(?: of (?:them|these|which))? (?:are|is|were|was|from|issued|in|training|electronic|found)\b|\b(?:are|were) both\b|\b(?:two|three|four|several|[2-5])\b/i;
/** Between two certificates that are named together. */
const JOINED =
  /^[^,，。;；!！?？\n]{0,8}(?:[和跟与與及、/&+]|还有|還有|以及|\band\b|\bor\b)[^,，。;；!！?？\n]{0,12}$/i;
const ONE = /一(?:[本张張份]|个|個)|另|还有|還有|第[一二三四]|\b(?:one|another|the other|the second|second)\b/i;

/** What a certificate is known by in a message, and what stands with it. */
interface Anchor {
  start: number;
  end: number;
  /** Wherever it is named, this first place included. */
  places: readonly (readonly [number, number])[];
  /** The codes or the kind it is told apart by. */
  key: readonly string[];
  facts: Fact[];
}

/**
 * The facts of a message that tells of several certificates, each with its own; undefined when it tells of one, or when it is not
 * plain what belongs to which. A value that could belong to two of them is left out: it is asked for.
 */
export function certificatesIn(text: string, told: readonly Fact[]): readonly (readonly Fact[])[] | undefined {
  const facts = told.filter(({ confidence, name }) => confidence >= SURE_ENOUGH && !NOT_OF_ONE.has(name));
  if (facts.some(({ negated }) => negated === true)) return undefined;
  const anchors = anchorsIn(text, facts);
  if (anchors.length < 2 || anchors.length > MOST) return undefined;
  const others = facts
    .filter(fact => !anchors.some(({ facts: own }) => own.includes(fact)))
    .flatMap(fact => withLaterYears(text, fact));
  // A year too many belongs to somebody whose certificate was not understood.
  if (others.filter(({ name }) => name === 'certificate.issuedOn').length > anchors.length) return undefined;
  if (!isCountedOut(text, anchors, others)) return undefined;
  for (const name of new Set(others.map(fact => fact.name))) share(text, anchors, others, name);
  const groups = anchors.map(({ facts: own }) => own.toSorted((one, other) => one.span[0] - other.span[0]));
  return groups.some(contradictsItself) ? undefined : groups;
}

/** They are of the person or of the conversation. */
const NOT_OF_ONE: ReadonlySet<FactName> = new Set<FactName>([
  'asOf',
  'idNumber',
  'personName',
  'certificateNo',
  'impossible',
  'supposed',
]);

function anchorsIn(text: string, facts: readonly Fact[]): Anchor[] {
  const trades = merged(text, facts.filter(isTrade).map(anchorOf));
  const safety = facts.filter(fact => isSafety(fact) && !trades.some(trade => touches(trade, fact.span)));
  const named = [...trades, ...safety.map(anchorOf)].sort((one, other) => one.start - other.start);
  if (named.length > 1) return named.map(anchor => withLaterPlaces(text, anchor));
  if (!COUNTED.test(text)) return [];
  if (named.length === 1) return countedOut(text, withLaterPlaces(text, named[0]!));
  const kinds = facts.filter(({ name }) => name === 'certificate.kind').map(anchorOf);
  const byKind = merged(text, kinds);
  if (byKind.length > 1) return byKind;
  const years = facts.filter(({ name }) => name === 'certificate.issuedOn').map(anchorOf);
  return years.length > 1 && years.every(({ start }, at) => at === 0 || ONE.test(text.slice(years[at - 1]!.end, start)))
    ? years
    : [];
}

const isTrade = ({ name }: Fact): boolean =>
  name === 'certificate.code' || name === 'certificate.codes' || name === 'certificate.trade';

const isSafety = ({ name, value }: Fact): boolean =>
  (name === 'certificate.kind' && value === 'safety-officer') ||
  (name === 'certificate.kinds' && /abc|safety/.test(String(value)));

const touches = ({ places }: Anchor, [from, to]: readonly [number, number]): boolean =>
  places.some(([start, end]) => from < end && to > start);

/** 「施工员和质量员两本，施工员去年20，质量员去年32」: named again, each tells what belongs to it. */
function withLaterPlaces(text: string, anchor: Anchor): Anchor {
  const name = text.slice(anchor.start, anchor.end);
  const places = [...anchor.places];
  if (name.length < 2) return anchor;
  for (let at = text.indexOf(name, anchor.end); at >= 0; at = text.indexOf(name, at + name.length))
    places.push([at, at + name.length]);
  return { ...anchor, places };
}

/** 「一本施工员2016，一本施工员2018」: two of the same trade. */
function countedOut(text: string, anchor: Anchor): Anchor[] {
  const apart = anchor.places.filter(([from], at) => at === 0 || ONE.test(text.slice(anchor.places[at - 1]![1], from)));
  return apart.map(place => ({ ...anchor, start: place[0], end: place[1], places: [place], facts: [...anchor.facts] }));
}

const anchorOf = (fact: Fact): Anchor => ({
  start: fact.span[0],
  end: fact.span[1],
  places: [fact.span],
  key: [fact.value].flat().map(String),
  facts: [fact],
});

/** 「土建施工员（代码101）」 names one certificate twice; 「一本施工员2016，一本施工员2018」 names two. */
function merged(text: string, anchors: readonly Anchor[]): Anchor[] {
  const kept: Anchor[] = [];
  for (const anchor of [...anchors].sort((one, other) => one.start - other.start)) {
    const last = kept.at(-1);
    const same = last?.key.some(key => anchor.key.includes(key)) ?? false;
    if (last === undefined || !same || ONE.test(text.slice(last.end, anchor.start))) kept.push(anchor);
    else kept[kept.length - 1] = { ...last, end: anchor.end, facts: [...last.facts, ...anchor.facts] };
  }
  return kept;
}

/** 「张三2016，李四2014，王五2016」: a year that is told twice is found once, and stands wherever it is written. */
function withLaterYears(text: string, fact: Fact): Fact[] {
  if (fact.name !== 'certificate.issuedOn') return [fact];
  const year = /(?:19|20)\d\d/.exec(text.slice(...fact.span))?.[0];
  if (year === undefined) return [fact];
  const later: Fact[] = [];
  for (let at = text.indexOf(year, fact.span[1]); at >= 0; at = text.indexOf(year, at + 1))
    if (!/\d/.test(text[at + 4] ?? '')) later.push({ ...fact, span: [at, at + 4] });
  return [fact, ...later];
}

/** Counted in words, or each told with a year of its own; a trade named beside one's own is no second certificate. */
function isCountedOut(text: string, anchors: readonly Anchor[], others: readonly Fact[]): boolean {
  const from = anchors[0]!.start;
  if (NOT_HELD.test(text.slice(Math.max(0, from - 8), anchors.at(-1)!.end))) return false;
  const years = others.filter(({ name }) => name === 'certificate.issuedOn');
  const together = anchors.every(
    ({ start }, at) => at === 0 || JOINED.test(text.slice(anchors[at - 1]!.end, start)) || /、/.test(text[start - 1]!),
  );
  return (
    COUNTED.test(text) || years.length >= anchors.length || ((together || years.length > 0) && EACH_ASKED.test(text))
  );
}

/** 「施工员和质量员都能换吗」. */
const EACH_ASKED = /都(?:能|可以|要|得|行|用|需)|分别|分別|各自|哪[本个個]|\bboth\b|\bwhich (?:one|of)\b/i;

/** Gives each value of one name to the certificate that it stands with, or to all. */
function share(text: string, anchors: readonly Anchor[], others: readonly Fact[], name: FactName): void {
  const values = others.filter(fact => fact.name === name);
  const single = values.filter(value => {
    const inside = anchors.filter(anchor => touches(anchor, value.span));
    const ofAll = values.length === 1 && isOfAll(text, anchors, value);
    const owners = inside.length > 0 ? inside : ofAll ? anchors : [];
    for (const { facts } of owners) facts.push(value);
    return owners.length === 0;
  });
  const [first] = single;
  if (first === undefined) return;
  if (single.length === anchors.length && IN_TURN.test(text)) {
    for (const [at, value] of single.entries()) anchors[at]!.facts.push(value);
    return;
  }
  // Said at the very end, and only once: it may be of the last, or of all.
  if (values.length === 1 && name !== 'record' && isBehindAll(text, anchors, first)) return;
  const forward = first.span[0] < anchors[0]!.start;
  for (const value of single) ownerOf(text, anchors, single, value, forward)?.facts.push(value);
}

const IN_TURN = /分别|分別|依次|respectively|in that order/i;

function isBehindAll(text: string, anchors: readonly Anchor[], { span: [start, end] }: Fact): boolean {
  const last = Math.max(...anchors.flatMap(({ places }) => places.map(place => place[1])));
  return start >= last && clauseAround(text, start, end).start >= last;
}

/** 「都是培训合格证书，领导小组办公室发的」: what goes on behind it is of all as well. */
function isOfAll(text: string, anchors: readonly Anchor[], value: Fact): boolean {
  const { start, end } = clauseAround(text, ...value.span);
  const places = anchors.flatMap(anchor => anchor.places);
  const named = places.filter(place => place[0] >= start && place[1] <= end).length;
  const from = isBehindAll(text, anchors, value) ? Math.max(...places.map(place => place[1])) : start;
  return named !== 1 && OF_ALL.test(text.slice(from, end));
}

function clauseAround(text: string, start: number, end: number): { start: number; end: number } {
  let from = start;
  while (from > 0 && !endsClause(text, from - 1)) from--;
  let to = end;
  while (to < text.length && !endsClause(text, to)) to++;
  return { start: from, end: to };
}

/** A full stop only before a space or the end, for it is a decimal point as well. */
const endsClause = (text: string, at: number): boolean =>
  ',，。;；!！?？\n'.includes(text[at]!) || (text[at] === '.' && /^(?:\s|$)/.test(text.slice(at + 1, at + 2)));

/** The certificate before it, or the one after it where the values come first; undefined when it could be either of two. */
function ownerOf(
  text: string,
  anchors: readonly Anchor[],
  values: readonly Fact[],
  { span: [start, end] }: Fact,
  forward: boolean,
): Anchor | undefined {
  const places = anchors
    .flatMap(anchor => anchor.places.map(([from, to]) => ({ from, to, anchor })))
    .sort((one, other) => one.from - other.from);
  const clause = clauseAround(text, start, end);
  const inside = new Set(
    places.filter(({ from, to }) => from >= clause.start && to <= clause.end).map(({ anchor }) => anchor),
  );
  const [only, ...more] = inside;
  if (only !== undefined && more.length === 0) return only;
  const at = forward ? places.findIndex(({ from }) => from >= end) : places.findLastIndex(({ to }) => to <= start);
  const own = places[at];
  const neighbour = places[forward ? at + 1 : at - 1];
  if (own === undefined || neighbour === undefined) return own?.anchor;
  const [first, second] = forward ? [own, neighbour] : [neighbour, own];
  const between = text.slice(first.to, second.from);
  const separate = values.some(({ span }) => span[0] >= first.to && span[1] <= second.from);
  return !separate && JOINED.test(between) && !ONE.test(between) ? undefined : own.anchor;
}

const MANY_VALUES: ReadonlySet<FactName> = new Set<FactName>(['record', 'certificate.kinds']);

function contradictsItself(facts: readonly Fact[]): boolean {
  return facts.some(one =>
    facts.some(other => {
      const [a, b] = [String(one.value), String(other.value)];
      return one.name === other.name && !MANY_VALUES.has(one.name) && !a.startsWith(b) && !b.startsWith(a);
    }),
  );
}
