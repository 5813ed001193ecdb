import { problemsOf, tryConfig } from '@patchbay/shared';
import { settings } from './settings';

const sid = (prefix: string): string => prefix + '1'.repeat(32);
const environment = {
  WORKSPACE_SID: sid('WS'),
  SYNC_SERVICE_SID: sid('IS'),
  ATTRIBUTION_WORKFLOW_SID: sid('WW'),
  AFFILIATIONS: 'BPO_A:50, BPO_B',
};

describe('the settings', () => {
  it('are few where the defaults do', () => {
    const reading = tryConfig(environment, settings);

    expect(reading).toMatchObject({
      ok: true,
      config: {
        affiliations: [
          { name: 'BPO_A', weight: 50 },
          { name: 'BPO_B', weight: 1 },
        ],
        taskChannel: 'bpo_assortment',
        callChannels: ['voice'],
        taskTimeoutSeconds: 120,
        maxAgeSeconds: 900,
        noAgentFallback: 'plain_transfer',
        disconnectRecovery: false,
      },
    });
  });

  it('take the published alias of the workspace', () => {
    const { WORKSPACE_SID, ...others } = environment;
    expect(tryConfig({ ...others, TWILIO_WORKSPACE_SID: WORKSPACE_SID }, settings).ok).toBe(true);
  });

  it('name everything that is missing at once', () => {
    expect(problemsOf(tryConfig({}, settings))).toEqual([
      'Missing WORKSPACE_SID',
      'Missing SYNC_SERVICE_SID',
      'Missing ATTRIBUTION_WORKFLOW_SID',
      'Missing AFFILIATIONS',
    ]);
  });

  it.each(['BPO_A:0', 'BPO_A:-1', "BPO'A", 'BPO_A:50,', ':1', 'BPO_A:x'])(
    'refuse the companies %j',
    (value) => {
      expect(problemsOf(tryConfig({ ...environment, AFFILIATIONS: value }, settings))).toEqual([
        'AFFILIATIONS must be a comma list of NAME or NAME:SHARE with at least one share above 0',
      ]);
    },
  );
});
