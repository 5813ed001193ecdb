import { disconnectRecoveryContracts } from '@patchbay/shared/contracts';
import { fakeEndpoints } from '@patchbay/plugin-kit/testing';
import type { Agent } from '../flex/ports';
import { observeTasks } from '../observeTasks';
import { createAnswers } from '../offers/createAnswers';
import { createPresences } from '../presence/createPresences';
import { createRecoveries } from '../recovery/createRecoveries';
import { fakeFlex } from './fakeFlex';

export const SUCCESS = { success: true, status: 200 } as const;

/** Lets everything that is under way happen; under Jest's clock. */
export const settle = (ms = 0) => jest.advanceTimersByTimeAsync(ms);

/** Alice's page with the real rules, and a service that answers, unless told otherwise. */
export function openAlice(phone: Agent['phone'] = 'softphone') {
  const flex = fakeFlex(phone);
  const { client, asked, answer } = fakeEndpoints(disconnectRecoveryContracts);
  answer('flex/add-worker-to-conference-state', SUCCESS);
  answer('flex/remove-worker-from-conference-state', SUCCESS);
  answer('flex/recovery-status', { ...SUCCESS, recovery: null });
  const service = () => ({
    settings: { url: 'https://recovery.example', enabled: true },
    client,
    once: client,
  });
  const power = { isOn: true };
  const presences = createPresences({ flex, service });
  const answers = createAnswers({ flex, inOneTab: (_, run) => run() });
  const recoveries = createRecoveries({ flex, service });
  return {
    flex,
    answer,
    asked,
    power,
    presences,
    recoveries,
    isOn: () => power.isOn,
    /** The endpoints that were asked, in this order. */
    names: () => asked.map(([name]) => name.replace('flex/', '')),
    /** Begins to look; what is there already was there when the page was loaded. */
    observe: () => observeTasks({ flex, presences, answers, recoveries, isOn: () => power.isOn }),
  };
}
