import * as z from 'zod/mini';
import { ActivitySid, WorkerSid, type WorkspaceSid } from '../contracts/sids';
import { readAttributes } from './attributes';
import { listAll } from './listAll';
import { orUndefinedWhenGone } from './orUndefinedWhenGone';
import { readBody } from './readBody';
import { readReservation } from './taskRouterAnswers';
import type { TwilioApi } from './twilioApi';
import type { WorkersPort } from './workersPort';

const WorkerBody = z.object({
  sid: WorkerSid,
  activity_sid: ActivitySid,
  available: z.boolean(),
  attributes: z.nullish(z.string()),
});
const ActivityBody = z.object({ sid: ActivitySid, available: z.boolean() });
const WorkspaceBody = z.object({ timeout_activity_sid: z.nullish(ActivitySid) });

/** A process serves one workspace; new activities are known to the next process. */
const availableIn = new Map<WorkspaceSid, readonly ActivitySid[]>();

/** TaskRouter's workers in one workspace, for one request (whose deadline `api` keeps). */
export const workersPort = ({
  api,
  workspaceSid,
}: {
  readonly api: TwilioApi;
  readonly workspaceSid: WorkspaceSid;
}): WorkersPort => {
  const workspace = `https://taskrouter.twilio.com/v1/Workspaces/${workspaceSid}`;
  const worker = (sid: string) => `${workspace}/Workers/${sid}`;
  const read = (url: string) => orUndefinedWhenGone(api({ effect: 'read', method: 'get', url }));
  return {
    async fetchWorker(workerSid) {
      const answer = await read(worker(workerSid));
      if (answer === undefined) return undefined;
      const { sid, activity_sid: activitySid, available, attributes } = readBody(WorkerBody, answer.body);
      return { sid, activitySid, available, attributes: readAttributes(attributes) };
    },
    async setActivity(workerSid, activitySid) {
      const form = { ActivitySid: activitySid };
      const url = worker(workerSid);
      return (await orUndefinedWhenGone(api({ effect: 'update', method: 'post', url, form }))) !== undefined;
    },
    async listAvailableActivities() {
      const known = availableIn.get(workspaceSid);
      if (known !== undefined) return known;
      const items = await listAll(api, `${workspace}/Activities`, { Available: 'true' });
      const found = items.map((item) => readBody(ActivityBody, item)).filter(({ available }) => available);
      const sids = found.map(({ sid }) => sid);
      availableIn.set(workspaceSid, sids);
      return sids;
    },
    async fetchTimeoutActivity() {
      const answer = await read(workspace);
      return answer && (readBody(WorkspaceBody, answer.body).timeout_activity_sid ?? undefined);
    },
    async listReservations(workerSid, status) {
      const query = { ReservationStatus: status };
      const items = await orUndefinedWhenGone(listAll(api, `${worker(workerSid)}/Reservations`, query));
      return (items ?? []).map((body) => readReservation({ body }));
    },
  };
};
