import { BrokenTextError } from './broken-text-error.ts';
import type { Entry } from './source.ts';

type Pattern = NonNullable<Entry['value']>;
type Expression = Exclude<Exclude<Pattern, string>[number], string>;
type Call = Extract<Expression, { type: 'func' }>;
type Reference = Extract<Expression, { type: 'mesg' | 'term' }>;

export interface Located {
  entry: Entry;
  file: string;
}

/** Fluent gives up on a text with more values in it than this. */
const MAX_PLACEABLES = 100;
const MAX_DEPTH = 20;
/** `Intl` takes no more digits behind the point. */
const MAX_PRECISION = 20;

/**
 * Everything in a language's texts that Fluent would stumble over while it shows one: names of what is not there, circles, functions called
 * wrongly, numbers that cannot be written. What remains is values that the program does not give, which only the program knows.
 */
export function checkTexts(texts: ReadonlyMap<string, Located>, isClause: (id: string) => boolean): void {
  for (const [id, { entry, file }] of texts) {
    const check = new Check(texts, isClause, file, id);
    for (const pattern of [entry.value, ...Object.values(entry.attributes)]) if (pattern !== null) check.whole(pattern);
  }
}

/** Of one text, and of all that it takes in from others. */
class Check {
  private readonly texts: ReadonlyMap<string, Located>;
  private readonly isClause: (id: string) => boolean;
  private readonly file: string;
  private readonly id: string;
  private readonly inside: Pattern[] = [];
  private placeables = 0;

  constructor(texts: ReadonlyMap<string, Located>, isClause: (id: string) => boolean, file: string, id: string) {
    this.texts = texts;
    this.isClause = isClause;
    this.file = file;
    this.id = id;
  }

  whole(pattern: Pattern): void {
    this.placeables = 0;
    this.pattern(pattern);
  }

  private fail(what: string): never {
    throw new BrokenTextError(this.file, this.id, what);
  }

  private pattern(pattern: Pattern): void {
    if (typeof pattern === 'string') return;
    if (this.inside.includes(pattern)) this.fail('takes itself in');
    if (this.inside.length >= MAX_DEPTH) this.fail('takes in too much of others');
    this.inside.push(pattern);
    for (const element of pattern) {
      if (typeof element === 'string') continue;
      this.placeables += 1;
      if (this.placeables > MAX_PLACEABLES) this.fail('has too many values in it');
      this.expression(element, 0);
    }
    this.inside.pop();
  }

  private expression(expression: Expression, depth: number): void {
    if (depth > MAX_DEPTH) this.fail('is nested too deeply');
    switch (expression.type) {
      case 'num':
        if (expression.precision > MAX_PRECISION) this.fail('has a number with too many digits');
        return;
      case 'mesg':
      case 'term':
        this.reference(expression, depth);
        return;
      case 'func':
        this.call(expression, depth);
        return;
      case 'select':
        this.expression(expression.selector, depth + 1);
        for (const { key, value } of expression.variants) {
          this.expression(key, depth + 1);
          this.pattern(value);
        }
    }
  }

  private reference(reference: Reference, depth: number): void {
    const { type, name, attr } = reference;
    const id = `${type === 'term' ? '-' : ''}${name}`;
    const entry = this.texts.get(id)?.entry;
    const pattern = attr === null ? entry?.value : entry?.attributes[attr];
    if (pattern === undefined || pattern === null)
      this.fail(`takes in ${id}${attr === null ? '' : `.${attr}`}, which is not there`);
    if (type === 'term') this.given(reference.args, depth);
    this.pattern(pattern);
  }

  private call(call: Call, depth: number): void {
    const places = call.args.flatMap(one => (one.type === 'narg' ? [] : [one]));
    const names = call.args.flatMap(one => (one.type === 'narg' ? [one.name] : []));
    const [first] = places;
    if (call.name === 'CLAUSE') {
      if (places.length !== 1 || names.length > 0 || first === undefined) this.fail('names a clause wrongly');
      if (first.type !== 'var' && !(first.type === 'str' && this.isClause(first.value)))
        this.fail('names a clause that is not there');
    } else if (call.name === 'COUNT') {
      if (places.length !== 1 || !names.includes('one') || !names.includes('other')) this.fail('counts wrongly');
    } else this.fail(`calls ${call.name}, which is not there`);
    this.given(call.args, depth);
  }

  private given(args: Call['args'], depth: number): void {
    for (const one of args) this.expression(one.type === 'narg' ? one.value : one, depth + 1);
  }
}
