import { TwilioError } from '../../kernel/twilioError';
import { isObject } from '../../kernel/isObject';
import { readJson } from '../../kernel/readJson';
import type { Conference } from '../model';
import type { AgentLeg, VoiceState } from '../state';

/** Notes a call's conference in its task: `conference {sid, participants {worker, customer}}`, as Flex expects it. */
export function writeConference(state: VoiceState, leg: AgentLeg, conference: Conference): void {
  const customer = [...conference.participants.values()].find(({ role }) => role?.type === 'customer');
  writeAttributes(state, leg, {
    conference: {
      sid: conference.sid,
      participants: { worker: leg.call.sid, ...(customer ? { customer: customer.call.sid } : {}) },
    },
  });
}

/** Adds to a task's attributes; what no longer fits into them, or comes after the task's end, is only reported. */
export function writeAttributes(
  state: VoiceState,
  { workspaceSid, taskSid }: AgentLeg,
  added: Readonly<Record<string, unknown>>,
): void {
  const { tasks } = state.taskRouter.workspace(workspaceSid);
  const attributes = readJson(tasks.find(taskSid)?.attributes ?? '');
  if (!isObject(attributes)) return;
  try {
    tasks.update(taskSid, { attributes: JSON.stringify({ ...attributes, ...added }) });
  } catch (error) {
    if (!(error instanceof TwilioError)) throw error;
    state.alert(error.code, `Task ${taskSid}: ${error.message}`);
  }
}
