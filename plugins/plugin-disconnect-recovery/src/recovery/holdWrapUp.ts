import { overrideAction, readReservation, type FlexActions } from '@patchbay/plugin-kit';
import type { TaskSid } from '@patchbay/shared/contracts';
import type { FlexPorts } from '../flex/ports';
import { NOT_YET_ID } from '../notifications';
import type { Recoveries } from './createRecoveries';

interface Means {
  readonly flex: FlexPorts;
  readonly recoveries: Recoveries;
}

/** Whether the call dropped is asked in this time, or the wrap-up goes on without an answer. */
const CHECK_MS = 3_000;

/** Keeps a call from being completed while its caller is being brought back. */
export function holdWrapUp(actions: FlexActions, { flex, recoveries }: Means): void {
  overrideAction(actions, 'CompleteTask', async (payload, pass) => {
    const sid = readReservation(payload);
    const taskSid = sid === undefined ? undefined : flex.task(sid)?.taskSid;
    if (taskSid === undefined || recoveries.get(taskSid) === undefined) return pass();
    await untilKnown(recoveries, taskSid);
    if (recoveries.get(taskSid)?.stage !== 'waiting') return pass();
    flex.show(NOT_YET_ID);
    throw flex.refusal('The call is being reconnected.');
  });
}

/** Resolves when it is known whether a call dropped, or after a moment. */
const untilKnown = (recoveries: Recoveries, taskSid: TaskSid): Promise<void> =>
  new Promise((resolve) => {
    const first = recoveries.get(taskSid);
    const isUnknown = () => {
      const now = recoveries.get(taskSid);
      return now?.stage === 'checking' && JSON.stringify(now) === JSON.stringify(first);
    };
    if (!isUnknown()) {
      resolve();
      return;
    }
    const done = () => {
      stop();
      clearTimeout(timer);
      resolve();
    };
    const timer = setTimeout(done, CHECK_MS);
    const stop = recoveries.subscribe(() => {
      if (!isUnknown()) done();
    });
  });
