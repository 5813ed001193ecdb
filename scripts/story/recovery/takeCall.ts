import { createClient } from '@patchbay/shared/client';
import {
  addWorkerToConferenceStateContract,
  CallSid,
  ConferenceSid,
  ReservationSid,
  TaskSid,
  WorkerSid,
  WorkflowSid,
} from '@patchbay/shared/contracts';
import type { Reservation } from 'twilio-taskrouter';
import * as z from 'zod/mini';
import type { AgentPage } from '../agentPage';
import { serviceOf } from '../centre';
import type { Scene } from '../scene';
import { untilTask } from '../untilTask';

const OnCall = z.object({
  conference: z.object({
    sid: ConferenceSid,
    participants: z.object({ worker: CallSid, customer: CallSid }),
  }),
  recoveredTaskSid: z.optional(TaskSid),
});

/** The page takes a call as the plugin has Flex take it, and tells the service that its agent is on it. */
export async function takeCall(scene: Scene, page: AgentPage, call: Reservation): Promise<void> {
  const { domain, origin } = serviceOf(scene.stack.services, 'disconnect-recovery');
  await call.conference({
    endConferenceOnExit: false,
    endConferenceOnCustomerExit: true,
    conferenceStatusCallback: `https://${domain}/conference-status-handler#rc=5&rp=all`,
    conferenceStatusCallbackEvent: 'end join leave modify',
  });
  const { conference, recoveredTaskSid } = await untilTask('the agent is on the call', call, OnCall);
  const service = createClient({
    baseUrl: origin,
    token: () => scene.stack.seeded.identities[page.name]?.token ?? '',
  });
  const registered = await service.call(addWorkerToConferenceStateContract, {
    conferenceSid: conference.sid,
    taskSid: TaskSid.parse(call.task.sid),
    taskWorkflowSid: WorkflowSid.parse(call.task.workflowSid),
    customerCallSid: conference.participants.customer,
    workerSid: WorkerSid.parse(page.workerSid),
    workerReservationSid: ReservationSid.parse(call.sid),
    workerCallSid: conference.participants.worker,
    workerName: page.name,
    workerPhone: 'softphone',
    ...(recoveredTaskSid === undefined ? {} : { taskAttributes: { recoveredTaskSid } }),
  });
  if (!registered.ok) throw new Error(registered.message);
}
