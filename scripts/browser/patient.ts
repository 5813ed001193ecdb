import type { StackService } from '../stack/model';

/** The longest the recovery service takes: a page boots slowly where several browsers share a machine. */
const PING_SECONDS = '120';

/** A service with the patience a browser suite needs. */
export const patient = (service: StackService): StackService =>
  service.name === 'disconnect-recovery'
    ? { ...service, env: (seeded) => ({ ...service.env(seeded), RECOVERY_PING_SECONDS: PING_SECONDS }) }
    : service;
