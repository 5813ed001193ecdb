import type { Log } from '@patchbay/shared';
import { silentLog } from '@patchbay/shared/testing';
import { recoveries } from '../src/endpoints/recoveries';
import { openScene } from './support/openScene';
import { caller } from './support/ports';
import { losing } from './support/service';

const stage = openScene();

const logging = (warned: string[]): Log => ({
  ...silentLog,
  warn: (message) => warned.push(message),
  with: () => logging(warned),
});

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

  it('and that drops before it is taken back takes the call along, which is told and counted once', async () => {
    const { scene, centre, service } = stage;
    const talk = await scene.talk();
    const { treat } = service;
    service.treat = losing('callback');
    const participant = centre.client.conferences(talk.conferenceSid).participants(talk.workerCallSid);
    await participant.update({ endConferenceOnExit: true });
    await scene.settleEvents();
    service.treat = treat;
    const warned: string[] = [];
    service.options = { log: logging(warned) };

    await scene.drop('alice');

    expect(await scene.customer(talk.customerCallSid)).toMatchObject({ status: 'completed' });
    expect(await scene.record(talk.taskSid)).toMatchObject({ unsaved: 'counted' });
    const seen = await recoveries.handle({}, service.ports(), caller(centre, 'sam'));
    expect(seen).toMatchObject({ body: { today: { dropped: 0, unsaved: 1 } } });
    expect(warned.filter((message) => message === 'drop_not_saved')).toHaveLength(1);
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
