import type { FaultRule } from '@patchbay/emulator';
import { failureFromError } from '@patchbay/shared';
import { isOpen } from '../src/attempt/attempt';
import { bodyOf } from './support/actions';
import { attributionTaskEvents } from '../src/endpoints/attributionTaskEvents';
import { portsOf } from './support/ports';
import { openScene, type OpenScene } from './support/openScene';
import { accept, attributesOf, decline, liveAttributionTasks } from './support/scene';
import { retry } from './support/survive';

let scene: OpenScene;
let centre: OpenScene['centre'];
let sink: OpenScene['sink'];
let call: OpenScene['call'];
let on: OpenScene['on'];

/** @param listLagMs how far TaskRouter's lists lag behind */
async function start(listLagMs = 0): Promise<void> {
  scene = await openScene({ taskRouter: { listLagMs } });
  ({ centre, sink, call, on } = scene);
}
afterEach(() => scene.close());

const CREATE = { host: 'taskrouter', method: 'POST', path: '/v1/Workspaces/*/Tasks' };
const fault = (rule: FaultRule): unknown => centre.local.faults.add(rule);
const recorded = async () => (await scene.stored())?.value;

describe('a create whose answer is lost', () => {
  const losses: FaultRule['effect'][] = [
    { type: 'lost-response' },
    { type: 'status-after', status: 500 },
    { type: 'status-after', status: 503, retryAfter: 1 },
  ];

  it.each(losses)('finds its task and answers 201 (%j)', async (effect) => {
    await start();
    fault({ match: CREATE, times: 1, effect });

    const result = await on.create();

    expect(result).toMatchObject({ ok: true, status: 201 });
    const live = await liveAttributionTasks(centre);
    expect(live.map(({ sid }) => sid)).toEqual([bodyOf(result).taskSid]);
  });

  it('says that nobody knows while lists lag, and makes no second task on a retry', async () => {
    await start(4_000);
    fault({ match: CREATE, times: 1, effect: { type: 'lost-response' } });

    expect(await on.create()).toMatchObject({ ok: false, code: 'twilio_unavailable', retryAfterSeconds: 5 });
    expect(await retry(centre, (ports) => on.create(ports))).toMatchObject({ ok: true });

    expect(await liveAttributionTasks(centre)).toHaveLength(1);
  });

  it('is asked again before the grace period is over: waits, and still makes no second task', async () => {
    await start(4_000);
    fault({ match: CREATE, times: 1, effect: { type: 'lost-response' } });
    await on.create();

    expect(await on.create()).toMatchObject({ ok: false, retryAfterSeconds: 5 });

    expect(await liveAttributionTasks(centre)).toHaveLength(1);
  });

  it('has a late duplicate closed as soon as an event shows it', async () => {
    await start(120_000);
    fault({ match: CREATE, times: 1, effect: { type: 'lost-response' } });
    await on.create();
    await retry(centre, (ports) => on.create(ports));
    expect(await liveAttributionTasks(centre)).toHaveLength(2);

    await sink.deliver();

    const live = await liveAttributionTasks(centre);
    expect(live).toHaveLength(1);
    expect((await recorded())?.attributionTaskSid).toBe(live[0]?.sid);
  });
});

describe('a create that Twilio does not execute', () => {
  it.each([
    ['throttled', 'throttled', { type: 'status', status: 429, code: 20429 }],
    ['refused', 'twilio_refused', { type: 'status', status: 400, code: 20001 }],
    ['forbidden', 'twilio_refused', { type: 'status', status: 401, code: 20003 }],
  ] as const)('%s: says so, and the next request begins at once', async (_name, code, effect) => {
    await start();
    fault({ match: CREATE, times: 6, effect });

    expect(await refusalOf(on.create())).toBe(code);
    centre.local.faults.clear();

    expect(await on.create()).toMatchObject({ ok: true, status: 201 });
    expect(await liveAttributionTasks(centre)).toHaveLength(1);
  });

  it('throttled for a moment: is created within the same request', async () => {
    await start();
    fault({ match: CREATE, times: 2, effect: { type: 'status', status: 429, code: 20429 } });

    expect(await on.create()).toMatchObject({ ok: true, status: 201 });
  });
});

describe('a store that does not answer', () => {
  it('lets nothing be created', async () => {
    await start();
    fault({ match: { host: 'sync' }, effect: { type: 'status', status: 503 } });

    expect(await refusalOf(on.create())).toBe('store_unavailable');

    expect(await liveAttributionTasks(centre)).toHaveLength(0);
  });

  it('after the create: the answer is given, and the events record it', async () => {
    await start();
    fault({ match: { host: 'sync' }, skip: 1, effect: { type: 'status', status: 503 } });

    expect(await on.create()).toMatchObject({ ok: true, status: 201 });
    centre.local.faults.clear();
    await sink.deliver();

    expect(await recorded()).toMatchObject({ state: 'offered' });
    expect(await on.create()).toMatchObject({ ok: true, replayed: true });
  });

  it.each([1, 2])('loses the answer to write %i: one task, and the same answer again', async (write) => {
    await start();
    fault({
      match: { host: 'sync', method: 'POST' },
      skip: write - 1,
      times: 1,
      effect: { type: 'lost-response' },
    });

    const first = await on.create();
    const second = await on.create();

    expect(bodyOf(second)).toEqual(bodyOf(first));
    expect(await liveAttributionTasks(centre)).toHaveLength(1);
  });
});

describe('events that cannot be handled for now', () => {
  it('come again, and then end what they are about', async () => {
    await start();
    const { taskSid } = bodyOf(await on.create());
    await decline(centre, taskSid, 'bob');
    await centre.local.clock.advance(125_000);
    const events = [...sink.events];
    fault({ match: { host: 'sync' }, effect: { type: 'status', status: 503 } });

    const refused = attributionTaskEvents.handle({ events }, portsOf(centre), undefined);
    await expect(refused).rejects.toMatchObject({ code: 'twilio_unavailable', retryAfterSeconds: 1 });
    centre.local.faults.clear();
    await sink.deliver();

    expect(await recorded()).toMatchObject({ state: 'declined' });
  });

  it('one that nobody can read is parked and keeps none of the others back', async () => {
    await start();
    await on.create();
    await centre.local.clock.advance(1_000);
    const events = [{ id: 'EZ-broken', type: 'com.twilio.taskrouter.task.created' }, ...sink.events];

    const handled = await attributionTaskEvents.handle({ events }, portsOf(centre), undefined);

    expect(handled).toMatchObject({ ok: true, body: { parked: 1 } });
    expect(await portsOf(centre).store.get('parked-event:EZ-broken')).toBeDefined();
  });
});

describe('the mark on the original', () => {
  it('survives a storm of conflicts and a blind writer without the loss of an attribute', async () => {
    await start();
    const { taskSid } = bodyOf(await on.create());
    await accept(centre, taskSid, 'bob');
    const tasks = centre.client.taskrouter.v1.workspaces(centre.sids.workspaceSid).tasks;
    const writeBlindly = async (): Promise<void> => {
      for (let round = 0; round < 20; round += 1) {
        const attributes = { ...(await attributesOf(centre, call.taskSid)), [`written${round}`]: round };
        await tasks(call.taskSid).update({ attributes: JSON.stringify(attributes) });
      }
    };

    await Promise.all([
      writeBlindly(),
      ...Array.from({ length: 5 }, () => retry(centre, (ports) => on.transfer(taskSid, ports))),
    ]);
    await on.status();

    const attributes = await attributesOf(centre, call.taskSid);
    for (let round = 0; round < 20; round += 1) expect(attributes).toHaveProperty(`written${round}`, round);
    expect(attributes).toMatchObject({ transferTo: centre.sids.workers['bob'], name: 'A caller' });
  });

  it('is put back after a blind write removed it', async () => {
    await start();
    const { taskSid } = bodyOf(await on.create());
    await accept(centre, taskSid, 'bob');
    await on.transfer(taskSid);
    const tasks = centre.client.taskrouter.v1.workspaces(centre.sids.workspaceSid).tasks;
    await tasks(call.taskSid).update({ attributes: JSON.stringify({ name: 'A caller', kept: true }) });

    await on.status();

    expect(await attributesOf(centre, call.taskSid)).toMatchObject({
      kept: true,
      transferTo: centre.sids.workers['bob'],
    });
  });

  it('that does not fit ends the attempt, frees B and says why', async () => {
    await start();
    const { taskSid } = bodyOf(await on.create());
    await accept(centre, taskSid, 'bob');
    const tasks = centre.client.taskrouter.v1.workspaces(centre.sids.workspaceSid).tasks;
    await tasks(call.taskSid).update({ attributes: JSON.stringify({ notes: 'x'.repeat(4_050) }) });

    expect(await on.transfer(taskSid)).toMatchObject({ ok: false, code: 'attributes_too_large' });

    const attempt = await recorded();
    expect(attempt && isOpen(attempt)).toBe(false);
    expect(await liveAttributionTasks(centre)).toHaveLength(0);
    expect(await attributesOf(centre, call.taskSid)).toEqual({ notes: 'x'.repeat(4_050) });
  });
});

/** The code of a refusal, whether it was returned or thrown for the host to answer. */
async function refusalOf(result: Promise<{ ok: boolean; code?: string }>): Promise<string | undefined> {
  const settled = await result.catch((error: unknown) => failureFromError(error));
  return 'code' in settled ? settled.code : undefined;
}
