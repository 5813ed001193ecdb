import { cryptoIds } from '../cryptoIds';
import { readRequest } from '../input/request';
import { problemsOf, readConfig, tryConfig } from '../config/readConfig';
import { secretGate } from './secretGate';

const SECRET = 'a-secret-of-a-scheduler';
const gate = secretGate('SOME_SECRET');
const config = readConfig({ SOME_SECRET: SECRET }, gate.config);

const knock = (authorization?: string): Promise<unknown> =>
  gate.admit(
    {
      request: readRequest({ request: { headers: { ...(authorization && { authorization }) } } }),
      environment: {},
      deadline: { remaining: () => 1_000, shareFor: () => 1_000 },
      checkToken: () => Promise.reject(new Error('nobody has a token here')),
      signedQuery: [],
    },
    config,
  );

describe('the gate of a scheduler', () => {
  it('opens for the secret', async () => {
    await expect(knock(`Bearer ${SECRET}`)).resolves.toBeUndefined();
  });

  it.each([
    ['nothing', undefined],
    ['another secret', `Bearer ${cryptoIds.next()}`],
    ['the secret without its scheme', SECRET],
    ['the secret and more', `Bearer ${SECRET}x`],
  ])('stays shut for %s', async (_what, authorization) => {
    await expect(knock(authorization)).rejects.toMatchObject({ code: 'credentials_refused' });
  });

  it('wants a secret nobody guesses', () => {
    expect(problemsOf(tryConfig({ SOME_SECRET: 'short' }, gate.config))).toEqual([
      'SOME_SECRET must have 16 characters or more',
    ]);
  });
});
