import { attributionTransferContracts } from '@patchbay/shared/contracts';
import { fakeEndpoints, type FakeEndpoints } from '@patchbay/plugin-kit/testing';
import type { Service } from '../service';
import type { Settings } from '../settings';

/** Not the attribution service: its contracts, with answers that tests give. */
export interface FakeService extends Omit<FakeEndpoints, 'client'> {
  readonly service: () => Service;
}

const settings: Settings = {
  url: 'https://attribution.example',
  enabled: true,
  taskChannel: 'bpo_assortment',
  callChannel: 'voice',
};

/** A service that says nothing until it is told to. */
export function fakeService(): FakeService {
  const { client, ...rest } = fakeEndpoints(attributionTransferContracts);
  return { ...rest, service: () => ({ client, once: client, settings }) };
}
