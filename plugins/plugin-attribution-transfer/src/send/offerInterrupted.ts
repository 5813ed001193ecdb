import type { ReservationSid } from '@patchbay/shared/contracts';
import type { AgentTask } from '../flex/ports';
import type { Sender } from './sender';
import type { About } from './transfer';

interface Interrupted {
  readonly sid: ReservationSid;
  readonly transfer: About;
}

/** More calls than an agent has lost and not got back. */
const MOST = 10;

/**
 * Remembers transfers that were interrupted because A's leg dropped, and offers them again once A is back on the call: that
 * is a task of its own then (disconnect recovery has the caller enqueued anew), with the caller's old leg.
 */
export function offerInterrupted({ transfers }: Pick<Sender, 'transfers'>): (task: AgentTask) => void {
  const byCaller = new Map<string, Interrupted>();
  return ({ sid, status, attributes }) => {
    const caller = attributes['call_sid'];
    if (typeof caller !== 'string') return;
    const transfer = transfers.get(sid);
    const before = byCaller.get(caller);
    if (transfer?.stage === 'ended' && transfer.end.how === 'interrupted') {
      byCaller.set(caller, { sid, transfer });
      const [oldest] = byCaller.keys();
      if (byCaller.size > MOST && oldest !== undefined) byCaller.delete(oldest);
    } else if (before?.sid === sid) {
      // A has put it away, or transfers the call again already.
      byCaller.delete(caller);
    } else if (before !== undefined && status === 'accepted' && transfer === undefined) {
      byCaller.delete(caller);
      transfers.dispatch(sid, { type: 'reconnected', interrupted: before.transfer });
    }
  };
}
