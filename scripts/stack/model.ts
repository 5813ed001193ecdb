import type { SeededScenario } from '@patchbay/emulator';
import type { Runtime } from '../runtime/startRuntime';
import type { LocalTwilioProcess } from './startLocalTwilio';

/** A service to run, and what it needs of the workspace. */
export interface StackService {
  /** Folder under `serverless/`. */
  readonly name: string;
  /** Its variables; ACCOUNT_SID, AUTH_TOKEN and DOMAIN_NAME are added. */
  readonly env: (seeded: SeededScenario) => Readonly<Record<string, string>>;
  /** Runtime processes behind its gateway; 1 unless given. */
  readonly processes?: number;
  /** The function that gets TaskRouter events, as an Event Streams sink. */
  readonly events?: EventSubscription;
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
}

/** Everything that was started. */
export interface Stack {
  readonly twilio: LocalTwilioProcess;
  readonly seeded: SeededScenario;
  readonly services: readonly RunningService[];
  /** Where all of it is written down, readable by this user only. */
  readonly file: string;
  /** Stops everything, in reverse order, and removes the file; calling it again waits for the same end. */
  stop(): Promise<void>;
}
