import { given } from '../../../kernel/given';
import { invalid } from '../../../kernel/twilioError';
import { parseWorkflowConfiguration, queuesOf, type WorkflowConfiguration } from '../../workflow';
import { emit } from '../emit';
import {
  CONFIGURATION_MAX_BYTES,
  nonEmpty,
  RESERVATION_TIMEOUT_DEFAULT_S,
  RESERVATION_TIMEOUT_MAX_S,
  wholeNumber,
} from '../limits';
import { findOr404 } from '../lookup';
import type { Workflow } from '../model';
import type { WorkflowChange, WorkflowInput, WorkflowOperations } from '../operations';
import type { WorkflowRecord } from '../records';
import { place } from '../routing/place';
import { planTask } from '../routing/plan';
import type { WorkspaceState } from '../state';
import { isOpen } from '../tasks/isOpen';
import { directory } from './directory';
import { stamp } from './stamp';

/** The workspace's workflows. */
export function createWorkflows(state: WorkspaceState): WorkflowOperations {
  const { outbox } = state.engine;
  return {
    ...directory(state, 'Workflows', state.workflows, ({ workflow }) => workflow),
    create: (input) => outbox.run(() => addWorkflow(state, input)),
    update: (sid, change) =>
      outbox.run(() => changeWorkflow(state, findOr404(state, state.workflows, 'Workflows', sid), change)),
    delete(sid) {
      outbox.run(() => {
        removeWorkflow(state, findOr404(state, state.workflows, 'Workflows', sid).workflow);
      });
    },
  };
}

/** Creates a workflow whose queues all exist. */
export function addWorkflow(state: WorkspaceState, input: WorkflowInput): Workflow {
  check(state, input);
  const workflow: Workflow = {
    ...stamp(state, 'WW'),
    assignmentCallbackUrl: null,
    fallbackAssignmentCallbackUrl: null,
    taskReservationTimeout: RESERVATION_TIMEOUT_DEFAULT_S,
    ...given(input),
    friendlyName: input.friendlyName,
    configuration: input.configuration,
  };
  const configuration = parse(state, input.configuration);
  state.workflows.set(workflow.sid, { workflow, configuration, revision: 0 });
  emit(state, { type: 'workflow.created', workflow });
  return workflow;
}

function changeWorkflow(
  state: WorkspaceState,
  record: WorkflowRecord,
  { reEvaluateTasks = false, ...change }: WorkflowChange,
): Workflow {
  check(state, change, record.workflow.sid);
  if (change.configuration !== undefined) {
    record.configuration = parse(state, change.configuration);
    record.revision += 1;
  }
  record.workflow = { ...record.workflow, ...given(change), dateUpdated: state.engine.clock.now() };
  emit(state, { type: 'workflow.updated', workflow: record.workflow });
  if (reEvaluateTasks) reEvaluate(state, record.workflow.sid);
  return record.workflow;
}

/** Routes the waiting tasks anew; reserved ones follow when their reservation ends. */
function reEvaluate(state: WorkspaceState, workflowSid: string): void {
  for (const record of state.tasks.values()) {
    const { placement, task } = record;
    if (task.workflowSid !== workflowSid || task.assignmentStatus !== 'pending' || !placement) continue;
    place(state, record, { route: planTask(state, record), from: 0, left: placement });
  }
}

function removeWorkflow(state: WorkspaceState, workflow: Workflow): void {
  const { sid } = workflow;
  if ([...state.tasks.values()].some(({ task }) => task.workflowSid === sid && isOpen(task))) {
    throw invalid(`Cannot delete workflow ${sid} because it has tasks`);
  }
  state.workflows.delete(sid);
  emit(state, { type: 'workflow.deleted', workflow });
}

function check(state: WorkspaceState, input: Partial<WorkflowInput>, ownSid?: string): void {
  const { friendlyName, configuration, taskReservationTimeout } = input;
  if (friendlyName !== undefined) {
    nonEmpty('FriendlyName', friendlyName);
    const isTaken = [...state.workflows.values()].some(
      ({ workflow }) => workflow.friendlyName === friendlyName && workflow.sid !== ownSid,
    );
    if (isTaken) throw invalid(`Workflow with the friendly name ${friendlyName} already exists`);
  }
  if (taskReservationTimeout !== undefined) {
    wholeNumber('TaskReservationTimeout', taskReservationTimeout, 1, RESERVATION_TIMEOUT_MAX_S);
  }
  if (configuration !== undefined) parse(state, configuration);
}

function parse(state: WorkspaceState, configuration: string): WorkflowConfiguration {
  if (Buffer.byteLength(configuration) > CONFIGURATION_MAX_BYTES) {
    throw invalid(`Configuration must not be larger than ${CONFIGURATION_MAX_BYTES} bytes`);
  }
  const parsed = parseWorkflowConfiguration(configuration);
  for (const sid of queuesOf(parsed)) {
    if (!state.queues.has(sid))
      throw invalid(`Invalid Workflow configuration: TaskQueue ${sid} does not exist`);
  }
  return parsed;
}
