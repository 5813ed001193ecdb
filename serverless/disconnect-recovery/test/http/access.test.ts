import path from 'node:path';
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks';
import { disconnectRecoveryContracts } from '@patchbay/shared/contracts';
import { captureLog, startFunctions, type Functions } from '@patchbay/shared/testing/functions';
import { startCentre, type Centre } from '../support/centre';
import { CALL_TASK, CONFERENCE, CUSTOMER, PEOPLE } from '../world/people';

captureLog();
/** Where Twilio reaches the functions, as its signatures need it. */
const PUBLIC_URL = 'https://recovery.example.com';
let centre: Centre;
let functions: Functions;

beforeAll(async () => {
  centre = await startCentre({ mode: 'running' });
  functions = await startFunctions({
    folder: path.resolve(__dirname, '../../dist/functions'),
    env: { ...centre.env, PUBLIC_URL },
  });
});

afterAll(async () => {
  await functions.stop();
  await centre.stop();
});

const tokenOf = (name: string): string => centre.sids.identities[name]?.token ?? '';
const post = (name: string, body: object, headers: Readonly<Record<string, string>> = {}) =>
  fetch(`${functions.url}/${name}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
const [someone] = PEOPLE;
const registration = {
  conferenceSid: CONFERENCE,
  taskSid: CALL_TASK,
  workerSid: someone.workerSid,
  workerReservationSid: someone.reservationSid,
  workerCallSid: someone.callSid,
  workerName: 'alice',
};

describe('who may call', () => {
  const pages = disconnectRecoveryContracts.filter(({ access }) => access.kind === 'flex-user');

  it.each(pages.map(({ name }) => name))('%s only with a Flex token', async (name) => {
    const response = await post(name, { ...registration, intent: 'hangup' });

    const body: unknown = await response.json();
    expect([400, 401]).toContain(response.status);
    expect(body).toMatchObject({ success: false, status: response.status });
  });

  it('recoveries only as supervisor or admin', async () => {
    expect((await post('recoveries', { Token: tokenOf('alice') })).status).toBe(403);
    const seen = await post('recoveries', { Token: tokenOf('sam') });
    expect(seen.status).toBe(200);
    expect(await seen.json()).toMatchObject({
      success: true,
      status: 200,
      inProgress: [],
      today: { dropped: 0 },
    });
  });

  it('reconcile only with the secret', async () => {
    expect((await post('reconcile', {})).status).toBe(401);
    const good = await post(
      'reconcile',
      {},
      { Authorization: `Bearer ${centre.env['RECONCILE_SECRET'] ?? ''}` },
    );
    expect(await good.json()).toEqual({ success: true, status: 200, looked: 0, failed: 0, left: 0 });
  });

  it('for another worker not at all', async () => {
    const response = await post('flex/add-worker-to-conference-state', {
      ...registration,
      Token: tokenOf('alice'),
    });

    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({ code: 'not_on_the_call', status: 403 });
  });

  it('with a reservation that nobody has given her not either', async () => {
    const workerSid = centre.sids.workers['alice'];
    const response = await post('flex/add-worker-to-conference-state', {
      ...registration,
      workerSid,
      Token: tokenOf('alice'),
    });

    expect(response.status).toBe(403);
  });

  it.each([
    'flex/end-conference',
    'flex/update-end-conference-on-exit',
    'flex/move-conference-participants-to-new-conference',
  ])('%s on a call nobody knows is 404', async (name) => {
    const response = await post(name, {
      conferenceSid: CONFERENCE,
      taskSid: CALL_TASK,
      participantCallSid: CUSTOMER,
      endConferenceOnExit: false,
      newConferenceName: CALL_TASK,
      Token: tokenOf('sam'),
    });

    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ success: false, status: 404, code: 'not_found' });
  });
});

describe('Twilio’s webhooks', () => {
  const callback = {
    ConferenceSid: CONFERENCE,
    FriendlyName: 'weekly meeting',
    StatusCallbackEvent: 'conference-end',
  };
  const send = (route: string, signature: string) =>
    fetch(`${functions.url}${route}`, {
      method: 'POST',
      headers: { 'X-Twilio-Signature': signature },
      body: new URLSearchParams(callback),
    });
  const signatureOf = (route: string) =>
    getExpectedTwilioSignature(centre.env['AUTH_TOKEN'] ?? '', PUBLIC_URL + route, callback);

  it('come in when Twilio signed them, with the address of an earlier callback too', async () => {
    const plain = '/conference-status-handler';
    const forwarding = `${plain}?forwardTo=${encodeURIComponent('https://old.example.com/cb?a=1&b=2')}`;

    expect((await send(plain, signatureOf(plain))).status).toBe(200);
    expect((await send(forwarding, signatureOf(forwarding))).status).toBe(200);
  });

  it('stay out when they are not signed', async () => {
    expect((await send('/conference-status-handler', 'forged')).status).toBe(403);
  });

  it('of Event Streams need the sink’s credentials', async () => {
    const credentials = Buffer.from(centre.env['EVENTS_BASIC_AUTH'] ?? '').toString('base64');
    const events = [{ id: 'EV1', type: 'com.twilio.taskrouter.task.updated', data: { payload: {} } }];
    const sendEvents = (headers: Readonly<Record<string, string>>) =>
      fetch(`${functions.url}/task-event-handler`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', ...headers },
        body: JSON.stringify(events),
      });

    expect((await sendEvents({})).status).toBe(401);
    const good = await sendEvents({ Authorization: `Basic ${credentials}` });
    expect(await good.json()).toMatchObject({ success: true, status: 200, ignored: 1 });
  });

  it('get TwiML only for an order of ours', async () => {
    const response = await fetch(`${functions.url}/reconnect-call?order=abc&signature=def`, {
      method: 'POST',
    });

    expect(response.status).toBe(403);
  });
});

describe('the health of the service', () => {
  it('is told to anybody', async () => {
    const response = await fetch(`${functions.url}/health`);

    expect(await response.json()).toMatchObject({ success: true, service: 'disconnect-recovery' });
  });
});
