import { once } from '@patchbay/emulator/testing';
import { acceptOffer, startTransfer } from '../support/httpPages';
import { startService, type HttpService } from '../support/httpService';
import { openTransfer, type HttpTransfer } from '../support/httpTransfer';
import { attributesOf, liveAttributionTasks } from '../support/scene';

let service: HttpService;
let transfer: HttpTransfer;

beforeEach(async () => {
  service = await startService();
  transfer = await openTransfer(service);
});
afterEach(async () => {
  transfer.close();
  await service.stop();
});

async function attributionCapacityOf(workerSid: string): Promise<number> {
  const { client, sids } = service.centre;
  const channels = client.taskrouter.v1.workspaces(sids.workspaceSid).workers(workerSid).workerChannels;
  const { availableCapacityPercentage } = await channels('bpo_assortment').fetch();
  return availableCapacityPercentage;
}

async function expectNothingLeft(): Promise<void> {
  expect(await liveAttributionTasks(service.centre)).toHaveLength(0);
  const attributes = await attributesOf(service.centre, transfer.call.taskSid);
  expect(attributes).toMatchObject({ name: 'A caller' });
  expect(attributes).not.toHaveProperty('transferTo');
  expect(attributes).not.toHaveProperty('transferAttempt');
}

describe('a call that Carol transfers to a queue', () => {
  it.each(['WARM', 'COLD'] as const)('%s: is attributed to Bob and moves to him', async (mode) => {
    const attribution = await transfer.offerToBob({ mode });
    expect(await attributionCapacityOf(attribution.workerSid)).toBe(0);

    const markSeen = once(transfer.original.task, 'updated');
    await transfer.mark(attribution);
    await markSeen;
    expect(transfer.original.task.attributes).toMatchObject({
      name: 'A caller',
      transferTo: transfer.bob.worker.sid,
      transferAttempt: { reservationSid: transfer.original.sid, mode },
    });

    const claim = await transfer.claim();
    expect(claim).toMatchObject({ receivingWorkerSid: transfer.bob.worker.sid, mode });
    const offer = once(transfer.bob.worker, 'reservationCreated');
    const outgoing = await startTransfer(transfer.original.task, claim.receivingWorkerSid, claim.mode);
    const received = await offer;
    if (mode === 'COLD') await transfer.original.wrap();
    const completed = once(outgoing, 'completed');
    await acceptOffer(received);
    await completed;
    const attributionDone = once(attribution, 'completed');
    expect(await transfer.report(claim.claimId)).toBe('transferred');
    await attributionDone;

    expect(received.task.sid).toBe(transfer.call.taskSid);
    expect(transfer.original.status).toBe(mode === 'COLD' ? 'wrapping' : 'accepted');
    expect(await attributionCapacityOf(attribution.workerSid)).toBe(100);
    expect(await transfer.attempt()).toMatchObject({ state: 'transferred', open: false });
    await expectNothingLeft();
  });
});
