/** What a system needs in a TaskRouter workspace, by names: provisioning makes it so, the local Twilio is seeded with it. */
export interface WorkspaceDescription {
  readonly activities: readonly ActivityDescription[];
  readonly taskChannels: readonly TaskChannelDescription[];
  readonly taskQueues: readonly TaskQueueDescription[];
  readonly workflows: readonly WorkflowDescription[];
  /** TaskRouter events that an Event Streams sink of the service must get, e.g. `reservation.accepted`. */
  readonly events: readonly string[];
}

export interface ActivityDescription {
  readonly friendlyName: string;
  readonly available: boolean;
}

export interface TaskChannelDescription {
  readonly friendlyName: string;
  readonly uniqueName: string;
}

export interface TaskQueueDescription {
  readonly friendlyName: string;
  /** Expression over worker attributes. */
  readonly targetWorkers: string;
}

export interface WorkflowDescription {
  readonly friendlyName: string;
  /** Seconds an agent has to accept before Twilio sets the agent to the workspace's time-out activity. */
  readonly taskReservationTimeout: number;
  readonly configuration: { readonly task_routing: WorkflowRouting };
}

/** Twilio's workflow configuration, with names of queues where Twilio has their SIDs. */
export interface WorkflowRouting {
  readonly filters: readonly WorkflowFilter[];
  readonly default_filter?: { readonly queue: string };
}

export interface WorkflowFilter {
  readonly filter_friendly_name: string;
  /** Expression over task attributes. */
  readonly expression: string;
  readonly targets: readonly WorkflowTarget[];
}

export interface WorkflowTarget {
  readonly queue: string;
  /** Seconds of the task's age at which this target is left. */
  readonly timeout?: number;
  readonly priority?: number;
  /** Expression over `worker.…` and `task.…`. */
  readonly expression?: string;
  readonly skip_if?: string;
  /** Names the task's attribute that names the only worker who may take it, e.g. `task.agentSid`. */
  readonly known_worker_sid?: string;
}
