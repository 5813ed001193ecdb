import type { Stack } from '../stack/model';
import { prepareStack } from './prepareStack';

declare global {
  /** What `startForSuites` started, for `stopAfterSuites`: jest gives them nothing else in common. */
  var browserStack: Stack | undefined;
}

/** Jest's global setup of the browser suites. They find what runs in the file that PATCHBAY_STACK names. */
export default async function startForSuites(): Promise<void> {
  globalThis.browserStack = await prepareStack((line) => process.stdout.write(`${line}\n`));
  process.env['PATCHBAY_STACK'] = globalThis.browserStack.file;
}
