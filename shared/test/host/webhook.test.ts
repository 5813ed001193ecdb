import * as z from 'zod/mini';
import type { LocalStack } from './localStack';
import { startLocalStack } from './localStack';
import { silenceConsole } from './silenceConsole';

const Received = z.object({ events: z.array(z.unknown()) });

let stack: LocalStack;
const lines = silenceConsole();
beforeAll(async () => {
  stack = await startLocalStack();
});
afterAll(() => stack.stop());

const basic = (credentials: string) => `Basic ${Buffer.from(credentials).toString('base64')}`;
const deliver = (body: string, authorization = basic('twilio:long-enough-password'), query = '') =>
  fetch(`${stack.runtime.url}/events${query}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: authorization },
    body,
  });
const received = async (body: string, query = '') =>
  Received.parse(await (await deliver(body, undefined, query)).json()).events;

describe('a JSON webhook', () => {
  it('gets a batch as a list in its order, whatever the URL’s query adds', async () => {
    const batch = Array.from({ length: 12 }, (_, index) => ({ id: `e${index}` }));

    expect(await received(JSON.stringify(batch), '?source=sink')).toEqual(batch);
  });

  it('gets elements that are no objects as they are', async () => {
    expect(await received('[null,1,"x",[2]]')).toEqual([null, 1, 'x', [2]]);
  });

  it('gets a single event as a list of one', async () => {
    expect(await received('{"id":"e1"}')).toEqual([{ id: 'e1' }]);
  });

  it('gets an empty batch as an empty list', async () => {
    expect(await received('[]')).toEqual([]);
  });

  it('takes a batch far larger than a page’s request', async () => {
    const batch = Array.from({ length: 100 }, (_, index) => ({ id: `e${index}`, data: 'x'.repeat(5_000) }));

    expect(await received(JSON.stringify(batch))).toHaveLength(100);
  });

  it.each([
    ['none', ''],
    ['another password', basic('twilio:long-enough-passwort')],
    ['another user', basic('twilip:long-enough-password')],
    ['more after the password', basic('twilio:long-enough-password1')],
    ['another scheme', 'Bearer long-enough-password'],
    ['what is not base64', 'Basic §§§'],
  ])('refuses credentials: %s', async (_, authorization) => {
    const response = await deliver('[]', authorization);

    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ success: false, code: 'credentials_refused' });
    expect(lines.join('\n')).not.toContain('enough-passwor');
  });
});
