import { expectMatchesOpenApi } from './openapi';

const FILE = 'twilio_taskrouter_v1.json';
const WORKSPACE = `WS${'a'.repeat(32)}`;
const ACTIVITY = `WA${'a'.repeat(32)}`;
const URL = `https://taskrouter.twilio.com/v1/Workspaces/${WORKSPACE}`;

const activity = {
  account_sid: `AC${'a'.repeat(32)}`,
  available: true,
  date_created: '2014-05-14T10:50:02Z',
  date_updated: null,
  friendly_name: 'New Activity',
  links: { workspace: URL },
  sid: ACTIVITY,
  url: `${URL}/Activities/${ACTIVITY}`,
  workspace_sid: WORKSPACE,
};

const expectActivity = (body: unknown): void => {
  expectMatchesOpenApi(FILE, 'GET', `/v1/Workspaces/${WORKSPACE}/Activities/${ACTIVITY}`, 200, body);
};

describe('expectMatchesOpenApi', () => {
  it('takes what Twilio would answer', () => {
    expectActivity(activity);
  });

  it.each([
    ['a missing property', { ...activity, friendly_name: undefined }],
    ['a property Twilio does not have', { ...activity, friendlyName: 'x' }],
    ['a value of another type', { ...activity, available: 'true' }],
    ['a SID of another resource', { ...activity, sid: WORKSPACE }],
    ['a date with milliseconds', { ...activity, date_created: '2014-05-14T10:50:02.123Z' }],
    ['a relative URL', { ...activity, url: '/v1/Workspaces' }],
    ['no body', undefined],
  ])('refuses %s', (_, body) => {
    expect(() => {
      expectActivity(body);
    }).toThrow('errors');
  });

  it('refuses a status, a method and a path that Twilio does not have', () => {
    const path = `/v1/Workspaces/${WORKSPACE}/Activities`;

    expect(() => {
      expectMatchesOpenApi(FILE, 'POST', path, 200, activity);
    }).toThrow('→ 200');
    expect(() => {
      expectMatchesOpenApi(FILE, 'DELETE', path, 204, undefined);
    }).toThrow('has no DELETE');
    expect(() => {
      expectMatchesOpenApi(FILE, 'GET', '/v1/Nothing', 200, {});
    }).toThrow('has no path');
  });

  it('wants no body with 204', () => {
    const path = `/v1/Workspaces/${WORKSPACE}/Activities/${ACTIVITY}`;

    expectMatchesOpenApi(FILE, 'DELETE', path, 204, undefined);

    expect(() => {
      expectMatchesOpenApi(FILE, 'DELETE', path, 204, {});
    }).toThrow('DELETE');
  });
});
