import { Worker } from 'twilio-taskrouter';
import { WebSocket } from 'ws';
import { connectWorker, disconnectWorker, eventBridgeOptions, once } from '../src/testing';
import { openBridgeCentre, type BridgeCentre } from './bridgeCentre';

/** Opens the bare socket and reads how it ends, which the SDK does not tell in full. */
const endOf = (centre: BridgeCentre, token: string): Promise<readonly [number, string]> =>
  new Promise((resolve, reject) => {
    const socket = new WebSocket(`${eventBridgeOptions(centre.local.origin).wsServer}?token=${token}`);
    socket.once('error', reject);
    socket.once('close', (code, reason) => {
      resolve([code, reason.toString()]);
    });
  });

describe('a session on the event bridge', () => {
  let centre: BridgeCentre;

  beforeEach(async () => {
    centre = await openBridgeCentre();
  });

  afterEach(() => centre.stop());

  it('knows the worker, the activities and the channels when it is ready', async () => {
    const alice = await centre.connect('alice');

    expect(alice).toMatchObject({
      sid: centre.workerSid.alice,
      name: 'alice',
      accountSid: centre.local.accountSid,
      workspaceSid: centre.workspace.sid,
      attributes: { name: 'alice', contact_uri: 'client:alice' },
    });
    expect(alice.activity).toMatchObject({ name: 'Available', available: true, isCurrent: true });
    expect([...alice.activities.values()].map(({ name }) => name)).toContain('Offline');
    const voice = [...alice.channels.values()].find((one) => one.taskChannelUniqueName === 'voice');
    expect(voice).toMatchObject({ assignedTasks: 0, available: true, workerSid: alice.sid });
    expect(alice.reservations.size).toBe(0);
  });

  it('hears of everything beside other sessions of the same worker', async () => {
    const [desk, laptop] = [await centre.connect('alice'), await centre.connect('alice')];
    const offers = [once(desk, 'reservationCreated'), once(laptop, 'reservationCreated')];

    const task = centre.createTask('alice');
    const [atDesk, atLaptop] = await Promise.all(offers);
    const seen = [once(atDesk!, 'accepted'), once(atLaptop!, 'accepted')];
    await atDesk!.accept();
    await Promise.all(seen);

    expect(atLaptop!.task.sid).toBe(task.sid);
    expect(atLaptop!.status).toBe('accepted');
  });

  it('ends for a newer one that closes existing sessions', async () => {
    const desk = await centre.connect('alice');
    const ended = once(desk, 'disconnected');

    await centre.connect('alice', { closeExistingSessions: true });

    await expect(ended).resolves.toEqual({ message: 'Closed by a newer session' });
    disconnectWorker(desk);
  });

  it('is refused to a token that is unknown, revoked or expired, or names no worker', async () => {
    const { identities, clock } = centre.local;
    const revoked = centre.issue('alice').token;
    identities.revoke(revoked);
    const expired = centre.issue('alice', 1_000).token;
    await clock.advance(1_000);
    const wallboard = identities.issue({ identity: 'wallboard', roles: ['supervisor'] }).token;

    await expect(connectWorker(centre.local.origin, 'nonsense')).rejects.toThrow('Invalid Access Token');
    await expect(endOf(centre, revoked)).resolves.toEqual([1008, 'Invalid Access Token']);
    await expect(endOf(centre, expired)).resolves.toEqual([1008, 'Access Token expired']);
    await expect(endOf(centre, wallboard)).resolves.toEqual([1008, 'The token names no worker']);
  });

  it('ends when its token expires, and goes on with a new one', async () => {
    // The SDK tells of the expiry 5 s ahead in real time: here at once, so it must be listened to from the start.
    const lifetimeMs = 5_001;
    const { token } = centre.issue('alice', lifetimeMs);
    const alice = new Worker(token, eventBridgeOptions(centre.local.origin));
    await Promise.all([once(alice, 'ready'), once(alice, 'tokenExpired')]);

    const ended = once(alice, 'disconnected');
    await centre.local.clock.advance(lifetimeMs);
    await expect(ended).resolves.toEqual({ message: 'Access Token expired' });
    await expect(alice.setAttributes({ a: 1 })).rejects.toThrow('Access Token expired');

    const again = once(alice, 'ready');
    alice.updateToken(centre.issue('alice').token);
    await again;
    await alice.setAttributes({ a: 1 });
    expect(alice.attributes).toEqual({ a: 1 });
    disconnectWorker(alice);
  });

  it('ends when its token is revoked and there is something to say', async () => {
    const { token } = centre.issue('alice');
    const alice = await connectWorker(centre.local.origin, token);
    centre.local.identities.revoke(token);

    const ended = once(alice, 'disconnected');
    centre.createTask('alice');

    await expect(ended).resolves.toEqual({ message: 'Invalid Access Token' });
    disconnectWorker(alice);
  });

  it('ends with its worker', async () => {
    const carol = await centre.connect('carol');
    const ended = once(carol, 'disconnected');

    centre.workspace.workers.update(carol.sid, { activitySid: centre.activitySid('Offline') });
    centre.workspace.workers.delete(carol.sid);

    await expect(ended).resolves.toEqual({ message: 'The token names no worker' });
    disconnectWorker(carol);
  });
});
