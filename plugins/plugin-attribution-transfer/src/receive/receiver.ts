import { runMachines, type Machines, type Timers } from '@patchbay/plugin-kit';
import {
  attributionStatusContract,
  transferTaskContract,
  type ReservationSid,
} from '@patchbay/shared/contracts';
import type { FlexPorts } from '../flex/ports';
import { toldToReceiver } from '../notifications';
import type { Service } from '../service';
import { readAttribution, type Attribution } from './attribution';
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

interface Its extends ReceiverMeans {
  readonly sid: ReservationSid;
  readonly attribution: Attribution | undefined;
  readonly timers: Timers;
  readonly dispatch: (event: ReceptionEvent) => void;
}

const CLOSE_FAILED = { type: 'close_failed' } as const;
const LOOK_FAILED = { type: 'look_failed' } as const;

function carryOut(its: Its, command: ReceptionCommand): void {
  const { flex, timers, dispatch } = its;
  const follow = (event: Promise<ReceptionEvent>, otherwise: ReceptionEvent) => {
    void event.catch(() => otherwise).then(dispatch);
  };
  switch (command.kind) {
    case 'accept':
      // By whoever asked: Flex's action goes on.
      return;
    case 'tell':
      flex.show(toldToReceiver(command.what));
      return;
    case 'mark':
      follow(mark(its), { type: 'mark_failed', code: 'network' });
      return;
    case 'close':
      follow(close(its), CLOSE_FAILED);
      return;
    case 'close_later':
      timers.set('close', command.ms, () => {
        follow(close(its), CLOSE_FAILED);
      });
      return;
    case 'look_later':
      timers.set('look', command.ms, () => {
        follow(look(its), LOOK_FAILED);
      });
      return;
  }
}

async function mark({ flex, service, sid, attribution }: Its): Promise<ReceptionEvent> {
  if (attribution === undefined || flex.workerSid === undefined) {
    return { type: 'mark_failed', code: 'not_found' };
  }
  const { originalTaskSid: taskSid, transfer_task } = attribution;
  const answer = await service().client.call(transferTaskContract, {
    attributionTaskSid: sid,
    receivingWorkerSid: flex.workerSid,
    transfer_task: { taskSid, targetSid: transfer_task.targetSid },
  });
  return answer.ok ? { type: 'marked' } : { type: 'mark_failed', code: answer.code };
}

async function close({ flex, sid }: Its): Promise<ReceptionEvent> {
  if (flex.task(sid) === undefined) return { type: 'closed' };
  await flex.complete(sid);
  return { type: 'closed' };
}

async function look({ service, attribution }: Its): Promise<ReceptionEvent> {
  if (attribution === undefined) return LOOK_FAILED;
  const answer = await service().poller.call(attributionStatusContract, {
    taskSid: attribution.originalTaskSid,
  });
  if (answer.ok) return { type: 'looked', attempt: answer.body.attempt };
  // The call has gone to somebody else since.
  return answer.code === 'role_missing' ? { type: 'looked', attempt: null } : LOOK_FAILED;
}
