import type { SeededScenario } from '@patchbay/emulator';
import type { BuiltPlugin } from '../plugins/builtPlugin';
import type { Runtime } from '../runtime/startRuntime';
import type { LocalTwilioProcess } from './startLocalTwilio';

/** A service to run, and what it needs of the workspace. */
export interface StackService {
  readonly name: string;
  /** Its folder under `serverless/`; the one of its name unless given. */
  readonly folder?: string;
  /** Its variables; ACCOUNT_SID, AUTH_TOKEN and DOMAIN_NAME are added. */
  readonly env: (seeded: SeededScenario) => Readonly<Record<string, string>>;
  /** Runtime processes behind its gateway; 1 unless given. */
  readonly processes?: number;
  /** Each request in a process of its own, as the cloud is at its coldest; false unless given. */
  readonly forkEachRequest?: boolean;
  /** The function that gets TaskRouter events, as an Event Streams sink. */
  readonly events?: EventSubscription;
  /** What a scheduler asks of it. */
  readonly schedule?: Schedule;
}

/** A function that has to be called again and again. */
export interface Schedule {
  /** URL path of the function, e.g. `/reconcile`. */
  readonly path: string;
  /** What it is sent as `Authorization: Bearer …`. */
  readonly secret: string;
  readonly everyMs: number;
}

export interface EventSubscription {
  /** URL path of the function, e.g. `/attribution-task-events`. */
  readonly path: string;
  /** TaskRouter events without prefix, e.g. `reservation.accepted`. */
  readonly types: readonly string[];
  /** `user:password` for the sink's URL; Twilio sends it as Basic authorization. */
  readonly basicAuth?: string;
}

export interface RunningService {
  readonly name: string;
  /** The gateway's address on this machine. */
  readonly origin: string;
  /** The name Twilio knows it by. */
  readonly domain: string;
  readonly runtimes: readonly Runtime[];
  /** Goes over to what has been built since; resolves when it answers again. */
  reload(): Promise<void>;
}

/** Somebody who opens Flex in an ordinary browser, at an origin of their own. */
export interface StackPage {
  /** Of the identity, and first label of the page's host: `alice` for http://alice.localhost:4010. */
  readonly name: string;
  readonly label: string;
  readonly description: string;
}

/** What the Flex of this contact centre is like. */
export interface StackFlex {
  readonly pages: readonly StackPage[];
  /** Built already. */
  readonly plugins: readonly BuiltPlugin[];
  /** Flex features that are on, e.g. `flex-warm-transfers`. */
  readonly features: readonly string[];
  /** The `ui_attributes` of the account's Flex configuration. */
  readonly uiAttributes: (running: { seeded: SeededScenario; services: readonly RunningService[] }) => object;
}

export interface RunningPage extends StackPage {
  readonly origin: string;
}

/** Everything that was started. */
export interface Stack {
  readonly twilio: LocalTwilioProcess;
  readonly seeded: SeededScenario;
  readonly services: readonly RunningService[];
  /** Flex pages; none where no Flex was asked for. */
  readonly pages: readonly RunningPage[];
  /** Where all of it is written down, readable by this user only. */
  readonly file: string;
  /** Stops everything, in reverse order, and removes the file; calling it again waits for the same end. */
  stop(): Promise<void>;
}
