import type { WorkspaceSid } from '../contracts/sids';
import { attributeExpression } from './attributeExpression';
import { writeAttributes } from './attributes';
import { closeTask } from './closeTask';
import { completeReservation } from './completeReservation';
import { listAll } from './listAll';
import { orUndefinedWhenGone } from './orUndefinedWhenGone';
import { readReservation, readTask } from './taskRouterAnswers';
import type { NewTask, TaskRouterPort } from './taskRouterPort';
import type { TwilioApi } from './twilioApi';
import { updateTaskAttributes } from './updateTaskAttributes';

/** TaskRouter's REST API in one workspace, for one request (whose deadline `api` keeps). */
export const taskRouterPort = ({
  api,
  workspaceSid,
}: {
  readonly api: TwilioApi;
  readonly workspaceSid: WorkspaceSid;
}): TaskRouterPort => {
  const workspace = `https://taskrouter.twilio.com/v1/Workspaces/${workspaceSid}`;
  const task = (sid: string) => `${workspace}/Tasks/${sid}`;
  const read = (url: string) => orUndefinedWhenGone(api({ effect: 'read', method: 'get', url }));
  const readOneReservation = async (url: string) => {
    const answer = await read(url);
    return answer && readReservation(answer);
  };

  return {
    async fetchTask(taskSid) {
      const answer = await read(task(taskSid));
      return answer && readTask(answer);
    },
    fetchReservation: (taskSid, reservationSid) =>
      readOneReservation(`${task(taskSid)}/Reservations/${reservationSid}`),
    fetchWorkerReservation: (workerSid, reservationSid) =>
      readOneReservation(`${workspace}/Workers/${workerSid}/Reservations/${reservationSid}`),
    async listReservations(taskSid, { status, workerSid } = {}) {
      const query = {
        ...(status && { ReservationStatus: status }),
        ...(workerSid && { WorkerSid: workerSid }),
      };
      const items = await orUndefinedWhenGone(listAll(api, `${task(taskSid)}/Reservations`, query));
      return (items ?? []).map((body) => readReservation({ body }));
    },
    async createTask(wanted) {
      return readTask(
        await api({ effect: 'create', method: 'post', url: `${workspace}/Tasks`, form: formOf(wanted) }),
      );
    },
    updateTaskAttributes: (taskSid, change) => updateTaskAttributes(api, task(taskSid), change),
    closeTask: (taskSid, reason, status) => closeTask(api, task(taskSid), reason, status),
    completeReservation: (taskSid, reservationSid) =>
      completeReservation(api, `${task(taskSid)}/Reservations/${reservationSid}`),
    async findTasksByAttribute(name, value) {
      const query = { EvaluateTaskAttributes: attributeExpression(name, value) };
      return (await listAll(api, `${workspace}/Tasks`, query)).map((body) => readTask({ body }));
    },
  };
};

const formOf = ({
  workflowSid,
  taskChannel,
  attributes,
  timeoutSeconds,
  priority,
  routingTarget,
}: NewTask) => ({
  WorkflowSid: workflowSid,
  TaskChannel: taskChannel,
  Attributes: writeAttributes(attributes),
  ...(timeoutSeconds !== undefined && { Timeout: timeoutSeconds }),
  ...(priority !== undefined && { Priority: priority }),
  ...(routingTarget !== undefined && { RoutingTarget: routingTarget }),
});
