import type { AttributePath, Expression } from '../expressions';

/** What a workflow does with a task, parsed from its `configuration` (doc "Workflow Configuration"). */
export interface WorkflowConfiguration {
  /** Tried from the top; the first whose expression holds takes the task. */
  readonly filters: readonly WorkflowFilter[];
  /** Where a task goes that matched no filter; never a fallback for one that timed out. */
  readonly defaultFilter: { readonly queue: string } | null;
}

export interface WorkflowFilter {
  readonly friendlyName: string | null;
  readonly expression: Expression;
  /** The expression as it was written, for `workflow_filter_expression` in events. */
  readonly expressionText: string;
  readonly targets: readonly [WorkflowTarget, ...WorkflowTarget[]];
}

export interface WorkflowTarget {
  /** TaskQueue SID; a target without one inherits that of the target before it. */
  readonly queue: string;
  /** Set on the task when the target is entered; null leaves the priority as it is. */
  readonly priority: number | null;
  /** Seconds this target adds to the task age at which it is left; null waits for the task's own timeout. */
  readonly timeout: number | null;
  /** Narrows the queue's workers; sees `task.…` and `worker.…`. */
  readonly expression: Expression | null;
  readonly expressionText: string | null;
  /** Sees `workers.available`, `workers.unavailable`, `workers.WA…` (counts in the queue) and `task.…`. */
  readonly skipIf: Expression | null;
  /** Replaces the round robin; empty keeps it. */
  readonly orderBy: readonly WorkerOrder[];
  /** Only the worker this reference names may have the task; it is not passed on if the reference names nobody. */
  readonly knownWorker: KnownWorker | null;
}

export interface WorkerOrder {
  /** Starts with `worker`. */
  readonly path: AttributePath;
  readonly direction: 'ASC' | 'DESC';
}

export interface KnownWorker {
  readonly by: 'sid' | 'friendlyName';
  /** Usually starts with `task`, e.g. `task.agent_sid`. */
  readonly path: AttributePath;
}
