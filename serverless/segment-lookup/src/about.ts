import { accountSettings } from '@patchbay/shared';
import { version } from '../package.json';
import { settings } from './settings';

/** The service without its ports: all that a health check and the documentation need. */
export const about = { service: 'segment-lookup', version, config: { ...settings, ...accountSettings } };
