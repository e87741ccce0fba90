// What is sent where something sensible should stand: texts, numbers and shapes that mean something else to somebody.
import fc from 'fast-check';

/** Whom and what the requests name. `own`: who sends them, with which device, and the number that it has come to. */
export type Names = {
  readonly own: { readonly user: string; readonly device: string; readonly next: number };
  readonly users: readonly string[];
  readonly logins: readonly string[];
  readonly devices: readonly string[];
  readonly cases: readonly string[];
  readonly records: readonly string[];
};

/** One of a list. */
export const one = <Value>(list: readonly Value[]) => fc.constantFrom(...list);

/** What means something else to a database, a page, a file system, a template, or a reader. */
export const crookedTexts = [
  ...[
    "'; drop table record; --",
    "' or '1'='1",
    '"; select pg_sleep(9); --',
    '\\',
    '%',
    '_',
    "''",
    '$1',
    '?',
  ],
  ...[
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    'javascript:alert(1)',
    '{{7*7}}',
    '${7*7}',
  ],
  ...[
    '../../etc/passwd',
    '..\\..\\',
    '%00',
    '%2e%2e%2f',
    '/',
    'file:///etc/passwd',
    'a/b/c',
    '~1',
    '__proto__',
  ],
  ...['=cmd|calc', '\u202Eabc', '\uFEFF', '\u0085', 'ä'.normalize('NFD'), '😀'.repeat(200), ' ', ''],
  ...[
    '2026-02-30',
    '0000-00-00',
    '9999-12-31T23:59:59.999Z',
    '-1',
    '1e999',
    'NaN',
    'null',
    'true',
    '[object Object]',
  ],
];
/** What one of the two databases cannot keep, or keeps otherwise than it came. */
export const unsoundTexts: readonly string[] = [
  ...[
    '\u0000',
    'a\u0000b',
    'ab\u0000',
    '\u0000ab',
    'Neu\u0000',
    '\uD800',
    'a\uD800b',
    '\uDC00',
    '\uDBFF\uDBFF',
    '\uDC00\uD800',
  ],
];
/**
 * What stands where people write: mostly what they would, else what means something to somebody, or cannot be kept.
 * @param unsound how often it cannot be kept: of fifteen, and so many more
 */
export const written = (usual: readonly string[], unsound = 3) =>
  fc.oneof(
    { arbitrary: one(usual), weight: 10 },
    { arbitrary: one(crookedTexts), weight: 5 },
    { arbitrary: one(unsoundTexts), weight: unsound },
  );
const crookedNumbers = [-1, 0, -0, 1.5, 2 ** 31, 2 ** 53, 2 ** 63, 1e308, -1e308, 5e-324];
/** Keys that messages have, and some that reach for more. */
export const keys = [
  ...[
    'protocol',
    'device',
    'cursor',
    'clock',
    'changes',
    'voids',
    'purged',
    'set',
    'base',
    'login',
    'password',
  ],
  ...[
    'name',
    'role',
    'secret',
    'phone',
    'id',
    'caseId',
    'caseIds',
    'owner',
    'deputies',
    'kind',
    'recordId',
    'by',
  ],
  ...[
    'number',
    'active',
    'mayReadLimits',
    'seq',
    'scope',
    'isAdmin',
    '__proto__',
    'constructor',
    'prototype',
  ],
  ...['toString', 'hasOwnProperty', 'then', 'length', 'steps/a/title', 'owner', 'deputies', ''],
];

/** Nested `depth` times. */
const nested = (value: unknown, depth: number): unknown => (depth === 0 ? value : [nested(value, depth - 1)]);

/** Anything, and often something that belongs to somebody else. */
export const nonsenseFor = (names: Names) =>
  fc.oneof(
    { arbitrary: one(crookedTexts), weight: 6 },
    { arbitrary: one(unsoundTexts), weight: 3 },
    { arbitrary: one([...names.users, ...names.devices, ...names.cases, ...names.records]), weight: 4 },
    { arbitrary: one(crookedNumbers), weight: 3 },
    { arbitrary: fc.string({ unit: 'binary', maxLength: 60 }), weight: 2 },
    { arbitrary: fc.jsonValue({ maxDepth: 3 }), weight: 2 },
    {
      arbitrary: fc.tuple(one(keys), one(crookedTexts)).map((entry) => Object.fromEntries([entry])),
      weight: 2,
    },
    { arbitrary: one([20_001, 300_000]).map((length) => 'x'.repeat(length)), weight: 1 },
    { arbitrary: one([2, 9, 15, 300]).map((depth) => nested('deep', depth)), weight: 1 },
    { arbitrary: fc.constant(Array.from({ length: 1200 }, (_, index) => index)), weight: 1 },
  );
