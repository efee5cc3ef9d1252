import { randomUUID } from 'node:crypto';
import type { Clerk } from './broadcasts/index.ts';
import { type CarryCodes, type Got, type Incoming, isAdmin, type Want } from './dialogue/index.ts';
import type { LookUps } from './registry/index.ts';
import { StoreDownError } from './store/port.ts';
import type { AskOutside } from './understanding/index.ts';

/** Where what a turn wants is got from. */
export interface Sources {
  lookUps: LookUps;
  askOutside: AskOutside | undefined;
  clerk: Clerk;
  codes: CarryCodes;
  /** A link that opens another chat with a code; undefined where there is none. */
  linkFor(code: string): string | undefined;
  admins: readonly string[];
}

/** Gets what a turn wants; from a store that cannot be read just now nothing is got. */
export async function fulfil(want: Want, incoming: Incoming, sources: Sources): Promise<Got | undefined> {
  try {
    return await got(want, incoming, sources);
  } catch (error) {
    if (error instanceof StoreDownError) return undefined;
    throw error;
  }
}

async function got(want: Want, incoming: Incoming, sources: Sources): Promise<Got | undefined> {
  const { lookUps, askOutside, clerk, codes, linkFor, admins } = sources;
  const { chat, from, id, sender } = incoming;
  /** Taken again after a crash a message bears the same id, and what was done for it is not done twice. */
  const once = `${chat} ${id ?? randomUUID()}`;
  switch (want.kind) {
    case 'topics': {
      const view = await askOutside?.(want.masked, want.situation);
      return view && { kind: 'topics', view };
    }
    case 'broadcast':
      if (sender === undefined || !isAdmin(incoming, admins)) return undefined;
      return { kind: 'broadcast', told: await clerk(want.ask, { chat, who: sender, once }) };
    case 'carry-out': {
      const code = await codes.give({ chat }, want.carried);
      return code === undefined ? undefined : { kind: 'carry-out', code, link: linkFor(code) ?? null };
    }
    case 'carry-in':
      return { kind: 'carry-in', carried: await codes.take({ chat, from, once }, want.code) };
    case 'watch':
      return { kind: 'watch', on: await lookUps.watch(chat, want.person) };
    case 'person':
      return {
        kind: 'person',
        ...(want.purpose && { purpose: want.purpose }),
        ...(await lookUps.lookAhead({ chat, ...(from !== undefined && { from }) }, want.by)),
      };
    default:
      return want satisfies never;
  }
}
