import type { Identity } from '../../../iam/identities';
import type { TwilioRequest } from '../../../kernel/route';
import { invalid, notFound } from '../../../kernel/twilioError';
import { joinRoutes } from './joinRoutes';
import type { RpcRoute } from './rpcRoute';

const request = (params: Readonly<Record<string, string>>): TwilioRequest => ({
  method: 'GET',
  host: 'event-bridge.twilio.com',
  path: '/v1/Interactions/KD1/Channels/UO1',
  params,
  query: new URLSearchParams(),
  form: new URLSearchParams(),
  json: undefined,
  rawBody: '',
  headers: {},
});
const caller: Identity = { token: 't', identity: 'alice', roles: [], expiresAt: 0, revoked: false };

/** A product that knows one interaction by whatever name its pattern gives the SID. */
const product = (name: string, known: string): RpcRoute => ({
  method: 'GET',
  pattern: `/v1/Interactions/:${name}/Channels/:channel`,
  handle: ({ params, path }) => {
    if (params[name] !== known) throw notFound(path);
    return `${known} by ${name}`;
  },
});

describe('joinRoutes', () => {
  it('asks each product for its own, by its own names', () => {
    const [joined, ...others] = joinRoutes([product('kd', 'KD1'), product('interactionSid', 'KD2')]);

    expect(others).toEqual([]);
    expect(joined?.handle(request({ kd: 'KD1', channel: 'UO1' }), caller)).toBe('KD1 by kd');
    expect(joined?.handle(request({ kd: 'KD2', channel: 'UO1' }), caller)).toBe('KD2 by interactionSid');
    expect(() => joined?.handle(request({ kd: 'KD3', channel: 'UO1' }), caller)).toThrow('not found');
  });

  it('does not ask the next after any other refusal', () => {
    const refusing: RpcRoute = {
      ...product('kd', 'KD1'),
      handle: () => {
        throw invalid('no');
      },
    };

    const [joined] = joinRoutes([refusing, product('interactionSid', 'KD1')]);

    expect(() => joined?.handle(request({ kd: 'KD1', channel: 'UO1' }), caller)).toThrow('no');
  });

  it('leaves routes that differ in method or shape alone', () => {
    const get = product('kd', 'KD1');

    const joined = joinRoutes([get, { ...get, method: 'POST' }, { ...get, pattern: '/v1/Interactions/:kd' }]);

    expect(joined).toHaveLength(3);
  });
});
