import path from 'node:path';
import { startFunctions, type Functions } from '../../src/testing/functions';

/** Twilio's own local runtime with some functions of this folder. */
export type Runtime = Functions;

/** Starts the runtime in this process; a function named `sample` is `functions/sample.ts` at `/sample`. */
export const startRuntime = (names: readonly string[], env: Record<string, string>): Promise<Runtime> =>
  startFunctions({
    folder: path.resolve(__dirname, 'functions'),
    files: names.map((name) => `${name}.ts`),
    env,
  });
