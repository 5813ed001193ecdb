import twilio from 'twilio';
import { redirectTwilio } from '../preload/redirect.cjs';
import { openBridgeCentre, type BridgeCentre } from './bridgeCentre';
import { API } from '../src/conversations';
import { basicAuthorization } from '../src/kernel/basicAuth';
import { textIn } from './memberOf';
import { expectMatchesOpenApi } from './openapi';
import { ValidatingClient } from './validatingClient';

const OPENAPI = 'twilio_flex_v1.json';

/** The official SDK's view of the local Interactions, over loopback; every answer is held against Twilio's OpenAPI. */
describe('Interactions through the twilio SDK', () => {
  let centre: BridgeCentre;
  let restore: () => void;
  let client: ReturnType<typeof twilio>;

  beforeEach(async () => {
    centre = await openBridgeCentre();
    const { origin, accountSid, authToken } = centre.local;
    restore = redirectTwilio(origin);
    const httpClient = new ValidatingClient(OPENAPI);
    client = twilio(accountSid, authToken, { httpClient });
  });
  afterEach(async () => {
    restore();
    await centre.stop();
  });

  const properties = (attributes: Readonly<Record<string, unknown>> = { for: 'alice' }) => ({
    workspace_sid: centre.workspace.sid,
    workflow_sid: centre.workflowSid,
    task_channel_unique_name: 'chat',
    attributes,
  });
  const create = (channel: Readonly<Record<string, unknown>> = {}) =>
    client.flexApi.v1.interaction.create({
      channel: { type: 'web', initiated_by: 'customer', participants: [{ identity: 'jane' }], ...channel },
      routing: { properties: properties() },
    });
  const channelOf = ({ sid, channel }: Awaited<ReturnType<typeof create>>) =>
    client.flexApi.v1.interaction(sid).channels(sidIn(channel));
  const sidIn = (value: unknown): string => textIn(value, 'sid');
  const onlyTask = () => {
    const [task, ...others] = centre.workspace.tasks.list();
    if (!task || others.length > 0) throw new Error(`${others.length + (task ? 1 : 0)} tasks`);
    return task;
  };
  /** Lets TaskRouter offer what waits, and accepts the one pending offer of the task as a server would. */
  const acceptTask = async (taskSid: string): Promise<void> => {
    await centre.local.clock.advance(0);
    const offer = centre.workspace.reservations
      .ofTask(taskSid)
      .find((one) => one.reservationStatus === 'pending');
    if (!offer) throw new Error(`No offer of ${taskSid}`);
    centre.workspace.reservations.update(offer.sid, { reservationStatus: 'accepted' });
  };
  const peopleIn = (taskAttributes: string): readonly (string | null)[] => {
    const conversationSid = textIn(JSON.parse(taskAttributes), 'conversationSid');
    return centre.local.conversations.engine.participants
      .list(conversationSid)
      .map(({ identity }) => identity);
  };

  /** Transfers take JSON, for which twilio 6.2.0 has no words. */
  const askTransfers = async (channel: string, path: string, json?: object) => {
    const { origin, accountSid, authToken } = centre.local;
    const url = `/v1/Interactions/${channel}/Transfers${path}`;
    const response = await fetch(`${origin}/_host/flex-api.twilio.com${url}`, {
      method: json ? 'POST' : 'GET',
      headers: {
        authorization: basicAuthorization(accountSid, authToken),
        ...(json ? { 'content-type': 'application/json' } : {}),
      },
      ...(json ? { body: JSON.stringify(json) } : {}),
      signal: AbortSignal.timeout(5_000),
    });
    const body: unknown = await response.json();
    if (response.ok) expectMatchesOpenApi(OPENAPI, json ? 'POST' : 'GET', url, response.status, body);
    return { status: response.status, body };
  };

  it('makes a conversation and a task, and answers with the task as its routing', async () => {
    const interaction = await create();

    const task = onlyTask();
    expect(task.taskChannelUniqueName).toBe('chat');
    expect(interaction.routing).toMatchObject({
      reservation: null,
      properties: { sid: task.sid, assignment_status: 'pending', attributes: task.attributes },
    });
    expect(JSON.parse(task.attributes)).toMatchObject({
      for: 'alice',
      channelType: 'web',
      flexInteractionSid: interaction.sid,
      conversations: { conversation_id: interaction.sid, initiated_by: 'customer' },
    });
    expect(peopleIn(task.attributes)).toEqual(['jane']);
    expect(await client.flexApi.v1.interaction(interaction.sid).fetch()).toMatchObject({
      sid: interaction.sid,
    });
  });

  it('takes a conversation that exists, but no second time while it is open', async () => {
    const { conversations } = centre.local.conversations.engine;
    const { sid } = conversations.create({ type: 'API', webhooks: false });
    const channel = { properties: { media_channel_sid: sid } };

    const interaction = await create(channel);

    expect(JSON.parse(onlyTask().attributes)).toMatchObject({ conversationSid: sid });
    await expect(create(channel)).rejects.toMatchObject({ status: 400 });
    await channelOf(interaction).update({ status: 'closed', routing: { status: 'closed' } });
    await expect(create(channel)).rejects.toMatchObject({ status: 400, code: 45354 });
  });

  it('leaves no conversation behind when it is refused', async () => {
    const before = centre.local.conversations.engine.conversations.list();

    const refused = client.flexApi.v1.interaction.create({
      channel: { type: 'web', initiated_by: 'customer', participants: [{ identity: 'jane' }] },
      routing: { properties: { ...properties(), workflow_sid: `WW${'0'.repeat(32)}` } },
    });

    await expect(refused).rejects.toMatchObject({ status: 400 });
    expect(centre.local.conversations.engine.conversations.list()).toEqual(before);
  });

  it('lets nobody into a conversation that was closed past it, and the task goes on', async () => {
    await create();
    const task = onlyTask();
    const conversationSid = textIn(JSON.parse(task.attributes), 'conversationSid');
    centre.local.conversations.engine.conversations.update(API, conversationSid, { state: 'closed' });

    await acceptTask(task.sid);

    expect(centre.workspace.tasks.get(task.sid).assignmentStatus).toBe('assigned');
    expect(peopleIn(task.attributes)).toEqual(['jane']);
  });

  it('lets in who accepts the task, and out who completes it, also by the REST API of TaskRouter', async () => {
    const interaction = await create();
    const task = onlyTask();

    await acceptTask(task.sid);
    expect(peopleIn(task.attributes)).toEqual(['jane', 'alice']);
    const participants = await channelOf(interaction).participants.list();
    expect(participants.map(({ type }) => type)).toEqual(['customer', 'agent']);
    expect(participants[1]?.routingProperties).toMatchObject({
      task_sid: task.sid,
      worker_sid: centre.workerSid.alice,
    });

    centre.workspace.tasks.update(task.sid, { assignmentStatus: 'completed' });
    expect(peopleIn(task.attributes)).toEqual(['jane']);
  });

  it('sends agents to wrap-up when its channel closes, and completes them when told so', async () => {
    const interaction = await create();
    const { sid } = onlyTask();
    await acceptTask(sid);

    expect(await channelOf(interaction).update({ status: 'closed' })).toMatchObject({ status: 'closed' });
    expect(centre.workspace.tasks.get(sid).assignmentStatus).toBe('wrapping');
    await channelOf(interaction).update({ status: 'closed', routing: { status: 'closed' } });
    expect(centre.workspace.tasks.get(sid).assignmentStatus).toBe('completed');
    expect((await client.flexApi.v1.interaction(interaction.sid).channels.list())[0]).toMatchObject({
      status: 'closed',
    });
  });

  it('cancels a task nobody accepted yet', async () => {
    const interaction = await create();

    await channelOf(interaction).update({ status: 'closed' });

    expect(onlyTask().assignmentStatus).toBe('canceled');
  });

  it('hands over by a second invite and the end of the first agent, as servers do it', async () => {
    const interaction = await create();
    const first = onlyTask();
    await acceptTask(first.sid);

    const invite = await channelOf(interaction).invites.create({
      routing: { properties: properties({ for: 'bob' }) },
    });
    const second = centre.workspace.tasks.list().find(({ sid }) => sid !== first.sid);
    expect(invite.routing).toMatchObject({ properties: { sid: second?.sid } });
    await acceptTask(second?.sid ?? '');
    const agent = (await channelOf(interaction).participants.list()).find(({ type }) => type === 'agent');
    await channelOf(interaction)
      .participants(agent?.sid ?? '')
      .update({ status: 'closed' });

    expect(centre.workspace.tasks.get(first.sid).assignmentStatus).toBe('completed');
    expect(peopleIn(first.attributes)).toEqual(['jane', 'bob']);
    expect(await channelOf(interaction).invites.list()).toHaveLength(2);
  });

  it('fails a transfer whose target never comes, and leaves the agent where he is', async () => {
    const interaction = await create();
    const task = onlyTask();
    await acceptTask(task.sid);
    const agent = (await channelOf(interaction).participants.list()).find(({ type }) => type === 'agent');
    const channel = `${interaction.sid}/Channels/${sidIn(interaction.channel)}`;
    const post = (json: object) => askTransfers(channel, '', json);

    const started = await post({ type: 'cold', from: agent?.sid, to: centre.queueSid.others });
    expect(started).toMatchObject({ status: 201, body: { status: 'active', type: 'cold' } });
    const second = centre.workspace.tasks.list().find(({ sid }) => sid !== task.sid);
    centre.workspace.tasks.update(second?.sid ?? '', { assignmentStatus: 'canceled' });

    const after = await askTransfers(channel, `/${sidIn(started.body)}`);
    expect(after).toMatchObject({ status: 200, body: { status: 'failed' } });
    expect(peopleIn(task.attributes)).toEqual(['jane', 'alice']);
    expect((await post({ type: 'warm', from: agent?.sid, to: 'WK1' })).status).toBe(400);
  });

  it('transfers nothing of an agent who has left, and invites nobody into a closed channel', async () => {
    const interaction = await create();
    await acceptTask(onlyTask().sid);
    const agent = (await channelOf(interaction).participants.list()).find(({ type }) => type === 'agent');
    const channel = `${interaction.sid}/Channels/${sidIn(interaction.channel)}`;
    const transfer = () =>
      askTransfers(channel, '', { type: 'cold', from: agent?.sid, to: centre.queueSid.others });

    await channelOf(interaction).update({ status: 'closed' });
    expect(await transfer()).toMatchObject({ status: 400 });
    const invite = { routing: { properties: properties({ for: 'bob' }) } };
    await expect(channelOf(interaction).invites.create(invite)).rejects.toMatchObject({ status: 400 });
    await channelOf(interaction).update({ status: 'closed', routing: { status: 'closed' } });
    expect(await transfer()).toMatchObject({ status: 400 });

    expect(centre.workspace.tasks.list()).toHaveLength(1);
  });

  it.each([
    ['a type nobody knows', { type: 'pigeon' }, 400],
    ['email, which is not emulated', { type: 'email' }, 501],
  ])('refuses %s', async (_, channel, status) => {
    await expect(create(channel)).rejects.toMatchObject({ status });
    expect(centre.workspace.tasks.list()).toEqual([]);
  });
});
