import {
  addWorkerToConferenceStateContract,
  removeWorkerFromConferenceStateContract,
  type LeaveIntent,
} from '@patchbay/shared/contracts';
import type { AgentTask, FlexPorts, Leg } from '../flex/ports';
import { readRecovered } from '../offers/readOffer';
import type { Service } from '../service';
import type { PresenceEvent } from './presence';

interface Means {
  readonly flex: FlexPorts;
  readonly service: () => Service;
}

/** Registers the agent on a call. On a call that was brought back this also has everybody else brought along. */
export async function register({ flex, service }: Means, task: AgentTask, leg: Leg): Promise<PresenceEvent> {
  const { agent } = flex;
  if (agent === undefined) return { type: 'registered' };
  const recoveredTaskSid = readRecovered(task.attributes);
  const answer = await service().client.call(addWorkerToConferenceStateContract, {
    conferenceSid: leg.conferenceSid,
    taskSid: task.taskSid,
    taskWorkflowSid: task.workflowSid,
    customerCallSid: leg.customerCallSid,
    workerSid: agent.workerSid,
    workerReservationSid: task.sid,
    workerCallSid: leg.callSid,
    workerName: agent.name,
    workerPhone: agent.phone,
    ...(recoveredTaskSid === undefined ? {} : { taskAttributes: { recoveredTaskSid } }),
  });
  return answer.ok ? { type: 'registered' } : { type: 'register_failed', code: answer.code };
}

/** Says that the agent leaves in order. Tried once: the agent waits for it. */
export async function deregister(
  { flex, service }: Means,
  { taskSid }: AgentTask,
  { intent, leg }: { readonly intent: LeaveIntent; readonly leg: Leg | undefined },
): Promise<void> {
  const { agent } = flex;
  if (agent === undefined) return;
  await service().once.call(removeWorkerFromConferenceStateContract, {
    conferenceSid: leg?.conferenceSid,
    taskSid,
    workerSid: agent.workerSid,
    intent,
  });
}
