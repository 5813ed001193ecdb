import type { FlexUser } from '../../endpoint/ports';
import { cryptoIds } from '../cryptoIds';
import { readRequest } from '../input/request';
import { secretGate } from './secretGate';

const SECRET = 'a-secret-of-a-scheduler';
const gate = secretGate({ kind: 'secret', setting: 'SOME_SECRET' });

async function knock(authorization?: string): Promise<FlexUser | undefined> {
  const opened = gate.open({ SOME_SECRET: SECRET });
  if (!opened.ok) throw new Error('The gate has its secret');
  return opened.config({
    request: readRequest({ request: { headers: { ...(authorization && { authorization }) } } }),
    environment: {},
    deadline: { remaining: () => 1_000, shareFor: () => 1_000 },
  });
}

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
    expect(gate.open({ SOME_SECRET: 'short' })).toMatchObject({
      ok: false,
      problems: ['SOME_SECRET must have 16 characters or more'],
    });
  });
});
