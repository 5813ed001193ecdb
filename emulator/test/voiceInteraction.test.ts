import type { Reservation } from 'twilio-taskrouter';
import WebSocket from 'ws';
import { isObject } from '../src/kernel/isObject';
import { once } from '../src/testing';
import { callBridge } from './callBridge';
import { acceptCall } from './acceptCall';
import { CUSTOMER, openVoiceCentre, type VoiceCentre } from './voiceCentre';

/** Flex UI addresses a call as an interaction named like its task: `KD…` for `WT…`. */
describe('a call as an interaction', () => {
  let centre: VoiceCentre;
  let callSid: string;
  let reservation: Reservation;
  let interaction: string;
  const heard: { type: string; payload: Readonly<Record<string, unknown>> }[] = [];
  let socket: WebSocket;

  const ask = (method: 'GET' | 'POST', path: string, params: Readonly<Record<string, unknown>> = {}) =>
    callBridge(centre.local.origin, centre.tokenOf('alice'), method, `${interaction}${path}`, params);

  const participantSid = (sid: string): string => `UT${sid.slice(2)}`;
  const channelSid = (): string => `UO${reservation.task.sid.slice(2)}`;

  beforeEach(async () => {
    centre = await openVoiceCentre();
    const [alice] = await Promise.all([centre.connect('alice'), centre.registerDevice('alice')]);
    heard.length = 0;
    const address = centre.local.origin.replace('http', 'ws');
    socket = new WebSocket(
      `${address}/_host/event-bridge.twilio.com/v1/wschannels?token=${centre.tokenOf('alice')}`,
    );
    socket.on('message', (data: WebSocket.RawData) => {
      const text = Buffer.isBuffer(data) ? data.toString('utf8').trim() : '';
      const frame: unknown = text === '' ? undefined : JSON.parse(text);
      if (!isObject(frame) || !isObject(frame['payload'])) return;
      heard.push({ type: String(frame['event_type']), payload: frame['payload'] });
    });
    await new Promise((resolve) => socket.once('message', resolve));
    ({ callSid, reservation } = await centre.offer(alice));
    interaction = `v1/Interactions/KD${reservation.task.sid.slice(2)}/Channels`;
  });

  afterEach(async () => {
    socket.close();
    await centre.stop();
  });

  it('has one voice channel, with the conference once there is one', async () => {
    const before = await ask('GET', '');
    await acceptCall(centre, reservation);
    const after = await ask('GET', '');

    const { conferenceSid } = await centre.customer(callSid);
    expect(before.body).toMatchObject({
      payload: { channels: [{ sid: channelSid(), type: 'voice', media_sid: null }] },
    });
    expect(after.body).toMatchObject({ payload: { channels: [{ media_sid: conferenceSid }] } });
  });

  it('lists who takes part, each property as a list of one text', async () => {
    await acceptCall(centre, reservation);

    const { body } = await ask('GET', `/${channelSid()}/Participants`);

    expect(body).toMatchObject({
      payload: {
        channel_type: 'voice',
        participants: [
          { type: 'agent', routing_properties: { reservation_sid: reservation.sid } },
          {
            sid: participantSid(callSid),
            type: 'customer',
            media_properties: { CallSid: [callSid], From: [CUSTOMER], Hold: ['false'] },
            routing_properties: { task_sid: reservation.task.sid, worker_sid: null },
          },
        ],
      },
    });
  });

  it('tells the workers on it who comes, changes and goes', async () => {
    await acceptCall(centre, reservation);
    await ask('POST', `/${channelSid()}/Participants/${participantSid(callSid)}`, {
      media_properties: { end_conference_on_exit: false },
    });
    await ask('POST', `/${channelSid()}/Participants/${participantSid(callSid)}`, { status: 'closed' });
    const isOver = (): boolean => heard.some(({ type }) => type === 'participant.removed');
    while (!isOver()) await new Promise((resolve) => socket.once('message', resolve));

    const told = heard.filter(({ type }) => type.startsWith('participant.'));
    expect(told.map(({ type, payload }) => [type, payload['type']])).toEqual([
      ['participant.added', 'agent'],
      ['participant.added', 'customer'],
      ['participant.modified', 'customer'],
      ['participant.removed', 'customer'],
    ]);
    expect(told[2]?.payload).toMatchObject({ media_properties: { EndConferenceOnExit: ['false'] } });
    expect(await centre.customer(callSid)).toMatchObject({ status: 'completed' });
  });

  it('is over for all when its channel is closed', async () => {
    await acceptCall(centre, reservation);
    const wrapping = once(reservation, 'wrapup');

    await ask('POST', `/${channelSid()}`, { status: 'closed' });
    await wrapping;

    expect(await centre.customer(callSid)).toMatchObject({ status: 'completed' });
  });

  it('knows no other channel or participant, and no task of another kind', async () => {
    const chat = centre.workspace.tasks.create({ workflowSid: centre.workflowSid, taskChannel: 'chat' });

    const answers = await Promise.all([
      ask('GET', `/UO${'0'.repeat(32)}/Participants`),
      ask('POST', `/${channelSid()}/Participants/UT${'0'.repeat(32)}`, { status: 'closed' }),
      callBridge(
        centre.local.origin,
        centre.tokenOf('alice'),
        'GET',
        `v1/Interactions/KD${chat.sid.slice(2)}/Channels`,
      ),
    ]);

    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
  });

  it('has no channel for a voice task that is no call: Flex then looks into Sync', async () => {
    const task = centre.workspace.tasks.create({ workflowSid: centre.workflowSid, taskChannel: 'voice' });

    const { body } = await callBridge(
      centre.local.origin,
      centre.tokenOf('alice'),
      'GET',
      `v1/Interactions/KD${task.sid.slice(2)}/Channels`,
    );

    expect(body).toMatchObject({ payload: { channels: [] } });
  });
});
