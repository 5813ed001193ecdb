import { hasEnded } from '../calls/callStatus';
import { TwilioError } from '../../kernel/twilioError';
import type { Task } from '../../taskrouter/engine/model';
import type { WorkspaceEngine } from '../../taskrouter/engine/operations';
import { WAITING_PER_WORKFLOW } from '../limits';
import type { Call } from '../model';
import type { Caller, VoiceState } from '../state';
import { cancelTaskOf } from './cancelTaskOf';
import { describeCaller } from './describeCaller';

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

/** 13000s are Twilio's Enqueue errors; the text says what TaskRouter refused. */
const ENQUEUE_FAILED = 13_250;

/** Makes a task of a call and lets the caller wait; false when there is no task, and `onLeft` has been told why. */
export function standInLine(state: VoiceState, call: Call, enqueued: Enqueued): boolean {
  const { workflowSid, onLeft } = enqueued;
  const refuse = (result: QueueResult, message: string): false => {
    state.alert(ENQUEUE_FAILED, `${message} (call ${call.sid})`);
    onLeft(result);
    return false;
  };
  const workspace = findWorkspaceOf(state, workflowSid);
  if (!workspace) return refuse('error', `Workflow ${workflowSid} does not exist`);
  const waiting = [...state.callers.values()].filter(
    (caller) => caller.isWaiting && caller.workflowSid === workflowSid,
  );
  if (waiting.length >= WAITING_PER_WORKFLOW)
    return refuse('queue-full', `${workflowSid} has no room to wait`);
  const task = createTask(state, workspace, call, enqueued);
  if (task instanceof TwilioError) return refuse('error', task.message);
  const caller: Caller = {
    call,
    workspaceSid: workspace.sid,
    workflowSid,
    taskSid: task.sid,
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

const findWorkspaceOf = ({ taskRouter }: VoiceState, workflowSid: string): WorkspaceEngine | undefined =>
  taskRouter.workspaces
    .list()
    .map(({ sid }) => taskRouter.workspace(sid))
    .find(({ workflows }) => workflows.find(workflowSid) !== undefined);

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
