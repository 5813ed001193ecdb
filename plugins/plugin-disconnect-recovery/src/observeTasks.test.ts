/** @jest-environment node */
import { taskSid } from '@patchbay/plugin-kit/testing';
import { openAlice, settle, SUCCESS } from './testing/openAlice';
import { recoveryView } from './testing/recoveryView';
import { callTask, leg, pingTask, reconnectTask, wrappingCall } from './testing/tasks';

const call = taskSid('call');
const ADD = 'add-worker-to-conference-state';
const STATUS = 'recovery-status';
const dropped = { ...SUCCESS, recovery: recoveryView({ taskSid: call }) };

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

describe('a call', () => {
  it('is registered once the agent is on it, once', async () => {
    const alice = openAlice();
    alice.observe();
    alice.flex.put(callTask({ leg: undefined }));
    await settle();
    expect(alice.names()).toEqual([]);

    alice.flex.put(callTask());
    alice.flex.put(callTask());
    await settle();

    expect(alice.asked).toEqual([
      [
        `flex/${ADD}`,
        expect.objectContaining({
          conferenceSid: leg.conferenceSid,
          taskSid: call,
          workerCallSid: leg.callSid,
          customerCallSid: leg.customerCallSid,
          workerName: 'Alice Adams',
          workerPhone: 'softphone',
        }),
      ],
    ]);
  });

  it('is registered later when the service does not answer, and no more when it has ended', async () => {
    const alice = openAlice();
    alice.answer(`flex/${ADD}`, 'silence');
    alice.observe();
    alice.flex.put(callTask());
    await settle(1_000);
    expect(alice.names()).toEqual([ADD, ADD]);

    alice.flex.remove(callTask().sid);
    await settle(60_000);
    expect(alice.names()).toEqual([ADD, ADD]);
  });

  it('is not registered while the plugin is off', async () => {
    const alice = openAlice();
    alice.power.isOn = false;
    alice.observe();
    alice.flex.put(callTask());
    alice.flex.put(wrappingCall());
    await settle(60_000);
    expect(alice.names()).toEqual([]);
  });

  it('that was brought back says which one it was, once, so that others on it are brought along', async () => {
    const alice = openAlice();
    alice.observe();
    alice.flex.put(reconnectTask({ status: 'accepted', leg }));
    await settle(60_000);
    expect(alice.asked.map(([, input]) => input)).toMatchObject([
      { taskAttributes: { recoveredTaskSid: call } },
    ]);
  });
});

describe('a call in wrap-up', () => {
  it('is asked about when the page was loaded with it', async () => {
    const alice = openAlice();
    alice.answer(`flex/${STATUS}`, dropped);
    alice.flex.put(wrappingCall());
    alice.observe();
    await settle();
    expect(alice.recoveries.get(call)?.stage).toBe('waiting');
  });

  it('is asked about when it ended before the eyes of the page, and the agent did not end it', async () => {
    const alice = openAlice();
    alice.answer(`flex/${STATUS}`, dropped);
    alice.observe();
    alice.flex.put(callTask());
    alice.flex.put(wrappingCall());
    await settle();
    expect(alice.recoveries.get(call)?.stage).toBe('waiting');
  });

  it.each([
    ['the customer hung up', wrappingCall({ customerLeft: true })],
    ['it is no call', wrappingCall({ isCall: false })],
  ])('is not asked about when %s', async (_when, task) => {
    const alice = openAlice();
    alice.observe();
    alice.flex.put(task);
    await settle();
    expect(alice.names()).toEqual([]);
  });

  it('is not asked about when the agent hung up, or has a telephone', async () => {
    const alice = openAlice();
    alice.observe();
    alice.flex.put(callTask());
    await alice.presences.sayGoodbye(callTask().sid, 'hangup');
    alice.flex.put(wrappingCall());
    const carol = openAlice('telephone');
    carol.observe();
    carol.flex.put(callTask());
    carol.flex.put(wrappingCall());
    await settle();
    expect([...alice.names(), ...carol.names()]).not.toContain(STATUS);
  });

  it('is asked about no longer once Flex saw the customer leave', async () => {
    const alice = openAlice();
    alice.observe();
    alice.flex.put(callTask());
    alice.flex.put(wrappingCall());
    alice.flex.put(wrappingCall({ customerLeft: true }));
    await settle(60_000);
    expect(alice.names().filter((name) => name === STATUS)).toHaveLength(1);
    expect(alice.recoveries.get(call)).toBeUndefined();
  });
});

describe('a ping', () => {
  it('is accepted, past Flex’s actions, and says that the call dropped', async () => {
    const alice = openAlice();
    alice.observe();
    alice.flex.put(pingTask());
    await settle();
    expect(alice.flex.accepted).toEqual([['ping', pingTask().sid]]);
    // A page that was cut off takes the leg for alive, and no other call could ring.
    expect(alice.flex.ghosts).toEqual([leg.callSid]);
    expect(alice.recoveries.get(call)?.stage).toBe('waiting');
  });

  it('waits until the page can take calls', async () => {
    const alice = openAlice();
    alice.flex.setReady(false);
    alice.flex.put(pingTask());
    alice.observe();
    await settle(10_000);
    expect(alice.flex.accepted).toEqual([]);

    alice.flex.setReady(true);
    await settle();
    expect(alice.flex.accepted).toHaveLength(1);
  });

  it('that could not be accepted is tried again, unless it has gone', async () => {
    const alice = openAlice();
    alice.flex.refusesAccepts = true;
    alice.observe();
    alice.flex.put(pingTask());
    await settle(500);
    expect(alice.flex.accepted).toHaveLength(2);

    alice.flex.remove(pingTask().sid);
    await settle(60_000);
    expect(alice.flex.accepted).toHaveLength(2);
  });

  it('that lingers does not bring the dialog back', async () => {
    const alice = openAlice();
    alice.observe();
    alice.flex.put(pingTask());
    await settle();
    alice.recoveries.dispatch(call, { type: 'back' });
    alice.flex.put(pingTask({ status: 'accepted' }), pingTask());
    await settle();
    expect(alice.recoveries.get(call)).toBeUndefined();
  });

  it('for somebody else is left alone', async () => {
    const alice = openAlice();
    alice.observe();
    alice.flex.put(pingTask({ attributes: { ...pingTask().attributes, disconnectedWorkerSid: 'WK1' } }));
    await settle();
    expect(alice.flex.accepted).toEqual([]);
  });
});

describe('a caller who is brought back', () => {
  it('is taken without a click, and the dialog goes when the agent is on the call', async () => {
    const alice = openAlice();
    alice.answer(`flex/${STATUS}`, dropped);
    alice.flex.put(wrappingCall());
    alice.observe();
    await settle();
    // The old task is completed once the caller is in line.
    alice.flex.remove(wrappingCall().sid);
    alice.flex.put(reconnectTask());
    await settle();
    expect(alice.flex.accepted).toEqual([['call', reconnectTask().sid]]);
    expect(alice.recoveries.get(call)?.stage).toBe('waiting');

    alice.flex.put(reconnectTask({ status: 'accepted', leg }));
    expect(alice.recoveries.get(call)).toBeUndefined();
    expect(alice.flex.shown).toEqual(['PatchbayRecoveryReconnected']);
  });

  it('is an ordinary call once the service has taken the marks off', async () => {
    const alice = openAlice();
    alice.observe();
    alice.flex.put(reconnectTask({ attributes: { recoveredTaskSid: call } }));
    await settle();
    expect(alice.flex.accepted).toEqual([]);
  });
});
