import type { CallPorts } from '@patchbay/shared';
import type { Settings } from './settings';

/** What the endpoints of this service work with. */
export type AttributionPorts = CallPorts<Settings>;
