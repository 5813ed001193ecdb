import { runMachines, type Machines } from '@patchbay/plugin-kit';
import type { ReservationSid } from '@patchbay/shared/contracts';
import type { FlexPorts } from '../flex/ports';
import type { Service } from '../service';
import { readAttribution, type Attribution } from './attribution';
import { carryOut } from './carryOut';
import type { Reception, ReceptionCommand, ReceptionEvent } from './reception';
import { receptionTransition } from './receptionTransition';

/** What B's side needs. */
export interface ReceiverMeans {
  readonly flex: FlexPorts;
  readonly service: () => Service;
}

/** Attribution tasks on B's page, by B's reservation of each. */
export interface Receiver {
  readonly receptions: Machines<ReservationSid, Reception, ReceptionEvent>;
  /** B takes an attribution task, by Flex's own action. Rejects when B may not, or Flex could not. */
  accept(sid: ReservationSid, acceptInFlex: () => Promise<unknown>): Promise<void>;
  /** What is known of an attribution task, also after it is gone from Flex. */
  attributionOf(sid: ReservationSid): Attribution | undefined;
}

/** Runs B's side. */
export function createReceiver(means: ReceiverMeans): Receiver {
  const attributions = new Map<ReservationSid, Attribution>();
  const attributionOf = (sid: ReservationSid): Attribution | undefined => {
    const found = attributions.get(sid) ?? readAttribution(means.flex.task(sid)?.attributes);
    if (found !== undefined) attributions.set(sid, found);
    return found;
  };
  const receptions: Receiver['receptions'] = runMachines<
    ReservationSid,
    Reception,
    ReceptionEvent,
    ReceptionCommand
  >({
    transition: receptionTransition,
    carryOut: (sid, command, timers) => {
      const dispatch = (event: ReceptionEvent) => {
        receptions.dispatch(sid, event);
      };
      carryOut({ ...means, sid, attribution: attributionOf(sid), timers, dispatch }, command);
    },
    isOver: () => false,
  });
  receptions.subscribe(() => {
    for (const sid of attributions.keys()) {
      if (receptions.get(sid) === undefined) attributions.delete(sid);
    }
  });

  return {
    receptions,
    attributionOf,
    accept: async (sid, acceptInFlex) => {
      // Read now: the service may have closed the task before Flex has said that it is accepted.
      attributionOf(sid);
      receptions.dispatch(sid, { type: 'accept_asked', isFree: isFree(means) });
      if (receptions.get(sid)?.stage !== 'accepting')
        throw means.flex.refusal('The transfer was not accepted.');
      try {
        await acceptInFlex();
      } catch (error) {
        const status = means.flex.task(sid)?.status;
        receptions.dispatch(sid, {
          type: 'accept_failed',
          isTaken: status === 'accepted' || status === 'wrapping',
        });
        throw error;
      }
      receptions.dispatch(sid, { type: 'accepted' });
    },
  };
}

/** Whether TaskRouter could give B the call: everything that is offered, live or in wrap-up takes capacity. */
function isFree({ flex, service }: ReceiverMeans): boolean {
  const { callChannel } = service().settings;
  const capacity = flex.capacity(callChannel);
  const taken = flex.tasks().filter(({ channel }) => channel === callChannel).length;
  // TaskRouter knows the channels; a name that Flex does not know is no reason to refuse.
  return capacity === undefined || taken < capacity;
}
