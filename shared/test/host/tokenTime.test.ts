import type { CheckFlexToken } from '../../src/auth';
import { makeFlexUserGate, twilioFunction } from '../../src/host';
import { invoke, provideTwilioGlobals } from './invoke';
import { QUEUE, TASK } from './localStack';
import { manualPlatform } from './manualPlatform';
import { sample, sampleWiring } from './sampleEndpoint';

provideTwilioGlobals();

const environment = { ACCOUNT_SID: `AC${'0'.repeat(32)}`, AUTH_TOKEN: 'x', SAMPLE_QUEUE: QUEUE };
const event = {
  request: { headers: { 'content-type': 'application/json' } },
  Token: 'the-token',
  taskSid: TASK,
  transfer_task: { targetSid: QUEUE, attributes: {} },
};

/** The limit the token's check was given under a deadline. */
async function limitUnder(deadlineMs: number): Promise<number> {
  const limits: number[] = [];
  const checkToken: CheckFlexToken = (_token, _account, limitMs) => {
    limits.push(limitMs);
    return Promise.resolve({ identity: 'ann', roles: [] });
  };
  const handler = twilioFunction(sample, makeFlexUserGate(checkToken), sampleWiring, {
    platform: manualPlatform(),
    deadlineMs,
  });
  await invoke(handler, event, environment).answer;
  return limits[0] ?? NaN;
}

describe('the time a token’s check may take', () => {
  it('is three seconds at most', async () => {
    expect(await limitUnder(8_000)).toBe(3_000);
  });

  it('is a share of what the request has left when that is less', async () => {
    expect(await limitUnder(1_000)).toBe(600);
  });
});
