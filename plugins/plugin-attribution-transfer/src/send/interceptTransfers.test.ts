/** @jest-environment node */
import { fakeActions } from '../testing/fakeActions';
import { NOON } from '../testing/attempt';
import { fakeFlex } from '../testing/fakeFlex';
import { fakeService } from '../testing/fakeService';
import { queueSid, reservationSid, taskSid, workerSid } from '../testing/sids';
import { attributionTask, callTask } from '../testing/tasks';
import { interceptTransfers } from './interceptTransfers';
import { createSender } from './sender';

const sid = reservationSid('call');
const billing = queueSid('Billing');

/** Alice's page with a call and an attribution task; `invoke` answers who had the transfer. */
function open({ isOn = true, isPassing = false } = {}) {
  const flex = fakeFlex();
  const { service, asked, answer } = fakeService();
  flex.put(callTask(), attributionTask());
  answer('create-attribution-task', { success: true, taskSid: taskSid('attribution') });
  answer('attribution-status', { success: true, attempt: null });
  const sender = createSender({
    ...{ flex, service, now: () => NOON },
    newKey: () => 'click-0001',
    pageName: () => Promise.resolve('page-0001'),
  });
  const actions = fakeActions();
  const past = { ...sender, isPassing: () => isPassing };
  interceptTransfers(actions, {
    flex,
    sender: past,
    settings: () => (isOn ? service().settings : undefined),
  });
  const invoke = async (payload: unknown) => {
    await actions.invoke('TransferTask', payload);
    return { original: actions.reached, attributed: asked.some(([name]) => name.startsWith('create')) };
  };
  return { flex, invoke, actions };
}

const byFlex = (payload: unknown) => ({ original: [payload], attributed: false });

describe('a transfer', () => {
  it('of a call to a queue is attributed', async () => {
    const { invoke } = open();

    expect(await invoke({ sid, targetSid: billing, options: { mode: 'COLD' } })).toEqual({
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
