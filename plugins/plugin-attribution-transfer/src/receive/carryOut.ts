import type { Timers } from '@patchbay/plugin-kit';
import {
  attributionStatusContract,
  transferTaskContract,
  type ReservationSid,
} from '@patchbay/shared/contracts';
import { toldToReceiver } from '../notifications';
import type { Attribution } from './attribution';
import type { ReceiverMeans } from './receiver';
import type { ReceptionCommand, ReceptionEvent } from './reception';

/** Of one attribution task, what doing something for it takes. */
export interface Context extends ReceiverMeans {
  readonly sid: ReservationSid;
  readonly attribution: Attribution | undefined;
  readonly timers: Timers;
  readonly dispatch: (event: ReceptionEvent) => void;
}

const CLOSE_FAILED = { type: 'close_failed' } as const;
const LOOK_FAILED = { type: 'look_failed' } as const;

/** Does what the rules of B's side ask for; what comes of it is dispatched, now or later. */
export function carryOut(context: Context, command: ReceptionCommand): void {
  const { flex, timers, dispatch } = context;
  const follow = (event: Promise<ReceptionEvent>, otherwise: ReceptionEvent) => {
    void event.catch(() => otherwise).then(dispatch);
  };
  switch (command.kind) {
    case 'tell':
      flex.show(toldToReceiver(command.what));
      return;
    case 'mark':
      follow(mark(context), { type: 'mark_failed', code: 'network' });
      return;
    case 'close':
      follow(close(context), CLOSE_FAILED);
      return;
    case 'close_later':
      timers.set('close', command.ms, () => {
        follow(close(context), CLOSE_FAILED);
      });
      return;
    case 'look_later':
      timers.set('look', command.ms, () => {
        follow(look(context), LOOK_FAILED);
      });
      return;
  }
}

async function mark({ flex, service, sid, attribution }: Context): Promise<ReceptionEvent> {
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

async function close({ flex, sid }: Context): Promise<ReceptionEvent> {
  if (flex.task(sid) !== undefined) await flex.complete(sid);
  return { type: 'closed' };
}

async function look({ service, attribution }: Context): Promise<ReceptionEvent> {
  if (attribution === undefined) return LOOK_FAILED;
  const answer = await service().once.call(attributionStatusContract, {
    taskSid: attribution.originalTaskSid,
  });
  if (answer.ok) return { type: 'looked', attempt: answer.body.attempt };
  // The call has gone to somebody else since.
  return answer.code === 'role_missing' ? { type: 'looked', attempt: null } : LOOK_FAILED;
}
