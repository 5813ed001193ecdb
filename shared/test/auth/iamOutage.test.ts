import { createLocalTwilio, type LocalTwilio } from '@patchbay/emulator';
import { redirectTwilio } from '@patchbay/emulator/redirect';
import type { Iam } from './freshProcess';
import { LIMIT_MS, startIam, startProcess, unavailable } from './freshProcess';

type Fault = Parameters<LocalTwilio['faults']['add']>[0]['effect'];

let iam: Iam;
let twilio: LocalTwilio;
beforeAll(async () => {
  iam = await startIam();
  twilio = iam.twilio;
});
afterEach(() => {
  twilio.faults.clear();
});
afterAll(() => iam.stop());

const setUp = () => startProcess(twilio);
const issue = (lifetimeMs?: number) => iam.issue(lifetimeMs);

describe('a connection that was closed while idle', () => {
  it.each<[string, Fault]>([
    ['before the request', { type: 'refuse' }],
    ['before the answer', { type: 'lost-response' }],
  ])('is replaced, and the question asked again: %s', async (_, effect) => {
    const { ask } = setUp();
    twilio.faults.add({ match: { host: 'iam' }, times: 1, effect });

    expect(await ask(issue())).toMatchObject({ identity: 'ann' });
  });

  it('is replaced once, not for ever', async () => {
    const { ask, validations } = setUp();
    twilio.faults.add({ match: { host: 'iam' }, effect: { type: 'refuse' } });

    await expect(ask(issue())).rejects.toMatchObject(unavailable);
    expect(validations()).toBeLessThanOrEqual(2);
  });
});

describe('when nobody can say', () => {
  it.each<[string, Fault]>([
    ['the connection breaks', { type: 'refuse' }],
    ['the answer is lost', { type: 'lost-response' }],
    ['IAM throttles', { type: 'status', status: 429 }],
    ['IAM fails', { type: 'status', status: 500 }],
    ['something in between answers HTML', { type: 'html' }],
  ])('the caller is neither accepted nor refused: %s', async (_, effect) => {
    const { ask } = setUp();
    twilio.faults.add({ match: { host: 'iam' }, effect });

    await expect(ask(issue())).rejects.toMatchObject(unavailable);
  });

  it('the caller is not kept waiting longer than the limit', async () => {
    const { ask, platform } = setUp();
    twilio.faults.add({ match: { host: 'iam' }, effect: { type: 'hang' } });

    const answer = ask(issue());
    platform.advance(LIMIT_MS);

    await expect(answer).rejects.toMatchObject(unavailable);
  });

  it('nobody waits for somebody else’s request that hangs', async () => {
    const { ask, platform } = setUp();
    const token = issue();
    twilio.faults.add({ match: { host: 'iam' }, times: 1, effect: { type: 'hang' } });
    const hanging = ask(token);
    platform.advance(LIMIT_MS);
    await hanging.catch(() => undefined);

    expect(await ask(token)).toMatchObject({ identity: 'ann' });
  });

  it('there is a limit to the requests that hang', async () => {
    const { ask, platform } = setUp();
    twilio.faults.add({ match: { host: 'iam' }, effect: { type: 'hang' } });
    const hanging = Array.from({ length: 100 }, (_, index) => ask(`token-${index}`));

    await expect(ask('one-too-many')).rejects.toMatchObject(unavailable);

    platform.advance(LIMIT_MS);
    expect((await Promise.allSettled(hanging)).every(({ status }) => status === 'rejected')).toBe(true);
  });

  it('the limit is to requests at the same time, not to requests', async () => {
    const { ask } = setUp();
    for (let index = 0; index < 100; index += 1) await ask(`token-${index}`).catch(() => undefined);

    expect(await ask(issue())).toMatchObject({ identity: 'ann' });
  });

  it('a refused port is no refused token', async () => {
    const closed = await createLocalTwilio();
    await closed.stop();
    const redirectToNobody = redirectTwilio(closed.origin);

    await expect(setUp().ask(issue())).rejects.toMatchObject(unavailable);

    redirectToNobody();
  });

  it('the caller may come back: failures are not remembered', async () => {
    const { ask } = setUp();
    const token = issue();
    twilio.faults.add({ match: { host: 'iam' }, times: 1, effect: { type: 'status', status: 503 } });
    await ask(token).catch(() => undefined);

    expect(await ask(token)).toMatchObject({ identity: 'ann' });
  });
});

describe('credentials of ours that Twilio refuses', () => {
  it('are our problem, not the caller’s', async () => {
    const { ask, account } = setUp();

    const answer = ask(issue(), { ...account, authToken: 'wrong' });

    await expect(answer).rejects.toMatchObject({
      code: 'identity_unavailable',
      cause: { code: 'configuration_missing' },
    });
  });
});
