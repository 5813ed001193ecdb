import type { StackService } from '../stack/model';

const CHANGES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  // The longest the service takes: a page boots slowly where several browsers share a machine.
  'disconnect-recovery': { RECOVERY_PING_SECONDS: '120' },
  // The suite of transfers plays without the other plugin.
  'attribution-transfer': { DISCONNECT_RECOVERY: 'false' },
};

/** A service of the contact centre with what is different where suites play. */
export const forSuites = (service: StackService): StackService => ({
  ...service,
  env: (seeded) => ({ ...service.env(seeded), ...CHANGES[service.name] }),
});
