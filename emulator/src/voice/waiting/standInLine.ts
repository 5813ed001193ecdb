import { TwilioError } from '../../kernel/twilioError';
import type { Task } from '../../taskrouter/engine/model';
import type { WorkspaceEngine } from '../../taskrouter/engine/operations';
import { hasEnded } from '../calls/callStatus';
import { everyWorkspace } from '../everyWorkspace';
import type { Call } from '../model';
import type { Caller, VoiceState } from '../state';
import { cancelTaskOf } from './cancelTaskOf';
import { describeCaller } from './describeCaller';
import { isFull } from './voiceQueue';

/** QueueResult of `<Enqueue action>`, as far as the leg comes back to its TwiML. */
export type QueueResult = 'leave' | 'error' | 'queue-full';

export interface Enqueued {
  readonly workflowSid: string;
  /** The JSON of `<Task>`. */
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly priority?: number;
  /** Seconds. */
  readonly timeout?: number;
  readonly onLeft: (result: QueueResult) => void;
}

/** 14220 "Provided Workflow was not a valid sid", 14207 "reached max queue size", 14221 "Provided Attributes … not valid". */
const NO_WORKFLOW = 14_220;
const QUEUE_FULL = 14_207;
const TASK_REFUSED = 14_221;

/** Makes a task of a call and lets the caller wait; false when there is no task, and `onLeft` has been told why. */
export function standInLine(state: VoiceState, call: Call, enqueued: Enqueued): boolean {
  const { workflowSid, onLeft } = enqueued;
  const refuse = (result: QueueResult, code: number, message: string): false => {
    state.alert(code, `${message} (call ${call.sid})`);
    onLeft(result);
    return false;
  };
  const workspace = everyWorkspace(state).find(({ workflows }) => workflows.find(workflowSid));
  const workflow = workspace?.workflows.find(workflowSid);
  if (!workspace || !workflow) return refuse('error', NO_WORKFLOW, `There is no workflow ${workflowSid}`);
  if (isFull(state, workflow)) return refuse('queue-full', QUEUE_FULL, `${workflowSid} has no room to wait`);
  const task = createTask(state, workspace, call, enqueued);
  if (task instanceof TwilioError) return refuse('error', TASK_REFUSED, task.message);
  const caller: Caller = {
    call,
    workspaceSid: workspace.sid,
    workflowSid,
    taskSid: task.sid,
    since: state.clock.now(),
    isWaiting: true,
    isHeldForTransfer: false,
  };
  state.callers.set(task.sid, caller);
  call.taskSid = task.sid;
  call.leave = () => {
    if (!caller.isWaiting) return;
    caller.isWaiting = false;
    state.callers.delete(task.sid);
    cancelTaskOf(state, caller, hasEnded(call) ? 'hangup' : 'redirected');
    onLeft('leave');
  };
  return true;
}

function createTask(
  state: VoiceState,
  workspace: WorkspaceEngine,
  call: Call,
  { workflowSid, attributes, priority, timeout }: Enqueued,
): Task | TwilioError {
  try {
    return workspace.tasks.create({
      workflowSid,
      taskChannel: 'voice',
      attributes: JSON.stringify({
        ...attributes,
        // Its number's doing, once: a document that sends the call back into line decides for itself.
        ...(call.taskSid === null ? call.attributes : {}),
        ...describeCaller(state.context.accountSid, call),
      }),
      ...(priority === undefined ? {} : { priority }),
      ...(timeout === undefined ? {} : { timeout }),
    });
  } catch (error) {
    if (error instanceof TwilioError) return error;
    throw error;
  }
}
