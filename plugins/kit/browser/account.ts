import type { RunningStack } from './readStack';

const TIMEOUT_MS = 10_000;

/** What the suites do at Twilio behind everybody's back: set the scene, and clear it. */
export interface Account {
  setActivity(worker: string, activity: string): Promise<void>;
  endTask(taskSid: string, status: 'completed' | 'canceled'): Promise<void>;
}

/** Twilio's REST API as the account. */
export function openAccount({ twilio, workspace }: RunningStack): Account {
  const taskRouter = `${twilio.origin}/_host/taskrouter.twilio.com/v1/Workspaces/${workspace.workspaceSid}`;
  const authorization = `Basic ${Buffer.from(`${twilio.accountSid}:${twilio.authToken}`).toString('base64')}`;
  const post = async (path: string, fields: Readonly<Record<string, string>>): Promise<void> => {
    const response = await fetch(`${taskRouter}/${path}`, {
      method: 'POST',
      headers: { authorization },
      body: new URLSearchParams(fields),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (!response.ok) throw new Error(`POST ${path}: ${response.status} ${await response.text()}`);
  };
  return {
    setActivity: (worker, activity) =>
      post(`Workers/${workspace.workers[worker] ?? ''}`, {
        ActivitySid: workspace.activities[activity] ?? '',
        // What he is offered goes back; TaskRouter takes that only for an activity in which nobody is offered anything.
        ...(activity === 'Available' ? {} : { RejectPendingReservations: 'true' }),
      }),
    endTask: (taskSid, status) =>
      post(`Tasks/${taskSid}`, { AssignmentStatus: status, Reason: 'the scene is over' }),
  };
}
