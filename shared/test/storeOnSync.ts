import { createLocalTwilio } from '@patchbay/emulator';
import { redirectTwilio } from '@patchbay/emulator/redirect';
import { SyncServiceSid } from '../src/contracts';
import { syncStore } from '../src/store';
import { type ApiLimits, realApi } from './twilioRealClient';

// A seed of its own gives each an account of its own, so a client, so no kept-alive connection to the one before.
let seed = 0;

/** Sync of a local Twilio, whose time stands still until it is advanced. */
export const startSync = async () => {
  seed += 1;
  const local = await createLocalTwilio({ mode: 'paused', seed });
  const undo = redirectTwilio(local.origin);
  const serviceSid = SyncServiceSid.parse(local.sync.defaultServiceSid);
  return {
    local,
    clock: local.clock,
    open: (limits?: ApiLimits) => syncStore({ api: realApi(local, limits), serviceSid, clock: local.clock }),
    loseNextWriteAnswer: () => {
      local.faults.add({
        match: { host: 'sync', method: 'POST' },
        times: 1,
        effect: { type: 'lost-response' },
      });
    },
    breakDown: () => {
      local.faults.add({ match: { host: 'sync' }, effect: { type: 'status', status: 503 } });
    },
    heal: () => {
      local.faults.clear();
    },
    close: async () => {
      undo();
      await local.stop();
    },
  };
};
