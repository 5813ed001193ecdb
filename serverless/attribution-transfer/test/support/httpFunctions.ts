import path from 'node:path';
import {
  startFunctions as startInThisProcess,
  startProcesses as startOthers,
  type FunctionProcess,
  type Functions,
} from '@patchbay/shared/testing/functions';

/** As they are deployed: bundled and minified. */
const FOLDER = path.resolve(__dirname, '../../dist/functions');

type Env = Readonly<Record<string, string>>;

/** Starts Twilio's local runtime in this process with every function of the service. */
export const startFunctions = (env: Env): Promise<Functions> => startInThisProcess({ folder: FOLDER, env });

/** Starts so many processes of the service side by side; their calls to Twilio go to the local one at `origin`. */
export const startProcesses = (
  count: number,
  origin: string,
  env: Env,
): Promise<readonly FunctionProcess[]> =>
  startOthers(
    count,
    { folder: FOLDER, env },
    { preload: require.resolve('@patchbay/emulator/redirect'), origin },
  );
