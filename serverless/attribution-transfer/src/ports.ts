import type { BasePorts, Store, TaskRouterPort } from '@patchbay/shared';
import type { Settings } from './settings';

/** What the endpoints of this service work with. */
export interface AttributionPorts extends BasePorts {
  readonly taskRouter: TaskRouterPort;
  readonly store: Store;
  readonly settings: Settings;
}
