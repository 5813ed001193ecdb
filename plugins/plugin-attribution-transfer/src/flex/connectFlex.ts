import type * as Flex from '@twilio/flex-ui';
import { describeTask } from '@patchbay/plugin-kit';
import { WorkerSid, type ReservationSid } from '@patchbay/shared/contracts';
import type { AgentTask, FlexPorts } from './ports';
import { readOffer } from './readOffer';
import { watchTransfers } from './watchTransfers';

/** Flex as the plugin sees it. Nothing else of the plugin touches Flex's actions, tasks and store. */
export function connectFlex(flex: typeof Flex, manager: Flex.Manager): FlexPorts {
  const tasksInFlex = () => [...manager.store.getState().flex.worker.tasks.values()];
  const describe = (task: Flex.ITask): readonly AgentTask[] => {
    const snapshot = describeTask(task);
    if (snapshot === undefined) return [];
    const transfer = task.outgoingTransferObject;
    return [
      {
        ...snapshot,
        isCall: flex.TaskHelper.isCallTask(task),
        canTransfer: flex.TaskHelper.canTransfer(task),
        movingTo: transfer?.status === 'initiated' ? transfer.to : undefined,
        offer: readOffer(task.sourceObject),
      },
    ];
  };
  const invoke = async (action: string, payload: object): Promise<void> => {
    await flex.Actions.invokeAction(action, payload);
  };
  const find = (sid: ReservationSid) => tasksInFlex().find((task) => task.sid === sid);
  const worker = WorkerSid.safeParse(manager.workerClient?.sid);

  return {
    workerSid: worker.success ? worker.data : undefined,
    tasks: () => tasksInFlex().flatMap(describe),
    task: (sid) =>
      tasksInFlex()
        .filter((task) => task.sid === sid)
        .flatMap(describe)[0],
    onTasks: (listener) => {
      let known = manager.store.getState().flex.worker.tasks;
      // Flex makes a new map of every change to a task, also to its attributes.
      return manager.store.subscribe(() => {
        const { tasks } = manager.store.getState().flex.worker;
        if (tasks === known) return;
        known = tasks;
        listener();
      });
    },
    onTransferEnded: (listener) => watchTransfers(manager, listener),
    transfer: (sid, targetSid, options) =>
      invoke('TransferTask', { task: find(sid), sid, targetSid, options }),
    complete: (sid) => invoke('CompleteTask', { sid }),
    reject: (sid) => invoke('RejectTask', { sid }),
    capacity: (channel) =>
      [...(manager.workerClient?.channels.values() ?? [])].find(
        ({ taskChannelUniqueName }) => taskChannelUniqueName === channel,
      )?.capacity,
    show: (id, values) => {
      flex.Notifications.showNotification(id, values);
    },
    // Flex passes its own kind of error on, and logs what it has to wrap (Actions.invokeAction, ErrorManager).
    refusal: (message) => new flex.FlexError(message, { context: 'plugin-attribution-transfer' }),
  };
}
