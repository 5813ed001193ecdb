import { askPage } from '../../../test/askPage';
import { createLocalTwilio, type LocalTwilio } from '../../createLocalTwilio';
import { createAdminClient } from './adminClient';
import { createCleanliness, type Cleanliness } from './expectClean';

describe('what should not have happened', () => {
  let local: LocalTwilio;
  let clean: Cleanliness;

  beforeEach(async () => {
    local = await createLocalTwilio();
    local.flex.configure({ pages: { alice: { identity: 'alice' } } });
    clean = createCleanliness(createAdminClient(local.origin), new Map(), []);
  });
  afterEach(() => local.stop());

  const ask = (path: string) => fetch(`${local.origin}/_host/${path}`);
  const reportViolations = async (count: number): Promise<void> => {
    const report = { 'csp-report': { 'blocked-uri': 'https://elsewhere.example/x.png' } };
    for (let index = 0; index < count; index += 1) {
      await askPage(local.origin, {
        host: 'alice.localhost',
        path: '/_flex/policy-violations',
        method: 'POST',
        body: JSON.stringify(report),
      });
    }
  };

  it('is found behind more than a thousand requests that came after it', async () => {
    await ask('nothing.twilio.com/v1/Nothing');
    for (let index = 0; index < 1_100; index += 1) {
      local.journal.record({
        direction: 'in',
        host: 'sync.twilio.com',
        method: 'GET',
        path: '/v1/Services',
        query: [],
        status: 200,
        durationMs: 1,
        faults: [],
      });
    }

    await expect(clean.check()).rejects.toThrow('unrouted: GET nothing.twilio.com/v1/Nothing');
    await expect(clean.check()).resolves.toBeUndefined();
  });

  it('is found when as many policy violations are kept as can be', async () => {
    await reportViolations(200);
    await expect(clean.check()).rejects.toThrow(/policy violation: .*elsewhere\.example.*\(200 times\)/);
    await expect(clean.check()).resolves.toBeUndefined();

    await reportViolations(1);

    await expect(clean.check()).rejects.toThrow(/policy violation: .*elsewhere\.example/);
  });
});
