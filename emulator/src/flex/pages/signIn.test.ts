import { createIdentityDirectory } from '../../iam/identities';
import { seededRandom } from '../../kernel/random';
import { createVirtualClock } from '../../kernel/virtualClock';
import { createContactCentre } from '../../taskrouter/engine/testing/createContactCentre';
import type { FlexContext } from '../flexContext';
import { createFlexSettings } from '../settings/flexSettings';
import { signIn } from './signIn';

const MINUTE_MS = 60_000;

function open() {
  const clock = createVirtualClock({ mode: 'paused' });
  const identities = createIdentityDirectory(clock, seededRandom(1));
  const context: FlexContext = {
    ...{ accountSid: 'AC1', clock, identities, uiVersion: '2' },
    ...{ engine: createContactCentre().engine, settings: createFlexSettings() },
    sids: { instanceSid: 'GO1', flexServiceSid: 'IS1', chatServiceSid: 'IS2' },
    inMachineTime: () => '',
  };
  const issue = (lifetimeMs: number) =>
    identities.issue({ identity: 'alice', workerSid: 'WK1', roles: ['supervisor'], lifetimeMs });
  return { context, identities, issue };
}

describe('signing in', () => {
  it('is by the newest token that lives on for a while', () => {
    const { context, issue } = open();
    issue(60 * MINUTE_MS);
    const newest = issue(6 * MINUTE_MS);

    expect(signIn(context, 'alice')).toBe(newest);
  });

  it.each([
    ['is about to end', 5 * MINUTE_MS],
    ['has ended', -1],
  ])('is by a new token of the same rights when that %s', (_what, lifetimeMs) => {
    const { context, issue } = open();
    const old = issue(lifetimeMs);

    const renewed = signIn(context, 'alice');

    expect(renewed?.token).not.toBe(old.token);
    expect(renewed).toMatchObject({
      identity: 'alice',
      workerSid: 'WK1',
      roles: ['supervisor'],
      revoked: false,
    });
  });

  it('is for nobody who was never given a token', () => {
    expect(signIn(open().context, 'mallory')).toBeUndefined();
  });
});
