import type { Reservation, Worker } from 'twilio-taskrouter';
import { once } from '../src/testing';
import { acceptCall } from './acceptCall';
import { BEN, openVoiceApi, refusal, type VoiceApi } from './voiceApi';
import { CUSTOMER, openVoiceCentre, type VoiceCentre } from './voiceCentre';
import type { Device } from '../src/testing/voiceDevice';

/** What it takes to bring back an agent whose page went away in the middle of a call, step by step. */
describe('a call whose agent drops', () => {
  let centre: VoiceCentre;
  let api: VoiceApi;
  let alice: Worker;
  let device: Device;
  let callSid: string;
  let reservation: Reservation;

  beforeEach(async () => {
    centre = await openVoiceCentre();
    api = openVoiceApi(centre);
    [alice, device] = await Promise.all([centre.connect('alice'), centre.registerDevice('alice')]);
    ({ callSid, reservation } = await centre.offer(alice));
  });

  afterEach(async () => {
    api.stop();
    await centre.stop();
  });

  const leg = (): string => centre.legTo('client:alice');
  const conference = () => api.client.conferences(centre.callbacks()[0]?.['ConferenceSid'] ?? '');
  const at = (path: string): string => `${centre.receiver.origin}${path}`;
  const hears = async (sid: string): Promise<unknown> => (await centre.customer(sid))['hears'];

  const accept = () =>
    acceptCall(centre, reservation, {
      endConferenceOnExit: false,
      conferenceStatusCallback: `${at('/conference')}#rc=5&rp=all`,
      conferenceStatusCallbackEvent: 'end join leave modify',
    });

  /** The page is reloaded; resolves when the worker is in wrap-up. */
  const drop = async (): Promise<void> => {
    const wrapping = once(reservation, 'wrapup');
    await device.close();
    await wrapping;
    await centre.settle();
  };

  it('has a callback from its first event on, which names the task and is tried six times', async () => {
    centre.receiver.reply({ status: 500 }, '/conference');

    await accept();
    await centre.local.clock.advance(15_000);

    const joins = centre.callbacks().filter(({ SequenceNumber }) => SequenceNumber === '1');
    expect(joins).toHaveLength(6);
    expect(joins[0]).toMatchObject({
      StatusCallbackEvent: 'participant-join',
      FriendlyName: reservation.task.sid,
      CallSid: leg(),
      EndConferenceOnExit: 'false',
    });
    expect(new Set(centre.receiver.received.map(({ url }) => url))).toEqual(new Set(['/conference']));
  });

  it('can be kept alive against Flex, which has its leg end it again', async () => {
    await accept();
    await reservation.updateParticipant({ endConferenceOnExit: true });
    await centre.settle();
    const asserted = centre.callbacks().at(-1);

    await conference().participants(leg()).update({ endConferenceOnExit: false });
    await drop();

    expect(asserted).toMatchObject({
      StatusCallbackEvent: 'participant-modify',
      CallSid: leg(),
      EndConferenceOnExit: 'true',
    });
    expect(await conference().fetch()).toMatchObject({ status: 'in-progress' });
    expect(await hears(callSid)).toMatchObject({ with: [] });
  });

  it('is over with the drop when nobody undid that in time', async () => {
    await accept();
    await reservation.updateParticipant({ endConferenceOnExit: true });

    await drop();

    expect(centre.callbacks().at(-1)).toMatchObject({
      ReasonConferenceEnded: 'participant-with-end-conference-on-exit-left',
      CallSidEndingConference: leg(),
    });
    expect(centre.statusOf(callSid)).toBe('completed');
  });

  it('shows the worker who is about to join', async () => {
    await centre.registerDevice('bob', { habit: 'rings' });
    const bob = await centre.connect('bob');
    await accept();
    const offered = once(bob, 'reservationCreated');
    await reservation.task.transfer(bob.sid, { mode: 'WARM' });
    await (await offered).conference({});
    await centre.settle();

    const participants = await conference().participants.list();

    expect(participants.map((one) => [one.callSid, one.status])).toEqual([
      [leg(), 'connected'],
      [callSid, 'connected'],
      [centre.legTo('client:bob'), 'ringing'],
    ]);
    expect(await api.client.calls(centre.legTo('client:bob')).fetch()).toMatchObject({ to: 'client:bob' });
  });

  it('is told off when the customer hangs up while the agent is away', async () => {
    await accept();
    await drop();

    await centre.admin('POST', `/customers/calls/${callSid}/hangup`, {});
    await centre.settle();

    expect(centre.callbacks().slice(-2)).toMatchObject([
      { CallSid: callSid, ReasonParticipantLeft: 'participant_hung_up', ParticipantCallStatus: 'completed' },
      {
        ReasonConferenceEnded: 'participant-with-end-conference-on-exit-left',
        CallSidEndingConference: callSid,
      },
    ]);
  });

  it('is whole again with the same agent, the caller and a third party', async () => {
    await accept();
    const ben = await api.dialIn(reservation.task.sid, BEN);
    await conference().participants(ben.callSid).update({ hold: true });
    await drop();
    const left = centre.callbacks().at(-1);

    // Announce: held participants are taken back first, or they hear nothing of it.
    centre.receiver.reply({ contentType: 'audio/mpeg', body: 'ID3' }, '/connection-interrupted.mp3');
    await conference().participants(ben.callSid).update({ hold: false });
    await conference().update({ announceUrl: at('/connection-interrupted.mp3'), announceMethod: 'GET' });
    await centre.settle();
    const heard = [await hears(callSid), await hears(ben.callSid)];

    // Send the customer to the same agent, without ending the conference.
    const old = conference();
    const reconnect = `<Task priority="1000">{"for":"alice","isReconnect":true}</Task>`;
    centre.receiver.answerWith(
      `<Response><Enqueue workflowSid="${centre.workflowSid}">${reconnect}</Enqueue></Response>`,
      '/reconnect',
    );
    const kept = await old.participants(callSid).update({ endConferenceOnExit: false });
    await api.client.calls(callSid).update({ url: at('/reconnect') });
    const gone = await refusal(old.participants(callSid).fetch());
    await centre.settle();
    const customerLeft = centre.callbacks().at(-1);

    // Free the agent, whose page is back, and accept.
    await centre.registerDevice('alice');
    const offered = once(alice, 'reservationCreated');
    await reservation.complete();
    const again = await offered;
    await acceptCall(centre, again, { endConferenceOnExit: false });

    // Bring the third party.
    await api.client.calls(ben.callSid).update({
      twiml: `<Response><Dial><Conference>${again.task.sid}</Conference></Dial></Response>`,
    });

    expect(left).toMatchObject({
      StatusCallbackEvent: 'participant-leave',
      ReasonParticipantLeft: 'participant_hung_up',
      EndConferenceOnExit: 'false',
      Hold: 'false',
      Muted: 'false',
    });
    const announcement = { play: at('/connection-interrupted.mp3') };
    expect(heard).toEqual([announcement, announcement]);
    expect(kept.endConferenceOnExit).toBe(false);
    expect(gone).toEqual({ status: 404, code: 20404 });
    expect(customerLeft).toMatchObject({
      CallSid: callSid,
      ReasonParticipantLeft: 'participant_updated_via_api',
      ParticipantCallStatus: 'in-progress',
    });
    expect(again.task.sid).not.toBe(reservation.task.sid);
    expect(await centre.customer(callSid)).toMatchObject({ hears: { with: ['alice', BEN] } });
    expect(await hears(ben.callSid)).toMatchObject({ with: ['alice', CUSTOMER] });
    expect(await old.fetch()).toMatchObject({
      status: 'completed',
      reasonConferenceEnded: 'last-participant-left',
      callSidEndingConference: ben.callSid,
    });
  });
});
