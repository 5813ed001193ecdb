import { runMachines, type Machines } from '@patchbay/plugin-kit';
import { recoveryStatusContract, type TaskSid } from '@patchbay/shared/contracts';
import type { FlexPorts } from '../flex/ports';
import { RECONNECTED_ID } from '../notifications';
import type { Service } from '../service';
import { isAbout } from './judgeView';
import type { Recovery, RecoveryCommand, RecoveryEvent } from './recovery';
import { transition } from './transition';

/** The calls from which the agent dropped, by the task each was. */
export type Recoveries = Machines<TaskSid, Recovery, RecoveryEvent>;

interface Means {
  readonly flex: FlexPorts;
  readonly service: () => Service;
}

/** Follows the calls from which the agent dropped. */
export function createRecoveries({ flex, service }: Means): Recoveries {
  const look = async (taskSid: TaskSid): Promise<RecoveryEvent> => {
    const answer = await service().once.call(recoveryStatusContract, { taskSid });
    if (answer.ok) {
      const { recovery } = answer.body;
      const me = flex.agent?.workerSid;
      const own = recovery !== null && isAbout(me, recovery) ? recovery : null;
      return { type: 'looked', recovery: own, isMine: own?.receivingWorkerSid === me };
    }
    // Who has no part in the call did not drop from it.
    return answer.code === 'not_on_the_call'
      ? { type: 'looked', recovery: null, isMine: false }
      : { type: 'look_failed' };
  };
  const recoveries: Recoveries = runMachines<TaskSid, Recovery, RecoveryEvent, RecoveryCommand>({
    transition,
    isOver: () => false,
    carryOut: (taskSid, command, timers) => {
      const dispatch = (event: RecoveryEvent) => {
        recoveries.dispatch(taskSid, event);
      };
      const lookNow = () => {
        void look(taskSid)
          .catch((): RecoveryEvent => ({ type: 'look_failed' }))
          .then(dispatch);
      };
      switch (command.kind) {
        case 'look':
          lookNow();
          return;
        case 'look_later':
          timers.set('look', command.ms, lookNow);
          return;
        case 'limit':
          timers.set('limit', command.ms, () => {
            dispatch({ type: 'time_up' });
          });
          return;
        case 'tell_reconnected':
          flex.show(RECONNECTED_ID);
          return;
      }
    },
  });
  return recoveries;
}
