import { openSdk } from './openSdk';

/** The official SDK's view of the local Conversations, over loopback; every answer is held against Twilio's OpenAPI. */
describe('Conversations through the twilio SDK', () => {
  const sdk = openSdk('twilio_conversations_v1.json');
  const conversations = () => sdk.client.conversations.v1.conversations;

  it('creates, reads by unique name, changes, lists by state and removes a conversation', async () => {
    const created = await conversations().create({ friendlyName: 'Order 7', uniqueName: 'order-7' });
    expect(created).toMatchObject({
      state: 'active',
      attributes: '{}',
      dateCreated: new Date(sdk.local.clock.now()),
    });

    expect((await conversations()('order-7').fetch()).sid).toBe(created.sid);
    const closed = await conversations()(created.sid).update({
      state: 'closed',
      attributes: '{"done":true}',
    });
    expect(closed).toMatchObject({ state: 'closed', attributes: '{"done":true}', friendlyName: 'Order 7' });
    expect(await conversations().list({ state: 'closed' })).toMatchObject([{ sid: created.sid }]);
    expect(await conversations().list({ state: 'active' })).toEqual([]);

    expect(await conversations()(created.sid).remove()).toBe(true);
    await expect(conversations()(created.sid).fetch()).rejects.toMatchObject({ status: 404, code: 20404 });
  });

  it('refuses a unique name, an identity and an address that are taken', async () => {
    await conversations().create({ uniqueName: 'taken' });
    await expect(conversations().create({ uniqueName: 'taken' })).rejects.toMatchObject({
      status: 409,
      code: 50353,
    });
    const [first, second] = [await conversations().create(), await conversations().create()];
    // Instances that twilio 6.2.0 creates don't know their own SID: every call goes through a context.
    const [one, other] = [conversations()(first.sid), conversations()(second.sid)];
    const sms = {
      'messagingBinding.address': '+15550000001',
      'messagingBinding.proxyAddress': '+15550000002',
    };

    await one.participants.create({ identity: 'jane' });
    await expect(one.participants.create({ identity: 'jane' })).rejects.toMatchObject({
      status: 409,
      code: 50433,
    });
    await one.participants.create(sms);
    await expect(other.participants.create(sms)).rejects.toMatchObject({ status: 409, code: 50416 });
    await one.update({ state: 'closed' });
    expect((await other.participants.create(sms)).messagingBinding).toMatchObject({ type: 'sms' });
  });

  it('keeps messages in order, whoever wrote them, and pages through them', async () => {
    const { sid } = await conversations().create();
    const { sid: janeSid } = await conversations()(sid).participants.create({ identity: 'jane' });
    for (let n = 0; n < 7; n += 1)
      await conversations()(sid).messages.create({ author: 'jane', body: `message ${n}` });

    const first = await conversations()(sid).messages.list({ limit: 1 });
    expect(first).toMatchObject([{ index: 0, author: 'jane', participantSid: janeSid, body: 'message 0' }]);
    const all = await conversations()(sid).messages.list({ order: 'desc', pageSize: 3 });
    expect(all.map(({ index }) => index)).toEqual([6, 5, 4, 3, 2, 1, 0]);
  });

  it('edits and removes messages; without an author the system wrote one', async () => {
    const { sid } = await conversations().create();
    const message = await conversations()(sid).messages.create({ body: 'Helo' });
    expect(message).toMatchObject({ author: 'system', participantSid: null });

    expect(await conversations()(sid).messages(message.sid).update({ body: 'Hello' })).toMatchObject({
      body: 'Hello',
      index: 0,
    });
    await conversations()(sid).messages(message.sid).remove();
    expect(await conversations()(sid).messages.list()).toEqual([]);
    expect(await conversations()(sid).messages.create({ body: 'Next' })).toMatchObject({ index: 1 });
  });

  it('moves a read horizon and takes participants out', async () => {
    const { sid } = await conversations().create();
    const jane = await conversations()(sid).participants.create({
      identity: 'jane',
      attributes: '{"vip":1}',
    });

    expect(
      await conversations()(sid).participants(jane.sid).update({ lastReadMessageIndex: 4 }),
    ).toMatchObject({
      lastReadMessageIndex: 4,
      attributes: '{"vip":1}',
    });
    expect(await conversations()(sid).participants.list()).toMatchObject([{ identity: 'jane' }]);
    await conversations()(sid).participants('jane').remove();
    expect(await conversations()(sid).participants.list()).toEqual([]);
  });

  it('lets nobody change a closed conversation', async () => {
    const { sid } = await conversations().create();
    const message = await conversations()(sid).messages.create({ body: 'the last word' });
    const jane = await conversations()(sid).participants.create({ identity: 'jane' });
    await conversations()(sid).update({ state: 'closed' });
    const closed = conversations()(sid);

    const changes = [
      () => closed.messages.create({ body: 'x' }),
      () => closed.messages(message.sid).update({ body: 'x' }),
      () => closed.messages(message.sid).remove(),
      () => closed.participants.create({ identity: 'x' }),
      () => closed.update({ friendlyName: 'x' }),
      () => closed.update({ state: 'active' }),
      () => closed.update({ state: 'closed' }),
    ];
    for (const change of changes) await expect(change()).rejects.toMatchObject({ status: 400, code: 50377 });
    expect(await closed.participants(jane.sid).remove()).toBe(true);
  });

  it('begins no conversation as closed', async () => {
    await expect(conversations().create({ state: 'closed' })).rejects.toMatchObject({
      status: 400,
      code: 50384,
    });
  });

  it('answers under the service as well, with the service in its URLs', async () => {
    const { sid, chatServiceSid } = await conversations().create();
    const service = sdk.client.conversations.v1.services(chatServiceSid);

    expect((await service.conversations(sid).fetch()).url).toContain(`/v1/Services/${chatServiceSid}/`);
    expect(await service.conversations(sid).participants.create({ identity: 'jane' })).toMatchObject({
      chatServiceSid,
    });
    const other = sdk.client.conversations.v1.services(`IS${'f'.repeat(32)}`);
    await expect(other.conversations(sid).fetch()).rejects.toMatchObject({ status: 404 });
  });

  it('keeps users, who come to be with their first conversation', async () => {
    const { sid } = await conversations().create();
    await conversations()(sid).participants.create({ identity: 'newcomer' });
    const { users } = sdk.client.conversations.v1;

    expect(await users('newcomer').fetch()).toMatchObject({ identity: 'newcomer', friendlyName: null });
    expect(await users('newcomer').update({ friendlyName: 'New Comer' })).toMatchObject({
      friendlyName: 'New Comer',
    });
    await expect(users.create({ identity: 'newcomer' })).rejects.toMatchObject({ status: 409, code: 50201 });
    expect(await users.list()).toEqual(
      expect.arrayContaining([expect.objectContaining({ identity: 'newcomer' })]),
    );
  });

  it('says loudly what it does not know', async () => {
    const { sid } = await conversations().create();

    await expect(
      conversations()(sid).messages.create({ mediaSid: `ME${'1'.repeat(32)}` }),
    ).rejects.toMatchObject({ status: 501 });
    await expect(conversations().create({ 'timers.closed': 'PT10M' })).rejects.toMatchObject({ status: 501 });
    await expect(conversations()(sid).webhooks.create({ target: 'webhook' })).rejects.toMatchObject({
      status: 501,
    });
  });

  it.each([
    ['a long friendly name', { friendlyName: 'x'.repeat(257) }],
    ['large attributes', { attributes: JSON.stringify({ text: 'x'.repeat(16 * 1024) }) }],
    ['attributes that are no JSON', { attributes: '{' }],
  ])('refuses %s with 400/20001', async (_, input) => {
    await expect(conversations().create(input)).rejects.toMatchObject({ status: 400, code: 20001 });
  });
});
