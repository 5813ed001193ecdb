import path from 'node:path';
import { subscribe } from '@patchbay/emulator/testing';
import { captureLog, startFunctions, type Functions } from '@patchbay/shared/testing/functions';
import { startCentre, type Centre } from '../support/centre';
import { portsOf } from '../support/ports';
import { Scene } from '../support/scene';
import { recoveryWorkspace } from '../../src/workspace';

captureLog();
const HOST = 'recovery.example.com';
const PUBLIC_URL = `https://${HOST}`;
let centre: Centre;
let functions: Functions;
let scene: Scene;

beforeAll(async () => {
  centre = await startCentre({ mode: 'running' });
  functions = await startFunctions({
    folder: path.resolve(__dirname, '../../dist/functions'),
    env: { ...centre.env, PUBLIC_URL },
  });
  await centre.admin('POST', '/public-hosts', { host: HOST, origin: functions.url });
  const destination = `https://${centre.env['EVENTS_BASIC_AUTH'] ?? ''}@${HOST}/task-event-handler`;
  await subscribe(centre.client, destination, recoveryWorkspace.events);
  scene = new Scene(centre, {
    url: PUBLIC_URL,
    ports: (options) => portsOf(centre, { ...options, env: { PUBLIC_URL } }),
  });
});

afterAll(async () => {
  await functions.stop();
  await centre.stop();
});

const ask = async (as: string, name: string, input: object) => {
  const response = await fetch(`${functions.url}/${name}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ ...input, Token: centre.sids.identities[as]?.token }),
  });
  const body: unknown = await response.json();
  return { status: response.status, body };
};

const askedOfIam = (): number =>
  centre.local.journal.entries().filter(({ host }) => host.startsWith('iam')).length;

describe('the functions as they are deployed', () => {
  it('bring a caller back to the agent who dropped, and ask IAM nothing about a token they know', async () => {
    const talk = await scene.answer('alice', await scene.callIn());
    const registration = await scene.registrationOf(talk);
    const registered = await ask('alice', 'flex/add-worker-to-conference-state', registration);
    // Each function remembers tokens for itself.
    await ask('alice', 'flex/recovery-status', { taskSid: talk.taskSid });
    const before = askedOfIam();

    await ask('alice', 'flex/add-worker-to-conference-state', registration);
    await scene.drop('alice');
    const dropped = await ask('alice', 'flex/recovery-status', { taskSid: talk.taskSid });
    await scene.acceptPing('alice');
    await scene.answer('alice', talk.customerCallSid);
    const after = askedOfIam();
    const seen = await ask('sam', 'recoveries', {});

    expect(registered).toEqual({ status: 200, body: { success: true, status: 200 } });
    expect(dropped).toMatchObject({ status: 200, body: { recovery: { phase: 'pinging', ping: 'sent' } } });
    expect(await scene.customer(talk.customerCallSid)).toMatchObject({ with: ['alice'] });
    expect(after - before).toBe(0);
    expect(seen).toMatchObject({
      status: 200,
      body: {
        inProgress: [],
        ended: [{ taskSid: talk.taskSid, outcome: 'reconnected', workerName: 'alice' }],
      },
    });
  });
});
