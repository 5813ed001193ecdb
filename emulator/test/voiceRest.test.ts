import type { Worker } from 'twilio-taskrouter';
import twilio from 'twilio';
import { redirectTwilio } from '../preload/redirect.cjs';
import { once } from '../src/testing';
import { ValidatingClient } from './validatingClient';
import { acceptCall, CAROLS_PHONE, CUSTOMER, NUMBER, openVoiceCentre, type VoiceCentre } from './voiceCentre';

const ANNA = '+15550000101';
const BEN = '+15550000102';

describe('the official SDK', () => {
  let centre: VoiceCentre;
  let restore: () => void;
  let client: twilio.Twilio;

  beforeEach(async () => {
    centre = await openVoiceCentre();
    restore = redirectTwilio(centre.local.origin);
    client = twilio(centre.local.accountSid, centre.local.authToken, {
      httpClient: new ValidatingClient('twilio_api_v2010.json'),
    });
  });

  afterEach(async () => {
    restore();
    await centre.stop();
  });

  const refusal = (work: Promise<unknown>): Promise<unknown> =>
    work.then(
      () => 'not refused',
      (error: unknown) =>
        error instanceof twilio.RestException ? { status: error.status, code: error.code } : error,
    );

  const dialIn = async (name: string, to: string, options: object = {}) => {
    const participant = await client.conferences(name).participants.create({ from: NUMBER, to, ...options });
    await centre.settle();
    return participant;
  };

  describe('with calls', () => {
    it('places one, follows it from queued to completed, and lists it', async () => {
      const placed = await client.calls.create({
        from: NUMBER,
        to: ANNA,
        twiml: '<Response><Say>Good morning</Say></Response>',
        statusCallback: `${centre.receiver.origin}/status`,
        statusCallbackEvent: ['initiated', 'ringing', 'answered', 'completed'],
      });
      await centre.settle();
      const answered = await client.calls(placed.sid).fetch();
      await centre.local.clock.advance(2_000);
      const ended = await client.calls(placed.sid).fetch();
      const listed = await client.calls.list({ to: ANNA, status: 'completed' });

      expect([placed.status, answered.status, ended.status]).toEqual(['queued', 'in-progress', 'completed']);
      expect(ended).toMatchObject({ direction: 'outbound-api', duration: '1', from: NUMBER, to: ANNA });
      expect(listed.map(({ sid }) => sid)).toEqual([placed.sid]);
      const told = centre.receiver.received.map(({ body }) => new URLSearchParams(body));
      expect(told.map((fields) => [fields.get('CallStatus'), fields.get('SequenceNumber')])).toEqual([
        ['queued', '0'],
        ['ringing', '1'],
        ['in-progress', '2'],
        ['completed', '3'],
      ]);
    });

    it('redirects a caller out of the line, and cancels his task', async () => {
      const callSid = await centre.call();
      const { taskSid } = await centre.customer(callSid);

      await client.calls(callSid).update({ twiml: '<Response><Say>One moment</Say></Response>' });

      expect(await centre.customer(callSid)).toMatchObject({ hears: { say: 'One moment' } });
      expect(centre.workspace.tasks.get(String(taskSid))).toMatchObject({
        assignmentStatus: 'canceled',
        reason: 'redirected',
      });
    });

    it('sends a caller from his conference back into the line, as another task', async () => {
      const alice = await centre.connect('alice');
      await centre.registerDevice('alice');
      const offered = once(alice, 'reservationCreated');
      const callSid = await centre.call();
      const first = await offered;
      await acceptCall(centre, first, { endConferenceOnCustomerExit: false });

      await client.calls(callSid).update({
        twiml: `<Response><Enqueue workflowSid="${centre.workflowSid}"><Task priority="1000">{"for":"bob","isReconnect":true}</Task></Enqueue></Response>`,
      });
      await centre.settle();

      const call = await centre.customer(callSid);
      const task = centre.workspace.tasks.get(String(call['taskSid']));
      expect(task.sid).not.toBe(first.task.sid);
      expect(task.priority).toBe(1000);
      expect(JSON.parse(task.attributes)).toMatchObject({ isReconnect: true, call_sid: callSid });
      const left = centre.receiver.received
        .map(({ body }) => new URLSearchParams(body))
        .find((fields) => fields.get('CallSid') === callSid && fields.has('ReasonParticipantLeft'));
      expect(left?.get('ReasonParticipantLeft')).toBe('participant_updated_via_api');
    });

    it('cancels what still rings, and ends what is in progress', async () => {
      await centre.admin('POST', `/phones/${encodeURIComponent(ANNA)}`, { habit: 'rings' });
      const twiml = '<Response><Pause length="60"/></Response>';
      const ringing = await client.calls.create({ from: NUMBER, to: ANNA, twiml });
      const live = await client.calls.create({ from: NUMBER, to: BEN, twiml });
      await centre.settle();

      const canceled = await client.calls(ringing.sid).update({ status: 'canceled' });
      const unmoved = await client.calls(live.sid).update({ status: 'canceled' });
      const completed = await client.calls(live.sid).update({ status: 'completed' });

      expect([canceled.status, unmoved.status, completed.status]).toEqual([
        'canceled',
        'in-progress',
        'completed',
      ]);
    });

    it('is refused with the codes of Twilio', async () => {
      const callSid = await centre.call();
      await client.calls(callSid).update({ status: 'completed' });
      const twiml = '<Response/>';

      expect([
        await refusal(client.calls(callSid).update({ twiml })),
        await refusal(client.calls(callSid).update({ status: 'completed' })),
        await refusal(client.calls(`CA${'0'.repeat(32)}`).fetch()),
        await refusal(client.calls(callSid).update({ url: 'nowhere' })),
        await refusal(client.calls.create({ from: NUMBER, to: '', twiml })),
        await refusal(client.calls.create({ from: '', to: ANNA, twiml })),
        await refusal(client.calls.create({ from: NUMBER, to: ANNA })),
      ]).toEqual([
        { status: 400, code: 21220 },
        { status: 400, code: 21220 },
        { status: 404, code: 20404 },
        { status: 400, code: 21205 },
        { status: 400, code: 21201 },
        { status: 400, code: 21213 },
        { status: 400, code: 21205 },
      ]);
    });

    it('pages through a list', async () => {
      for (let count = 0; count < 3; count += 1) await centre.call();

      const calls = await client.calls.list({ pageSize: 2 });

      expect(calls.map(({ direction, from }) => [direction, from])).toEqual(
        Array.from({ length: 3 }, () => ['inbound', CUSTOMER]),
      );
    });
  });

  describe('with conferences', () => {
    it('calls people into one by its name, and shows them until it has ended', async () => {
      const anna = await client.conferences('Round table').participants.create({ from: NUMBER, to: ANNA });
      await centre.settle();
      const ben = await dialIn('Round table', BEN, { label: 'ben', muted: true });
      const [conference] = await client.conferences.list({
        friendlyName: 'Round table',
        status: 'in-progress',
      });
      const participants = await client.conferences(anna.conferenceSid).participants.list();

      const ended = await client.conferences(anna.conferenceSid).update({ status: 'completed' });

      expect(anna.status).toBe('queued');
      expect(conference?.sid).toBe(anna.conferenceSid);
      expect(
        participants.map(({ callSid, label, muted, status }) => [callSid, label, muted, status]),
      ).toEqual([
        [anna.callSid, null, false, 'connected'],
        [ben.callSid, 'ben', true, 'connected'],
      ]);
      expect(ended).toMatchObject({ status: 'completed', reasonConferenceEnded: 'conference-ended-via-api' });
      expect(await client.conferences(anna.conferenceSid).participants.list()).toEqual([]);
      expect((await client.calls(ben.callSid).fetch()).status).toBe('completed');
    });

    it('changes, finds by label, and removes participants', async () => {
      const { conferenceSid, callSid } = await dialIn('Talk', ANNA);
      await dialIn('Talk', BEN, { label: 'ben' });
      const ben = client.conferences(conferenceSid).participants('ben');

      const held = await ben.update({ hold: true, holdUrl: 'https://example.com/hold' });
      const stuck = await ben.update({ endConferenceOnExit: true });
      const together = await ben.update({ hold: false, endConferenceOnExit: true });
      const removed = await client.conferences(conferenceSid).participants(callSid).remove();

      expect([held.hold, stuck.endConferenceOnExit, together.hold, together.endConferenceOnExit]).toEqual([
        true,
        false,
        false,
        true,
      ]);
      expect(removed).toBe(true);
      expect((await client.calls(callSid).fetch()).status).toBe('completed');
      expect(await refusal(client.conferences(conferenceSid).participants(callSid).fetch())).toEqual({
        status: 404,
        code: 20404,
      });
      await ben.remove();
      expect(await client.conferences(conferenceSid).fetch()).toMatchObject({
        status: 'completed',
        reasonConferenceEnded: 'participant-with-end-conference-on-exit-kicked',
      });
    });

    it('tells its story with numbers and texts for booleans, to the callback of the first', async () => {
      const callback = {
        conferenceStatusCallback: `${centre.receiver.origin}/conference`,
        conferenceStatusCallbackEvent: ['start', 'end', 'join', 'leave'],
      };
      const { conferenceSid } = await dialIn('Story', ANNA, callback);
      await dialIn('Story', BEN, { conferenceStatusCallback: `${centre.receiver.origin}/second` });
      await client.conferences(conferenceSid).update({ status: 'completed' });
      await centre.settle();

      const told = centre.receiver.received.map(({ url, body }) => ({
        url,
        fields: new URLSearchParams(body),
      }));
      expect(new Set(told.map(({ url }) => url))).toEqual(new Set(['/conference']));
      expect(
        told
          .map(({ fields }) => [Number(fields.get('SequenceNumber')), fields.get('StatusCallbackEvent')])
          .sort(([a], [b]) => Number(a) - Number(b)),
      ).toEqual([
        [1, 'participant-join'],
        [2, 'participant-join'],
        [3, 'conference-start'],
        [4, 'participant-leave'],
        [5, 'participant-leave'],
        [6, 'conference-end'],
      ]);
      const [joined] = told;
      expect(Object.fromEntries(joined?.fields ?? [])).toMatchObject({
        ConferenceSid: conferenceSid,
        FriendlyName: 'Story',
        Muted: 'false',
        EndConferenceOnExit: 'false',
        StartConferenceOnEnter: 'true',
      });
      expect(told.find(({ fields }) => fields.has('ReasonConferenceEnded'))?.fields.get('Reason')).toBe(
        'Conference ended via API',
      );
    });

    it('announces to all, and tells when it is over', async () => {
      const url = `${centre.receiver.origin}/announcement`;
      const { conferenceSid, callSid } = await dialIn('Talk', ANNA, {
        conferenceStatusCallback: `${centre.receiver.origin}/conference`,
        conferenceStatusCallbackEvent: ['announcement'],
      });
      await dialIn('Talk', BEN);
      centre.receiver.answerWith('<Response><Say>The line was interrupted</Say></Response>');

      await client.conferences(conferenceSid).update({ announceUrl: url });
      await centre.settle();
      const heard = await centre.customer(callSid);
      await centre.local.clock.advance(5_000);

      expect(heard).toMatchObject({ hears: { say: 'The line was interrupted' } });
      expect(await centre.customer(callSid)).toMatchObject({ hears: { with: [BEN] } });
      expect(centre.told()).toEqual(['announcement-end']);
    });

    it('turns away who brings a label that is taken', async () => {
      await dialIn('Talk', ANNA, { label: 'one' });

      const second = await dialIn('Talk', BEN, { label: 'one' });

      expect((await client.calls(second.callSid).fetch()).status).toBe('completed');
      expect(centre.local.journal.entries({ kind: 'alert' })).toMatchObject([
        { note: expect.stringContaining('error 16025') as unknown },
      ]);
    });

    it('is refused with the codes of Twilio', async () => {
      const { conferenceSid } = await dialIn('Talk', ANNA);
      await client.conferences(conferenceSid).update({ status: 'completed' });
      const gone = { status: 404, code: 20404 };

      expect([
        await refusal(client.conferences(`CF${'0'.repeat(32)}`).fetch()),
        await refusal(client.conferences('Nothing').participants.list()),
        await refusal(dialIn(conferenceSid, BEN)),
        await refusal(client.conferences(conferenceSid).update({ status: 'completed' })),
      ]).toEqual([gone, gone, gone, gone]);
    });
  });

  describe('with reservations', () => {
    let carol: Worker;

    beforeEach(async () => {
      carol = await centre.connect('carol');
    });

    const offer = async () => {
      const offered = once(carol, 'reservationCreated');
      const callSid = await centre.call({ for: 'carol' });
      return { callSid, reservation: await offered };
    };

    it('dequeue bridges caller and worker until either hangs up', async () => {
      const { callSid, reservation } = await offer();
      const accepted = once(reservation, 'accepted');
      const [offline] = centre.workspace.activities.list().filter(({ available }) => !available);
      await reservation.dequeue({ from: NUMBER, postWorkActivitySid: offline?.sid ?? '' });
      await accepted;
      await centre.settle();
      const [leg] = await client.calls.list({ to: CAROLS_PHONE });
      const bridged = await centre.customer(callSid);

      await client.calls(leg?.sid ?? '').update({ status: 'completed' });

      expect(leg).toMatchObject({ from: NUMBER, status: 'in-progress' });
      expect(bridged).toMatchObject({ with: ['carol'] });
      expect(centre.workspace.workers.get(carol.sid).activitySid).toBe(offline?.sid);
      expect(JSON.parse(centre.workspace.tasks.get(reservation.task.sid).attributes)).toMatchObject({
        worker_call_sid: leg?.sid,
      });
      expect(await centre.customer(callSid)).toMatchObject({ status: 'completed' });
    });

    it('call has the worker follow TwiML, and accepts when he answers', async () => {
      centre.receiver.answerWith('<Response><Say>A call for you</Say></Response>');
      const { callSid, reservation } = await offer();
      const accepted = once(reservation, 'accepted');

      await reservation.call(NUMBER, `${centre.receiver.origin}/whisper`);
      await accepted;
      await centre.settle();

      expect(await centre.admin('GET', '/phones')).toMatchObject({
        calls: [{ to: CAROLS_PHONE, hears: { say: 'A call for you' } }],
      });
      expect(await centre.customer(callSid)).toMatchObject({ hears: { music: 'queue' } });
    });

    it('redirect sends the caller elsewhere', async () => {
      centre.receiver.answerWith('<Response><Say>Elsewhere</Say></Response>');
      const { callSid, reservation } = await offer();
      const accepted = once(reservation, 'accepted');

      await reservation.redirect(callSid, `${centre.receiver.origin}/elsewhere`);
      await accepted;
      await centre.settle();

      expect(await centre.customer(callSid)).toMatchObject({ hears: { say: 'Elsewhere' } });
    });
  });
});
