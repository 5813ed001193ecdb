import { readFileSync } from 'node:fs';
import type { Plugin } from 'esbuild';

const REST = '\nvar functionValidator = ';

/**
 * Leaves out the second half of Twilio's token validator, a wrapper round whole functions that we don't use: CommonJS, so
 * esbuild can't see that nobody does. Fails when the package no longer looks as it did.
 */
export const dropFunctionValidator: Plugin = {
  name: 'drop-function-validator',
  setup(build) {
    build.onLoad({ filter: /\/twilio-flex-token-validator\/dist\/index\.js$/ }, ({ path }) => {
      const source = readFileSync(path, 'utf8');
      const [validator, wrapper, ...more] = source.split(REST);
      if (validator === undefined || wrapper === undefined || more.length > 0)
        throw new Error(`${path} has changed: functionValidator is not where it was`);
      return { contents: validator };
    });
  },
};
