import { carryCodeIn, type Message } from '../../dialogue/index.ts';
import { TOPICS, type Topic } from '../../policies/policy.ts';

const topic = (name: Topic): Message => ({ kind: 'choice', id: `topic:${name}` });

/** The commands of the bot's menu, in its order, and what each stands for. Their descriptions are `telegram-command-<name>` in the locales. */
export const COMMANDS: Readonly<Record<string, Message>> = {
  start: { kind: 'start' },
  check: topic('eligibility'),
  steps: topic('renewal-steps'),
  hours: topic('annual-hours'),
  contact: topic('contact'),
  language: topic('language'),
  reset: { kind: 'choice', id: 'do:restart' },
  help: topic('help'),
};

export interface Command {
  name: string;
  /** The bot that it names, if any, in lower case. */
  bot: string | undefined;
  rest: string;
}

/** `/name@bot rest`, or undefined when the text is no command. */
export function commandIn(text: string): Command | undefined {
  const [, name, bot, rest] = /^\/([a-z0-9_]{1,32})(?:@(\w+))?(?:\s+([\s\S]*))?$/i.exec(text) ?? [];
  return name === undefined ? undefined : { name: name.toLowerCase(), bot: bot?.toLowerCase(), rest: rest ?? '' };
}

/** What a command of ours says; a link's `/start <topic>` opens that topic, `/start <code>` goes on with what was told elsewhere. */
export function meaningOf({ name, rest }: Command): Message | undefined {
  if (name === 'start' && (TOPICS as readonly string[]).includes(rest)) return topic(rest as Topic);
  if (name === 'start' && carryCodeIn(rest) !== undefined) return { kind: 'text', text: rest };
  return Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
}
