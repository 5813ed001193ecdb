import { setImmediate } from 'node:timers/promises';
import type { FaultEffect } from '../src';
import { startInsights, textAt, type InsightsCentre } from './insightsClient';

let centre: InsightsCentre;
let tt: string;
beforeEach(async () => {
  centre = await startInsights({ rows: [{ segment_id: '1001', external_id: 'WT1' }] });
  tt = await centre.tt();
});
afterEach(() => centre.twilio.stop());

const strike = (effect: FaultEffect, path = '/gdc/**'): void => {
  centre.twilio.faults.add({ match: { host: 'analytics', path }, times: 1, effect });
};
/** Resolves once the request is there and waits for time to pass. */
async function untilStruck(): Promise<void> {
  while (centre.twilio.faults.list()[0]?.struck !== 1) await setImmediate();
}

const executions = (): number => centre.twilio.insights.state().executions.length;

describe('a fault at GoodData', () => {
  it('that throttles or shuts it has a Retry-After, and the words of GoodData', async () => {
    strike({ type: 'status', status: 503, retryAfter: 7 });

    const { status, headers, data } = await centre.execute(tt);

    expect([status, headers['retry-after']]).toEqual([503, '7']);
    expect(textAt(data, 'error', 'errorClass')).toBe('GDC::Exception::ServiceUnavailable');
    expect(executions()).toBe(0);
  });

  it('that loses an answer has executed the report all the same', async () => {
    strike({ type: 'lost-response' }, '/gdc/app/**');

    await expect(centre.execute(tt)).rejects.toThrow(/socket hang up|ECONNRESET/);

    expect(executions()).toBe(1);
  });

  it('that hangs cuts the connection after two minutes of the clock', async () => {
    strike({ type: 'hang' });

    const asked = expect(centre.execute(tt)).rejects.toThrow(/socket hang up|ECONNRESET/);
    await untilStruck();
    await centre.twilio.clock.advance(120_000);

    await asked;
    expect(executions()).toBe(0);
  });

  it('that answers a page of a proxy sends HTML', async () => {
    strike({ type: 'html' });

    const { status, headers } = await centre.execute(tt);

    expect([status, headers['content-type']]).toEqual([502, 'text/html']);
  });

  it('that slows it down takes time of the clock, in which a token can run out', async () => {
    await centre.twilio.clock.advance(9 * 60_000);
    strike({ type: 'latency', ms: 2 * 60_000 });

    const asked = centre.execute(tt);
    await untilStruck();
    await centre.twilio.clock.advance(2 * 60_000);

    expect((await asked).status).toBe(401);
  });
});
