/** @jest-environment node */
import { billing, bob, bobAccepted, cold, openAlice, settle, sid } from '../testing/alice';
import { NOON } from '../testing/attempt';
import { fakeService } from '../testing/fakeService';
import { taskSid, workflowSid } from '../testing/sids';
import { callTask } from '../testing/tasks';

beforeEach(() => {
  jest.useFakeTimers({ now: NOON });
});
afterEach(() => {
  jest.useRealTimers();
});

describe('what the service is asked', () => {
  it('for a transfer is exactly what the contract says', async () => {
    const { sender, service } = openAlice();

    await sender.ask(sid, billing, cold);

    expect(service.asked[0]).toEqual([
      'create-attribution-task',
      {
        mode: 'COLD',
        idempotencyKey: 'click-0001',
        taskAttributes: {
          transfer_task: {
            sid,
            taskSid: taskSid('call'),
            attributes: callTask().attributes,
            targetSid: billing,
          },
        },
      },
    ]);
  });

  it('names the workflow where one is configured', async () => {
    const { service, asked, answer } = fakeService();
    const attributionWorkflowSid = workflowSid('BPO attribution');
    answer('create-attribution-task', { success: true, taskSid: taskSid('attribution') });
    const { sender } = openAlice({
      service: () => ({ ...service(), settings: { ...service().settings, attributionWorkflowSid } }),
    });

    await sender.ask(sid, billing, cold);

    expect(asked[0]?.[1]).toMatchObject({ workflowSid: attributionWorkflowSid });
  });

  it('when Bob has accepted, and when he has the call, is asked as the page that it is', async () => {
    const { sender, dispatch, service } = openAlice();
    await sender.ask(sid, billing, cold);

    dispatch(bobAccepted);
    await settle();
    dispatch({ type: 'transfer_ended', how: 'completed', to: bob });
    await settle();

    expect(service.asked.slice(-2)).toEqual([
      ['claim-transfer', { taskSid: taskSid('call'), reservationSid: sid, claimant: 'page-of-alice' }],
      ['transfer-outcome', { taskSid: taskSid('call'), claimId: 'claim-0001', outcome: 'transferred' }],
    ]);
  });

  it("of a refusal is Flex's own reason, cut to what the contract takes", async () => {
    const { sender, dispatch, flex, service, stage } = openAlice();
    flex.refusesTransfers = 'No capacity '.repeat(40);
    service.answer('transfer-outcome', { success: true, state: 'failed' });
    await sender.ask(sid, billing, cold);

    dispatch(bobAccepted);
    await settle();

    expect(service.asked.at(-1)?.[1]).toMatchObject({
      outcome: 'failed',
      reason: 'No capacity '.repeat(40).slice(0, 200),
    });
    expect(stage()).toBe('ended');
    expect(flex.shown).toEqual(['TransferFailed']);
  });
});
