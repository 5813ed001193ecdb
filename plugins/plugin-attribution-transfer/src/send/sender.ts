import { runMachines, type Machines } from '@patchbay/plugin-kit';
import type { ReservationSid, TaskQueueSid } from '@patchbay/shared/contracts';
import type { FlexPorts, TransferOptions } from '../flex/ports';
import type { Service } from '../service';
import { callOf, type Calls } from './calls';
import { carryOut } from './carryOut';
import type { SendCommand } from './command';
import type { SendEvent } from './event';
import { isSameWish, isSettled, isUnderWay, type Transfer, type Wish } from './transfer';
import { transition } from './transition';
import type { Withdrawals } from './withdrawals';

/** What A's side needs. */
export interface SenderMeans {
  readonly flex: FlexPorts;
  readonly service: () => Service;
  readonly withdrawals: Withdrawals;
  /** Names this page, the same after a reload. */
  readonly pageName: () => Promise<string>;
  readonly newKey: () => string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** The transfers of A's calls, by the reservation A holds. */
export interface Sender {
  readonly transfers: Machines<ReservationSid, Transfer, SendEvent>;
  /** A asks for a transfer to a queue. Resolves when it has begun; rejects when it has not. */
  ask(sid: ReservationSid, targetSid: TaskQueueSid, options: TransferOptions): Promise<void>;
  /** A asks for the same once more. */
  again(sid: ReservationSid): void;
  /** True while a call goes to its queue past attribution, because nobody could take it. */
  isPassing(sid: ReservationSid): boolean;
}

/** Runs A's side. */
export function createSender(means: SenderMeans): Sender {
  const calls: Calls = new Map();
  // Kept apart: A may put the transfer away while Flex is still at it.
  const passing = new Set<ReservationSid>();
  const transfers: Sender['transfers'] = runMachines<ReservationSid, Transfer, SendEvent, SendCommand>({
    transition,
    carryOut: (sid, command, timers) => {
      const call = callOf(calls, means.flex, sid);
      // Gone before anything was known of it: there is nothing to be done for it.
      if (call === undefined) return;
      const dispatch = (event: SendEvent) => {
        transfers.dispatch(sid, event);
      };
      carryOut({ ...means, sid, call, passing, timers, dispatch }, command);
    },
    isOver: isSettled,
  });
  transfers.subscribe(() => {
    for (const sid of calls.keys()) if (transfers.get(sid) === undefined) calls.delete(sid);
  });

  return {
    transfers,
    ask: (sid, targetSid, options) => {
      const wish = { targetSid, mode: options.mode ?? 'WARM' } as const;
      const call = callOf(calls, means.flex, sid);
      if (call === undefined) return Promise.reject(means.flex.refusal('There is no such call.'));
      if (!isUnderWay(transfers.get(sid))) call.options = options;
      transfers.dispatch(sid, { type: 'asked', wish, key: means.newKey(), now: means.now() });
      return untilBegun(means.flex, transfers, sid, wish);
    },
    again: (sid) => {
      transfers.dispatch(sid, { type: 'again_asked', key: means.newKey(), now: means.now() });
    },
    isPassing: (sid) => passing.has(sid),
  };
}

/** Resolves once the service has begun what was wished for, as Flex's own action does once TaskRouter has. */
const untilBegun = (
  flex: FlexPorts,
  transfers: Sender['transfers'],
  sid: ReservationSid,
  wish: Wish,
): Promise<void> =>
  new Promise((resolve, reject) => {
    const look = () => {
      const transfer = transfers.get(sid);
      if (transfer?.stage === 'requesting') return;
      stop();
      if (hasBegun(transfer, wish)) resolve();
      else reject(flex.refusal('The transfer has not begun.'));
    };
    const stop = transfers.subscribe(look);
    look();
  });

const hasBegun = (transfer: Transfer | undefined, wish: Wish): boolean => {
  const isQueued = transfer?.stage === 'ended' && transfer.end.how === 'queued';
  return (isUnderWay(transfer) || isQueued) && isSameWish(transfer, wish);
};
