import { validateRequest, validateRequestWithBody } from 'twilio';
import { createFaultPlan } from '../src/kernel/faults/faultPlan';
import { seededRandom } from '../src/kernel/random';
import { createJournal } from '../src/kernel/ringJournal';
import { createVirtualClock } from '../src/kernel/virtualClock';
import type { Webhook } from '../src/kernel/webhook';
import { createPublicHosts } from '../src/kernel/webhooks/publicHosts';
import { createWebhookSender, type WebhookSenderOptions } from '../src/kernel/webhooks/createWebhookSender';
import { startReceiver, type Receiver } from './receiver';

const TOKEN = '0123456789abcdef0123456789abcdef';
const form = { EventType: 'task.created', TaskSid: 'WT1' };
const event = (url: string, more: Partial<Webhook> = {}): Webhook => ({
  url,
  method: 'POST',
  form,
  kind: 'taskrouter-event',
  timeoutMs: 15_000,
  ...more,
});

function createSender(limits: Pick<WebhookSenderOptions, 'maxConcurrent'> = {}) {
  const clock = createVirtualClock({ startMs: 0, mode: 'paused', graceMs: 100 });
  const faults = createFaultPlan(seededRandom(1));
  const journal = createJournal(clock);
  const publicHosts = createPublicHosts();
  const sender = createWebhookSender({
    authToken: TOKEN,
    clock,
    random: seededRandom(2),
    faults,
    journal,
    publicHosts,
    ...limits,
  });
  stops.push(() => {
    sender.stop();
    clock.stop();
  });
  return { clock, faults, journal, publicHosts, sender };
}

const stops: (() => void | Promise<void>)[] = [];
const receive = async (...args: Parameters<typeof startReceiver>): Promise<Receiver> => {
  const receiver = await startReceiver(...args);
  stops.push(() => receiver.stop());
  return receiver;
};
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

describe('a webhook', () => {
  it('is signed for the public URL, not for the address it is delivered to', async () => {
    const { sender, publicHosts } = createSender();
    const receiver = await receive();
    publicHosts.set('x-1234-dev.twil.io', receiver.origin);
    const url = 'https://x-1234-dev.twil.io/events?a=1';

    const outcome = await sender.send(event(`${url}#rc=0`));

    const [got] = receiver.received;
    const signature = String(got?.headers['x-twilio-signature']);
    expect(outcome).toEqual({ status: 204, body: '' });
    expect(got).toMatchObject({
      url: '/events?a=1',
      headers: { host: 'x-1234-dev.twil.io', 'x-forwarded-proto': 'https' },
    });
    expect(validateRequest(TOKEN, signature, url, form)).toBe(true);
    expect(validateRequest(TOKEN, signature, `${receiver.origin}/events?a=1`, form)).toBe(false);
  });

  it('carries the hash of a JSON body in its URL', async () => {
    const { sender } = createSender();
    const receiver = await receive();

    await sender.send(
      event(`${receiver.origin}/events`, {
        form: {},
        json: [{ id: 'EV1' }],
        contentType: 'application/cloudevents-batch+json',
      }),
    );

    const [got] = receiver.received;
    const url = receiver.origin + String(got?.url);
    expect(got?.headers['content-type']).toBe('application/cloudevents-batch+json; charset=UTF-8');
    expect(
      validateRequestWithBody(TOKEN, String(got?.headers['x-twilio-signature']), url, String(got?.body)),
    ).toBe(true);
  });

  it('puts its fields in the query of a GET, and signs them there', async () => {
    const { sender } = createSender();
    const receiver = await receive();

    await sender.send(event(`${receiver.origin}/events?x=1`, { method: 'GET' }));

    const [got] = receiver.received;
    expect(got).toMatchObject({
      method: 'GET',
      url: '/events?x=1&EventType=task.created&TaskSid=WT1',
      body: '',
    });
    const url = receiver.origin + String(got?.url);
    expect(validateRequest(TOKEN, String(got?.headers['x-twilio-signature']), url, {})).toBe(true);
  });

  it('sends user info as basic authorization and signs without it', async () => {
    const { sender } = createSender();
    const receiver = await receive();

    await sender.send(event(receiver.origin.replace('http://', 'http://sink:secret@')));

    const [got] = receiver.received;
    expect(got?.headers.authorization).toBe(`Basic ${Buffer.from('sink:secret').toString('base64')}`);
    expect(
      validateRequest(TOKEN, String(got?.headers['x-twilio-signature']), `${receiver.origin}/`, form),
    ).toBe(true);
  });

  it('is not sent to a host that is not of this machine, and says so in the journal', async () => {
    const { sender, journal } = createSender();

    const outcome = await sender.send(event('https://prod.example.com/events'));

    expect(outcome).toEqual({ status: 'no-answer' });
    expect(journal.entries()).toMatchObject([
      {
        direction: 'out',
        host: 'prod.example.com',
        status: 0,
        note: expect.stringContaining('refused') as string,
      },
    ]);
  });

  it('keeps its idempotency token across retries, and another webhook has another', async () => {
    const { sender, journal } = createSender();
    const receiver = await receive((response, _request, count) => {
      if (count === 1) response.destroy();
      else response.writeHead(204).end();
    });

    const outcome = await sender.send(event(`${receiver.origin}/`));
    await sender.send(event(`${receiver.origin}/`));

    const tokens = receiver.received.map(({ headers }) => headers['i-twilio-idempotency-token']);
    expect(outcome.status).toBe(204);
    expect(tokens).toHaveLength(3);
    expect(tokens[0]).toBe(tokens[1]);
    expect(tokens[2]).not.toBe(tokens[0]);
    expect(journal.entries().map(({ status, note }) => [status, note])).toEqual([
      [0, 'no connection'],
      [204, undefined],
      [204, undefined],
    ]);
  });

  it('that the fault plan duplicates arrives again under the same idempotency token', async () => {
    const { sender, faults, journal } = createSender();
    const receiver = await receive();
    faults.add({ match: { kind: 'taskrouter-event' }, effect: { type: 'duplicate', copies: 2 } });

    await sender.send(event(`${receiver.origin}/`));

    const tokens = receiver.received.map(({ headers }) => headers['i-twilio-idempotency-token']);
    expect([tokens.length, new Set(tokens).size]).toEqual([3, 1]);
    expect(journal.entries().map(({ faults: applied }) => applied)).toEqual(Array(3).fill(['duplicate']));
  });

  it('that the fault plan drops never arrives, and the journal says so', async () => {
    const { sender, faults, journal } = createSender();
    const receiver = await receive();
    faults.add({ effect: { type: 'drop' } });

    const outcome = await sender.send(event(`${receiver.origin}/`));

    expect([outcome, receiver.received]).toEqual([{ status: 'no-answer' }, []]);
    expect(journal.entries()).toMatchObject([
      { status: 0, faults: ['drop'], note: 'dropped by the fault plan' },
    ]);
  });

  it('is retried once when the connection is refused', async () => {
    const { sender, journal } = createSender();
    const receiver = await receive();
    await receiver.stop();

    const outcome = await sender.send(event(`${receiver.origin}/`));

    expect(outcome).toEqual({ status: 'no-answer' });
    expect(journal.sequence).toBe(2);
  });

  it('is not retried after a 5xx answer unless its URL asks for it', async () => {
    const { sender } = createSender();
    const receiver = await receive((response) => {
      response.writeHead(503).end('busy');
    });

    const plain = await sender.send(event(`${receiver.origin}/`));
    const afterPlain = receiver.received.length;
    await sender.send(event(`${receiver.origin}/#rc=3&rp=5xx`));

    expect(plain).toEqual({ status: 503, body: 'busy' });
    expect([afterPlain, receiver.received.length]).toEqual([1, 5]);
  });

  it('is given up after its timeout in virtual time', async () => {
    const { sender, clock, journal } = createSender();
    const receiver = await receive(() => undefined);

    const sending = sender.send(event(`${receiver.origin}/`, { timeoutMs: 5_000 }));
    await clock.advance(0);
    await clock.advance(5_000);

    expect(await sending).toEqual({ status: 'no-answer' });
    expect(journal.entries()).toMatchObject([{ status: 0, note: 'no answer in time' }]);
  });

  it('is answered at its own instant, however far time is moved meanwhile', async () => {
    const { sender, clock } = createSender();
    const receiver = await receive();
    const answeredAt: number[] = [];
    clock.schedule(1_000, () => {
      void sender.send(event(`${receiver.origin}/`)).then(() => answeredAt.push(clock.now()));
    });

    await clock.advance(4 * 60 * 60 * 1_000);

    expect(answeredAt).toEqual([1_000]);
  });

  it.each([
    ['an assignment on the same host', { kind: 'assignment' }, ''],
    ['an event to another host', {}, 'localhost'],
  ])('that hangs does not hold up %s', async (_what, more, hostname) => {
    const { sender } = createSender({ maxConcurrent: 1 });
    const receiver = await receive((response, { url }) => {
      if (url !== '/hang') response.writeHead(204).end();
    });
    const hanging = sender.send(event(`${receiver.origin}/hang`));
    const origin = hostname === '' ? receiver.origin : receiver.origin.replace('127.0.0.1', hostname);

    const outcome = await sender.send(event(`${origin}/`, more));
    sender.stop();

    expect(outcome.status).toBe(204);
    expect(await hanging).toEqual({ status: 'no-answer' });
  });

  it('tells the media type of its answer', async () => {
    const { sender } = createSender();
    const receiver = await receive((response) => {
      response.writeHead(200, { 'Content-Type': 'Application/JSON; charset=utf-8' }).end('{}');
    });

    const outcome = await sender.send(event(`${receiver.origin}/`));

    expect(outcome).toEqual({ status: 200, body: '{}', contentType: 'application/json' });
  });

  it('ends when the local Twilio stops', async () => {
    const { sender } = createSender();
    const receiver = await receive(() => {
      sender.stop();
    });

    await expect(sender.send(event(`${receiver.origin}/`))).resolves.toEqual({ status: 'no-answer' });
  });
});
