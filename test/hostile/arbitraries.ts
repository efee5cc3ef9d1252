import fc, { type Arbitrary } from 'fast-check';

/** Names that mean something to JavaScript itself. */
export const PROTOTYPE_NAMES = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf'];

const PIECES = [
  // What reverses, hides, splits or doubles what is shown.
  ...['\u202e', '\u2066', '\u200b', '\u200d', '\ufeff', '\u0000', '\u001b[2J', '\r\n', '\u2028', '\ud800', '\udfff'],
  ...['\ufdfa', 'e\u0301\u0301\u0301', '👨‍👩‍👧‍👦', '𠮷', 'ｊａｖａ', 'аdmin', '①', '½'],
  // What other languages would run.
  ...[
    '<script>alert(1)</script>',
    '"><img src=x onerror=1>',
    '{ $hours }',
    '{CLAUSE("1.2")}',
    '$' + '{7*7}',
    '%s%n',
    "' OR 1=1",
  ],
  ...[
    '=HYPERLINK("http://a")',
    '+1',
    '-1',
    '@SUM(1)',
    '＝1',
    '../../etc/passwd',
    '..\\..\\',
    '/dev/null',
    'CON',
    'a\0.csv',
  ],
  ...['http://169.254.169.254/', 'file:///etc/passwd', 'X: y\r\nSet-Cookie: a=b', '{"level":60}'],
  ...PROTOTYPE_NAMES,
];

const SAYINGS = [
  ...[
    '我17年的施工员证还能换吗',
    '去年20今年40行不行',
    '系统里查不到怎么办',
    '不对，是2016年',
    '不知道',
    '第二个',
    '下一步',
    '我的学时',
  ],
  ...[
    '提醒我',
    '退订',
    '群发',
    '换个地方继续',
    '我的资料',
    '删除',
    '110101199003070000',
    '张三',
    'hours',
    'english',
    '是的',
    '32个学时',
  ],
  ...[
    '提前60、30天提醒我',
    '2017年2月30日',
    '如果再学12学时呢',
    '质量员',
    '107',
    '/start',
    '/help@bot',
    'help',
    '重来',
    '确认发送',
  ],
];

const units = fc.array(fc.nat(0xffff), { maxLength: 40 }).map(codes => String.fromCharCode(...codes));
const repeated = fc
  .tuple(fc.constantFrom(...PIECES, ...SAYINGS), fc.nat(60))
  .map(([piece, times]) => piece.repeat(times));

/** What anybody may type: sense, nonsense, and sense with nonsense in it. */
export const text: Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...SAYINGS) },
  fc.constantFrom(...PIECES),
  fc.string({ unit: 'binary', maxLength: 60 }),
  units,
  repeated,
  fc.array(fc.oneof(fc.constantFrom(...SAYINGS, ...PIECES), units), { maxLength: 6 }).map(parts => parts.join('')),
);

/** Ids of choices: of today, of old versions, of others, forged. */
export const choiceId: Arbitrary<string> = fc.oneof(
  fc
    .tuple(
      fc.constantFrom(
        ...['topic', 'fact', 'change', 'step', 'screen', 'certificate', 'language', 'own', 'feedback', 'do'],
      ),
      fc.oneof(
        fc.constantFrom(
          ...[
            'eligibility',
            'my-hours',
            'next',
            'back',
            'leave',
            'walk',
            'stuck',
            'new',
            '0',
            '99',
            'en',
            'fr',
            'yes',
            'down',
          ],
          ...[
            'resume',
            'restart',
            'review',
            'reviewed',
            'cancel',
            'delete',
            'keep',
            'receipt',
            'readings',
            'none',
            'open-points',
          ],
          ...[
            'certificate.issuedOn=2017-99-99',
            'certificate.issuedOn=2017',
            'certificate.code=101',
            'certificate.code=constructor',
          ],
          ...[
            'certificate.kind=electronic',
            'certificate.kind=__proto__',
            'training.hours=1e9',
            'training.passed=yes',
            'records=1',
          ],
          ...[
            'certificate.issuedOn?=yes',
            'inPost=unknown',
            'certificate.validUntil=9999-99',
            '__proto__=yes',
            'certificate.codes=1',
          ],
          ...['certificate.kind', 'certificate.issuedOn', 'records', 'no-update', ...PROTOTYPE_NAMES],
        ),
        text,
      ),
    )
    .map(([kind, rest]) => `${kind}:${rest}`),
  text,
);

/** Any JSON, with the names of a known shape among its keys. */
export function json(...names: readonly string[]): Arbitrary<unknown> {
  const key = fc.constantFrom(...names, ...PROTOTYPE_NAMES, 'other');
  return fc.letrec<{ any: unknown }>(tie => ({
    any: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.oneof(text, choiceId, fc.integer(), fc.double(), fc.boolean(), fc.constant(null)),
      fc.array(tie('any'), { maxLength: 4 }),
      // By way of text, so that `__proto__` is a key like any other, as a parser makes it.
      fc.array(fc.tuple(key, tie('any')), { maxLength: 6 }).map(objectOf),
    ),
  })).any;
}

function objectOf(entries: readonly (readonly [string, unknown])[]): unknown {
  const fields = entries.map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value) ?? 'null'}`);
  return JSON.parse(`{${fields.join(',')}}`);
}

/** A valid value with parts of it replaced, removed and added. */
export function mutated(value: unknown, by: Arbitrary<unknown>): Arbitrary<unknown> {
  return fc
    .array(fc.tuple(fc.nat(), fc.constantFrom('replace', 'remove', 'add'), by), { minLength: 1, maxLength: 3 })
    .map(changes => {
      const copy = { root: structuredClone(value) };
      for (const [at, how, other] of changes) change(copy, at, how, other);
      return copy.root;
    });
}

function change(copy: { root: unknown }, at: number, how: string, other: unknown): void {
  const places = placesIn(copy);
  const [holder, key] = places[at % places.length]!;
  if (how === 'replace') holder[key] = other;
  else if (how === 'remove' && holder !== copy) delete holder[key];
  else if (typeof holder[key] === 'object' && holder[key] !== null)
    Object.defineProperty(holder[key], PROTOTYPE_NAMES[at % 3]!, {
      value: other,
      enumerable: true,
      configurable: true,
      writable: true,
    });
}

type Holder = Record<string, unknown>;

function placesIn(node: unknown): [Holder, string][] {
  if (typeof node !== 'object' || node === null) return [];
  const holder = node as Holder;
  return Object.keys(holder).flatMap(key => [[holder, key] as [Holder, string], ...placesIn(holder[key])]);
}

/** Bytes with some of them changed, cut out, doubled or put in. */
export function mutatedBytes(bytes: Uint8Array): Arbitrary<Buffer> {
  const change = fc.tuple(
    fc.nat(bytes.length),
    fc.constantFrom('flip', 'cut', 'double', 'insert'),
    fc.uint8Array({ maxLength: 12 }),
  );
  return fc.array(change, { minLength: 1, maxLength: 6 }).map(changes =>
    changes.reduce((all, [at, how, some]) => {
      const [head, tail] = [all.subarray(0, at), all.subarray(at)];
      if (how === 'cut') return Buffer.concat([head, tail.subarray(some.length * some.length)]);
      if (how === 'double') return Buffer.concat([head, tail, tail.subarray(0, 200)]);
      return Buffer.concat([head, Buffer.from(some), how === 'flip' ? tail.subarray(some.length) : tail]);
    }, Buffer.from(bytes)),
  );
}
