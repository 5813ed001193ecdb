import { addressOf, fail, implement, ok } from '@patchbay/shared';
import { reconnectCallContract, type Attributes, type WorkflowSid } from '@patchbay/shared/contracts';
import type { RecoveryPorts } from '../ports';
import { enqueueAgainTwiml, enqueueTwiml, HANG_UP } from '../twiml/enqueueTwiml';
import { readOrder, type Order } from '../twiml/order';
import { reconnectAttributes } from '../twiml/reconnectAttributes';

/** Why a call left its queue without having been to an agent, and may try again (Twilio: Enqueue, QueueResult). */
const NOT_TAKEN_IN: ReadonlySet<unknown> = new Set(['queue-full', 'system-error', 'error']);

/**
 * What the customer's call does next. Without effect of its own, so that Twilio may ask as often as it likes. It never fails
 * because of TaskRouter: an answer that is no TwiML would end the call, so a caller may go without attributes, never alone.
 */
export const reconnectCall = implement<
  RecoveryPorts,
  typeof reconnectCallContract.request,
  typeof reconnectCallContract.response
>(reconnectCallContract, async (input, ports) => {
  const { settings, clock } = ports;
  const order = readOrder(input, settings.authToken, clock.now());
  if (order === undefined) return NOT_OURS;
  const query = new URLSearchParams({ order: input.order, signature: input.signature });
  const again = `${addressOf(settings)}/reconnect-call?${query.toString()}`;
  const { QueueResult: result } = input;
  if (NOT_TAKEN_IN.has(result)) return ok({ twiml: enqueueAgainTwiml(again) });
  if (typeof result === 'string') return ok({ twiml: HANG_UP });
  const current = await attributesOf(ports, order);
  const attributes = reconnectAttributes(current, order, settings.attributeBudget);
  return ok({ twiml: enqueueTwiml(workflowFor(order, current, ports), attributes, again) });
});

async function attributesOf({ taskRouter, log }: RecoveryPorts, { taskSid }: Order): Promise<Attributes> {
  try {
    return (await taskRouter.fetchTask(taskSid))?.attributes ?? {};
  } catch (error) {
    log.warn('attributes_lost', { error: error instanceof Error ? error.name : typeof error });
    return {};
  }
}

/** Back to where the call came from; an outbound call never came from a queue. */
function workflowFor(order: Order, current: Attributes, { settings }: RecoveryPorts): WorkflowSid {
  const isOutbound = current['direction'] === 'outbound';
  const fallback = order.fallbackWorkflowSid ?? settings.fallbackWorkflowSid;
  const own = order.workflowSid;
  if (isOutbound || own === undefined) return fallback ?? own ?? settings.pingWorkflowSid;
  return own;
}

const NOT_OURS = fail('signature_refused', 'This address was not made by this service, or is too old.');
