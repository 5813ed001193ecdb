import type { Client } from '@twilio/conversations';
import type { Reservation } from 'twilio-taskrouter';
import { once } from '../src/testing';
import { openBridgeCentre, type BridgeCentre } from './bridgeCentre';
import { callAdmin } from './callAdmin';
import { callBridge } from './callBridge';
import { memberOf, textIn } from './memberOf';
import { hear, openChatClientWith } from './conversationsClient';

/** A played customer's chat with agents who use Twilio's own clients. */
describe('a chat from customer to agent', () => {
  let centre: BridgeCentre;
  const chatClients: Client[] = [];

  beforeEach(async () => {
    centre = await openBridgeCentre();
  });
  afterEach(async () => {
    await Promise.all(chatClients.splice(0).map((client) => client.shutdown()));
    await centre.stop();
  });

  const ask = (method: 'GET' | 'POST', path: string, json?: unknown) =>
    callAdmin(centre.local.origin, method, `/customers/chats${path}`, json);

  const startChat = async (forAgent: string, body = 'Where is my order?') => {
    const answer = await ask('POST', '', { name: 'Jane', body, attributes: { for: forAgent } });
    expect(answer).toMatchObject({ status: 201 });
    return {
      conversationSid: textIn(answer.body, 'conversationSid'),
      interactionSid: textIn(answer.body, 'interactionSid'),
      taskSid: textIn(answer.body, 'taskSid'),
      identity: textIn(answer.body, 'identity'),
    };
  };

  const openChat = async (token: string): Promise<Client> => {
    const client = await openChatClientWith(centre.local.origin, token);
    chatClients.push(client);
    return client;
  };

  /** An agent at work: his task router client, his chat client, and what Flex UI asks for him over the bridge. */
  const sitDown = async (name: 'alice' | 'bob' | 'carol') => {
    const { token } = centre.issue(name);
    const [worker, chat] = await Promise.all([centre.connect(name), openChat(token)]);
    const call = async (
      method: 'GET' | 'POST',
      url: string,
      params: Readonly<Record<string, unknown>> = {},
    ) => {
      const { status, body } = await callBridge(centre.local.origin, token, method, url, params);
      return { status, payload: memberOf(body, 'payload') };
    };
    return { worker, chat, call };
  };
  type Agent = Awaited<ReturnType<typeof sitDown>>;

  const channelUrl = ({ task: { attributes } }: Reservation): string =>
    `v1/Interactions/${textIn(attributes, 'flexInteractionSid')}/Channels/${textIn(attributes, 'flexInteractionChannelSid')}`;
  const answerInvite = ({ call }: Agent, reservation: Reservation, action: 'accept' | 'decline') => {
    const invite = textIn(reservation.task.attributes, 'flexChannelInviteSid');
    const routing = { type: 'taskrouter', reservation: { sid: reservation.sid } };
    return call('POST', `${channelUrl(reservation)}/Invites/${invite}`, { action, routing });
  };
  /** Accepts the next invite; resolves once the agent is in the conversation. */
  const takeChat = async (agent: Agent, offered: Promise<Reservation>): Promise<Reservation> => {
    const reservation = await offered;
    const happened = [once(reservation, 'accepted'), once(agent.chat, 'conversationJoined')];
    expect(await answerInvite(agent, reservation, 'accept')).toMatchObject({ status: 200 });
    await Promise.all(happened);
    return reservation;
  };

  it('is routed as a task that names its conversation', async () => {
    const { worker } = await sitDown('alice');
    const offered = once(worker, 'reservationCreated');

    const { conversationSid, interactionSid, taskSid, identity } = await startChat('alice');

    const { task } = await offered;
    expect(task).toMatchObject({ sid: taskSid, taskChannelUniqueName: 'chat' });
    expect(task.attributes).toMatchObject({
      for: 'alice',
      from: 'Jane',
      customerName: 'Jane',
      customerAddress: identity,
      channelType: 'web',
      conversationSid,
      direction: 'inbound',
      flexInteractionSid: interactionSid,
      flexInteractionChannelSid: expect.stringMatching(/^UO[0-9a-f]{32}$/) as string,
      flexChannelInviteSid: expect.stringMatching(/^KG[0-9a-f]{32}$/) as string,
      conversations: {
        conversation_id: interactionSid,
        media: [{ type: 'ChatTranscript', sid: conversationSid }],
      },
    });
    expect((await ask('GET', `/${conversationSid}`)).body).toMatchObject({ status: 'waiting', agents: [] });
  });

  it('is accepted, talked through, wrapped up and completed', async () => {
    const alice = await sitDown('alice');
    const offered = once(alice.worker, 'reservationCreated');
    const { conversationSid } = await startChat('alice');
    const reservation = await takeChat(alice, offered);
    const conversation = await alice.chat.getConversationBySid(conversationSid);

    const { items } = await conversation.getMessages();
    expect(items.map(({ body }) => body)).toEqual(['Where is my order?']);
    await conversation.sendMessage('Let me see');
    const heard = hear(alice.chat, 'Thank you');
    expect((await ask('POST', `/${conversationSid}/messages`, { body: 'Thank you' })).status).toBe(201);
    expect(await heard).toMatchObject({ index: 2 });
    expect((await ask('GET', `/${conversationSid}`)).body).toMatchObject({
      status: 'talking',
      agents: ['alice'],
      messages: [
        { from: 'customer', body: 'Where is my order?' },
        { from: 'agent', author: 'alice', body: 'Let me see' },
        { from: 'customer', body: 'Thank you' },
      ],
    });

    const wrapping = once(reservation, 'wrapup');
    await alice.call('POST', channelUrl(reservation), { status: 'closed', routing: { status: 'wrapup' } });
    await wrapping;
    expect((await ask('GET', `/${conversationSid}`)).body).toMatchObject({ status: 'ended' });
    expect((await ask('POST', `/${conversationSid}/messages`, { body: 'One more' })).status).toBe(400);

    const ended = [once(reservation, 'completed'), once(alice.chat, 'conversationLeft')];
    await alice.call('POST', channelUrl(reservation), { status: 'closed', routing: { status: 'closed' } });
    await Promise.all(ended);
    expect(reservation.task.status).toBe('completed');
    expect(centre.local.journal.entries().filter(({ note }) => note === 'unrouted')).toEqual([]);
  });

  it('goes to another agent when the first declines', async () => {
    const [bob, carol] = [await sitDown('bob'), await sitDown('carol')];
    const [toBob, toCarol] = [
      once(bob.worker, 'reservationCreated'),
      once(carol.worker, 'reservationCreated'),
    ];
    const { conversationSid } = await startChat('whoever is free');

    expect((await answerInvite(bob, await toBob, 'decline')).status).toBe(200);
    await takeChat(carol, toCarol);

    expect((await ask('GET', `/${conversationSid}`)).body).toMatchObject({
      status: 'talking',
      agents: ['carol'],
    });
  });

  it('cannot be accepted for somebody else', async () => {
    const [alice, bob] = [await sitDown('alice'), await sitDown('bob')];
    const offered = once(alice.worker, 'reservationCreated');
    await startChat('alice');
    const reservation = await offered;

    expect((await answerInvite(bob, reservation, 'accept')).status).toBe(403);
    expect(reservation.status).toBe('pending');
  });

  it('cannot be accepted by the offer of another chat', async () => {
    const [alice, bob] = [await sitDown('alice'), await sitDown('bob')];
    const [toAlice, toBob] = [
      once(alice.worker, 'reservationCreated'),
      once(bob.worker, 'reservationCreated'),
    ];
    await startChat('alice');
    await startChat('bob');
    const [hers, his] = [await toAlice, await toBob];
    const invite = textIn(hers.task.attributes, 'flexChannelInviteSid');
    const routing = { type: 'taskrouter', reservation: { sid: his.sid } };

    const answer = await bob.call('POST', `${channelUrl(hers)}/Invites/${invite}`, {
      action: 'accept',
      routing,
    });

    expect(answer.status).toBe(400);
    expect([hers.status, his.status]).toEqual(['pending', 'pending']);
  });

  it('is over for the agent when the customer leaves', async () => {
    const alice = await sitDown('alice');
    const offered = once(alice.worker, 'reservationCreated');
    const { conversationSid, identity } = await startChat('alice');
    const reservation = await takeChat(alice, offered);
    const conversation = await alice.chat.getConversationBySid(conversationSid);
    const happened = [once(conversation, 'participantLeft'), once(reservation, 'wrapup')];

    expect((await ask('POST', `/${conversationSid}/leave`)).status).toBe(200);

    expect((await Promise.all(happened))[0]).toMatchObject({ identity });
    expect((await ask('GET', `/${conversationSid}`)).body).toMatchObject({
      status: 'ended',
      agents: ['alice'],
    });
  });

  it('is canceled when the customer leaves before anybody came', async () => {
    const { worker } = await sitDown('alice');
    const offered = once(worker, 'reservationCreated');
    const { conversationSid, taskSid } = await startChat('alice');
    const reservation = await offered;
    const canceled = once(reservation, 'canceled');

    await ask('POST', `/${conversationSid}/leave`);

    await canceled;
    expect(centre.workspace.tasks.get(taskSid).assignmentStatus).toBe('canceled');
  });

  it('is transferred cold: the next agent takes over, the first wraps up and leaves', async () => {
    const [alice, bob] = [await sitDown('alice'), await sitDown('bob')];
    const offered = once(alice.worker, 'reservationCreated');
    const { conversationSid } = await startChat('alice');
    const hers = await takeChat(alice, offered);
    const people = await alice.call('GET', `${channelUrl(hers)}/Participants`);
    expect(people.payload).toMatchObject({
      channel_type: 'web',
      participants: [
        { type: 'customer' },
        { type: 'agent', routing_properties: { task_sid: hers.task.sid } },
      ],
    });
    const from = textIn(memberOf(memberOf(people.payload, 'participants'), '1'), 'sid');
    const transfers = `v1/Instances/GO${'1'.repeat(32)}/${channelUrl(hers).slice('v1/'.length)}/Transfers`;
    const offeredToBob = once(bob.worker, 'reservationCreated');
    const wrapping = once(hers, 'wrapup');

    const transfer = await alice.call('POST', transfers, { type: 'cold', from, to: centre.workerSid.bob });
    expect(transfer.payload).toMatchObject({ status: 'active', from, to: centre.workerSid.bob });
    const his = await takeChat(bob, offeredToBob);
    await wrapping;

    expect(his.task.sid).not.toBe(hers.task.sid);
    expect((await alice.call('GET', transfers)).payload).toMatchObject([{ status: 'completed' }]);
    const completed = once(hers, 'completed');
    await alice.call('POST', `${channelUrl(hers)}/Participants/${from}`, {
      status: 'closed',
      closeChannelIfLastParticipant: true,
    });
    await completed;
    expect((await ask('GET', `/${conversationSid}`)).body).toMatchObject({
      status: 'talking',
      agents: ['bob'],
    });
  });

  it('needs a workflow by name as soon as there are several', async () => {
    const { configuration } = centre.workspace.workflows.get(centre.workflowSid);
    centre.workspace.workflows.create({ friendlyName: 'second', configuration });

    expect(await ask('POST', '', { name: 'Jane' })).toMatchObject({
      status: 400,
      body: { error: expect.stringContaining('"by name", "second"') as string },
    });
    expect((await ask('POST', '', { name: 'Jane', workflow: 'by name' })).status).toBe(201);
    expect((await ask('GET', '')).body).toMatchObject({ chats: [{ name: 'Jane', status: 'waiting' }] });
  });
});
