import type { Client } from '@patchbay/shared/client';

/** The recovery service as it is configured now. */
export interface Service {
  readonly url: string;
  readonly client: Client;
  /** For questions that are asked again anyway, and for what must not take long: tries once. */
  readonly once: Client;
}
