/** @jest-environment node */
import { fakeActions, taskSid } from '@patchbay/plugin-kit/testing';
import { openAlice, settle, SUCCESS } from '../testing/openAlice';
import { recoveryView } from '../testing/recoveryView';
import { wrappingCall } from '../testing/tasks';
import { holdWrapUp } from './holdWrapUp';

const { sid } = wrappingCall();
const STATUS = 'flex/recovery-status';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

/** Alice's page has been loaded with a call in wrap-up, of which the service says this. */
function withWrapUp(recovery: object | null | 'silence') {
  const alice = openAlice();
  const actions = fakeActions();
  alice.answer(STATUS, recovery === 'silence' ? 'silence' : { ...SUCCESS, recovery });
  holdWrapUp(actions, alice);
  alice.flex.put(wrappingCall());
  alice.observe();
  return { alice, actions };
}

describe('completing a call', () => {
  it('is refused while its caller is being brought back', async () => {
    const { alice, actions } = withWrapUp(recoveryView());
    const refused = expect(actions.invoke('CompleteTask', { sid })).rejects.toThrow('being reconnected');
    await settle();
    await refused;
    expect(actions.reached).toEqual([]);
    expect(alice.flex.shown).toEqual(['PatchbayRecoveryNotYet']);
  });

  it.each([
    ['nobody dropped', null],
    ['the service does not answer', 'silence'],
    ['the caller is with somebody else', recoveryView({ phase: 'queued', ping: 'expired' })],
  ] as const)('goes on when %s', async (_when, recovery) => {
    const { actions } = withWrapUp(recovery);
    const completed = actions.invoke('CompleteTask', { sid });
    await settle();
    await completed;
    expect(actions.reached).toEqual([{ sid }]);
  });

  it('waits for an answer no longer than a moment', async () => {
    const alice = openAlice();
    const actions = fakeActions();
    const never = { get: () => ({ stage: 'checking', looks: 0 }) as const, subscribe: () => () => true };
    holdWrapUp(actions, { flex: alice.flex, recoveries: { ...alice.recoveries, ...never } });
    alice.flex.put(wrappingCall());
    const completed = actions.invoke('CompleteTask', { sid });
    await settle(3_000);
    await completed;
    expect(actions.reached).toEqual([{ sid }]);
  });

  it('of another task is none of ours', async () => {
    const { actions } = withWrapUp(recoveryView({ taskSid: taskSid('other') }));
    await actions.invoke('CompleteTask', { sid: 'WR1' });
    expect(actions.reached).toEqual([{ sid: 'WR1' }]);
  });
});
