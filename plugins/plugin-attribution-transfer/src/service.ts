import type { Client } from '@patchbay/shared/client';
import type { Settings } from './settings';

/** The attribution service as it is configured now. */
export interface Service {
  readonly client: Client;
  readonly settings: Settings;
}
