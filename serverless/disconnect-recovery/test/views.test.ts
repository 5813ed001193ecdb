import { recoveries } from '../src/endpoints/recoveries';
import { recoveryStatus } from '../src/endpoints/recoveryStatus';
import { updateEndConferenceOnExit } from '../src/endpoints/updateEndConferenceOnExit';
import { openScene } from './support/openScene';
import { caller } from './support/ports';

const stage = openScene();

const seenBy = async (name: string) => {
  const result = await recoveries.handle({}, stage.service.ports(), caller(stage.centre, name));
  if (!result.ok) throw new Error(result.message);
  return result.body;
};

describe('a supervisor', () => {
  it('sees who dropped, how the ping is doing, and how it ended', async () => {
    const { scene } = stage;
    const talk = await scene.talk();
    await scene.drop('alice');
    const during = await seenBy('sam');
    await scene.acceptPing('alice');
    await scene.answer('alice', talk.customerCallSid);
    const afterwards = await seenBy('sam');

    expect(during.inProgress).toMatchObject([
      { taskSid: talk.taskSid, workerName: 'alice', phase: 'pinging', ping: 'sent', outcome: null },
    ]);
    expect(during.today).toMatchObject({ dropped: 1, outcomes: { reconnected: 0 } });
    expect(afterwards.inProgress).toEqual([]);
    expect(afterwards.ended).toMatchObject([
      { taskSid: talk.taskSid, outcome: 'reconnected', ping: 'accepted' },
    ]);
    expect(afterwards.today).toMatchObject({ dropped: 1, outcomes: { reconnected: 1, hung_up: 0 } });
  });
});

describe('the status of a recovery', () => {
  it('is told to the agent who dropped, and to nobody who has no part in it', async () => {
    const { scene, centre, service } = stage;
    const talk = await scene.talk();
    await scene.drop('alice');
    const asked = (name: string) =>
      recoveryStatus.handle({ taskSid: talk.taskSid }, service.ports(), caller(centre, name));

    expect(await asked('alice')).toMatchObject({ ok: true, body: { recovery: { phase: 'pinging' } } });
    expect(await asked('bob')).toMatchObject({ ok: false, code: 'not_on_the_call' });
    expect(await asked('sam')).toMatchObject({ ok: true });
  });
});

describe('a change of who ends the conference', () => {
  it('is read back, and only for who is on the call', async () => {
    const { scene, centre, service } = stage;
    const talk = await scene.talk();
    const input = {
      conferenceSid: talk.conferenceSid,
      taskSid: talk.taskSid,
      participantCallSid: talk.customerCallSid,
      endConferenceOnExit: false,
    };
    const asked = (name: string) =>
      updateEndConferenceOnExit.handle(input, service.ports(), caller(centre, name));

    expect(await asked('bob')).toMatchObject({ ok: false, code: 'not_on_the_call' });
    expect(await asked('alice')).toMatchObject({ ok: true, body: { endConferenceOnExit: false } });
    const leg = await centre.client
      .conferences(talk.conferenceSid)
      .participants(talk.customerCallSid)
      .fetch();
    expect(leg.endConferenceOnExit).toBe(false);
  });
});
