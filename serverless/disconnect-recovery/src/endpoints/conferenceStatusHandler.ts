import { implement, PatchbayError } from '@patchbay/shared';
import { conferenceStatusHandlerContract } from '@patchbay/shared/contracts';
import { handle } from '../calls/handle';
import { loadCall } from '../calls/storedCalls';
import { mayForward } from '../events/forwardCallback';
import { readCallback } from '../events/readCallback';
import type { RecoveryPorts } from '../ports';
import type { CallEvent } from '../recovery/event';
import { done } from './answers';

/** Of a call nobody has told of these say nothing that could matter later. */
const ONLY_OF_KNOWN_CALLS: ReadonlySet<CallEvent['type']> = new Set(['conference_ended', 'tick']);

/** POST /conference-status-handler. 1 read of the state. A 5xx makes Twilio try again (`#rc=5&rp=all`). */
export const conferenceStatusHandler = implement<
  RecoveryPorts,
  typeof conferenceStatusHandlerContract.request,
  typeof conferenceStatusHandlerContract.response
>(conferenceStatusHandlerContract, async (callback, ports) => {
  const copy = forwardCopy(ports, callback);
  const { clock, ids } = ports;
  const meaning = readCallback(callback, { now: clock.now(), dropId: ids.next() });
  if (meaning !== undefined) {
    const stored = await loadCall(ports, meaning.taskSid);
    if (stored.version !== undefined || !ONLY_OF_KNOWN_CALLS.has(meaning.event.type)) {
      const { failures } = await handle(ports, stored, meaning.event);
      if (failures.length > 0) {
        throw new PatchbayError('twilio_unavailable', 'Not all could be done. Send it again.', {
          cause: failures[0],
        });
      }
    }
  }
  await copy;
  return done();
});

/** What was there before gets the very same form, without what is ours. */
async function forwardCopy(
  { forward, settings, log }: RecoveryPorts,
  { forwardTo, ...form }: Readonly<Record<string, unknown>>,
): Promise<void> {
  if (typeof forwardTo !== 'string') return;
  if (!mayForward(forwardTo, settings.forwardHosts)) {
    log.warn('callback_not_forwarded');
    return;
  }
  const fields = Object.entries(form).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  await forward(forwardTo, Object.fromEntries(fields));
}
