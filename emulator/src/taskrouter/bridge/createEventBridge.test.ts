import { WebSocket } from 'ws';
import { createIdentityDirectory } from '../../iam/identities';
import { createDispatch } from '../../kernel/dispatch';
import { createFaultPlan } from '../../kernel/faults/faultPlan';
import { seededRandom } from '../../kernel/random';
import { createJournal } from '../../kernel/ringJournal';
import { startServer } from '../../kernel/server';
import { createVirtualClock } from '../../kernel/virtualClock';
import { once } from '../../testing/once';
import { createTaskRouterEngine, type TaskRouterEngine } from '../engine';
import { createEventBridge } from './createEventBridge';

const accountSid = `AC${'0'.repeat(32)}`;
const authToken = '0'.repeat(32);

/** An event bridge whose heart beats when the test says so, and whose workers go offline at once. */
async function openBridge() {
  const clock = createVirtualClock({ mode: 'paused' });
  const random = seededRandom(1);
  const identities = createIdentityDirectory(clock, random);
  const engine = createTaskRouterEngine({ accountSid, clock, random });
  const workspace = engine.workspace(engine.workspaces.create({ friendlyName: 'Test' }).sid);
  const available = workspace.activities.list().find((activity) => activity.available);
  const worker = workspace.workers.create({ friendlyName: 'alice', activitySid: available!.sid });
  const { token } = identities.issue({ identity: 'alice', workerSid: worker.sid, roles: ['agent'] });
  const beats: (() => void)[] = [];
  const webhooks = { send: () => Promise.resolve({ status: 'no-answer' as const }) };
  const bridge = createEventBridge({ accountSid, authToken, clock, random, webhooks }, engine, identities, {
    offlineAfterMs: 0,
    repeat: (_, beat) => {
      beats.push(beat);
      return () => void beats.pop();
    },
  });
  const server = await startServer({
    port: 0,
    clock,
    dispatch: createDispatch([bridge], accountSid, authToken),
    faults: createFaultPlan(random),
    journal: createJournal(clock),
    requestIds: random,
    admin: () => Promise.resolve(),
    page: () => Promise.resolve(),
  });
  const connect = async (query = ''): Promise<WebSocket> => {
    const url = `${server.origin.replace('http', 'ws')}/v1/wschannels?token=${token}${query}`;
    const socket = new WebSocket(url, { headers: { 'x-emulator-host': 'event-bridge.us1.twilio.com' } });
    await once(socket, 'message');
    return socket;
  };
  return { engine, workspace, worker, bridge, server, beats, connect };
}

const changeOfActivity = (engine: TaskRouterEngine): Promise<string> =>
  new Promise((resolve) => {
    engine.on((event) => {
      if (event.type === 'worker.activity.update') resolve(event.worker.activityName);
    });
  });

describe('the event bridge', () => {
  let opened: Awaited<ReturnType<typeof openBridge>>;

  beforeEach(async () => {
    opened = await openBridge();
  });

  afterEach(() => opened.server.stop());

  it('sends white space as a heartbeat while the clock stands still', async () => {
    const socket = await opened.connect();
    const beat = once(socket, 'message');

    for (const sound of opened.beats) sound();

    expect(String(await beat)).toBe(' ');
  });

  it('tells its clients that it goes away, and sends nothing afterwards', async () => {
    const socket = await opened.connect();
    const closed = once(socket, 'close');

    opened.bridge.stop();

    await expect(closed).resolves.toBe(1001);
    expect(opened.beats).toEqual([]);
  });

  it('sets a worker offline whose last client asked for it and is gone', async () => {
    const moved = changeOfActivity(opened.engine);
    const socket = await opened.connect('&setWorkerOfflineIfDisconnected=true');

    socket.close();

    await expect(moved).resolves.toBe('Offline');
  });

  it('does not set a worker offline while another client of hers is there', async () => {
    const [phone, desk] = [
      await opened.connect('&setWorkerOfflineIfDisconnected=true'),
      await opened.connect(),
    ];
    const moved = changeOfActivity(opened.engine);

    phone.close();
    await once(phone, 'close');
    desk.close();
    await once(desk, 'close');
    opened.workspace.workers.update(opened.worker.sid, {
      activitySid: opened.workspace.activities.list().find((one) => one.friendlyName === 'Unavailable')!.sid,
    });

    await expect(moved).resolves.toBe('Unavailable');
  });
});
