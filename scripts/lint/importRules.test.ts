import { execFileSync } from 'node:child_process';
import path from 'node:path';
import * as z from 'zod/mini';
import { repositoryRoot } from '../services/repositoryRoot';

const CONTRACT = 'shared/src/contracts/x.ts';
const DEEP_CONTRACT = 'shared/src/contracts/taskrouter/x.ts';
const SHARED = 'shared/src/host/x.ts';
const EMULATOR = 'emulator/src/products/x.ts';
const SERVICE = 'serverless/lookup/src/x.ts';
const SERVICE_DEEP = 'serverless/lookup/src/a/b/x.ts';
const PLUGIN = 'plugins/panel/src/x.tsx';

const from = (specifier: string): string => `import * as x from '${specifier}';`;
const [CONTRACTS_ONLY, NO_PATH] = ['imports no package but', 'leads out of'];

/** The file, what it imports (a specifier, or code with spaces in it), and a part of what it is told. */
const refused: [file: string, imported: string, because: string][] = [
  [CONTRACT, '../host/systemClock', NO_PATH],
  [CONTRACT, '../index', NO_PATH],
  [CONTRACT, '..', NO_PATH],
  [CONTRACT, '../clientele', NO_PATH],
  [CONTRACT, '../../../emulator/src/index', NO_PATH],
  [CONTRACT, './../host/systemClock', 'shortest'],
  [CONTRACT, '../contracts/../host/systemClock', 'shortest'],
  [CONTRACT, '/repository/shared/src/host/systemClock', 'shortest'],
  [DEEP_CONTRACT, '../../host/systemClock', NO_PATH],
  [DEEP_CONTRACT, "import type { Clock } from '../../host/systemClock';", NO_PATH],
  ['shared/src/client/x.ts', '../endpoint/result', NO_PATH],
  ['shared/src/contracts/a/b/c/d/e/f/g/h/x.ts', '../../../../../../../../../host/x', NO_PATH],
  ...['@patchbay/emulator', 'crypto', 'fs/promises', 'node:fs', 'twilio', 'fast-check', 'lookup'].map(
    (name): [string, string, string] => [CONTRACT, name, CONTRACTS_ONLY],
  ),
  ['shared/src/contracts/x.test.ts', 'node:fs', CONTRACTS_ONLY],
  ['shared/src/contracts/x.test.ts', '../host/systemClock', NO_PATH],

  [SHARED, '@patchbay/emulator', 'no other package'],
  [SHARED, "export { x } from 'attribution-transfer/src/ports';", 'no other package'],
  [SHARED, '../../test/x', NO_PATH],
  ['shared/src/host/x.test.ts', '../../../emulator/src', NO_PATH],
  ['shared/test/x.ts', 'attribution-transfer/src/ports', 'no other package'],

  [EMULATOR, '@patchbay/shared', 'nothing of ours'],
  [EMULATOR, "await import('@patchbay/shared');", 'nothing of ours'],
  [EMULATOR, 'await import(`@patchbay/shared`);', 'nothing of ours'],
  [EMULATOR, "export * from '@patchbay/shared/contracts';", 'nothing of ours'],
  [EMULATOR, "import x = require('@patchbay/shared');", 'nothing of ours'],
  [EMULATOR, "let x: import('@patchbay/shared').Clock;", 'nothing of ours'],
  [EMULATOR, '../../../shared/src', NO_PATH],
  ['emulator/test/x.test.ts', '../../serverless/attribution-transfer/src/ports', NO_PATH],
  ['emulator/preload/x.cjs', "const x = require('@patchbay/shared');", 'nothing of ours'],

  [SERVICE, '../../segment-lookup/src/x', NO_PATH],
  [SERVICE, '../../../shared/src/host/x', NO_PATH],
  [SERVICE, '../../../plugins/panel/src/x', NO_PATH],
  [SERVICE, '../test/support/x', NO_PATH],
  [SERVICE_DEEP, '../../../../segment-lookup/src/x', NO_PATH],
  [SERVICE, 'attribution-transfer/src/ports', '@patchbay/shared'],
  [SERVICE, '@patchbay/shared/testing', '@patchbay/shared'],
  [SERVICE, '@patchbay/emulator', '@patchbay/shared'],
  [SERVICE, 'twilio', 'context'],
  [SERVICE, "await import('twilio/lib/rest/Twilio');", 'context'],
  ['serverless/lookup/test/x.test.ts', '../../segment-lookup/src/x', NO_PATH],

  [PLUGIN, 'fs', 'Browser'],
  [PLUGIN, 'node:fs', 'Browser'],
  [PLUGIN, 'fs/promises', 'Browser'],
  [PLUGIN, 'twilio', 'Browser'],
  [PLUGIN, '@patchbay/shared', 'Plugins see'],
  [PLUGIN, '@patchbay/shared/testing', 'Plugins see'],
  [PLUGIN, '@patchbay/emulator', 'Plugins see'],
  [PLUGIN, '../../../shared/src/host/x', NO_PATH],
  [PLUGIN, '../../other/src/x', NO_PATH],
  ['plugins/panel/test/x.test.ts', '../../../shared/src/host/x', NO_PATH],

  ...[CONTRACT, SHARED, EMULATOR, SERVICE, PLUGIN, 'scripts/x.ts', 'shared/test/x.ts'].flatMap((file) =>
    ['zod', 'zod/v4', 'zod/v4/core'].map((name): [string, string, string] => [file, name, 'zod/mini']),
  ),
  [CONTRACT, "import { z } from 'zod/mini';", 'zod/mini'],
  [CONTRACT, "import z from 'zod/mini';", 'zod/mini'],
  [SERVICE, "import z, * as all from 'zod/mini';", 'zod/mini'],
  ['scripts/x.ts', "export { z } from 'zod/mini';", 'zod/mini'],
  ['scripts/x.ts', "export * from 'zod/mini';", 'zod/mini'],

  ...[CONTRACT, SHARED, SERVICE].flatMap((file) =>
    ["z.string('a text');", 'z.object({}, {});', 'await schema.parseAsync(x);'].map(
      (code): [string, string, string] => [file, code, 'leanZod'],
    ),
  ),
];

const allowed: [file: string, imported: string][] = [
  [CONTRACT, 'zod/mini'],
  [CONTRACT, "import type * as z from 'zod/mini';"],
  [CONTRACT, './sids'],
  [CONTRACT, '../client/rhythm'],
  [DEEP_CONTRACT, '../sids'],
  [DEEP_CONTRACT, '../../client'],
  ['shared/src/client/x.property.test.ts', 'fast-check'],
  [SHARED, 'twilio'],
  [SHARED, 'node:crypto'],
  [SHARED, '../contracts'],
  ['shared/src/host/x.test.ts', '../../test/x'],
  ['shared/test/x.test.ts', '@patchbay/emulator/redirect'],
  ['shared/test/host/x.ts', '../../src/host'],
  [EMULATOR, '../kernel/clock'],
  [EMULATOR, 'twilio'],
  ['emulator/test/x.test.ts', '../src'],
  ['emulator/test/x.test.ts', '@patchbay/emulator/testing'],
  [SERVICE, '@patchbay/shared'],
  [SERVICE, '@patchbay/shared/contracts'],
  [SERVICE, "import type { Twilio } from 'twilio';"],
  [SERVICE, '../package.json'],
  [SERVICE_DEEP, '../../ports'],
  ['serverless/lookup/src/x.test.ts', '../test/support/x'],
  ['serverless/lookup/test/support/x.ts', '../../src/ports'],
  ['serverless/lookup/test/x.test.ts', 'twilio'],
  ['serverless/lookup/test/x.test.ts', '@patchbay/emulator'],
  [PLUGIN, '@patchbay/shared/contracts'],
  [PLUGIN, '@patchbay/shared/client'],
  [PLUGIN, 'react'],
  ['plugins/panel/src/a/x.tsx', '../state'],
  ['scripts/x.ts', '../serverless/attribution-transfer/src/workspace'],
  ['scripts/x.ts', '@patchbay/shared/openapi'],
  ...[CONTRACT, SHARED, SERVICE].map((file): [string, string] => [file, "z.object({ a: z.literal('a') });"]),
  [PLUGIN, "z.string('a text');"],
];

describe('the import rules', () => {
  let verdicts: string[][];
  beforeAll(() => {
    const cases = [...refused, ...allowed].map(([file, imported]) => ({
      file,
      code: imported.includes(' ') || imported.includes('(') ? imported : from(imported),
    }));
    const answer = execFileSync(
      process.execPath,
      [path.join(repositoryRoot, 'scripts/run.cjs'), 'lint/judgeImports'],
      { input: JSON.stringify(cases), encoding: 'utf8', timeout: 30_000 },
    );
    verdicts = z.parse(z.array(z.array(z.string())), JSON.parse(answer));
  }, 30_000);

  it.each(refused.map((entry, index) => [...entry, index] as const))(
    'refuse in %s: %s',
    (_file, _imported, because, index) => {
      expect(verdicts[index]).toContainEqual(expect.stringContaining(because));
    },
  );

  it.each(allowed.map((entry, index) => [...entry, index] as const))(
    'allow in %s: %s',
    (_file, _imported, index) => {
      expect(verdicts[refused.length + index]).toEqual([]);
    },
  );
});
