import type { LookUps, Person, Registry } from '../registry/index.ts';
import type { Subscriber, Subscribers } from './subscribers.ts';

/** Before the name of a person; no chat begins with it. */
const PERSON = '@';

export interface RecipientParts {
  subscribers: Subscribers;
  lookUps: Pick<LookUps, 'tied'>;
}

/** The name under which somebody is a recipient: the person as long as the chat is tied to one, so that two chats of a person are one. */
export async function nameOf({ lookUps }: Pick<RecipientParts, 'lookUps'>, one: Subscriber): Promise<string> {
  const { chat, person } = one;
  return person !== null && (await lookUps.tied(person)).includes(chat) ? PERSON + person : chat;
}

/** Whom a name stands for now: the chat itself, or of the chats of a person the one that was used last; nobody who has stopped or was set aside. */
export async function recipientOf(
  { subscribers, lookUps }: RecipientParts,
  name: string,
): Promise<Subscriber | undefined> {
  if (isChat(name)) return awake(await subscribers.find(name));
  const person = name.slice(PERSON.length);
  const chats = await Promise.all((await lookUps.tied(person)).map(chat => subscribers.find(chat)));
  const awakeOnes = chats.filter((one): one is Subscriber => awake(one)?.person === person);
  return awakeOnes.sort((a, b) => b.seenMs - a.seenMs)[0];
}

export const isChat = (name: string): boolean => !name.startsWith(PERSON);

/** The person of the roster to whom a chat is tied; undefined when it is tied to nobody, or no longer. */
export async function personOf(
  parts: RecipientParts & { registry: Pick<Registry, 'person'> },
  one: Subscriber,
): Promise<Person | undefined> {
  const isTied = one.person !== null && !isChat(await nameOf(parts, one));
  return isTied ? parts.registry.person(one.person!) : undefined;
}

function awake(one: Subscriber | undefined): Subscriber | undefined {
  return one?.aside === undefined ? one : undefined;
}
