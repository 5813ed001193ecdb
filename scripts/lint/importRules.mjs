import { readdirSync } from 'node:fs';
import { builtinModules } from 'node:module';
import path from 'node:path';
import { forbid, forbidIn } from './forbidImports.mjs';

const root = path.join(import.meta.dirname, '../..');
const workspaces = ['serverless', 'plugins'].flatMap((folder) =>
  readdirSync(path.join(root, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name),
);

/** Packages by exact name or with what is below them. */
const packages = (names) => `(${names.join('|')})(\\/|$)`;
const services = workspaces.length === 0 ? [] : [new RegExp(`^${packages(workspaces)}`)];

const everywhere = [
  {
    regex: /^zod(?!\/mini$)/,
    message: "Import * as z from 'zod/mini': the full build is 5 to 20 times larger in every bundle.",
  },
  {
    selector: [
      "ImportDeclaration[source.value='zod/mini'] > :matches(ImportSpecifier, ImportDefaultSpecifier)",
      ":matches(ExportNamedDeclaration, ExportAllDeclaration)[source.value='zod/mini']",
    ].join(', '),
    message: "Import * as z from 'zod/mini': by any other name it is not tree-shaken.",
  },
  {
    regex: /^\/|^file:|\/\/|\/\.\/|^\.\/\.\.?(\/|$)|[^.]\/\.\.(\/|$)/,
    message: 'Write the shortest relative path: whether it leaves a folder is read from it.',
  },
];

/** Bans all packages of ours but `@patchbay/` and what `allowed` matches of the rest of the name. */
const ours = (message, allowed = '$.') =>
  [new RegExp(`^@patchbay\\/(?!${allowed})`), ...services].map((regex) => ({ regex, message }));

const node = {
  regex: new RegExp(`^(node:|${packages(builtinModules)})`),
  message: 'Browser code: nothing of Node here.',
};
const sdk = (message, typesAllowed) => ({ regex: /^twilio(\/|$)/, message, typesAllowed });
const onlyPackages = (names) => ({
  regex: new RegExp(`^(?!\\.|(${names.join('|')})$)`),
  message: `Plugins bundle this code. It imports no package but ${names.join(' and ')}.`,
});

const zod = (names, most) =>
  `CallExpression[callee.object.name='z'][callee.property.name=/^(${names.join('|')})$/][arguments.length>${most}]`;
const carried = {
  selector: [
    zod(['string', 'number', 'boolean', 'unknown'], 0),
    zod(['object', 'looseObject', 'array', 'optional', 'nullable', 'nullish', 'union', 'enum', 'literal'], 1),
    'MemberExpression[property.name=/^(safeParseAsync|parseAsync)$/]',
  ].join(', '),
  message: 'Functions carry shared/src/leanZod, which takes no options of a type and does nothing later.',
};

const SHARED =
  'shared imports no other package of ours (its tests under shared/test/ may use the local Twilio).';
const SERVICE = 'A service imports @patchbay/shared, its /contracts and its /client only.';
const PLUGIN = 'Plugins see @patchbay/plugin-kit, @patchbay/shared/contracts and /client only.';

/** Who may import whom (docs/architecture.md); what is further down holds where both are about a file. */
const territories = [
  { folder: 'emulator', bans: ours('The local Twilio imports nothing of ours.', packages(['emulator'])) },

  { folder: 'shared', bans: ours(SHARED, packages(['emulator'])) },
  { folder: 'shared/src', bans: [...ours(SHARED), carried] },
  { folder: 'shared/src', boundary: 'shared', testsOnly: true, bans: ours(SHARED) },
  ...['contracts', 'client'].flatMap((name) => {
    const territory = { folder: `shared/src/${name}`, beside: '(contracts|client)(\\/.*)?' };
    return [
      { ...territory, bans: [onlyPackages(['zod/mini']), carried] },
      { ...territory, testsOnly: true, bans: [onlyPackages(['zod/mini', 'fast-check'])] },
    ];
  }),

  { folder: 'serverless/*', bans: ours(SERVICE, packages(['shared', 'emulator'])) },
  ...[
    { folder: 'serverless/*/src', beside: 'package\\.json' },
    { folder: 'serverless/*/src', boundary: 'serverless/*', testsOnly: true },
  ].map((territory) => ({
    ...territory,
    bans: [
      ...ours(SERVICE, 'shared(\\/(contracts|client))?$'),
      sdk('The SDK comes from the context; only its types are imported.', true),
      carried,
    ],
  })),

  {
    folder: 'plugins/*',
    bans: ours(PLUGIN, packages(['plugin-kit', 'shared\\/(contracts|client)', 'emulator'])),
  },
  {
    folder: 'plugins/*/src',
    boundary: 'plugins/*',
    bans: [...ours(PLUGIN, '(plugin-kit|shared\\/(contracts|client))$'), node, sdk('Browser code.')],
  },
  // What tests stand on is no part of a bundle.
  ...[{ folder: 'plugins/*/src', testsOnly: true }, { folder: 'plugins/*/src/testing' }].map((territory) => ({
    ...territory,
    boundary: 'plugins/*',
    bans: [
      ...ours(PLUGIN, '(plugin-kit(\\/testing)?|shared\\/(contracts|client))$'),
      node,
      sdk('Browser code.'),
    ],
  })),
];

/** For a flat configuration. */
export const importRules = [
  forbid(['**/*.{ts,tsx}'], everywhere),
  ...territories.flatMap((territory) => forbidIn({ ...territory, bans: [...everywhere, ...territory.bans] })),
];
