import * as z from 'zod/mini';
import type { Contract } from '../../contracts/contract';
import { collectEvents } from './collectEvents';

const webhook: Contract = {
  name: 'events',
  method: 'POST',
  summary: 'A sample.',
  access: { kind: 'twilio-basic-auth' },
  request: z.object({ events: z.array(z.unknown()) }),
  response: z.object({}),
  successes: {},
  failures: [],
  idempotent: true,
};

describe('the events of a webhook', () => {
  it('are put together again in their order, without what the query added', () => {
    expect(collectEvents({ '10': 'k', '2': 'c', '0': 'a', sink: 's' }, webhook)).toEqual({
      events: ['a', 'c', 'k'],
    });
  });

  it('are one when there was an object', () => {
    expect(collectEvents({ id: 'e1' }, webhook)).toEqual({ events: [{ id: 'e1' }] });
  });

  it('are none when the list was empty', () => {
    expect(collectEvents({}, webhook)).toEqual({ events: [] });
  });

  it('are left as they are when they came under that name', () => {
    expect(collectEvents({ events: 'x', '0': 'a' }, webhook)).toEqual({ events: 'x', '0': 'a' });
  });

  it.each<[string, Contract]>([
    ['a page’s request', { ...webhook, access: { kind: 'flex-user' } }],
    ['a webhook that asks for other fields', { ...webhook, request: z.object({ CallSid: z.string() }) }],
    ['a webhook whose events are no list', { ...webhook, request: z.object({ events: z.string() }) }],
  ])('are not looked for in %s', (_, contract) => {
    expect(collectEvents({ '0': 'a' }, contract)).toEqual({ '0': 'a' });
  });
});
