import { createHmac } from 'node:crypto';
import type { DataKeys } from '../store/keys.ts';
import { type Change, type Entry, NOTHING, type Store } from '../store/port.ts';
import { decodePerson, encodePerson, type Person } from './person.ts';

/** Where people stand in the store: `person:<keyed hash of the ID number>`. */
export const PEOPLE = 'person:';
/** What an import owes somebody who asked to be told when hours arrive. */
export const POSTED = 'posted';
const HASH_BYTES = 24;

/** A person and the name of the entry; the name gives nothing away and may stand in a chat's state. */
export interface Found {
  key: string;
  person: Person;
}

/** What stands under a person's number now. */
export interface Held {
  /** Where the person is to be written: the name by the first key. */
  key: string;
  person: Person | undefined;
  version: number;
  /** Where the person stood by an older key; to be removed once written anew. */
  outdated?: string;
}

/** People by their ID numbers. Names and numbers are sealed by the store that is handed in; an older key is still tried for reading. */
export class People {
  readonly #store: Store;
  readonly #keys: readonly Uint8Array[];

  constructor(store: Store, keys: DataKeys) {
    this.#store = store;
    this.#keys = keys.derive('lookup');
  }

  /** The same reads whether the number is known or not; what differs is the opening of one entry, some microseconds. */
  async find(idNumber: string): Promise<Found | undefined> {
    const names = this.#names(idNumber);
    const entries = await Promise.all(names.map(name => this.#store.read(name)));
    const index = entries.findIndex(entry => entry !== undefined);
    return index < 0 ? undefined : { key: names[index]!, person: decodePerson(entries[index]!.value) };
  }

  async byKey(key: string): Promise<Person | undefined> {
    const entry = await this.#store.read(key);
    return entry && decodePerson(entry.value);
  }

  /** What stands under each number, in their order. */
  async hold(idNumbers: readonly string[]): Promise<Held[]> {
    return Promise.all(idNumbers.map(idNumber => this.#hold(idNumber)));
  }

  async #hold(idNumber: string): Promise<Held> {
    const [key, ...older] = this.#names(idNumber) as [string, ...string[]];
    const entry = await this.#store.read(key);
    if (entry !== undefined) return heldOf(key, entry);
    for (const name of older) {
      const found = await this.#store.read(name);
      if (found !== undefined) return { key, person: decodePerson(found.value), version: NOTHING, outdated: name };
    }
    return { key, person: undefined, version: NOTHING };
  }

  /** Writes people anew; gives back what stands in the way of those that somebody else has written meanwhile. */
  async keep(all: readonly { held: Held; person: Person; owes: boolean }[]): Promise<Held[]> {
    const changes = all.map(
      ({ held, person, owes }): Change => ({
        key: held.key,
        value: encodePerson(person),
        expected: held.version,
        ...(owes && { options: { owes: POSTED } }),
      }),
    );
    const written = await this.#store.writeAll(changes);
    for (const [index, { held }] of all.entries())
      if (written[index]!.ok && held.outdated !== undefined) await this.#store.remove(held.outdated);
    return written.flatMap((one, index) => (one.ok ? [] : [heldOf(all[index]!.held.key, one.current)]));
  }

  /** Changes one person by a pure function, again if somebody else was quicker; false when there is no such person. */
  async change(key: string, change: (person: Person) => Person): Promise<boolean> {
    let entry = await this.#store.read(key);
    while (entry !== undefined) {
      const written = await this.#store.write(key, encodePerson(change(decodePerson(entry.value))), entry.version);
      if (written.ok) return true;
      entry = written.current;
    }
    return false;
  }

  /** Everybody, each once. */
  async *everyone(): AsyncGenerator<Found> {
    for await (const { key, value } of this.#store.scan(PEOPLE)) {
      const person = decodePerson(value);
      // A move to a new key that was broken off leaves the old entry behind.
      const first = this.#keys.length === 1 ? key : this.#name(person.idNumber, this.#keys[0]!);
      if (first === key || (await this.#store.read(first)) === undefined) yield { key, person };
    }
  }

  #names(idNumber: string): string[] {
    return this.#keys.map(key => this.#name(idNumber, key));
  }

  #name(idNumber: string, key: Uint8Array): string {
    return (
      PEOPLE +
      createHmac('sha256', key)
        .update(idNumber)
        .digest('base64url')
        .slice(0, (HASH_BYTES * 4) / 3)
    );
  }
}

function heldOf(key: string, entry: Entry | undefined): Held {
  return entry === undefined
    ? { key, person: undefined, version: NOTHING }
    : { key, person: decodePerson(entry.value), version: entry.version };
}
