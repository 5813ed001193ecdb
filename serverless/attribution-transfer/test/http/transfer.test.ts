import { once } from '@patchbay/emulator/testing';
import { captureLog } from '@patchbay/shared/testing/functions';
import { acceptOffer } from '../support/httpPages';
import { replay } from '../support/httpReplay';
import { startService, type HttpService, MACHINE_TIME } from '../support/httpService';
import { openTransfer, type HttpTransfer } from '../support/httpTransfer';
import { attributesOf, liveAttributionTasks } from '../support/scene';

captureLog();
let service: HttpService;
let transfer: HttpTransfer;

beforeEach(async () => {
  service = await startService(MACHINE_TIME);
  transfer = await openTransfer(service);
});
afterEach(() => service.stop());

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

    const { claimId, outgoing, received } = await replay(transfer);
    expect(outgoing).toMatchObject({ to: transfer.bob.worker.sid, mode });
    if (mode === 'COLD') await transfer.original.wrap();
    const completed = once(outgoing, 'completed');
    await acceptOffer(received);
    await completed;
    const attributionDone = once(attribution, 'completed');
    expect(await transfer.report(claimId)).toBe('transferred');
    await attributionDone;

    expect(received.task.sid).toBe(transfer.call.taskSid);
    expect(transfer.original.status).toBe(mode === 'COLD' ? 'wrapping' : 'accepted');
    expect(await attributionCapacityOf(attribution.workerSid)).toBe(100);
    expect(await transfer.attempt()).toMatchObject({ state: 'transferred', open: false });
    await expectNothingLeft();
  });
});
