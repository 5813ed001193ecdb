import type { TwilioRequest } from '../../../kernel/route';
import { TwilioError } from '../../../kernel/twilioError';
import { unwrapCall } from './unwrapCall';

const carry = (rawBody: string, headers: TwilioRequest['headers'] = { apiversion: 'v1' }): TwilioRequest => ({
  method: 'POST',
  host: 'event-bridge.twilio.com',
  path: '/v1/wschannels',
  params: {},
  query: new URLSearchParams(),
  form: new URLSearchParams(rawBody),
  json: undefined,
  rawBody,
  headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
});

const refusalOf = (carrier: TwilioRequest): TwilioError => {
  try {
    unwrapCall(carrier);
  } catch (error) {
    if (error instanceof TwilioError) return error;
  }
  throw new Error('It was not refused');
};

describe('unwrapCall', () => {
  it('reads the JSON of a call although its content type says form', () => {
    const body = {
      url: 'Workspaces/WS1/Workers',
      method: 'GET',
      params: { PageSize: 1000, Active: 'true' },
      token: 't',
    };

    const call = unwrapCall(carry(JSON.stringify(body)));

    expect(call.token).toBe('t');
    expect(call.request.method).toBe('GET');
    expect(call.request.path).toBe('/Workspaces/WS1/Workers');
    expect(Object.fromEntries(call.request.query)).toEqual({ PageSize: '1000', Active: 'true' });
    expect([...call.request.form]).toEqual([]);
  });

  it('writes the values of a POST as a REST form carries them', () => {
    const params = { Attributes: { a: [1] }, Hold: true, Text: '{"b":2}', Absent: null };
    const body = { url: 'Workspaces/WS1/Tasks/WT1', method: 'POST', params, token: 't' };

    const { request } = unwrapCall(carry(JSON.stringify(body), { apiversion: 'v2', 'if-match': '3' }));

    expect(Object.fromEntries(request.form)).toEqual({
      Attributes: '{"a":[1]}',
      Hold: 'true',
      Text: '{"b":2}',
    });
    expect(request.headers['if-match']).toBe('3');
  });

  it.each([
    ['nothing', ''],
    ['no JSON', 'url=Workspaces'],
    ['a list', '[]'],
    ['no url', '{"method":"GET","token":"t"}'],
    ['another method', '{"url":"x","method":"DELETE","token":"t"}'],
    ['params that are no object', '{"url":"x","method":"GET","params":[],"token":"t"}'],
    ['no token', '{"url":"x","method":"GET"}'],
  ])('refuses %s with 400/20001', (_, rawBody) => {
    expect(refusalOf(carry(rawBody))).toMatchObject({ status: 400, code: 20001 });
  });

  it('refuses a call without a known apiVersion', () => {
    const rawBody = '{"url":"x","method":"GET","token":"t"}';

    expect(refusalOf(carry(rawBody, {})).message).toContain('apiVersion');
    expect(refusalOf(carry(rawBody, { apiversion: 'v3' })).message).toContain('apiVersion');
  });
});
