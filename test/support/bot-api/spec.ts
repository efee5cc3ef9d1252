import { readFileSync } from 'node:fs';
import { Upload } from './body.ts';

interface Length {
  min: number;
  max: number;
  unit: 'characters' | 'bytes';
}

interface Field {
  types: string[];
  required: boolean;
  length?: Length;
}

interface Facts {
  methods: Record<string, { fields: Record<string, Field> }>;
  types: Record<string, { fields: Record<string, Field>; subtypes?: string[] }>;
}

const FACTS: Facts = JSON.parse(readFileSync(new URL('../../fixtures/bot-api-10.1.json', import.meta.url), 'utf8'));

/** The methods of the API by their lower-case names: Telegram reads a method's name in any case. */
const METHODS = new Map(Object.keys(FACTS.methods).map(name => [name.toLowerCase(), name]));

export const methodNamed = (name: string): string | undefined => METHODS.get(name.toLowerCase());

/** The declared types of a method's field, so that a form's strings can be read as what they stand for. */
export const typesOf = (method: string, field: string): readonly string[] =>
  FACTS.methods[method]?.fields[field]?.types ?? [];

/** What Telegram would say against these parameters, or undefined when they fit the API. */
export function misfit(method: string, parameters: Record<string, unknown>): string | undefined {
  return misfitOfFields(FACTS.methods[method]?.fields ?? {}, parameters, method);
}

function misfitOfFields(
  fields: Record<string, Field>,
  value: Record<string, unknown>,
  path: string,
): string | undefined {
  for (const name of Object.keys(value)) if (!Object.hasOwn(fields, name)) return `${path}: unknown field "${name}"`;
  for (const [name, field] of Object.entries(fields)) {
    const fault = misfitOfField(field, value[name], `${path}.${name}`);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

function misfitOfField(field: Field, value: unknown, path: string): string | undefined {
  if (value === undefined) return field.required ? absent(path) : undefined;
  const faults = field.types.map(type => misfitOfType(type, value, path));
  if (!faults.includes(undefined)) return faults[0];
  return field.length !== undefined && typeof value === 'string'
    ? tooLongOrShort(field.length, value, path)
    : undefined;
}

function misfitOfType(type: string, value: unknown, path: string): string | undefined {
  if (type.startsWith('Array of ')) return misfitOfList(type.slice('Array of '.length), value, path);
  const primitive = PRIMITIVES[type];
  if (primitive !== undefined) return primitive(value) ? undefined : `${path} must be of type ${type}`;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return `${path} must be of type ${type}`;
  const { fields, subtypes } = FACTS.types[type]!;
  if (subtypes === undefined) return misfitOfFields(fields, value as Record<string, unknown>, path);
  const faults = subtypes.map(subtype => misfitOfType(subtype, value, path));
  return faults.includes(undefined) ? undefined : `${path} must be of type ${type}`;
}

function misfitOfList(type: string, value: unknown, path: string): string | undefined {
  if (!Array.isArray(value)) return `${path} must be an array`;
  for (const [index, item] of value.entries()) {
    const fault = misfitOfType(type, item, `${path}.${index}`);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

const PRIMITIVES: Record<string, (value: unknown) => boolean> = {
  Integer: Number.isSafeInteger,
  Float: Number.isFinite,
  String: value => typeof value === 'string',
  Boolean: value => typeof value === 'boolean',
  InputFile: value => value instanceof Upload,
};

/** Telegram counts a text in UTF-16 units and leaves out the white space around it. */
function tooLongOrShort({ min, max, unit }: Length, value: string, path: string): string | undefined {
  const size = unit === 'bytes' ? Buffer.byteLength(value) : value.trim().length;
  if (size >= min && size <= max) return undefined;
  if (path.endsWith('.callback_data')) return 'BUTTON_DATA_INVALID';
  if (size < min) return absent(path);
  return path.endsWith('.text') ? 'message is too long' : `${path} is too long (${size} ${unit} of ${max})`;
}

const absent = (path: string): string =>
  /^(send|edit)Message.*\.text$/.test(path) ? 'message text is empty' : `${path} is empty`;
