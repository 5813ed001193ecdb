import type { Workflow } from '../../taskrouter/engine/model';
import { everyWorkspace } from '../everyWorkspace';
import { WAITING_PER_WORKFLOW } from '../limits';
import type { Caller, VoiceState } from '../state';

/** The queue of Programmable Voice behind a workflow: it bears the workflow's SID as its name (docs: TaskRouter limits). */
export interface VoiceQueue {
  readonly sid: string;
  readonly workflow: Workflow;
  readonly maxSize: number;
  readonly waiting: readonly Caller[];
}

/** Named alike, so that nothing but a changed size needs to be remembered. */
const sidOf = (workflowSid: string): string => `QU${workflowSid.slice(2)}`;

const queueOf = (state: VoiceState, workflow: Workflow): VoiceQueue => ({
  sid: sidOf(workflow.sid),
  workflow,
  maxSize: state.queueSizes.get(workflow.sid) ?? WAITING_PER_WORKFLOW,
  waiting: [...state.callers.values()].filter(
    ({ isWaiting, workflowSid }) => isWaiting && workflowSid === workflow.sid,
  ),
});

/** One for each workflow there is. */
export const voiceQueues = (state: VoiceState): readonly VoiceQueue[] =>
  everyWorkspace(state)
    .flatMap(({ workflows }) => workflows.list())
    .map((workflow) => queueOf(state, workflow));

/** Whether a workflow has no room for another caller. */
export const isFull = (state: VoiceState, workflow: Workflow): boolean => {
  const { waiting, maxSize } = queueOf(state, workflow);
  return waiting.length >= maxSize;
};
