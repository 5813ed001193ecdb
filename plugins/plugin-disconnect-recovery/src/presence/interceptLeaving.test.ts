/** @jest-environment node */
import { fakeActions } from '@patchbay/plugin-kit/testing';
import { openAlice, settle } from '../testing/openAlice';
import { callTask, leg } from '../testing/tasks';
import { GOODBYE_MS } from './createPresences';
import { interceptLeaving } from './interceptLeaving';
import { CHECK_MS } from './transition';

const { sid } = callTask();
const REMOVE = 'remove-worker-from-conference-state';
const ADD = 'add-worker-to-conference-state';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

/** Alice on a registered call, with Flex's actions under the plugin. */
async function onCall() {
  const alice = openAlice();
  const actions = fakeActions();
  interceptLeaving(actions, alice);
  alice.observe();
  alice.flex.put(callTask());
  await settle();
  alice.asked.splice(0);
  return { alice, actions };
}

/** Flex's task, as its TransferTask uses it: by a method of the task's own class. */
class FlexTask {
  readonly sid = sid;
  readonly transfers: string[] = [];
  fails = false;
  transfer(to: string, _options: unknown): Promise<void> {
    this.transfers.push(to);
    return this.fails ? Promise.reject(new Error('No capacity')) : Promise.resolve();
  }
}

const transfer = (task: FlexTask, mode?: string) => ({ task, sid, targetSid: 'WK1', options: { mode } });
/** Flex's own TransferTask. */
const flexTransfers = (payload: unknown) => {
  const { task, targetSid, options } = payload as ReturnType<typeof transfer>;
  return task.transfer(targetSid, options);
};

describe('an agent who hangs up', () => {
  it.each(['HangupCall', 'EndConferenceForAll'])('by %s tells the service first', async (name) => {
    const { alice, actions } = await onCall();
    const hungUp = actions.invoke(name, { sid });
    expect(actions.reached).toEqual([]);
    await settle();
    await hungUp;
    expect(alice.asked).toEqual([
      [`flex/${REMOVE}`, expect.objectContaining({ intent: 'hangup', conferenceSid: leg.conferenceSid })],
    ]);
    expect(actions.reached).toEqual([{ sid }]);
  });

  it('is not kept by a service that does not answer, or refuses', async () => {
    const { alice, actions } = await onCall();
    for (const trouble of ['silence', 'never', { fails: 'not_found' }] as const) {
      alice.answer(`flex/${REMOVE}`, trouble);
      const hungUp = actions.invoke('HangupCall', { sid });
      await settle(GOODBYE_MS);
      await hungUp;
    }
    expect(actions.reached).toHaveLength(3);
  });

  it('is registered again when Flex refuses', async () => {
    const { alice, actions } = await onCall();
    actions.below = () => Promise.reject(new Error('No active call'));
    const hungUp = expect(actions.invoke('HangupCall', { sid })).rejects.toThrow('No active call');
    await settle();
    await hungUp;
    expect(alice.names()).toEqual([REMOVE, ADD]);
  });

  it('is registered again when another plugin keeps the call', async () => {
    const { alice, actions } = await onCall();
    actions.below = () => Promise.resolve();
    void actions.invoke('HangupCall', { sid });
    await settle(CHECK_MS);
    expect(alice.names()).toEqual([REMOVE, ADD]);
  });

  it('tells nobody while the plugin is off and knows nothing of the call', async () => {
    const alice = openAlice();
    const actions = fakeActions();
    interceptLeaving(actions, alice);
    alice.power.isOn = false;
    alice.flex.put(callTask());
    await actions.invoke('HangupCall', { sid });
    expect(alice.names()).toEqual([]);
    expect(actions.reached).toHaveLength(1);
  });
});

describe('an agent who transfers a call', () => {
  it('cold tells the service first', async () => {
    const { alice, actions } = await onCall();
    actions.below = flexTransfers;
    const task = new FlexTask();
    const transferred = actions.invoke('TransferTask', transfer(task, 'COLD'));
    expect(task.transfers).toEqual([]);
    await settle();
    await transferred;
    expect(alice.asked).toEqual([[`flex/${REMOVE}`, expect.objectContaining({ intent: 'transfer' })]]);
    expect(task.transfers).toEqual(['WK1']);
  });

  it.each(['WARM', undefined])('%s stays on it, and tells nobody', async (mode) => {
    const { alice, actions } = await onCall();
    actions.below = flexTransfers;
    const task = new FlexTask();
    await actions.invoke('TransferTask', transfer(task, mode));
    expect(alice.names()).toEqual([]);
    expect(task.transfers).toEqual(['WK1']);
  });

  it('tells nobody when another plugin takes the transfer over', async () => {
    const { alice, actions } = await onCall();
    const seen: unknown[] = [];
    actions.below = (payload) => Promise.resolve(void seen.push(payload));
    const task = new FlexTask();
    await actions.invoke('TransferTask', transfer(task, 'COLD'));
    expect(alice.names()).toEqual([]);
    // It finds what it needs on the task all the same.
    expect(seen).toMatchObject([{ task: { sid }, targetSid: 'WK1' }]);
  });

  it('is registered again when the transfer fails', async () => {
    const { alice, actions } = await onCall();
    actions.below = flexTransfers;
    const task = new FlexTask();
    task.fails = true;
    const failed = expect(actions.invoke('TransferTask', transfer(task, 'COLD'))).rejects.toThrow(
      'No capacity',
    );
    await settle();
    await failed;
    expect(alice.names()).toEqual([REMOVE, ADD]);
  });

  it('is registered again when it fails later, and not before', async () => {
    const { alice, actions } = await onCall();
    actions.below = flexTransfers;
    void actions.invoke('TransferTask', transfer(new FlexTask(), 'COLD'));
    alice.flex.put(callTask({ isTransferring: true }));
    await settle(CHECK_MS * 3);
    expect(alice.names()).toEqual([REMOVE]);

    alice.flex.put(callTask());
    await settle(CHECK_MS);
    expect(alice.names()).toEqual([REMOVE, ADD]);
  });

  it('leaves a payload alone that is none', async () => {
    const { actions } = await onCall();
    await actions.invoke('TransferTask', { sid });
    expect(actions.reached).toEqual([{ sid }]);
  });
});
