import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks';
import * as z from 'zod/mini';
import { defineContract } from '../../src/contracts';
import type { BasePorts } from '../../src/endpoint';
import { implement, ok } from '../../src/endpoint';
import { signatureGate, twilioFunction } from '../../src/host';
import { invoke, provideTwilioGlobals } from './invoke';
import { manualPlatform } from './manualPlatform';
import { eventsWiring } from './sampleEvents';

provideTwilioGlobals();

const contract = defineContract({
  name: 'conference-status',
  method: 'POST',
  summary: 'A sample callback.',
  access: { kind: 'twilio-signature' },
  request: z.object({ CallSid: z.string() }),
  response: z.object({ success: z.literal(true) }),
  successes: { 200: 'Done.' },
  failures: [],
  idempotent: true,
});
const endpoint = implement(contract, (_input, _ports: BasePorts) =>
  Promise.resolve(ok({ success: true as const })),
);
const handler = twilioFunction(endpoint, signatureGate(['task', 'to']), eventsWiring, {
  platform: manualPlatform(),
});

const authToken = 'an auth token';
const environment = { AUTH_TOKEN: authToken, DOMAIN_NAME: 'calls.twil.io', PATH: '/conference-status' };
const form = { CallSid: 'CA1', SequenceNumber: '2' };

async function status(
  fields: object,
  signature: string | undefined,
  env: object = environment,
  type = 'application/x-www-form-urlencoded',
) {
  const headers = {
    'content-type': type,
    ...(signature !== undefined && { 'x-twilio-signature': signature }),
  };
  return (await invoke(handler, { request: { headers }, ...fields }, { ...env }).answer).statusCode;
}
const sign = (url: string, fields: object = form) => getExpectedTwilioSignature(authToken, url, fields);

describe('a form webhook checked by its signature', () => {
  it('is let in when Twilio signed the form for the function’s address', async () => {
    expect(await status(form, sign('https://calls.twil.io/conference-status'))).toBe(200);
  });

  it('is let in when Twilio signed the configured public address', async () => {
    const signature = sign('https://example.com/hooks/conference-status');

    expect(await status(form, signature, { ...environment, PUBLIC_URL: 'https://example.com/hooks' })).toBe(
      200,
    );
  });

  it('is let in with a query, which the platform mixes into the form', async () => {
    const signature = sign('https://calls.twil.io/conference-status?task=WT1&to=http%3A%2F%2Fx');

    expect(await status({ to: 'http://x', task: 'WT1', ...form }, signature)).toBe(200);
  });

  it.each([
    ['without a signature', form, undefined],
    ['signed for another address', form, sign('https://other.twil.io/conference-status')],
    ['with another field', { ...form, CallSid: 'CA2' }, sign('https://calls.twil.io/conference-status')],
    [
      'with a query that was not signed',
      { ...form, task: 'WT1' },
      sign('https://calls.twil.io/conference-status'),
    ],
  ])('is refused %s', async (_, fields, signature) => {
    expect(await status(fields, signature)).toBe(403);
  });

  it('is refused as JSON, of which nothing is left that could be checked', async () => {
    const signature = sign('https://calls.twil.io/conference-status', {});

    expect(await status(form, signature, environment, 'application/json')).toBe(403);
  });

  it('cannot be spoofed by headers inside the form', async () => {
    const request = {
      headers: { 'x-twilio-signature': 'x', 'content-type': 'application/x-www-form-urlencoded' },
    };

    expect(await status({ ...form, request }, sign('https://calls.twil.io/conference-status'))).toBe(403);
  });

  it('gives up early enough for the sender’s 5 s', async () => {
    const platform = manualPlatform();
    const hanging = implement(contract, (_input, _ports: BasePorts) => new Promise<never>(() => undefined));
    const headers = {
      'content-type': 'application/x-www-form-urlencoded',
      'x-twilio-signature': sign('https://calls.twil.io/conference-status'),
    };
    const { answer } = invoke(
      twilioFunction(hanging, signatureGate(), eventsWiring, { platform }),
      { request: { headers }, ...form },
      environment,
    );

    platform.advance(4_500);

    expect((await answer).statusCode).toBe(504);
  });
});
