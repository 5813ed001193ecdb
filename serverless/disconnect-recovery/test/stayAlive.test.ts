import { openScene } from './support/openScene';

const stage = openScene();

describe('a worker whose leg Flex lets end the conference', () => {
  it('gets that taken back, at no write of the state', async () => {
    const { scene, centre, service } = stage;
    const talk = await scene.talk();
    const participant = centre.client.conferences(talk.conferenceSid).participants(talk.workerCallSid);
    const before = service.tally.writes[0];

    await participant.update({ endConferenceOnExit: true });
    await scene.settleEvents();

    expect(await participant.fetch()).toMatchObject({ endConferenceOnExit: false });
    expect(service.tally.writes[0]).toBe(before);
  });

  it('keeps the customer’s leg as it is', async () => {
    const { scene, centre } = stage;
    const talk = await scene.talk();
    const customer = centre.client.conferences(talk.conferenceSid).participants(talk.customerCallSid);

    await customer.update({ endConferenceOnExit: false });
    await customer.update({ endConferenceOnExit: true });
    await scene.settleEvents();

    expect(await customer.fetch()).toMatchObject({ endConferenceOnExit: true });
  });
});
