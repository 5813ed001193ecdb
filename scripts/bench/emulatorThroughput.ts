import { benchEmulator } from '../../emulator/bench/taskCreation';
import type { Bench } from './figure';

/** That the local Twilio is never the bottleneck of what is measured or tested against it. */
export const benchEmulatorThroughput: Bench = {
  name: 'local Twilio',
  async run() {
    const { name, perSecond } = await benchEmulator();
    return [{ name, value: perSecond, unit: 'per second', aim: { atLeast: 1_000 } }];
  },
};
