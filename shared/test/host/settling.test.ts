import * as z from 'zod/mini';
import { defineContract } from '../../src/contracts';
import type { BasePorts, Result } from '../../src/endpoint';
import { implement, ok } from '../../src/endpoint';
import { openGate, twilioFunction, wire } from '../../src/host';
import { invoke, provideTwilioGlobals } from './invoke';
import { manualPlatform } from './manualPlatform';

provideTwilioGlobals();

const contract = defineContract({
  name: 'settling',
  method: 'GET',
  summary: 'A sample.',
  access: { kind: 'anyone' },
  request: z.object({}),
  response: z.object({ success: z.literal(true) }),
  successes: { 200: 'Done.' },
  failures: [],
  idempotent: true,
});
type Answer = Result<z.infer<typeof contract.response>>;
const done: Answer = ok({ success: true });

function setUp(handle: (ports: BasePorts) => Promise<Answer>, ports = (base: BasePorts): BasePorts => base) {
  const platform = manualPlatform();
  const endpoint = implement(contract, (_input, given: BasePorts) => handle(given));
  const wiring = wire({ service: 'sample', version: '1', config: {}, ports });
  return { platform, handler: twilioFunction(endpoint, openGate, wiring, { platform }) };
}

/** Lets everything that needs no time happen. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

describe('the callback', () => {
  it('gets 504 JSON when the deadline comes first, well before Twilio’s own 10 s', async () => {
    const { platform, handler } = setUp(() => new Promise(() => undefined));
    const { answer, settled } = invoke(handler, { request: { headers: {} } }, {});
    await settle();
    platform.advance(7_999);
    const before = settled.length;

    platform.advance(1);

    expect(before).toBe(0);
    expect(await answer).toMatchObject({
      statusCode: 504,
      body: { success: false, code: 'deadline_exceeded' },
    });
  });

  it('is not called again by a handler that finishes late, and that is logged', async () => {
    let finish = (_: Answer): void => undefined;
    const { platform, handler } = setUp(() => new Promise((resolve) => (finish = resolve)));
    const { settled } = invoke(handler, {}, {});
    await settle();
    platform.advance(8_000);

    finish(done);
    await settle();

    expect(settled).toHaveLength(1);
    expect(platform.lines.at(-1)).toContain('finished_too_late');
  });

  it('is not called again by a handler that fails late', async () => {
    let giveUp = (_: Error): void => undefined;
    const { platform, handler } = setUp(() => new Promise((_, reject) => (giveUp = reject)));
    const { settled } = invoke(handler, {}, {});
    await settle();
    platform.advance(8_000);

    giveUp(new Error('too late'));
    await settle();

    expect(settled).toHaveLength(1);
  });

  it('leaves no timer behind once called', async () => {
    const { platform, handler } = setUp(() => Promise.resolve(done));

    await invoke(handler, {}, {}).answer;
    await settle();

    expect(platform.waiting()).toBe(0);
  });

  it.each([
    [
      'a handler that throws at once',
      () =>
        setUp(() => {
          throw new Error('at once');
        }),
    ],
    ['a handler that rejects with nothing', () => setUp(() => Promise.reject(new Error()))],
    [
      'ports that cannot be made',
      () =>
        setUp(
          () => Promise.resolve(done),
          () => {
            throw new Error('no ports');
          },
        ),
    ],
    ['a handler that returns nothing', () => setUp(() => Promise.resolve(JSON.parse('null')))],
  ])('gets a 500 once from %s', async (_, make) => {
    const { handler } = make();

    const { answer, settled } = invoke(handler, {}, {});

    expect(await answer).toMatchObject({ statusCode: 500, body: { success: false, code: 'internal' } });
    await settle();
    expect(settled).toHaveLength(1);
  });

  it.each([
    {},
    { request: null },
    { request: 'spoof' },
    { request: { headers: 'spoof' } },
    { request: { headers: { origin: 7 } } },
  ])('is called whatever stands in place of the headers (%j)', async (event) => {
    const { handler } = setUp(() => Promise.resolve(done));

    expect((await invoke(handler, event, {}).answer).statusCode).toBe(200);
  });

  it('gets the answer of a handler in time, with what the deadline left', async () => {
    const left: number[] = [];
    const { platform, handler } = setUp(({ deadline }) => {
      platform.advance(2_000);
      left.push(deadline.remaining());
      return Promise.resolve(done);
    });

    const { statusCode } = await invoke(handler, {}, {}).answer;

    expect([statusCode, left]).toEqual([200, [6_000]]);
  });
});
