import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import tseslint from 'typescript-eslint';

const zodRule = [
  {
    name: 'zod',
    message: "Import * as z from 'zod/mini': the full build is 5 to 20 times larger in every bundle.",
  },
];

/** Imports a folder must not have, on top of the rules for everyone. `paths` are package names, `group` globs. */
const forbid = (files, patterns, paths = []) => ({
  files,
  rules: {
    'no-restricted-imports': ['error', { paths: [...zodRule, ...paths], patterns }],
  },
});

export default tseslint.config(
  { ignores: ['**/dist/**', '**/build/**', '**/coverage/**', '.local/**'] },
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
    },
  },
  {
    files: ['**/*.test.ts'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  {
    files: ['**/*.{js,cjs,mjs}'],
    languageOptions: {
      globals: {
        module: 'writable',
        require: 'readonly',
        process: 'readonly',
        console: 'readonly',
        globalThis: 'readonly',
        URL: 'readonly',
        Request: 'readonly',
        Headers: 'readonly',
        __dirname: 'readonly',
        __filename: 'readonly',
      },
    },
  },
  // Who may import whom (docs/architecture.md).
  forbid(['**/*.ts'], []),
  forbid(
    ['emulator/**/*.ts'],
    [
      {
        group: ['@patchbay/*', '!@patchbay/emulator', '**/shared/**', '**/serverless/**', '**/scripts/**'],
        message: 'The local Twilio knows only Twilio: it imports nothing of ours.',
      },
    ],
  ),
  forbid(
    ['shared/src/**/*.ts'],
    [
      {
        group: ['@patchbay/emulator*', '**/emulator/**', '**/serverless/**', '**/scripts/**'],
        message:
          'shared imports no other package of ours (its tests under shared/test/ may use the local Twilio).',
      },
    ],
  ),
  forbid(
    ['shared/src/contracts/**/*.ts', 'shared/src/client/**/*.ts'],
    [
      {
        group: ['node:*', '../!(contracts|client)', '../!(contracts|client)/**', 'twilio', 'twilio/**'],
        message: 'Plugins bundle this code: nothing of Node here.',
      },
    ],
  ),
  forbid(
    ['serverless/*/src/**/*.ts'],
    [
      {
        group: ['@patchbay/emulator*', '**/emulator/**', '**/scripts/**', 'twilio'],
        message: 'A service imports shared only and reaches the SDK through the context.',
        allowTypeImports: true,
      },
    ],
  ),
  forbid(
    ['plugins/*/src/**/*.{ts,tsx}'],
    [
      {
        regex: '^@patchbay/shared(?!/(contracts|client)$)',
        message: 'Plugins see contracts and client only.',
      },
      { group: ['node:*', '@patchbay/emulator*'], message: 'Browser code.' },
    ],
  ),
  prettier,
);
