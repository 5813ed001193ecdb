import * as z from 'zod/mini';
import type { RunningStack } from './readStack';

const TIMEOUT_MS = 10_000;

type Fields = Readonly<Record<string, string>>;

/** What the suites do at Twilio behind everybody's back: set the scene, and clear it. */
export interface Account {
  setActivity(worker: string, activity: string): Promise<void>;
  /** Has an agent work for another company. */
  setCompany(worker: string, affiliation: string): Promise<void>;
  endTask(taskSid: string, status: 'completed' | 'canceled'): Promise<void>;
  /** Takes a live call to a workflow's queue, as a task of its own. */
  enqueueAnew(callSid: string, workflow: string): Promise<void>;
}

const Worker = z.object({ attributes: z.string() });
const Attributes = z.record(z.string(), z.unknown());

/** Twilio's REST API as the account. */
export function openAccount({ twilio, workspace }: RunningStack): Account {
  const authorization = `Basic ${Buffer.from(`${twilio.accountSid}:${twilio.authToken}`).toString('base64')}`;
  const ask = async (hostAndPath: string, fields?: Fields): Promise<unknown> => {
    const response = await fetch(`${twilio.origin}/_host/${hostAndPath}`, {
      headers: { authorization },
      signal: AbortSignal.timeout(TIMEOUT_MS),
      ...(fields && { method: 'POST', body: new URLSearchParams(fields) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${hostAndPath}: ${response.status} ${text}`);
    return JSON.parse(text);
  };
  const inWorkspace = (path: string) =>
    `taskrouter.twilio.com/v1/Workspaces/${workspace.workspaceSid}/${path}`;
  const pathOf = (worker: string) => inWorkspace(`Workers/${workspace.workers[worker] ?? ''}`);

  return {
    async setActivity(worker, activity) {
      await ask(pathOf(worker), {
        ActivitySid: workspace.activities[activity] ?? '',
        // What he is offered goes back; TaskRouter takes that only for an activity in which nobody is offered anything.
        ...(activity === 'Available' ? {} : { RejectPendingReservations: 'true' }),
      });
    },
    async setCompany(worker, affiliation) {
      const { attributes } = z.parse(Worker, await ask(pathOf(worker)));
      const changed = { ...z.parse(Attributes, JSON.parse(attributes)), affiliation };
      await ask(pathOf(worker), { Attributes: JSON.stringify(changed) });
    },
    async endTask(taskSid, status) {
      await ask(inWorkspace(`Tasks/${taskSid}`), { AssignmentStatus: status, Reason: 'the scene is over' });
    },
    async enqueueAnew(callSid, workflow) {
      await ask(`api.twilio.com/2010-04-01/Accounts/${twilio.accountSid}/Calls/${callSid}.json`, {
        Twiml: `<Response><Enqueue workflowSid="${workspace.workflows[workflow] ?? ''}"/></Response>`,
      });
    },
  };
}
