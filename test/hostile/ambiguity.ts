import { type AST, parseRegExpLiteral } from '@eslint-community/regexpp';

/**
 * How the work of a backtracking engine grows with the length of a text that a pattern nearly matches: the highest exponent that can be
 * told, or `exponential`. A pattern is read as the automaton of its characters (Glushkov's), in which every way from one to the next is
 * counted: two ways round one loop for the same text are exponential; loops that can hand the same text to one another add up to a power.
 * Look-arounds are taken to hold always and are judged by themselves too, so a warning may be one too many and none is missing.
 */
export type Growth = number | 'exponential';

/** A repetition of so many is as good as endless: two to the tenth power is a thousand. */
const ENDLESS = 10;
/** Only what is repeated this often makes a power of the text's length. */
const LONG = 200;

export function growthOf({ source, flags }: { source: string; flags: string }): Growth {
  const { pattern } = parseRegExpLiteral(new RegExp(source, flags));
  const parts = [pattern, ...lookaroundsIn(pattern)].map(({ alternatives }) => alternatives);
  const letters = lettersOf(source);
  const read = (alternatives: AST.Alternative[], endless: number): Automaton =>
    new Automaton({ letters, flags, endless }).of(alternatives);
  if (parts.some(part => read(part, ENDLESS).isExponential())) return 'exponential';
  return Math.max(...parts.map(part => read(part, LONG).power(flags.includes('y') || isAnchored(part))));
}

function isAnchored(alternatives: readonly AST.Alternative[]): boolean {
  return alternatives.every(({ elements: [first] }) => first?.type === 'Assertion' && first.kind === 'start');
}

function lookaroundsIn(node: AST.Node): AST.LookaroundAssertion[] {
  const inside = childrenOf(node).flatMap(lookaroundsIn);
  return node.type === 'Assertion' && 'alternatives' in node ? [node, ...inside] : inside;
}

function childrenOf(node: AST.Node): readonly AST.Node[] {
  if ('alternatives' in node && node.type !== 'ClassStringDisjunction') return node.alternatives;
  if (node.type === 'Alternative') return node.elements;
  return node.type === 'Quantifier' ? [node.element] : [];
}

/** Characters that stand for all others: those of the pattern and their neighbours, and some of every sort. */
function lettersOf(source: string): readonly string[] {
  const own = [...source].flatMap(letter => [-1, 0, 1].map(by => (letter.codePointAt(0) ?? 0) + by));
  const known = own.filter(code => code >= 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff));
  const sorts = [...'aZ5_ \n\t\r中，。é😀\u0301\u200b\u3000'].map(letter => letter.codePointAt(0)!);
  return [...new Set([...known, ...sorts])].map(code => String.fromCodePoint(code));
}

/** A stretch of a pattern: the characters it can begin and end with, and in how many ways it can be empty (2 is as bad as more). */
interface Stretch {
  first: Ways;
  last: Ways;
  empty: number;
}
/** Characters by number, and in how many ways they are come to. */
type Ways = ReadonlyMap<number, number>;

type Triple = readonly [number, number, number];
interface Walk {
  first: ReadonlySet<number>;
  second: ReadonlySet<number>;
  onTheWay: ReadonlySet<number>;
}

const NOTHING: Stretch = { first: new Map(), last: new Map(), empty: 1 };

class Automaton {
  /** For each character of the pattern, the letters that it takes, as bits. */
  readonly #takes: bigint[] = [];
  readonly #next: Map<number, number>[] = [];
  readonly #how: { letters: readonly string[]; flags: string; endless: number };
  readonly #known = new Map<string, bigint>();
  #start: Ways = new Map();

  constructor(how: { letters: readonly string[]; flags: string; endless: number }) {
    this.#how = how;
  }

  of(alternatives: readonly AST.Alternative[]): this {
    this.#start = sum(alternatives.map(alternative => this.#top(alternative).first));
    return this;
  }

  /** Two different ways from a character back to itself for the same text. */
  isExponential(): boolean {
    return this.#loops().some(loop => this.#twoWaysRound(new Set(loop)));
  }

  /** The most loops in a row of which each can take over the text of the one before; to search from every place is a loop too. */
  power(anchored: boolean): number {
    const loops = this.#loops();
    const longest = loops.map(() => 1);
    // In the order in which they can be reached, so that what comes before is known.
    for (let to = 0; to < loops.length; to += 1)
      for (let from = 0; from < to; from += 1)
        if (longest[from]! + 1 > longest[to]! && this.#handsOver(loops[from]!, loops[to]!))
          longest[to] = longest[from]! + 1;
    return Math.max(1, ...longest.map(count => count + (anchored ? 0 : 1)));
  }

  /** A greedy loop at the very end is left once and for all: nothing can fail behind it. */
  #top({ elements }: AST.Alternative): Stretch {
    const last = elements.at(-1);
    const before = elements.slice(0, -1).reduce<Stretch>((all, one) => this.#then(all, this.#element(one)), NOTHING);
    if (last === undefined) return before;
    return this.#then(before, this.#element(last.type === 'Quantifier' && last.greedy ? last.element : last));
  }

  #either(alternatives: readonly AST.Alternative[]): Stretch {
    const all = alternatives.map(({ elements }) =>
      elements.reduce<Stretch>((before, element) => this.#then(before, this.#element(element)), NOTHING),
    );
    const empty = all.reduce((sum, one) => sum + one.empty, 0);
    return {
      first: sum(all.map(({ first }) => first)),
      last: sum(all.map(({ last }) => last)),
      empty: Math.min(2, empty),
    };
  }

  #element(element: AST.Element): Stretch {
    switch (element.type) {
      case 'Character':
      case 'CharacterClass':
      case 'CharacterSet':
        return this.#character(element.raw);
      case 'Group':
      case 'CapturingGroup':
        return this.#either(element.alternatives);
      case 'Quantifier':
        return this.#repeated(element);
      default:
        return NOTHING;
    }
  }

  #character(raw: string): Stretch {
    const at = this.#takes.length;
    this.#takes.push(this.#lettersTaken(raw));
    this.#next.push(new Map());
    const alone = new Map([[at, 1]]);
    return { first: alone, last: alone, empty: 0 };
  }

  #lettersTaken(raw: string): bigint {
    const known = this.#known.get(raw);
    if (known !== undefined) return known;
    const { letters, flags } = this.#how;
    const one = new RegExp(`^(?:${raw})$`, flags.replace(/[gy]/g, ''));
    const taken = BigInt(`0b${letters.map(letter => (one.test(letter) ? '1' : '0')).join('')}`);
    this.#known.set(raw, taken);
    return taken;
  }

  #repeated({ element, min, max }: AST.Quantifier): Stretch {
    if (max >= this.#how.endless) {
      const once = this.#element(element);
      this.#link(once.last, once.first);
      return min === 0 ? { ...once, empty: Math.min(2, once.empty + 1) } : once;
    }
    // From the right: what may be left out is left out together with all that follows.
    let all = NOTHING;
    for (let count = max; count > 0; count -= 1) {
      const longer = this.#then(this.#element(element), all);
      all = count > min ? { ...longer, empty: Math.min(2, longer.empty + 1) } : longer;
    }
    return all;
  }

  #then(before: Stretch, after: Stretch): Stretch {
    this.#link(before.last, after.first);
    return {
      first: sum([before.first, times(after.first, before.empty)]),
      last: sum([after.last, times(before.last, after.empty)]),
      empty: Math.min(2, before.empty * after.empty),
    };
  }

  #link(from: Ways, to: Ways): void {
    for (const [one, ways] of from)
      for (const [other, more] of to) this.#next[one]!.set(other, (this.#next[one]!.get(other) ?? 0) + ways * more);
  }

  /** The sets of characters that can be come back to, each before those that it leads to. */
  #loops(): number[][] {
    const order: number[] = [];
    const seen = new Set<number>();
    const visit = (at: number): void => {
      if (seen.has(at)) return;
      seen.add(at);
      for (const next of this.#next[at]!.keys()) visit(next);
      order.unshift(at);
    };
    for (const at of this.#start.keys()) visit(at);
    const before = new Map<number, number[]>();
    for (const at of order)
      for (const next of this.#next[at]!.keys()) before.set(next, [...(before.get(next) ?? []), at]);
    const placed = new Set<number>();
    const gather = (at: number, into: number[]): number[] => {
      if (placed.has(at)) return into;
      placed.add(at);
      into.push(at);
      for (const former of before.get(at) ?? []) gather(former, into);
      return into;
    };
    const sets = order.flatMap(at => (placed.has(at) ? [] : [gather(at, [])]));
    return sets.filter(set => set.length > 1 || this.#next[set[0]!]!.has(set[0]!));
  }

  #meet(one: number, other: number, third = other): boolean {
    return (this.#takes[one]! & this.#takes[other]! & this.#takes[third]!) !== 0n;
  }

  /** All that can be come to from there, or that leads there. */
  #reach(from: Iterable<number>, backwards = false): Set<number> {
    const reached = new Set(from);
    for (let before = -1; before < reached.size; ) {
      before = reached.size;
      this.#next.forEach((next, at) => {
        if (!backwards && reached.has(at)) for (const to of next.keys()) reached.add(to);
        if (backwards && [...next.keys()].some(to => reached.has(to))) reached.add(at);
      });
    }
    return reached;
  }

  #twoWaysRound(loop: ReadonlySet<number>): boolean {
    const nexts = (at: number) => [...this.#next[at]!].filter(([next]) => loop.has(next));
    for (const at of loop) if (nexts(at).some(([, ways]) => ways > 1)) return true;
    // Pairs of characters come to by the same text from one character; if any pair comes together again, there are two ways.
    const seen = new Set<number>();
    const size = this.#next.length;
    const waiting: [number, number][] = [];
    const meetAgain: [number, number][] = [];
    const add = (one: number, other: number): void => {
      const key = Math.min(one, other) * size + Math.max(one, other);
      if (seen.has(key) || !this.#meet(one, other)) return;
      seen.add(key);
      waiting.push([one, other]);
    };
    for (const at of loop)
      for (const [one] of nexts(at)) for (const [other] of nexts(at)) if (one < other) add(one, other);
    for (let pair = waiting.pop(); pair !== undefined; pair = waiting.pop()) {
      const [a, b] = pair;
      for (const [one] of nexts(a))
        for (const [other] of nexts(b)) {
          if (one === other) meetAgain.push(pair);
          else add(one, other);
        }
    }
    return meetAgain.length > 0;
  }

  /** Whether some text leads round the first loop, round the second, and from the first to the second. */
  #handsOver(from: readonly number[], to: readonly number[]): boolean {
    const [first, second] = [new Set(from), new Set(to)];
    const onTheWay = this.#reach(second, true);
    if (!from.some(at => onTheWay.has(at))) return false;
    const walk: Walk = { first, second, onTheWay };
    return from.some(p => to.some(q => this.#meet(p, q) && this.#handsOverAt(p, q, walk)));
  }

  /** From (p, p, q) to (p, q, q) by one text: the first stays in its loop, the last in its own, and the one between crosses over. */
  #handsOverAt(p: number, q: number, walk: Walk): boolean {
    const size = this.#next.length;
    const seen = new Set<number>();
    const waiting: Triple[] = [[p, p, q]];
    for (let at = waiting.pop(); at !== undefined; at = waiting.pop())
      for (const [x, y, z] of this.#steps(at, walk)) {
        if (x === p && y === q && z === q) return true;
        const key = (x * size + y) * size + z;
        if (seen.has(key)) continue;
        seen.add(key);
        waiting.push([x, y, z]);
      }
    return false;
  }

  *#steps([a, b, c]: Triple, { first, second, onTheWay }: Walk): Generator<Triple> {
    for (const x of this.#next[a]!.keys()) {
      if (!first.has(x)) continue;
      for (const z of this.#next[c]!.keys()) {
        if (!second.has(z) || !this.#meet(x, z)) continue;
        for (const y of this.#next[b]!.keys()) if (onTheWay.has(y) && this.#meet(x, y, z)) yield [x, y, z];
      }
    }
  }
}

function sum(all: readonly Ways[]): Ways {
  const total = new Map<number, number>();
  for (const ways of all) for (const [at, count] of ways) total.set(at, (total.get(at) ?? 0) + count);
  return total;
}

function times(ways: Ways, by: number): Ways {
  return by === 0 ? new Map() : new Map([...ways].map(([at, count]) => [at, count * by]));
}
