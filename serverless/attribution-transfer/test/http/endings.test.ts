import { once } from '@patchbay/emulator/testing';
import { captureLog } from '@patchbay/shared/testing/functions';
import { acceptOffer } from '../support/httpPages';
import { replay, startTransfer } from '../support/httpReplay';
import { startService, type HttpService, MACHINE_TIME } from '../support/httpService';
import { openTransfer, type HttpTransfer } from '../support/httpTransfer';
import { attributesOf, liveAttributionTasks } from '../support/scene';

captureLog();
let service: HttpService;
let transfer: HttpTransfer;

async function start(delivered: 'events delivered' | 'events lost'): Promise<void> {
  service = await startService(MACHINE_TIME);
  if (delivered === 'events delivered') await service.subscribe();
  transfer = await openTransfer(service);
}
afterEach(() => service.stop());

const originalTask = () =>
  service.centre.client.taskrouter.v1
    .workspaces(service.centre.sids.workspaceSid)
    .tasks(transfer.call.taskSid);

async function expectNoTrace(): Promise<void> {
  expect(await liveAttributionTasks(service.centre)).toHaveLength(0);
  expect(await attributesOf(service.centre, transfer.call.taskSid)).not.toHaveProperty('transferTo');
}

describe('Bob does not take the call', () => {
  it('the attempt fails by the event alone, and the same queue can be tried again', async () => {
    await start('events delivered');
    await transfer.mark(await transfer.offerToBob());
    const { received, outgoing } = await replay(transfer);

    const failed = once(outgoing, 'failed');
    await received.reject();
    await failed;
    await service.settleEvents();

    expect(await transfer.attempt()).toMatchObject({ state: 'failed', reason: 'not_taken', open: false });
    await expectNoTrace();
    const again = await transfer.offerToBob();
    await transfer.mark(again);
    expect(await transfer.attempt()).toMatchObject({ state: 'accepted', open: true });
    expect(await liveAttributionTasks(service.centre)).toEqual([{ sid: again.task.sid, status: 'assigned' }]);
  });

  it('a page that reports the failure itself finds it already told', async () => {
    await start('events delivered');
    await transfer.mark(await transfer.offerToBob());
    const { claimId, received, outgoing } = await replay(transfer);
    const failed = once(outgoing, 'failed');
    await received.reject();
    await failed;
    await service.settleEvents();

    expect(await transfer.report(claimId, 'failed', 'WORKER_UNAVAILABLE')).toBe('failed');

    expect(await transfer.attempt()).toMatchObject({ state: 'failed', reason: 'not_taken' });
  });
});

describe('Bob does not take the attribution task', () => {
  it.each(['declined', 'expired'])('until the workflow runs out: %s', async (state) => {
    await start('events delivered');
    const offer = await transfer.bob.nextOffer(() => transfer.create());
    if (state === 'declined') {
      const rejected = once(offer, 'rejected');
      await offer.reject();
      await rejected;
    }

    await service.centre.local.clock.advance(121_000);
    await service.settleEvents();

    expect(await transfer.attempt()).toMatchObject({ state, open: false });
    await expectNoTrace();
  });
});

describe('Carol gives up', () => {
  it('while nobody has answered: the offer is taken back from Bob', async () => {
    await start('events lost');
    const offer = await transfer.bob.nextOffer(() => transfer.create());

    const gone = once(offer, 'canceled');
    expect(await transfer.cancel()).toBe('canceled');
    await gone;

    expect(await transfer.cancel()).toBe('canceled');
    await expectNoTrace();
  });

  it('after Bob has accepted: his attribution task is over', async () => {
    await start('events lost');
    const attribution = await transfer.offerToBob();
    await transfer.mark(attribution);

    const done = once(attribution, 'completed');
    expect(await transfer.cancel()).toBe('canceled');
    await done;

    await expectNoTrace();
  });

  it('too late: the call is already on its way', async () => {
    await start('events lost');
    await transfer.mark(await transfer.offerToBob());
    await transfer.claim();

    await expect(transfer.cancel()).rejects.toThrow('replay_claimed');
  });
});

describe('the caller hangs up', () => {
  it('while the transfer waits for Bob: the offer is gone', async () => {
    await start('events delivered');
    const offer = await transfer.bob.nextOffer(() => transfer.create());

    const gone = once(offer, 'canceled');
    await originalTask().update({ assignmentStatus: 'completed', reason: 'hangup' });
    await service.settleEvents();
    await gone;

    expect(await transfer.attempt()).toMatchObject({ state: 'call_ended', open: false });
    await expectNoTrace();
  });

  it('after Bob accepted: his attribution task is over', async () => {
    await start('events delivered');
    const attribution = await transfer.offerToBob();
    await transfer.mark(attribution);

    const done = once(attribution, 'completed');
    await originalTask().update({ assignmentStatus: 'wrapping', reason: 'hangup' });
    await service.settleEvents();
    await done;

    expect(await transfer.attempt()).toMatchObject({ state: 'call_ended', open: false });
    expect(await liveAttributionTasks(service.centre)).toHaveLength(0);
  });

  it.each(['COLD', 'WARM'] as const)('while a %s transfer rings at Bob', async (mode) => {
    await start('events delivered');
    const attribution = await transfer.offerToBob({ mode });
    await transfer.mark(attribution);
    await replay(transfer);
    if (mode === 'COLD') await transfer.original.wrap();

    const done = once(attribution, 'completed');
    await originalTask().update({ assignmentStatus: 'completed', reason: 'hangup' });
    await service.settleEvents();
    await done;

    // TaskRouter says first that the transfer is canceled, then that the call is over.
    expect(await transfer.attempt()).toMatchObject({ state: 'call_ended', open: false });
    expect(await liveAttributionTasks(service.centre)).toHaveLength(0);
  });
});

describe('the call comes back to Carol', () => {
  it('and goes to the same queue again, though no event told of the first attempt’s end', async () => {
    await start('events lost');
    const first = await transfer.create();
    const chloe = await service.openPage('chloe');
    const offer = once(chloe.worker, 'reservationCreated');
    await startTransfer(transfer.original.task, chloe.worker.sid, 'WARM');
    const atChloe = await offer;
    await acceptOffer(atChloe);
    const done = once(transfer.original, 'completed');
    await transfer.original.complete();
    await done;
    const back = await transfer.carol.acceptNext(() =>
      startTransfer(atChloe.task, transfer.carol.worker.sid, 'WARM'),
    );
    const chloeDone = once(atChloe, 'completed');
    await atChloe.complete();
    await chloeDone;

    const again = transfer.withReservation(back);
    const second = await again.create();

    expect(second).not.toBe(first);
    expect(await liveAttributionTasks(service.centre)).toMatchObject([{ sid: second }]);
    expect(await again.attempt()).toMatchObject({ state: 'offered', open: true });
  });
});
