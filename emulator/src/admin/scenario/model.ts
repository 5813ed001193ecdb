import type { InsightsAccess, InsightsChange } from '../../gooddata';
import type { TwimlSource } from '../../voice';

/** A contact centre to set up, by names instead of SIDs. Texts and limits are Twilio's own. */
export interface Scenario {
  readonly workspace: ScenarioWorkspace;
  /** Those that exist already under that name (a new workspace has Twilio's defaults) are kept. */
  readonly activities?: readonly { readonly friendlyName: string; readonly available: boolean }[];
  readonly taskChannels?: readonly { readonly friendlyName: string; readonly uniqueName: string }[];
  readonly taskQueues?: readonly ScenarioQueue[];
  readonly workflows?: readonly ScenarioWorkflow[];
  readonly workers?: readonly ScenarioWorker[];
  /** The account's numbers: the first is where a played customer calls who names none. */
  readonly phoneNumbers?: readonly ScenarioPhoneNumber[];
  readonly identities?: readonly ScenarioIdentity[];
  readonly syncServices?: readonly { readonly friendlyName: string }[];
  /** Flex Insights: settings that differ from the default ones, and rows. `{}` answers how to reach it. */
  readonly insights?: InsightsChange;
}

export interface ScenarioWorkspace {
  readonly friendlyName: string;
  readonly eventCallbackUrl?: string;
  readonly eventsFilter?: string;
  readonly prioritizeQueueOrder?: 'FIFO' | 'LIFO';
  /** Names of activities of this scenario. */
  readonly defaultActivity?: string;
  readonly timeoutActivity?: string;
}

export interface ScenarioQueue {
  readonly friendlyName: string;
  readonly targetWorkers?: string;
  readonly maxReservedWorkers?: number;
  readonly taskOrder?: 'FIFO' | 'LIFO';
}

export interface ScenarioWorkflow {
  readonly friendlyName: string;
  /** The configuration as an object; its `queue` fields may hold a queue's name instead of its SID. */
  readonly configuration: Readonly<Record<string, unknown>>;
  /** Seconds. */
  readonly taskReservationTimeout?: number;
  readonly assignmentCallbackUrl?: string;
  readonly fallbackAssignmentCallbackUrl?: string;
}

export interface ScenarioWorker {
  readonly friendlyName: string;
  readonly attributes?: Readonly<Record<string, unknown>>;
  /** Name of the activity to start in; the workspace's default one unless given. */
  readonly activity?: string;
  /** Capacity by the channel's unique name. */
  readonly capacity?: Readonly<Record<string, number>>;
}

/** A number and what it does with a call: TwiML as such, whose `workflowSid` may hold a workflow's name, or its URL. */
export type ScenarioPhoneNumber = { readonly number: string } & TwimlSource;

export interface ScenarioIdentity {
  readonly identity: string;
  /** Friendly name of the worker this user is. */
  readonly worker?: string;
  readonly roles?: readonly string[];
  readonly lifetimeMs?: number;
}

type SidByName = Readonly<Record<string, string>>;

/** The SIDs a scenario got, by the names it used. */
export interface SeededScenario {
  readonly accountSid: string;
  readonly workspaceSid: string;
  readonly activities: SidByName;
  readonly taskChannels: SidByName;
  readonly taskQueues: SidByName;
  readonly workflows: SidByName;
  readonly workers: SidByName;
  readonly syncServices: SidByName;
  /** When the scenario has `insights`. */
  readonly insights?: InsightsAccess;
  readonly identities: Readonly<Record<string, { readonly token: string; readonly workerSid?: string }>>;
}
