import type { FaultEffect } from '@patchbay/emulator';
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
});
afterEach(() => service.stop());

/** Which of the things that pages do about a transfer reach the service. */
interface Heard {
  readonly marks: boolean;
  readonly reports: boolean;
}

/** From Carol's click until Bob has the call, and what is then known of it. */
async function transferToBob({ marks, reports }: Heard) {
  transfer = await openTransfer(service);
  const attribution = await transfer.offerToBob();
  if (marks) await transfer.mark(attribution);
  await service.settleEvents();
  const { claimId, outgoing, received } = await replay(transfer);
  const completed = once(outgoing, 'completed');
  await acceptOffer(received);
  await completed;
  await transfer.original.wrap();
  if (reports) await transfer.report(claimId);
  await service.settleEvents();

  const attempt = await transfer.attempt();
  const { transferTo, ...attributes } = await attributesOf(service.centre, transfer.call.taskSid);
  return {
    state: attempt?.state,
    open: attempt?.open,
    transferTo,
    caller: attributes['name'],
    live: await liveAttributionTasks(service.centre),
    attribution: attribution.status,
  };
}

const MOVED = {
  state: 'transferred',
  open: false,
  transferTo: undefined,
  caller: 'A caller',
  live: [],
  attribution: 'completed',
};

const deliveries = () => service.centre.local.journal.entries({ direction: 'out', kind: 'event-stream' });

describe('a transfer comes to the same end', () => {
  it('when every event is lost', async () => {
    expect(await transferToBob({ marks: true, reports: true })).toEqual(MOVED);
    expect(deliveries()).toHaveLength(0);
  });

  it('when no page is heard of again but for its claim', async () => {
    await service.subscribe();

    expect(await transferToBob({ marks: false, reports: false })).toEqual(MOVED);
  });

  it.each<[string, FaultEffect]>([
    ['twice and once more', { type: 'duplicate', copies: 2 }],
    ['in another order', { type: 'reorder', windowMs: 1_500 }],
    ['many at once', { type: 'batch', windowMs: 1_000 }],
    ['late', { type: 'delay', ms: 1_800 }],
  ])('when events come %s', async (_how, effect) => {
    await service.subscribe();
    service.centre.local.faults.add({ match: { kind: 'event-stream' }, effect });

    expect(await transferToBob({ marks: true, reports: true })).toEqual(MOVED);
    expect(await transferToBobAgain()).toBe('offered');
    expect(deliveries().length).toBeGreaterThan(0);
    expect(deliveries().every(({ status }) => status === 200)).toBe(true);
  });

  it('when the sink gathers them', async () => {
    await service.subscribe({ batches: true });

    expect(await transferToBob({ marks: false, reports: false })).toEqual(MOVED);
  });

  it('when one in three is lost', async () => {
    await service.subscribe();
    service.centre.local.faults.add({
      match: { kind: 'event-stream' },
      probability: 1 / 3,
      effect: { type: 'drop' },
    });

    expect(await transferToBob({ marks: true, reports: true })).toEqual(MOVED);
  });

  it('when the store is away for a while: events are sent again until they are heard', async () => {
    await service.subscribe();
    const { faults, journal } = service.centre.local;
    transfer = await openTransfer(service);
    const offer = await transfer.bob.nextOffer(() => transfer.create());
    await service.settleEvents();
    faults.add({ match: { host: 'sync' }, effect: { type: 'status', status: 503 } });
    const since = journal.sequence;
    await acceptOffer(offer);
    const [refused] = await journal.waitFor({ since, direction: 'out', kind: 'event-stream' }, 5_000);
    faults.clear();

    await service.settleEvents();

    expect(refused).toMatchObject({ status: 503 });
    expect(await transfer.attempt()).toMatchObject({ state: 'accepted' });
    const attributes = await attributesOf(service.centre, transfer.call.taskSid);
    expect(attributes).toMatchObject({ transferTo: offer.workerSid });
  }, 20_000);
});

/** Bob gives the call back by ending it; another call of Carol's shows that nothing of the first stands in its way. */
async function transferToBobAgain(): Promise<string | undefined> {
  const next = await openTransfer(service);
  await next.create();
  await service.settleEvents();
  return (await next.attempt())?.state;
}
