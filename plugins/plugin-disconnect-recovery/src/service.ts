import type { Service as ServiceBy } from '@patchbay/plugin-kit';
import type { Settings } from './settings';

/** The recovery service as it is configured now. */
export type Service = ServiceBy<Settings>;
