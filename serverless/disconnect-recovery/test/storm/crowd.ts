import {
  CallSid,
  ConferenceSid,
  ReservationSid,
  TaskSid,
  WorkerSid,
  WorkflowSid,
} from '@patchbay/shared/contracts';
import { addWorkerToConferenceState } from '../../src/endpoints/addWorkerToConferenceState';
import type { Centre } from '../support/centre';
import { acceptCall } from '../support/conferenceInstruction';
import type { Service } from '../support/service';

/** One agent's call in the storm. */
export interface CrowdCall {
  readonly customerCallSid: CallSid;
  readonly taskSid: TaskSid;
  readonly workerSid: WorkerSid;
}

/** Sync takes 20 new objects a second: calls come no faster than that. */
const BETWEEN_CALLS_MS = 120;

/** That many customers talk to that many agents, each registered by the page. */
export async function fillTheCentre(centre: Centre, service: Service, agents: number): Promise<CrowdCall[]> {
  const calls: CrowdCall[] = [];
  for (let number = 0; number < agents; number += 1) {
    const from = `+1555300${String(number).padStart(4, '0')}`;
    const { callSid } = await centre.admin('POST', '/customers/calls', { from });
    await centre.local.clock.advance(BETWEEN_CALLS_MS);
    calls.push(await answer(centre, service, CallSid.parse(callSid)));
  }
  return calls;
}

async function answer(centre: Centre, service: Service, customerCallSid: CallSid): Promise<CrowdCall> {
  const { local, client, sids } = centre;
  const engine = local.engine.workspace(sids.workspaceSid);
  const { taskSid } = await centre.admin('GET', `/customers/calls/${customerCallSid}`);
  const task = engine.tasks.get(String(taskSid));
  const offer = engine.reservations
    .ofTask(task.sid)
    .find(({ reservationStatus }) => reservationStatus === 'pending');
  if (offer === undefined) throw new Error('Nobody is free');
  await acceptCall(centre, { taskSid: task.sid, reservationSid: offer.sid }, service.url);
  await local.clock.advance(BETWEEN_CALLS_MS);
  const [conference] = await client.conferences.list({ friendlyName: task.sid, status: 'in-progress' });
  const legs = await client.conferences(conference?.sid ?? '').participants.list();
  const workerSid = WorkerSid.parse(offer.workerSid);
  const registered = await addWorkerToConferenceState.handle(
    {
      conferenceSid: ConferenceSid.parse(conference?.sid),
      taskSid: TaskSid.parse(task.sid),
      taskWorkflowSid: WorkflowSid.parse(task.workflowSid),
      customerCallSid,
      workerSid,
      workerReservationSid: ReservationSid.parse(offer.sid),
      workerCallSid: CallSid.parse(legs.find(({ callSid }) => callSid !== customerCallSid)?.callSid),
      workerName: engine.workers.get(offer.workerSid).friendlyName,
      workerPhone: 'softphone',
    },
    service.ports(),
    { identity: 'page', roles: ['agent'], workerSid },
  );
  if (!registered.ok) throw new Error(registered.message);
  return { customerCallSid, taskSid: TaskSid.parse(task.sid), workerSid };
}
