import { readdirSync, readFileSync } from 'node:fs';
import {
  type BaseNode,
  type Entry,
  type FunctionReference,
  type Pattern,
  parse,
  type VariableReference,
  Visitor,
} from '@fluent/syntax';
import { describe, expect, it } from 'vitest';

/** Every text of a locale by its id (`message` or `message.attribute`), with the variables and clauses that it names. */
interface TextFacts {
  variables: ReadonlySet<string>;
  clauses: ReadonlySet<string>;
}

const LOCALES = ['zh-CN', 'en'] as const;
const NOTICES = readdirSync('src/policies', { withFileTypes: true })
  .filter(entry => entry.isDirectory())
  .map(({ name }) => `src/policies/${name}`);

class Names extends Visitor {
  readonly variables = new Set<string>();
  readonly clauses = new Set<string>();
  override visitVariableReference(node: VariableReference): void {
    this.variables.add(node.id.name);
  }
  override visitFunctionReference(node: FunctionReference): void {
    for (const argument of node.arguments.positional) {
      if (argument.type === 'StringLiteral') this.clauses.add(argument.value);
      else this.visit(argument as BaseNode);
    }
  }
}

function textsOf(locale: string): Map<string, TextFacts> {
  const files = [
    ...readdirSync(`locales/${locale}`)
      .filter(name => name.endsWith('.ftl'))
      .map(name => `locales/${locale}/${name}`),
    ...NOTICES.map(folder => `${folder}/${locale}.ftl`),
  ];
  return new Map(
    files.flatMap(file => parse(readFileSync(file, 'utf8'), {}).body.flatMap(entry => textsIn(entry, file))),
  );
}

function textsIn(entry: Entry, file: string): [string, TextFacts][] {
  if (entry.type === 'Junk') throw new Error(`${file}: ${entry.content}`);
  if (entry.type !== 'Message') return [];
  const { name } = entry.id;
  const parts = [
    ...(entry.value === null ? [] : [{ id: name, value: entry.value }]),
    ...entry.attributes.map(({ id, value }) => ({ id: `${name}.${id.name}`, value })),
  ];
  return parts.map(({ id, value }) => [id, factsOf(value)]);
}

function factsOf(pattern: Pattern): TextFacts {
  const names = new Names();
  names.visit(pattern);
  return names;
}

const texts = { 'zh-CN': textsOf('zh-CN'), en: textsOf('en') };
const source = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter(file => file.endsWith('.ts'))
  .map(file => readFileSync(`src/${file}`, 'utf8'))
  .join('\n');

/** Ids that the program puts together: `topic-${topic}` stands for every id of that shape. */
const composed = [...source.matchAll(/`([a-z][\w.-]*(?:\$\{[^}]*\}[\w.-]*)+)`/g)].map(
  ([, template = '']) => new RegExp(`^${template.replace(/[.]/g, '\\.').replace(/\$\{[^}]*\}/g, '[\\w-]+')}$`),
);

function isUsed(id: string): boolean {
  const [message = ''] = id.split('.');
  return (
    source.includes(`'${id}'`) ||
    source.includes(`'${message}'`) ||
    composed.some(shape => shape.test(id) || shape.test(message))
  );
}

describe('the texts', () => {
  it('are the same ones in both languages', () => {
    expect([...texts.en.keys()].toSorted()).toEqual([...texts['zh-CN'].keys()].toSorted());
  });

  it.each([...texts['zh-CN'].keys()])('%s rests on the same clauses in both languages', id => {
    expect([...(texts.en.get(id)?.clauses ?? [])].toSorted()).toEqual(
      [...(texts['zh-CN'].get(id)?.clauses ?? [])].toSorted(),
    );
  });

  it.each(LOCALES)('in %s are all used', locale => {
    expect([...texts[locale].keys()].filter(id => !isUsed(id))).toEqual([]);
  });
});
