import type * as Flex from '@twilio/flex-ui';
import { describeTask } from '@patchbay/plugin-kit';
import { WorkflowSid } from '@patchbay/shared/contracts';
import type { AgentTask, FlexPorts } from './ports';
import { hasCustomerLeft, readLeg } from './readLeg';
import { readAgent } from './readAgent';
import { watchReadiness, type PageLoad } from './watchReadiness';

/** Flex as the plugin sees it. Nothing else of the plugin touches Flex's tasks, store and clients. */
export function connectFlex(flex: typeof Flex, manager: Flex.Manager, load: PageLoad): FlexPorts {
  const agent = readAgent(manager.workerClient);
  const { isReady, onReady } = watchReadiness(manager, load, agent?.phone);
  const tasksInFlex = () => [...manager.store.getState().flex.worker.tasks.values()];
  const describe = (task: Flex.ITask): readonly AgentTask[] => {
    const snapshot = describeTask(task);
    if (snapshot === undefined) return [];
    const workflow = WorkflowSid.safeParse(task.workflowSid);
    return [
      {
        ...snapshot,
        isCall: flex.TaskHelper.isCallTask(task),
        workflowSid: workflow.success ? workflow.data : undefined,
        leg: readLeg(task.conference),
        customerLeft: hasCustomerLeft(task.conference),
        isTransferring: task.outgoingTransferObject?.status === 'initiated',
      },
    ];
  };
  return {
    agent,
    tasks: () => tasksInFlex().flatMap(describe),
    task: (sid) =>
      tasksInFlex()
        .filter((task) => task.sid === sid)
        .flatMap(describe)[0],
    onTasks: (listener) => {
      const look = () => {
        const { worker, conferences } = manager.store.getState().flex;
        return [worker.tasks, conferences.states] as const;
      };
      let known = look();
      // Flex makes new maps of every change to a task or a call.
      return manager.store.subscribe(() => {
        const now = look();
        if (now.every((map, index) => map === known[index])) return;
        known = now;
        listener();
      });
    },
    isReady,
    onReady,
    acceptPing: async (sid) => {
      await manager.workerClient?.reservations.get(sid)?.accept();
    },
    acceptCall: async (sid) => {
      await flex.Actions.invokeAction('AcceptTask', { sid });
      // As Flex's own button does.
      await flex.Actions.invokeAction('SelectTask', { sid });
    },
    endGhost: (callSid) => {
      const { activeCall } = manager.store.getState().flex.phone;
      if (activeCall?.parameters['CallSid'] === callSid) activeCall.disconnect();
    },
    show: (id) => {
      flex.Notifications.showNotification(id);
    },
    // Flex passes its own kind of error on, and logs what it has to wrap (Actions.invokeAction, ErrorManager).
    refusal: (message) => new flex.FlexError(message, { context: 'plugin-disconnect-recovery' }),
  };
}
