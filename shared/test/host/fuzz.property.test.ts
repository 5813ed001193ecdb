import fc from 'fast-check';
import type { CheckFlexToken } from '../../src/auth';
import { FailureBody } from '../../src/contracts';
import { basicAuthGate, makeFlexUserGate, twilioFunction } from '../../src/host';
import { invoke, provideTwilioGlobals } from './invoke';
import { QUEUE, TASK } from './localStack';
import { manualPlatform } from './manualPlatform';
import { sample, sampleContract, sampleWiring } from './sampleEndpoint';
import { eventsWiring, sampleEvents } from './sampleEvents';

provideTwilioGlobals();

const checkToken: CheckFlexToken = () => Promise.resolve({ identity: 'ann', roles: [] });
const environment = {
  ACCOUNT_SID: `AC${'0'.repeat(32)}`,
  AUTH_TOKEN: 'x',
  SAMPLE_QUEUE: QUEUE,
  EVENTS_BASIC_AUTH: 'user:password',
};

const nastyKey = fc.oneof(
  fc.constantFrom(
    '__proto__',
    'constructor',
    'prototype',
    'toString',
    'request',
    'Token',
    'events',
    '0',
    '1',
    'length',
  ),
  fc.constantFrom(...Object.keys(sampleContract.request._zod.def.shape)),
  fc.string(),
);
const anyJson = fc
  .anything({ key: nastyKey, maxDepth: 4, withNullPrototype: false })
  // In a list, because JSON has no text for undefined on its own.
  .map((value) => JSON.stringify([value], (_, inner: unknown) => (typeof inner === 'bigint' ? 0 : inner)))
  .map((list) => list.slice(1, -1));
const fieldValue = fc.oneof(
  anyJson.map((text): unknown => JSON.parse(text)),
  anyJson,
  fc.constantFrom(TASK, QUEUE, 'true', '{', `{"targetSid":"${QUEUE}","attributes":{}}`),
  fc.constant('['.repeat(50_000)),
);
/** As JSON.parse or qs make it: `__proto__` is a key like any other. */
const fields = fc
  .array(fc.tuple(nastyKey, fieldValue), { maxLength: 8 })
  .map((entries): object => Object.fromEntries(entries));
const contentType = fc.constantFrom(
  'application/json',
  'application/x-www-form-urlencoded; charset=utf-8',
  'text/plain',
  '',
);

const STATUSES = [200, 201, 400, 401, 405];

describe('whatever is sent', () => {
  it.each([
    [
      'a page’s endpoint',
      twilioFunction(sample, makeFlexUserGate(checkToken), sampleWiring, { platform: manualPlatform() }),
    ],
    ['a webhook', twilioFunction(sampleEvents, basicAuthGate, eventsWiring, { platform: manualPlatform() })],
  ])(
    '%s answers once, with JSON of the right class, and nothing leaks into other objects',
    async (_, handler) => {
      await fc.assert(
        fc.asyncProperty(fields, contentType, fc.boolean(), async (body, type, valid) => {
          const headers = {
            'content-type': type,
            authorization: valid ? `Basic ${Buffer.from('user:password').toString('base64')}` : 'Bearer x',
          };

          const { answer, settled } = invoke(handler, { request: { headers }, ...body }, environment);
          const { statusCode, body: sent } = await answer;

          expect(settled).toHaveLength(1);
          expect(STATUSES).toContain(statusCode);
          if (statusCode >= 400) FailureBody.parse(sent);
          expect(Object.keys(Object.prototype)).toEqual([]);
        }),
        { numRuns: 1_000 },
      );
    },
  );
});
