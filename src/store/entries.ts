import { NOTHING, type Store } from './port.ts';

/** The entry as JSON; undefined when there is none. */
export async function readJson<T>(store: Store, key: string): Promise<{ value: T; version: number } | undefined> {
  const entry = await store.read(key);
  return entry && { value: parse<T>(entry.value), version: entry.version };
}

/** Changes the entry by `change`, again on what stands there whenever somebody else was faster; undefined leaves it as it is. Resolves with what stands at the end. */
export async function changeJson<T>(
  store: Store,
  key: string,
  change: (before: T | undefined) => T | undefined,
  expiresInMs?: number,
): Promise<T | undefined> {
  let entry = await store.read(key);
  for (;;) {
    const before = entry && parse<T>(entry.value);
    const after = change(before);
    if (after === undefined) return before;
    const options = expiresInMs === undefined ? {} : { expiresInMs };
    const written = await store.write(key, bytesOf(after), entry?.version ?? NOTHING, options);
    if (written.ok) return after;
    entry = written.current;
  }
}

export function bytesOf(value: unknown): Uint8Array {
  return Buffer.from(JSON.stringify(value));
}

export function parse<T>(bytes: Uint8Array): T {
  return JSON.parse(Buffer.from(bytes).toString()) as T;
}
