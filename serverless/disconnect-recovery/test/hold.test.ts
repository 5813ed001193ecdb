import { reconcile } from '../src/endpoints/reconcile';
import { openScene } from './support/openScene';
import type { Talk } from './support/scene';

const stage = openScene();

const leg = ({ conferenceSid }: Talk, callSid: string) =>
  stage.centre.client.conferences(conferenceSid).participants(callSid);

describe('a customer on hold whose agent drops', () => {
  it('is taken off hold, and hears the announcement', async () => {
    const { scene, service } = stage;
    const talk = await scene.talk();
    await leg(talk, talk.customerCallSid).update({ hold: true });
    await scene.settleEvents();

    await scene.drop('alice');

    expect(await leg(talk, talk.customerCallSid).fetch()).toMatchObject({ hold: false });
    expect(await scene.customer(talk.customerCallSid)).toMatchObject({
      hears: { play: `${service.url}/connection-interrupted.mp3` },
    });
  });

  it('has it spoken by Twilio where the deployment says so', async () => {
    const { scene, service } = stage;
    service.options = { env: { ANNOUNCEMENT_URL: '/connection-interrupted.xml' } };
    const talk = await scene.talk();

    await scene.drop('alice');

    const { hears } = await scene.customer(talk.customerCallSid);
    expect(hears).toHaveProperty('say');
    expect(JSON.stringify(hears)).toContain('interrupted');
  });
});

describe('a caller who waits for an agent to come back', () => {
  it('hears the announcement again when it is over', async () => {
    const { scene, service, centre } = stage;
    service.options = { env: { RECOVERY_PING_SECONDS: '100' } };
    const talk = await scene.talk();
    await scene.drop('alice');
    const before = await centre.admin('GET', `/customers/calls/${talk.customerCallSid}`);
    await scene.settle(31_000);
    const between = await scene.customer(talk.customerCallSid);

    await reconcile.handle({}, service.ports(service.options), undefined);
    await scene.settleEvents();

    expect(before['hears']).toHaveProperty('play');
    expect(between['hears']).not.toHaveProperty('play');
    expect(await scene.customer(talk.customerCallSid)).toMatchObject({ hears: before['hears'] });
  });
});

describe('a worker whose leg Flex lets end the conference while it is on hold', () => {
  const flaggedOnHold = async (): Promise<Talk> => {
    const { scene } = stage;
    const talk = await scene.talk();
    await leg(talk, talk.workerCallSid).update({ endConferenceOnExit: true, hold: true });
    await scene.settleEvents();
    return talk;
  };

  it('gets that taken back after the hold by the scheduler, at the latest', async () => {
    const { scene, service } = stage;
    const talk = await flaggedOnHold();
    // It came during the hold too.
    await reconcile.handle({}, service.ports(), undefined);
    const held = await leg(talk, talk.workerCallSid).fetch();
    await leg(talk, talk.workerCallSid).update({ hold: false });
    await scene.settleEvents();

    await reconcile.handle({}, service.ports(), undefined);

    expect(held.endConferenceOnExit).toBe(true);
    expect(await leg(talk, talk.workerCallSid).fetch()).toMatchObject({ endConferenceOnExit: false });
    expect(await scene.record(talk.taskSid)).toMatchObject({ exitFlags: [] });
  });

  it('gets that taken back by whatever event of the call comes next', async () => {
    const { scene, centre } = stage;
    const talk = await flaggedOnHold();
    await leg(talk, talk.workerCallSid).update({ hold: false });

    await centre.client
      .conferences(talk.conferenceSid)
      .participants.create({ from: '+15551000000', to: '+15550000009' });
    await scene.settleEvents();

    expect(await leg(talk, talk.workerCallSid).fetch()).toMatchObject({ endConferenceOnExit: false });
  });

  it('is watched again when it happens again, and no longer when the call is over', async () => {
    const { scene, service } = stage;
    const talk = await flaggedOnHold();
    await leg(talk, talk.workerCallSid).update({ hold: false });
    await reconcile.handle({}, service.ports(), undefined);
    await leg(talk, talk.workerCallSid).update({ endConferenceOnExit: true, hold: true });
    await scene.settleEvents();
    const again = await reconcile.handle({}, service.ports(), undefined);
    await scene.customerHangsUp(talk.customerCallSid);
    await reconcile.handle({}, service.ports(), undefined);

    const afterwards = await reconcile.handle({}, service.ports(), undefined);

    expect(again).toMatchObject({ body: { looked: 1 } });
    expect(afterwards).toMatchObject({ body: { looked: 0 } });
  });
});
