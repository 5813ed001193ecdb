import { postAdmin, type Account } from '../../stack/askTwilio';
import { Strike } from './faults';
import type { FaultHooks } from './passUnderFaults';

/**
 * Makes a service part of the local Twilio for who looks at it: its faults are in the one plan, its requests in the one
 * journal, under its public name.
 */
export const askLocalTwilio = (twilio: Account, domain: string): Required<FaultHooks> => ({
  askForStrike: async (request) =>
    Strike.parse(await postAdmin(twilio, 'faults/strike', { host: domain, ...request })),
  onExecuted(execution) {
    // A journal with a gap is no reason to fail anything; when the local Twilio is gone, npm start says so.
    postAdmin(twilio, 'executions', { host: domain, ...execution }).catch(() => undefined);
  },
});
