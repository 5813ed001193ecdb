import { UpstreamError } from '@patchbay/shared';
import type { CallSid } from '@patchbay/shared/contracts';
import { Unfinished } from '../calls/perform';
import type { Call } from '../recovery/call';
import type { Drop } from '../recovery/drop';
import type { CallEvent } from '../recovery/event';
import { LEASE_MS } from '../recovery/rules';
import { reconnectUrl } from '../twiml/reconnectUrl';
import { conferenceOf } from './conferenceOf';
import { look } from './look';
import type { Reach } from './reach';

/** Sends the customer's call to the queue. 1 write, 2 more where others stay behind; never repeated by itself. */
export async function redirect(reach: Reach, call: Call, drop: Drop): Promise<readonly CallEvent[]> {
  const customer = await ready(reach, call, drop);
  try {
    const url = reconnectUrl(reach, call, drop);
    const done = await reach.voice.redirectCall(customer, { url });
    return [done === 'redirected' ? { type: 'redirected' } : { type: 'customer_gone' }];
  } catch (error) {
    if (error instanceof UpstreamError && error.outcome === 'ambiguous') throw error;
    throw new Unfinished([{ type: 'not_redirected' }], error);
  }
}

async function ready(reach: Reach, call: Call, drop: Drop): Promise<CallSid> {
  try {
    const customer = call.customerCallSid ?? (await look(reach, call, drop)).customerCallSid;
    if (customer === undefined) throw new Error('nobody knows which leg is the customer');
    if (drop.others) await keepOthers(reach, call, customer);
    return customer;
  } catch (error) {
    throw new Unfinished([{ type: 'not_redirected' }], error);
  }
}

/** The customer's leaving must not end the conference for the others. Held legs don't take the change: off hold with it. */
async function keepOthers({ voice, log }: Reach, call: Call, customer: CallSid): Promise<void> {
  const conference = conferenceOf(call);
  const change = { endConferenceOnExit: false, hold: false };
  for (let attempt = 1; attempt <= 2; attempt += 1) {
    await voice.updateParticipant(conference, customer, change);
    const leg = await voice.fetchParticipant(conference, customer);
    if (leg?.endConferenceOnExit !== true) return;
  }
  // The caller's way on comes first.
  log.warn('others_not_kept');
}

/** Whether a redirect took effect whose sender did not live to say so: a leg that has left is one that was sent on. */
export async function checkRedirect(reach: Reach, call: Call, drop: Drop): Promise<readonly CallEvent[]> {
  const { customerCallSid } = call;
  if (customerCallSid === undefined) return [{ type: 'not_redirected' }];
  const leg = await reach.voice.fetchParticipant(conferenceOf(call), customerCallSid);
  if (leg === undefined) {
    const isLive = await reach.voice.isCallLive(customerCallSid);
    return [{ type: isLive === true ? 'redirected' : 'customer_gone' }];
  }
  const isCertain = reach.clock.now() >= (drop.enqueue.askedAt ?? 0) + LEASE_MS;
  return isCertain ? [{ type: 'not_redirected' }] : [];
}
