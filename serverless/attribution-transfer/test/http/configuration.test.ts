import { answerOf, captureLog } from '@patchbay/shared/testing/functions';
import { startFunctions } from '../support/httpFunctions';
import { startService } from '../support/httpService';
import { answerCall, createInput } from '../support/scene';

captureLog();

const account = { ACCOUNT_SID: `AC${'0'.repeat(32)}`, AUTH_TOKEN: '0123456789abcdef0123456789abcdef' };
const sid = (prefix: string): string => prefix + '1'.repeat(32);
const request = {
  taskAttributes: {
    transfer_task: {
      sid: sid('WR'),
      taskSid: sid('WT'),
      attributes: { call_sid: 'CA1' },
      targetSid: sid('WQ'),
    },
  },
};

async function ask(env: Readonly<Record<string, string>>, path: string, body?: object) {
  const functions = await startFunctions(env);
  try {
    return await answerOf(
      fetch(functions.url + path, {
        ...(body === undefined
          ? {}
          : { method: 'POST', body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }),
      }),
    );
  } finally {
    await functions.stop();
  }
}

describe('a service that is not configured', () => {
  const missing = [
    'Missing WORKSPACE_SID',
    'Missing SYNC_SERVICE_SID',
    'Missing ATTRIBUTION_WORKFLOW_SID',
    'Missing AFFILIATIONS',
  ];

  it('says so with every missing name, whatever is asked of it', async () => {
    const { status, body } = await ask(account, '/create-attribution-task', request);

    expect(status).toBe(500);
    expect(body).toMatchObject({ success: false, code: 'configuration_missing' });
    expect(body['details']).toEqual(missing);
  });

  it('says so in /health before anybody calls, the password of the events too', async () => {
    const { status, body } = await ask(account, '/health');

    expect(status).toBe(500);
    expect(body['details']).toEqual([...missing, 'Missing EVENTS_BASIC_AUTH']);
  });

  it('names what cannot be read, never its value', async () => {
    const { body, text } = await ask(
      {
        ...account,
        WORKSPACE_SID: sid('WS'),
        SYNC_SERVICE_SID: 'ISsecret',
        ATTRIBUTION_WORKFLOW_SID: sid('WW'),
        AFFILIATIONS: 'BPO_A:lots',
        EVENTS_BASIC_AUTH: 'user:short',
        NO_AGENT_FALLBACK: 'pray',
      },
      '/health',
    );

    expect(body['code']).toBe('configuration_missing');
    for (const name of ['SYNC_SERVICE_SID', 'AFFILIATIONS', 'EVENTS_BASIC_AUTH', 'NO_AGENT_FALLBACK']) {
      expect(text).toContain(name);
    }
    expect(text).not.toMatch(/secret|lots|short|pray/);
  });
});

describe('a service that is configured', () => {
  it('is content, and works under the other names of workspace and account', async () => {
    const service = await startService();
    const aliased = ['WORKSPACE_SID', 'ACCOUNT_SID', 'AUTH_TOKEN'];
    const env = Object.entries(service.centre.env).map(([name, value]) =>
      aliased.includes(name) ? ([`TWILIO_${name}`, value] as const) : ([name, value] as const),
    );
    const functions = await startFunctions(Object.fromEntries<string>(env));
    try {
      const call = await answerCall(service.centre, 'carol');
      const health = await answerOf(fetch(`${functions.url}/health`));
      const created = await answerOf(
        fetch(`${functions.url}/create-attribution-task`, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify({ ...createInput(service.centre, call), Token: service.tokenOf('carol') }),
        }),
      );

      expect(health).toMatchObject({ status: 200, body: { success: true, service: 'attribution-transfer' } });
      expect(created.status).toBe(201);
    } finally {
      await functions.stop();
      await service.stop();
    }
  });
});
