import { createRepository, serviceFiles } from '../testing/createRepository';
import { readService } from '../services/service';
import { bundleService } from './bundleService';

const VALIDATOR = 'node_modules/twilio-flex-token-validator';

/** The only function of a service, bundled. */
async function bundle(files: Readonly<Record<string, string>>, source: string) {
  const repository = createRepository({
    ...serviceFiles('greeter', { 'src/functions/hello.ts': source }),
    ...files,
  });
  try {
    const { functions } = await bundleService(readService(repository.resolve('serverless/greeter')));
    const [built] = functions;
    if (built === undefined) throw new Error('Nothing was bundled');
    return { code: Buffer.from(built.contents).toString('utf8'), inputs: [...built.inputs.keys()] };
  } finally {
    repository.remove();
  }
}

describe('what a bundle carries', () => {
  it('of zod/mini is our lean one', async () => {
    const { inputs } = await bundle(
      {},
      `import * as z from 'zod/mini'; export const handler = () => z.string().safeParse(1);`,
    );

    expect(inputs).toContainEqual(expect.stringMatching(/shared\/src\/leanZod\/values\.ts$/));
  });

  it('cannot be what the lean one does not have', async () => {
    const bundling = bundle({}, `import * as z from 'zod/mini'; export const handler = () => z.date();`);

    await expect(bundling).rejects.toThrow(/"date".*leanZod/);
  });

  const source = `import { validator } from 'twilio-flex-token-validator'; export const handler = () => validator;`;
  const validator = (code: string) => ({
    [`${VALIDATOR}/package.json`]: '{"name":"twilio-flex-token-validator","main":"dist/index.js"}',
    [`${VALIDATOR}/dist/index.js`]: code,
  });

  it('of the token validator is the validator', async () => {
    const code = `exports.validator = () => 'asks IAM';\nvar functionValidator = () => 'wraps';\nexports.functionValidator = functionValidator;`;

    const built = await bundle(validator(code), source);

    expect(built.code).toContain('asks IAM');
    expect(built.code).not.toContain('wraps');
  });

  it('is not guessed at when the token validator has changed', async () => {
    await expect(bundle(validator(`exports.validator = () => 'asks IAM';`), source)).rejects.toThrow(
      'functionValidator is not where it was',
    );
  });
});
