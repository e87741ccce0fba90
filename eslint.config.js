// The architecture, as one table: who may lean on whom, and what no room may do. tests/walls.test.ts tries every wall.
import { existsSync, readdirSync } from 'node:fs';
import tseslint from 'typescript-eslint';
import { houseRules } from './scripts/house-rules.mjs';

const formLibraries = ['react-hook-form', 'zod/mini'];
const serverLibraries = [
  ...['fastify', 'fastify-plugin', '@fastify/compress', '@fastify/cookie', '@fastify/helmet'],
  ...['@fastify/rate-limit', '@fastify/static', '@node-rs/argon2', 'better-sqlite3', 'pg', 'zod'],
  ...['@zxcvbn-ts/core', '@zxcvbn-ts/language-common', '@simplewebauthn/server'],
];
const clientRooms = ['domain', 'protocol', 'store', 'sync', 'i18n', 'ui', 'forms', 'features', 'locales'];

/**
 * One line a room. `rooms`: whom it may import (a room, or one file of it). `libraries`: which packages.
 * `may`: which powers of the browser it holds; nobody else has them. A later line replaces an earlier one.
 */
const rooms = [
  { folder: 'src/domain', rooms: ['domain'], libraries: ['zod/mini'], may: ['nothing'] },
  { folder: 'src/protocol', rooms: ['protocol', 'domain'], libraries: ['zod/mini'], may: ['nothing'] },
  {
    folder: 'src/i18n',
    rooms: ['i18n', 'locales'],
    libraries: ['i18next', 'react', 'zod/mini'],
    may: ['remember'],
  },
  {
    folder: 'src/ui',
    rooms: ['ui', 'i18n'],
    libraries: ['react', 'react-dom', 'uqr', '@tanstack/react-virtual'],
    may: [],
  },
  {
    folder: 'src/store',
    rooms: ['store', 'domain'],
    libraries: ['dexie', 'hash-wasm', 'react', 'zod/mini'],
    may: ['keep', 'remember'],
  },
  {
    folder: 'src/sync',
    rooms: ['sync', 'protocol', 'store', 'domain'],
    libraries: ['zod/mini'],
    may: ['fetch'],
  },
  {
    folder: 'src/forms',
    rooms: ['forms', 'store', 'domain', 'ui', 'i18n'],
    libraries: ['react', ...formLibraries],
    may: [],
  },
  {
    folder: 'src/features',
    rooms: [
      ...['domain', 'store', 'i18n', 'ui', 'forms', 'features/ports.tsx', 'features/sync-sentence.tsx'],
      ...['features/confirmed-form.tsx', 'features/confirmation.tsx', 'features/secret-dialog.tsx'],
      ...['features/device-list.tsx', 'features/use-devices.ts'],
      ...['features/open-disputes.ts', 'features/leaf-place.ts'],
    ],
    libraries: ['react', ...formLibraries, 'wouter', '@tanstack/react-virtual', 'uqr'],
    may: [],
    strangers: true,
  },
  {
    folder: 'src/features/my-plan',
    rooms: [
      'features/my-plan',
      'ui',
      'i18n',
      'domain',
      'protocol/plan-view.ts',
      'store/plan-copy.ts',
      'sync/plan-port.ts',
    ],
    libraries: ['react', 'zod/mini'],
    may: [],
  },
  {
    folder: 'src/app',
    rooms: ['app', ...clientRooms],
    libraries: ['react', 'react-dom', 'wouter', 'workbox-window', '@simplewebauthn/browser'],
    may: [],
  },
  {
    folder: 'sync-server',
    rooms: ['server', 'domain', 'protocol'],
    libraries: serverLibraries,
    may: ['fetch', 'node'],
  },
];

const powers = {
  fetch: { names: ['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource'], room: 'sync' },
  keep: { names: ['indexedDB', 'IDBKeyRange', 'IDBDatabase'], room: 'store' },
  remember: { names: ['localStorage', 'sessionStorage'], room: 'store' },
};

const source = '**/*.{ts,tsx,js,mjs}';
const tests = ['**/*.test.{ts,tsx}', 'tests/**'];
const escaped = (text) => text.replace(/[.\\/]/g, '\\$&');
const oneOf = (names, end) =>
  `(?:${names.map((name) => escaped(name) + (/\.tsx?$/.test(name) ? '$' : end)).join('|')})`;

const sayTheRoom = {
  regex: '(^|/)\\.\\.(/|$)',
  message: "Say the room: './x.ts' is mine, '#room/x.ts' is another's.",
};

/** Every import that this room may not write, each with the sentence that tells the way. */
function wallsOf({ folder, rooms: allowed, libraries, may }) {
  const walls = [
    sayTheRoom,
    {
      regex: allowed.length ? `^#(?!${oneOf(allowed, '\\/')})` : '^#',
      message: `${folder} may use ${allowed.join(', ')}: see the table in eslint.config.js.`,
    },
    {
      regex: `^(?!\\.|#|node:|virtual:)(?!${oneOf(libraries, '(?:\\/|$)')})`,
      message: `${folder} may use the packages ${libraries.join(', ')}: a library has one room.`,
    },
  ];
  if (!may.includes('node'))
    walls.push({ regex: '^node:', message: 'This runs in a browser, or everywhere.' });
  if (folder !== 'src/app')
    walls.push({ regex: '^virtual:', message: 'Only app puts the program together.' });
  if (libraries.includes('zod/mini')) walls.push({ regex: '^zod$', message: 'In the browser: zod/mini.' });
  return walls;
}

function globalsOf(may) {
  const forbidden = Object.entries(powers).filter(([power]) => !may.includes(power));
  return forbidden.flatMap(([, { names, room }]) =>
    names.map((name) => ({ name, message: `Only ${room} does this: go through it.` })),
  );
}

/** What no room writes, whoever it is: the selector, and the sentence that tells the way. */
const nowhere = [
  {
    selector: 'ExportAllDeclaration[exported=null]',
    message: 'No barrels: import from the file that says it.',
  },
  { selector: 'TSEnumDeclaration', message: 'A list of words and a derived type, not an enum.' },
];

const inComponents = [
  {
    selector: 'JSXText[value=/[A-Za-zÄÖÜäöüß]{2}/]',
    message: "No text in code: t('namespace:key').",
  },
  {
    selector:
      'JSXAttribute[name.name=/^(aria-label|aria-description|title|placeholder|alt)$/] > Literal[value=/[A-Za-zÄÖÜäöüß]{2}/]',
    message: "No text in code: t('namespace:key').",
  },
  {
    selector:
      "JSXAttribute[name.name='dangerouslySetInnerHTML'], MemberExpression[property.name=/^(innerHTML|outerHTML)$/]",
    message: 'Words are never markup.',
  },
  {
    selector: "MemberExpression[object.name='navigator'][property.name='sendBeacon']",
    message: 'Only sync speaks to the network.',
  },
];

const passTheWorldIn = [
  {
    selector:
      "CallExpression[callee.object.name='Date'][callee.property.name='now'], NewExpression[callee.name='Date'][arguments.length=0], CallExpression[callee.object.name='Math'][callee.property.name='random']",
    message: 'Pass the world in: time and chance come from whoever calls.',
  },
];

/** `import('…')` meets the same walls as `import … from '…'`. */
function lazily(walls) {
  return walls.map(({ regex, message }) => ({
    selector: `ImportExpression > Literal[value=/${regex.replaceAll('\\/', '/').replaceAll('/', '\\u002F')}/]`,
    message,
  }));
}

function roomToConfig(room, files, ignores = []) {
  const walls = wallsOf(room);
  return {
    files,
    ignores: [...tests, ...ignores],
    rules: {
      'no-restricted-imports': ['error', { patterns: walls }],
      'no-restricted-globals': [
        'error',
        {
          globals: globalsOf(room.may),
          checkGlobalObject: true,
          globalObjects: ['window', 'self', 'globalThis'],
        },
      ],
      'no-restricted-syntax': [
        'error',
        ...nowhere,
        ...lazily(walls),
        ...(room.folder === 'sync-server' ? [] : inComponents),
        ...(room.may.includes('nothing') ? passTheWorldIn : []),
      ],
    },
  };
}

/** Strangers get a table line each, so that a task may name itself and nobody else. */
function roomConfigs(room) {
  const whole = roomToConfig(room, [`${room.folder}/**/*.{ts,tsx}`]);
  if (!room.strangers) return [whole];
  const folder = new URL(room.folder, import.meta.url);
  const tasks = existsSync(folder) ? readdirSync(folder, { withFileTypes: true }) : [];
  const each = tasks
    .filter((entry) => entry.isDirectory())
    .map(({ name }) =>
      roomToConfig({ ...room, rooms: [...room.rooms, `features/${name}`] }, [
        `${room.folder}/${name}/**/*.{ts,tsx}`,
      ]),
    );
  return [whole, ...each];
}

export default tseslint.config(
  {
    ignores: [
      'dist/**',
      'dist.next/**',
      'dist.last/**',
      'data/**',
      'bench/**',
      'public/**',
      'pictures/**',
      'test-results/**',
      'playwright-report/**',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  tseslint.configs.strict,
  {
    files: ['**/*.{ts,tsx}'],
    languageOptions: {
      globals: { window: 'readonly', self: 'readonly', globalThis: 'readonly' },
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/no-unsafe-argument': 'error',
      '@typescript-eslint/no-unsafe-assignment': 'error',
      '@typescript-eslint/no-unsafe-call': 'error',
      '@typescript-eslint/no-unsafe-member-access': 'error',
      '@typescript-eslint/no-unsafe-return': 'error',
    },
  },
  {
    files: [source],
    plugins: { house: houseRules },
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'prefer-const': 'error',
      'no-console': ['error', { allow: ['warn', 'error'] }],
      'no-restricted-imports': ['error', { patterns: [sayTheRoom] }],
      'no-restricted-syntax': ['error', ...nowhere],
      'house/first-line-says-what-for': 'error',
      'house/file-has-a-word': 'error',
      'house/exception-has-a-reason': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  {
    files: ['{src,sync-server,tests}/**/*.{ts,tsx}'],
    rules: {
      'no-restricted-exports': [
        'error',
        {
          restrictDefaultExports: {
            direct: true,
            named: true,
            defaultFrom: true,
            namedFrom: true,
            namespaceFrom: true,
          },
        },
      ],
    },
  },
  { files: ['scripts/**', 'tests/**', 'sync-server/**', '*.config.*'], rules: { 'no-console': 'off' } },
  ...rooms.flatMap(roomConfigs),
);
