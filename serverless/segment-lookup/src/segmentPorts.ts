import {
  ConfigurationMissing,
  syncStore,
  twilioApi,
  type AccountSettings,
  type BasePorts,
  type Sleep,
  type TwilioRequester,
} from '@patchbay/shared';
import { continuations } from './continuation';
import { hastyStore } from './hastyStore';
import type { GoodDataAccount } from './insights/goodData';
import type { Instance } from './instance';
import type { SegmentPorts } from './ports';
import type { Settings } from './settings';
import { flexSource } from './sources/flexSource';
import { goodDataSource } from './sources/goodDataSource';

export interface Surroundings extends BasePorts {
  readonly config: Settings & AccountSettings;
  readonly instance: Instance;
  readonly client: TwilioRequester;
  readonly sleep: Sleep;
}

/** The ports of one request. */
export function segmentPorts({ config, instance, client, sleep, ...base }: Surroundings): SegmentPorts {
  const { clock, deadline } = base;
  const { authToken, password = '', syncServiceSid: serviceSid } = config;
  const store =
    serviceSid === undefined
      ? instance.store
      : hastyStore(
          (hurry) => syncStore({ api: twilioApi({ client, deadline: hurry }), serviceSid, clock }),
          clock,
          deadline,
        );
  const means = { ...base, settings: config, authToken, instance, store, sleep };
  return {
    ...base,
    settings: config,
    source:
      config.provider === 'flex'
        ? flexSource({
            ...means,
            api: twilioApi({ client, deadline }),
            workspaceSid: present(config.workspaceSid),
          })
        : goodDataSource(means, accountIn(config)),
    continuations: continuations({ authToken, password }, clock),
  };
}

const accountIn = (settings: Settings): GoodDataAccount => ({
  host: settings.host,
  workspace: present(settings.analyticsWorkspace),
  username: present(settings.username),
  password: present(settings.password),
  report: present(settings.report),
});

/** What the settings demand is there by now: without it the configuration had been refused. */
function present<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new ConfigurationMissing([]);
  return value;
}
