/** @jest-environment node */
import { fakeActions } from '@patchbay/plugin-kit/testing';
import { billing, openAlice, sid } from '../testing/alice';
import { NOON } from '../testing/attempt';
import { reservationSid, workerSid } from '../testing/sids';
import { attributionTask, callTask } from '../testing/tasks';
import { interceptTransfers } from './interceptTransfers';

beforeEach(() => {
  jest.useFakeTimers({ now: NOON });
});
afterEach(() => {
  jest.useRealTimers();
});

/** Alice's page with a call and an attribution task; `invoke` answers who had the transfer. */
function open({ isOn = true, isPassing = false } = {}) {
  const { flex, service, sender, names } = openAlice();
  flex.put(attributionTask());
  const actions = fakeActions();
  const past = { ...sender, isPassing: () => isPassing };
  interceptTransfers(actions, {
    flex,
    sender: past,
    settings: () => (isOn ? service.service().settings : undefined),
  });
  const invoke = async (payload: unknown) => {
    await actions.invoke('TransferTask', payload);
    return { original: actions.reached, attributed: names().includes('create-attribution-task') };
  };
  return { flex, invoke, actions };
}

const byFlex = (payload: unknown) => ({ original: [payload], attributed: false });

describe('a transfer', () => {
  it.each([
    ['named by its reservation', { sid }],
    ['named by its task', { task: { sid } }],
    ['named by both', { sid, task: { sid } }],
  ])('of a call to a queue is attributed, %s', async (_, call) => {
    const { invoke } = open();

    expect(await invoke({ ...call, targetSid: billing, options: { mode: 'COLD' } })).toEqual({
      original: [],
      attributed: true,
    });
  });

  it.each([
    ['to a worker', { sid, targetSid: workerSid('bob'), options: { mode: 'WARM' } }],
    ['of an attribution task', { sid: reservationSid('attribution'), targetSid: billing }],
    ['of a task nobody knows', { sid: reservationSid('unknown'), targetSid: billing }],
    ['without a task', { targetSid: billing }],
    ['in a mode nobody knows', { sid, targetSid: billing, options: { mode: 'HOT' } }],
    ['of nothing', undefined],
  ])('%s goes on untouched', async (_, payload) => {
    const { invoke } = open();

    expect(await invoke(payload)).toEqual(byFlex(payload));
  });

  it.each([
    ['Flex would refuse', { canTransfer: false }],
    ['is no call', { isCall: false, channel: 'chat' }],
  ])('of a task that %s goes on untouched', async (_, about) => {
    const { invoke, flex } = open();
    flex.put(callTask(about));
    const payload = { sid, targetSid: billing };

    expect(await invoke(payload)).toEqual(byFlex(payload));
  });

  it('that goes past attribution, because nobody could take the call, goes on untouched', async () => {
    const { invoke } = open({ isPassing: true });
    const payload = { sid, targetSid: billing };

    expect(await invoke(payload)).toEqual(byFlex(payload));
  });

  it('goes on untouched while the plugin is switched off', async () => {
    const { invoke } = open({ isOn: false });
    const payload = { sid, targetSid: billing };

    expect(await invoke(payload)).toEqual(byFlex(payload));
  });

  it('that is not ours goes to the plugin below, as far as Flex has one', async () => {
    const { invoke, actions } = open();
    const payload = { sid, targetSid: workerSid('bob') };
    actions.below = (given) => {
      actions.reached.push(['below', given]);
      return Promise.resolve();
    };

    expect((await invoke(payload)).original).toEqual([['below', payload]]);
  });
});
