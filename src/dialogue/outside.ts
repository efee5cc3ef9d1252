import type { Fact, OutsideView, Situation, Understanding } from '../understanding/index.ts';
import type { Desk } from './desk.ts';
import type { Open, State } from './state.ts';
import type { Want } from './turn.ts';

/** What is waited for is the person's own: an answer to it leaves the machine in no form. */
const PRIVATE: readonly Open['kind'][] = ['consent', 'id-number', 'person-name', 'proof', 'delete'];
/** A fact that an outside model names is taken, and never for as sure as one that was read. */
const SURE = 0.6;
const NOWHERE = [0, 0] as const;

/** What to ask an outside model about a message that was not understood, if there is one to ask. */
export function wantOutside(desk: Desk, { open }: State, masked: string, situation: Situation): Want | undefined {
  if (desk.asksOutside !== true || (open !== null && PRIVATE.includes(open.kind))) return undefined;
  return { kind: 'topics', masked, situation };
}

/** The message with what an outside model made of it: its topics are certain; its facts stand beside those that were read and replace none. */
export function withOutside(understood: Understanding, view: OutsideView): Understanding {
  const read = new Set(understood.facts.map(({ name }) => matterOf(name)));
  const added = view.facts.filter(({ name }) => !read.has(matterOf(name)));
  const facts = [...understood.facts, ...added.map(fact => ({ ...fact, span: NOWHERE, confidence: SURE }))];
  return view.topics.length === 0
    ? { ...understood, facts }
    : { ...understood, facts, asked: view.topics, certain: true };
}

/** 「质量员」 (one of several codes) leaves no room for a code, nor 「17年」 (a year or a span of years) for a year. */
function matterOf(name: Fact['name']): string {
  return name === 'certificate.trade' ? 'certificate.code' : name.replace(/(?<=kind|code)s$|\?$/, '');
}
