import { createHmac } from 'node:crypto';
import type { DataKeys } from '../store/keys.ts';
import { type Change, type Entry, NOTHING, type Store } from '../store/port.ts';
import { RETENTION_MS } from '../store/retention.ts';
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
  /** Where the person stood by an older key, and as what; it becomes a signpost once the person is written anew. */
  outdated?: { key: string; version: number };
}

/** People by their ID numbers. Names and numbers are sealed by the store that is handed in; an older key is still tried for reading. */
export class People {
  readonly #store: Store;
  readonly #derive: () => readonly Uint8Array[];

  constructor(store: Store, keys: DataKeys) {
    this.#store = store;
    this.#derive = () => keys.derive('lookup');
  }

  get #keys(): readonly Uint8Array[] {
    return this.#derive();
  }

  /** The same reads whether the number is known or not; what differs is the opening of one entry, some microseconds. */
  async find(idNumber: string): Promise<Found | undefined> {
    const names = this.#names(idNumber);
    const entries = await Promise.all(names.map(name => this.#store.read(name)));
    const index = entries.findIndex(entry => entry !== undefined && signpostIn(entry) === undefined);
    if (index >= 0) return { key: names[index]!, person: decodePerson(entries[index]!.value) };
    // Moved between these reads.
    const moved = entries.map(entry => entry && signpostIn(entry)).find(key => key !== undefined);
    const found = moved === undefined ? undefined : await this.#present(moved);
    return found && { key: found.key, person: decodePerson(found.entry.value) };
  }

  /** Also by a key from before the person was moved. */
  async byKey(key: string): Promise<Person | undefined> {
    const found = await this.#present(key);
    return found && decodePerson(found.entry.value);
  }

  /** The key that the person stands under now; the same one when there is no such person. */
  async presentKey(key: string): Promise<string> {
    return (await this.#present(key))?.key ?? key;
  }

  async #present(key: string): Promise<{ key: string; entry: Entry } | undefined> {
    const entry = await this.#store.read(key);
    if (entry === undefined) return undefined;
    const moved = signpostIn(entry);
    return moved === undefined ? { key, entry } : this.#present(moved);
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
      if (found !== undefined && signpostIn(found) === undefined)
        return {
          key,
          person: decodePerson(found.value),
          version: NOTHING,
          outdated: { key: name, version: found.version },
        };
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
    // One that has changed meanwhile stays: the person by the new key is the one that counts.
    for (const [index, { held }] of all.entries())
      if (written[index]!.ok && held.outdated !== undefined) await this.#post(held.outdated, held.key);
    return written.flatMap((one, index) => (one.ok ? [] : [heldOf(all[index]!.held.key, one.current)]));
  }

  /** Changes one person by a pure function, again if somebody else was quicker; false when there is no such person. */
  async change(key: string, change: (person: Person) => Person): Promise<boolean> {
    for (;;) {
      const found = await this.#present(key);
      if (found === undefined) return false;
      const after = encodePerson(change(decodePerson(found.entry.value)));
      if ((await this.#store.write(found.key, after, found.entry.version)).ok) return true;
    }
  }

  /** Everybody, each once. */
  async *everyone(): AsyncGenerator<Found> {
    for await (const entry of this.#store.scan(PEOPLE)) {
      if (signpostIn(entry) !== undefined) continue;
      const person = decodePerson(entry.value);
      // A move to a new key that was broken off leaves the old entry behind.
      const first = this.#keys.length === 1 ? entry.key : this.#name(person.idNumber, this.#keys[0]!);
      if (first === entry.key || (await this.#store.read(first)) === undefined) yield { key: entry.key, person };
    }
  }

  /** Moves everybody who stands by an older key to the first one; broken off, it is run again. Resolves with how many. */
  async moveToFirstKey(): Promise<number> {
    let moved = 0;
    for await (const { key, value, version } of this.#store.scan(PEOPLE)) {
      if (signpostIn({ value, version }) !== undefined) continue;
      const person = decodePerson(value);
      const first = this.#name(person.idNumber, this.#keys[0]!);
      if (first === key) continue;
      // Refused when the person stands there already: a move was broken off, or somebody has written them anew.
      await this.#store.write(first, encodePerson(person), NOTHING);
      if (await this.#post({ key, version }, first)) moved += 1;
    }
    return moved;
  }

  /** Leaves a signpost where somebody stood, for as long as anything may know them by that name. */
  async #post(from: { key: string; version: number }, to: string): Promise<boolean> {
    return (await this.#store.write(from.key, signpostTo(to), from.version, { expiresInMs: RETENTION_MS.signpost })).ok;
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

/** Begins what stands where somebody has been moved away from; whoever kept the old key finds the person by it. */
const SIGNPOST = '>';

function signpostTo(key: string): Uint8Array {
  return Buffer.from(SIGNPOST + key);
}

function signpostIn({ value }: Entry): string | undefined {
  return value[0] === SIGNPOST.charCodeAt(0) ? Buffer.from(value.subarray(1)).toString() : undefined;
}

function heldOf(key: string, entry: Entry | undefined): Held {
  return entry === undefined
    ? { key, person: undefined, version: NOTHING }
    : { key, person: decodePerson(entry.value), version: entry.version };
}
