import { connect } from 'node:net';
import { once } from 'node:events';
import twilioSdk from 'twilio';
import { redirectTwilio } from '../preload/redirect.cjs';
import { createLocalTwilio } from '../src';

describe('a local Twilio', () => {
  it('answers the official SDK, whose calls are in the journal', async () => {
    const twilio = await createLocalTwilio({ mode: 'paused', startMs: Date.UTC(2026, 0, 1) });
    const restore = redirectTwilio(twilio.origin);
    const client = twilioSdk(twilio.accountSid, twilio.authToken);

    const workspace = await client.taskrouter.v1.workspaces.create({ friendlyName: 'By SDK' });
    const document = await client.sync.v1
      .services('default')
      .documents.create({ uniqueName: 'a', data: { b: 1 } });
    const refusal = await client.messages
      .create({ to: '+1', from: '+2', body: 'x' })
      .catch((error: unknown) => error);
    restore();
    await twilio.stop();

    expect(workspace.dateCreated).toEqual(new Date('2026-01-01T00:00:00Z'));
    expect(document.data).toEqual({ b: 1 });
    expect(refusal).toMatchObject({
      status: 501,
      message: expect.stringContaining('no route for POST api.twilio.com/') as string,
    });
    expect(twilio.journal.counts()).toEqual({
      'POST taskrouter.twilio.com/v1/Workspaces': 1,
      'POST sync.twilio.com/v1/Services/:serviceSid/Documents': 1,
      [`POST api.twilio.com/2010-04-01/Accounts/${twilio.accountSid}/Messages.json`]: 1,
    });
  });

  it('refuses the SDK with the credentials of another account', async () => {
    const twilio = await createLocalTwilio();
    const restore = redirectTwilio(twilio.origin);

    const refusal = await twilioSdk(twilio.accountSid, '0'.repeat(32))
      .taskrouter.v1.workspaces.list()
      .catch((error: unknown) => error);
    restore();
    await twilio.stop();

    expect(refusal).toMatchObject({ status: 401, code: 20003 });
  });

  it('cuts open connections and frees its port when it stops', async () => {
    const twilio = await createLocalTwilio();
    const port = Number(new URL(twilio.origin).port);
    const idle = connect(port, '127.0.0.1');
    await once(idle, 'connect');
    const cut = once(idle, 'close');

    await twilio.stop();
    const next = await createLocalTwilio({ port });
    await next.stop();

    await expect(cut).resolves.toBeDefined();
    expect(next.origin).toBe(twilio.origin);
  });

  it('does not start on a port that is taken', async () => {
    const twilio = await createLocalTwilio();
    const port = Number(new URL(twilio.origin).port);

    const second = createLocalTwilio({ port });

    await expect(second).rejects.toMatchObject({ code: 'EADDRINUSE' });
    await twilio.stop();
  });
});
