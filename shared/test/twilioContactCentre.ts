import { openCentre } from '@patchbay/emulator/testing';
import twilio from 'twilio';
import { ReservationSid, TaskSid, WorkerSid, WorkflowSid, WorkspaceSid } from '../src/contracts';
import { taskRouterPort, type TwilioApi } from '../src/twilio';
import { type ApiLimits, realApi } from './twilioRealClient';

let seed = 1_000;

/** A workspace with one agent on a local Twilio, and the SDK as a bystander who looks and interferes. */
export const startContactCentre = async () => {
  seed += 1;
  const { local, sids, stop } = await openCentre(
    {
      workspace: { friendlyName: 'Contact centre' },
      activities: [{ friendlyName: 'Available', available: true }],
      taskQueues: [{ friendlyName: 'Everyone' }],
      workflows: [
        {
          friendlyName: 'Assign',
          configuration: { task_routing: { default_filter: { queue: 'Everyone' } } },
          taskReservationTimeout: 60,
        },
      ],
      workers: [{ friendlyName: 'Ada', activity: 'Available', capacity: { default: 3 } }],
    },
    { seed },
  );
  const sdk = twilio(local.accountSid, local.authToken).taskrouter.v1.workspaces(sids.workspaceSid);
  const workspaceSid = WorkspaceSid.parse(sids.workspaceSid);
  const workflowSid = WorkflowSid.parse(sids.workflows['Assign']);
  const workerSid = WorkerSid.parse(sids.workers['Ada']);
  const port = (limits?: ApiLimits) => taskRouterPort({ api: realApi(local, limits), workspaceSid });

  /** A port between whose readings and first writings something else happens, so many times. */
  const portInterruptedBy = (interrupt: () => Promise<unknown>, times = 1) => {
    const api = realApi(local);
    let left = times;
    const interrupted: TwilioApi = async (call) => {
      if (call.method === 'post' && left > 0) {
        left -= 1;
        await interrupt();
      }
      return api(call);
    };
    return taskRouterPort({ api: interrupted, workspaceSid });
  };

  return {
    local,
    sdk,
    workflowSid,
    workerSid,
    port,
    portInterruptedBy,
    /** A task that was offered to the agent. */
    async offerTask(attributes: Record<string, unknown> = {}) {
      const { sid } = await port().createTask({ workflowSid, taskChannel: 'default', attributes });
      await local.clock.advance(0);
      const [reservation] = await sdk.tasks(sid).reservations.list();
      return { taskSid: TaskSid.parse(sid), reservationSid: ReservationSid.parse(reservation?.sid) };
    },
    /** A task that the agent accepted. */
    async assignTask(attributes?: Record<string, unknown>) {
      const offered = await this.offerTask(attributes);
      await sdk
        .tasks(offered.taskSid)
        .reservations(offered.reservationSid)
        .update({ reservationStatus: 'accepted' });
      return offered;
    },
    /** Requests to Twilio since a point of the journal, as `GET 200`. */
    callsSince: (since: number) =>
      local.journal.entries({ since, direction: 'in' }).map(({ method, status }) => `${method} ${status}`),
    stop,
  };
};

export type ContactCentre = Awaited<ReturnType<typeof startContactCentre>>;
