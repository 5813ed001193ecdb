import type { LiveQuery, SyncClient } from 'twilio-sync';
import { createIdentityDirectory } from '../src/iam/identities';
import { createInsights, type LiveIndex } from '../src/insights';
import { createFaultPlan, type FaultPlan } from '../src/kernel/faults/faultPlan';
import { seededRandom } from '../src/kernel/random';
import { createJournal } from '../src/kernel/ringJournal';
import { syncProduct, type SyncGrant } from '../src/sync';
import { once } from '../src/testing/once';
import { createTwilsock } from '../src/twilsock';
import { createTestContext } from './createTestContext';
import { startKernel, type Kernel } from './startKernel';
import { openSyncClient } from './syncClient';

describe('live queries', () => {
  let kernel: Kernel;
  let faults: FaultPlan;
  let workers: LiveIndex;
  let open: (product: SyncGrant) => SyncClient;
  let client: SyncClient;
  const clients: SyncClient[] = [];

  beforeAll(async () => {
    const context = createTestContext();
    const identities = createIdentityDirectory(context.clock, seededRandom(1));
    const insights = createInsights(context);
    const sync = syncProduct(context, {}, [insights.source]);
    faults = createFaultPlan(seededRandom(1));
    const observers = { faults, journal: createJournal(context.clock) };
    const routes = [...sync.tunnel, ...insights.tunnel];
    const twilsock = createTwilsock(context, identities, routes, observers);
    kernel = await startKernel(twilsock);
    workers = insights.queries.index('tr-worker');
    open = (product) => {
      const { token } = identities.issue({ identity: 'sam', roles: ['supervisor'] });
      const opened = openSyncClient(kernel.origin, token, product);
      clients.push(opened);
      return opened;
    };
  });
  beforeEach(() => {
    // Of its own for each test: the SDK keeps what a query held and tells the next one of rows that went.
    client = open('flex_insights');
    faults.clear();
    for (const key of ['WK1', 'WK2', 'WK3']) workers.remove(key);
    workers.set('WK1', { worker_sid: 'WK1', activity_name: 'Available' });
    workers.set('WK2', { worker_sid: 'WK2', activity_name: 'Break' });
  });
  afterAll(async () => {
    await Promise.all(clients.map((one) => one.shutdown()));
    await kernel.stop();
  });

  const available = (): Promise<LiveQuery> =>
    client.liveQuery('tr-worker', 'data.activity_name == "Available"');
  /** Once the SDK has subscribed nothing is missed by tests that look at single events. */
  const subscribed = async (query: LiveQuery): Promise<LiveQuery> => {
    const impl: unknown = Reflect.get(query, 'liveQueryImpl');
    const state = (): unknown =>
      typeof impl === 'object' && impl ? Reflect.get(impl, 'subscriptionState') : '';
    if (state() !== 'established') await once(query, '_subscriptionStateChanged');
    return state() === 'established' ? query : subscribed(query);
  };

  it('begin with the rows that match', async () => {
    const query = await available();

    expect(query.getItems()).toEqual({ WK1: { worker_sid: 'WK1', activity_name: 'Available' } });
    query.close();
  });

  it('tell of rows that change, come to match, and no longer do', async () => {
    const query = await subscribed(await available());

    const joined = once(query, 'itemUpdated');
    workers.set('WK2', { worker_sid: 'WK2', activity_name: 'Available' });
    expect(await joined).toMatchObject({ key: 'WK2', value: { activity_name: 'Available' } });

    const left = once(query, 'itemRemoved');
    workers.set('WK1', { worker_sid: 'WK1', activity_name: 'Break' });
    expect(await left).toEqual({ key: 'WK1' });

    const back = once(query, 'itemUpdated');
    workers.set('WK1', { worker_sid: 'WK1', activity_name: 'Available', again: true });
    expect(await back).toMatchObject({ key: 'WK1', value: { again: true } });

    const gone = once(query, 'itemRemoved');
    workers.remove('WK2');
    expect(await gone).toEqual({ key: 'WK2' });
    expect(Object.keys(query.getItems())).toEqual(['WK1']);
    query.close();
  });

  it('say nothing of rows that are as they were', async () => {
    const query = await subscribed(await available());
    const heard: unknown[] = [];
    query.on('itemUpdated', (item) => heard.push(item));

    workers.set('WK1', { worker_sid: 'WK1', activity_name: 'Available' });
    workers.set('WK3', { worker_sid: 'WK3', activity_name: 'Available' });
    await once(query, 'itemUpdated');

    expect(heard).toMatchObject([{ key: 'WK3' }]);
    query.close();
  });

  it('miss nothing between the question and the subscription', async () => {
    const query = await available();
    const removed = once(query, 'itemRemoved');

    workers.set('WK1', { worker_sid: 'WK1', activity_name: 'Break' });

    expect(await removed).toEqual({ key: 'WK1' });
    query.close();
  });

  it('are up to date again after a lost connection', async () => {
    const query = await subscribed(await available());
    const refused = kernel.faults.add({ match: { host: 'tsock' }, effect: { type: 'refuse' } });
    const connecting = untilState('connecting');
    faults.add({ match: { path: '/v3/Insights/tr-queue/Items' }, times: 1, effect: { type: 'refuse' } });
    const cut = client.liveQuery('tr-queue', '').catch(() => 'disconnected');
    await connecting;
    const removed = once(query, 'itemRemoved');
    const added = once(query, 'itemUpdated');

    workers.remove('WK1');
    workers.set('WK3', { worker_sid: 'WK3', activity_name: 'Available' });
    kernel.faults.remove(refused.id);

    expect(await removed).toEqual({ key: 'WK1' });
    expect(await added).toMatchObject({ key: 'WK3' });
    await cut;
    query.close();
  });

  it('can be asked once, and then followed', async () => {
    const query = await client.instantQuery('tr-worker');
    const result = once(query, 'searchResult');

    await query.search('data.worker_sid in ["WK2"]');

    expect(await result).toEqual({ WK2: { worker_sid: 'WK2', activity_name: 'Break' } });
    const followed = await query.subscribe();
    expect(Object.keys(followed.getItems())).toEqual(['WK2']);
    followed.close();
  });

  it.each([
    ['a query that is none', 'tr-worker', 'data.activity_name ==', { status: 400, code: 54507 }],
    ['an index that is none', 'tr-elephant', '', { status: 404, code: 20404 }],
  ])('refuse %s', async (_, index, expression, refusal) => {
    await expect(client.liveQuery(index, expression)).rejects.toMatchObject(refusal);
  });

  it('are for Flex only', async () => {
    await expect(open('data_sync').liveQuery('tr-worker', '')).rejects.toMatchObject({
      status: 403,
      code: 54007,
    });
  });

  function untilState(wanted: string): Promise<void> {
    return new Promise((resolve) => {
      client.on('connectionStateChanged', (state) => {
        if (state === wanted) resolve();
      });
    });
  }
});
