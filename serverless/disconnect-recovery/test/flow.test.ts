import { startCentre, type Centre } from './support/centre';
import { Scene } from './support/scene';
import { inTurn, startService, type Service } from './support/service';
import { newTally } from './support/tally';

let centre: Centre;
let service: Service;
let scene: Scene;

beforeEach(async () => {
  centre = await startCentre();
  service = await startService(centre);
  scene = new Scene(centre, service);
});

afterEach(async () => {
  await service.stop();
  await centre.stop();
});

describe('an agent whose leg is lost in the middle of a call', () => {
  it('is asked back, and gets the same caller again', async () => {
    const talk = await scene.talk();
    await scene.drop('alice');
    const waiting = await scene.customer(talk.customerCallSid);

    const ping = await scene.acceptPing('alice');
    const again = await scene.answer('alice', talk.customerCallSid);

    expect(waiting).toMatchObject({
      status: 'in-progress',
      hears: { play: `${service.url}/connection-interrupted.mp3` },
    });
    expect(await scene.customer(talk.customerCallSid)).toMatchObject({
      status: 'in-progress',
      with: ['alice'],
    });
    const { drop } = await scene.record(talk.taskSid);
    expect(drop).toMatchObject({
      outcome: 'reconnected',
      ping: { taskSid: ping, state: 'accepted' },
      reconnectTaskSid: again.taskSid,
    });
  });

  it('is pinged whatever the activity and the capacity, with all that its page needs', async () => {
    const { client, sids } = centre;
    const talk = await scene.talk();
    const workspace = client.taskrouter.v1.workspaces(sids.workspaceSid);
    await workspace
      .workers(sids.workers['alice'] ?? '')
      .update({ activitySid: sids.activities['Offline'] ?? '' });
    await scene.drop('alice');

    const { taskSid } = await scene.offerTo('alice');

    const { drop } = await scene.record(talk.taskSid);
    expect(await workspace.tasks(taskSid).fetch()).toMatchObject({ priority: 1000, timeout: 15 });
    expect(await scene.attributes(taskSid)).toMatchObject({
      disconnectedTaskSid: talk.taskSid,
      disconnectedTaskWorkflowSid: sids.workflows['Voice'],
      disconnectedWorkerSid: sids.workers['alice'],
      disconnectedWorkerName: 'alice',
      disconnectedCallSid: talk.workerCallSid,
      disconnectedReservationSid: talk.reservationSid,
      disconnectedConferenceSid: talk.conferenceSid,
      recoveryAttemptFailed: false,
      recoveryId: drop?.id,
    });
  });

  it('finds the caller’s task marked, and the new one without what is stale', async () => {
    const talk = await scene.talk();
    await scene.drop('alice');
    await scene.acceptPing('alice');

    const offered = await scene.offerTo('alice');
    const before = await scene.attributes(offered.taskSid);
    await scene.answer('alice', talk.customerCallSid);
    const after = await scene.attributes(offered.taskSid);

    expect(await scene.attributes(talk.taskSid)).toMatchObject({
      conversations: { followed_by: 'Reconnect Agent' },
      wasPingSuccessful: true,
    });
    expect(before).toMatchObject({
      name: 'Ann',
      isReconnect: true,
      targetWorkerSid: centre.sids.workers['alice'],
      recoveredTaskSid: talk.taskSid,
      conversations: { conversation_id: talk.taskSid },
    });
    expect(Object.keys(before)).not.toEqual(expect.arrayContaining(['transferTo']));
    expect(after).not.toHaveProperty('isReconnect');
    expect(after).not.toHaveProperty('targetWorkerSid');
    expect(after).toMatchObject({ name: 'Ann' });
  });

  describe('costs, where no two requests meet and the process knows the activities,', () => {
    beforeEach(async () => {
      await service.ports().workers.listAvailableActivities();
      service.treat = inTurn();
      service.tally = newTally();
      const talk = await scene.talk();
      await scene.drop('alice');
      await scene.acceptPing('alice');
      await scene.answer('alice', talk.customerCallSid);
    });

    it('14 requests to Twilio and none to IAM', () => {
      expect(service.tally).toMatchObject({ twilio: 14, iam: 0 });
    });

    it('9 writes of the state, each conditional: 7 of the call and 2 of the list', () => {
      const { writes, documents, blindWrites, lostRaces } = service.tally;

      const [call, ledger] = writes;
      expect({ call, ledger, blindWrites, lostRaces }).toEqual({
        call: 7,
        ledger: 2,
        blindWrites: 0,
        lostRaces: 0,
      });
      // The third is the call that the new task is.
      expect(documents).toHaveLength(3);
    });

    it('one read per request of the call that it is about, one more where the list is written', () => {
      const { readsPerRequest } = service.tally;

      expect(readsPerRequest.length).toBeGreaterThan(10);
      // That the agent takes the caller is about two calls: the one that was interrupted, and the new task's own.
      expect(readsPerRequest.filter((reads) => reads > 1)).toEqual([2, 3]);
    });
  });
});

describe('an agent who does not come back', () => {
  it('leaves the caller to the front of the original workflow, and is not offered the caller again', async () => {
    const { client, sids } = centre;
    const workspace = client.taskrouter.v1.workspaces(sids.workspaceSid);
    const talk = await scene.talk();
    await scene.drop('alice');

    await scene.settle(15_000);
    await scene.settleEvents();
    await workspace
      .workers(sids.workers['bob'] ?? '')
      .update({ activitySid: sids.activities['Available'] ?? '' });
    await scene.settleEvents();
    const offered = await scene.offerTo('bob');
    const attributes = await scene.attributes(offered.taskSid);
    const again = await scene.answer('bob', talk.customerCallSid);

    expect(attributes).toMatchObject({ recoveryAttemptFailed: true, recoveredTaskSid: talk.taskSid });
    expect(attributes).not.toHaveProperty('targetWorkerSid');
    expect(await workspace.tasks(again.taskSid).fetch()).toMatchObject({ priority: 1000 });
    expect(await scene.customer(talk.customerCallSid)).toMatchObject({ with: ['bob'] });
    const old = await workspace.tasks(talk.taskSid).reservations(talk.reservationSid).fetch();
    expect(old.reservationStatus).toBe('completed');
    expect((await scene.record(talk.taskSid)).drop).toMatchObject({
      outcome: 'taken_over',
      receiverSid: sids.workers['bob'],
      ping: { state: 'expired' },
    });
    expect(await workspace.workers(sids.workers['alice'] ?? '').fetch()).toMatchObject({
      activityName: 'Offline',
    });
  });
});
