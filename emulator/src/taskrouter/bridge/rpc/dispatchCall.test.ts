import type { Identity } from '../../../iam/identities';
import type { TwilioRequest } from '../../../kernel/route';
import { TwilioError } from '../../../kernel/twilioError';
import { createDispatcher } from './dispatchCall';

const CALLER: Identity = { token: 't', identity: 'alice', roles: ['agent'], expiresAt: 1, revoked: false };

const request = (method: 'GET' | 'POST', path: string): TwilioRequest => ({
  method,
  host: 'event-bridge.twilio.com',
  path,
  params: {},
  query: new URLSearchParams(),
  form: new URLSearchParams(),
  json: undefined,
  rawBody: '',
  headers: {},
});

describe('createDispatcher', () => {
  const dispatch = createDispatcher([
    {
      method: 'GET',
      pattern: '/Workspaces/:workspaceSid/Activities',
      handle: ({ params }, caller) => [params['workspaceSid'], caller.identity],
    },
  ]);

  it('gives a call to the route its path names', () => {
    const call = {
      token: 't',
      apiVersion: 'v1' as const,
      request: request('GET', '/Workspaces/WS1/Activities'),
    };

    expect(dispatch(call, CALLER)).toEqual(['WS1', 'alice']);
  });

  it.each([
    ['POST', '/Workspaces/WS1/Activities'],
    ['POST', '/Workspaces/WS1/Workers/WK1/CustomerParticipant'],
    ['POST', '/v1/Interactions/KD1/Channels/UO1/Invites/KG1'],
  ] as const)('refuses %s %s with a 501 that names it', (method, path) => {
    const call = { token: 't', apiVersion: 'v2' as const, request: request(method, path) };

    const attempt = (): unknown => dispatch(call, CALLER);

    expect(attempt).toThrow(TwilioError);
    expect(attempt).toThrow(`${method} ${path} (api v2)`);
  });
});
