import type { Client } from '@patchbay/shared/client';
import type { Settings } from './settings';

/** The attribution service as it is configured now. */
export interface Service {
  readonly client: Client;
  /** For questions that are asked again anyway: tries once. */
  readonly poller: Client;
  readonly settings: Settings;
}
