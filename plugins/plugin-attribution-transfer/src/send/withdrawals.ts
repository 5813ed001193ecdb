import { ReservationSid, TaskQueueSid, TransferMode } from '@patchbay/shared/contracts';
import * as z from 'zod/mini';
import { isSameWish, wishOf, type Wish } from './transfer';

/**
 * Transfers of which A was told that they had not begun, though they may have: no page of A's is to carry them out, also
 * after a reload.
 */
export interface Withdrawals {
  readonly add: (sid: ReservationSid, wish: Wish) => void;
  readonly has: (sid: ReservationSid, wish: Wish) => boolean;
  /** A asks for a transfer of the call again. */
  readonly remove: (sid: ReservationSid) => void;
}

const KEY = 'patchbay.withdrawn';
/** More calls than an agent has within the time an attempt can be open. */
const MOST = 20;

const Entries = z.array(z.object({ sid: ReservationSid, targetSid: TaskQueueSid, mode: TransferMode }));
type Entries = z.infer<typeof Entries>;

/** Keeps them where all pages of the browser look, e.g. `localStorage`; where nothing can be stored, for this page. */
export function keepWithdrawals(storage: () => Pick<Storage, 'getItem' | 'setItem'>): Withdrawals {
  let here: Entries | undefined;
  const read = (): Entries => {
    if (here !== undefined) return here;
    try {
      return Entries.parse(JSON.parse(storage().getItem(KEY) ?? '[]'));
    } catch {
      return [];
    }
  };
  const write = (entries: Entries): void => {
    try {
      storage().setItem(KEY, JSON.stringify(entries));
      here = undefined;
    } catch {
      here = entries;
    }
  };
  const others = (sid: ReservationSid): Entries => read().filter((entry) => entry.sid !== sid);

  return {
    add: (sid, wish) => {
      write([...others(sid), { sid, ...wishOf(wish) }].slice(-MOST));
    },
    has: (sid, wish) => read().some((entry) => entry.sid === sid && isSameWish(entry, wish)),
    remove: (sid) => {
      const rest = others(sid);
      if (rest.length < read().length) write(rest);
    },
  };
}
