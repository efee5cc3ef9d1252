import fc from 'fast-check';

/** Something that must hold for whatever comes in. */
export interface Property {
  name: string;
  /** How many cases CI tries. */
  cases: number;
  check(run: fc.Parameters<unknown>): Promise<void>;
}

/** The property of one input; it holds when `holds` does not throw. */
export function property<T>(
  name: string,
  cases: number,
  input: fc.Arbitrary<T>,
  holds: (value: T) => unknown,
): Property {
  const checked = fc.asyncProperty(input, async value => {
    await holds(value);
    cleanPrototypes();
  });
  return { name, cases, check: run => fc.assert(checked, run as fc.Parameters<[T]>) };
}

const KEYS = [Object.prototype, Array.prototype, Function.prototype].map(one => Reflect.ownKeys(one).length);

/** Nobody has written on what all objects share. */
function cleanPrototypes(): void {
  const now = [Object.prototype, Array.prototype, Function.prototype].map(one => Reflect.ownKeys(one).length);
  if (now.some((count, index) => count !== KEYS[index])) throw new Error('a prototype has been changed');
}
