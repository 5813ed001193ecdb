import type { CallCode, EventOf } from './event';
import { asking, finish, givenUp, go, waiting, type Step } from './step';
import { hasCall, type InStage } from './transfer';

/** After these nobody knows whether the service began the transfer. */
const DOUBTFUL: ReadonlySet<CallCode> = new Set([
  'network',
  'bad_response',
  'aborted',
  'in_flight',
  'internal',
  'throttled',
  'store_unavailable',
  'twilio_unavailable',
  'deadline_exceeded',
]);

/** The service did not begin the transfer, or nobody knows. */
export function createFailed(
  transfer: InStage<'requesting'>,
  { code, fallback }: EventOf<'create_failed'>,
): Step {
  if (DOUBTFUL.has(code)) {
    return transfer.canceling
      ? go(waiting(transfer, { canceling: true }), { kind: 'cancel' })
      : go({ ...transfer, doubts: 1 }, { kind: 'look' });
  }
  if (transfer.canceling) return finish(transfer, givenUp(transfer));
  if (code === 'no_agent' && fallback === 'plain_transfer' && hasCall(transfer)) {
    return finish(transfer, { how: 'queued', reason: code }, { kind: 'queue', wish: transfer });
  }
  const failed = finish(transfer, { how: 'failed', reason: code });
  if (code !== 'other_target_open' && code !== 'request_mismatch') return failed;
  // Another page of A's began it: its transfer is shown as soon as the status has told about it.
  return go(asking(failed.state), { kind: 'tell', what: 'other_open' }, { kind: 'look' });
}
