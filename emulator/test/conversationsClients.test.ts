import type { Client, Conversation } from '@twilio/conversations';
import { API } from '../src/conversations';
import { createLocalTwilio, type LocalTwilio } from '../src/createLocalTwilio';
import { once } from '../src/testing/once';
import { hear, openChatClient } from './conversationsClient';

describe('Conversations through two clients', () => {
  let local: LocalTwilio;
  let alice: Client;
  let jane: Client;

  beforeAll(async () => {
    local = await createLocalTwilio();
    [alice, jane] = await Promise.all([openChatClient(local, 'alice'), openChatClient(local, 'jane')]);
  });
  afterAll(async () => {
    await Promise.all([alice.shutdown(), jane.shutdown()]);
    await local.stop();
  });

  /** A conversation both are in, as each of them sees it. */
  const meet = async (): Promise<{ hers: Conversation; janes: Conversation }> => {
    const joinedByJane = once(jane, 'conversationJoined');
    const hers = await alice.createConversation({ friendlyName: 'Order 7' });
    await hers.join();
    // Reads the roster, so that the next to join is news.
    await hers.getParticipants();
    const seenByAlice = once(hers, 'participantJoined');
    await hers.add('jane', { role: 'customer' });
    await Promise.all([joinedByJane, seenByAlice]);
    return { hers, janes: await jane.getConversationBySid(hers.sid) };
  };

  it('shows a conversation and its people to whom it is shown', async () => {
    const { hers, janes } = await meet();

    expect(janes).toMatchObject({
      sid: hers.sid,
      friendlyName: 'Order 7',
      status: 'joined',
      createdBy: 'alice',
      state: { current: 'active' },
    });
    expect((await janes.getParticipants()).map(({ identity }) => identity).sort()).toEqual(['alice', 'jane']);
    expect(await janes.getParticipantByIdentity('jane')).toMatchObject({
      attributes: { role: 'customer' },
      type: 'chat',
    });
    expect(await janes.getParticipantsCount()).toBe(2);
  });

  it('carries messages both ways, in order, with who wrote them', async () => {
    const { hers, janes } = await meet();

    const atJane = hear(jane, 'Good morning');
    expect(await hers.sendMessage('Good morning', { tone: 'kind' })).toBe(0);
    const first = await atJane;
    const atAlice = hear(alice, 'Hello');
    expect(await janes.sendMessage('Hello')).toBe(1);
    const second = await atAlice;

    expect(first).toMatchObject({
      body: 'Good morning',
      author: 'alice',
      index: 0,
      attributes: { tone: 'kind' },
    });
    expect(second).toMatchObject({ body: 'Hello', author: 'jane', index: 1 });
    expect(await second.getParticipant()).toMatchObject({ identity: 'jane' });
    const { items } = await janes.getMessages();
    expect(items.map(({ body }) => body)).toEqual(['Good morning', 'Hello']);
    expect(await janes.getMessagesCount()).toBe(2);
  });

  it('shows an edited and a removed message to the other', async () => {
    const { hers, janes } = await meet();
    const arrived = hear(jane, 'Helo');
    await hers.sendMessage('Helo');
    const message = await arrived;

    const updated = once(janes, 'messageUpdated');
    await (await hers.getMessages()).items[0]?.updateBody('Hello');
    await updated;
    expect(message).toMatchObject({ body: 'Hello', lastUpdatedBy: 'alice' });

    const removed = once(janes, 'messageRemoved');
    await (await hers.getMessages()).items[0]?.remove();
    expect(await removed).toMatchObject({ sid: message.sid });
  });

  it('numbers what comes after a removed message as REST does, and shows it when it is edited', async () => {
    const { hers, janes } = await meet();
    const { messages } = local.conversations.engine;
    const [first] = [
      messages.send(API, hers.sid, { body: 'one' }),
      messages.send(API, hers.sid, { body: 'two' }),
    ];
    messages.remove(API, hers.sid, first.sid);
    const arrived = hear(jane, 'three');
    const third = messages.send(API, hers.sid, { body: 'three' });

    const message = await arrived;
    expect(message.index).toBe(third.index);
    const updated = once(janes, 'messageUpdated');
    messages.update(API, hers.sid, third.sid, { body: 'drei' });
    await updated;
    expect(message.body).toBe('drei');
  });

  it('tells the others, not oneself, that somebody is writing', async () => {
    const { hers, janes } = await meet();
    const seen = once(hers, 'typingStarted');
    const seenByHerself = jest.fn();
    janes.on('typingStarted', seenByHerself);

    await janes.typing();

    expect(await seen).toMatchObject({ identity: 'jane', isTyping: true });
    const ended = once(hers, 'typingEnded');
    await janes.sendMessage('done');
    await ended;
    expect(seenByHerself).not.toHaveBeenCalled();
  });

  it('counts what is unread behind the read horizon and shows the horizon to the other', async () => {
    const { hers, janes } = await meet();
    const arrived = hear(jane, 'two');
    await hers.sendMessage('one');
    await hers.sendMessage('two');
    await arrived;
    const moved = once(hers, 'participantUpdated');

    expect(await janes.updateLastReadMessageIndex(0)).toBe(1);

    await moved;
    expect(await hers.getParticipantByIdentity('jane')).toMatchObject({ lastReadMessageIndex: 0 });
    expect(await janes.setAllMessagesRead()).toBe(0);
  });

  it('shows changed attributes and names', async () => {
    const { hers, janes } = await meet();
    const renamed = once(janes, 'updated');
    await hers.updateFriendlyName('Order 8');
    await renamed;
    const changed = once(janes, 'updated');
    await hers.updateAttributes({ urgent: true });
    await changed;

    expect(janes).toMatchObject({ friendlyName: 'Order 8', attributes: { urgent: true } });
  });

  it('shows who leaves, and takes the conversation from him', async () => {
    const { hers, janes } = await meet();
    const left = once(alice, 'participantLeft');
    const removed = once(jane, 'conversationLeft');

    await janes.leave();

    expect(await left).toMatchObject({ identity: 'jane' });
    await removed;
    await expect(janes.sendMessage('still here?')).rejects.toMatchObject({
      body: { code: 50430, status: 403 },
    });
    expect((await hers.getParticipants()).map(({ identity }) => identity)).toEqual(['alice']);
  });

  it('shows the name another gave himself', async () => {
    await jane.user.updateFriendlyName('Jane Doe');

    expect((await alice.getUser('jane')).friendlyName).toBe('Jane Doe');
  });

  it('shows whether somebody is online', async () => {
    const bob = await openChatClient(local, 'bob');
    const user = await alice.getUser('bob');
    expect(user.isOnline).toBe(true);
    const changed = once(user, 'updated');

    await bob.shutdown();

    expect(await changed).toMatchObject({ updateReasons: ['reachabilityOnline'] });
    expect(user.isOnline).toBe(false);
  });

  it('refuses what Twilio refuses', async () => {
    const { hers } = await meet();

    await expect(hers.add('jane')).rejects.toMatchObject({ body: { code: 50433, status: 409 } });
    await expect(hers.sendMessage('x'.repeat(33_000))).rejects.toMatchObject({ body: { status: 400 } });
    const { sid } = await (await alice.createConversation({ uniqueName: 'the-one' })).join();
    expect((await alice.getConversationByUniqueName('the-one')).sid).toBe(sid);
    await expect(alice.createConversation({ uniqueName: 'the-one' })).rejects.toMatchObject({
      body: { code: 50353 },
    });
  });
});
