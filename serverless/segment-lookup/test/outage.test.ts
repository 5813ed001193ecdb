import type { FaultEffect } from '@patchbay/emulator';
import { ONE, SEGMENTS, startCentre, TWO, type Centre } from './support/centre';
import { countCalls } from './support/countCalls';
import { startProcess } from './support/process';

let centre: Centre;
beforeEach(async () => {
  centre = await startCentre();
});
afterEach(() => centre.stop());

const found = { status: 200, body: { segment_ids: SEGMENTS } };
const OUTAGES: [string, FaultEffect][] = [
  ['answers 503', { type: 'status', status: 503 }],
  ['cannot be reached', { type: 'refuse' }],
  ['loses every answer', { type: 'lost-response' }],
  ['answers HTML', { type: 'html', status: 200 }],
  ['does not answer', { type: 'hang' }],
];

describe('a store that', () => {
  it.each(OUTAGES)('%s holds nobody up who has a token', async (_how, effect) => {
    const process = startProcess(centre);
    await process.lookUp(TWO);
    centre.local.clock.resume();
    centre.local.faults.add({ match: { host: 'sync' }, effect });
    const began = Date.now();

    const { result, insights } = await countCalls(centre, () => process.lookUp(ONE));

    expect(result).toMatchObject(found);
    expect(insights).toEqual({ elements: 1, execute: 1, report: 1 });
    expect(process.lines.join()).toContain('lookup_not_shared');
    expect(Date.now() - began).toBeLessThan(5_000);
  });

  it.each(OUTAGES)(
    '%s lets nobody log in, because at every instance somebody would',
    async (_how, effect) => {
      centre.local.clock.resume();
      centre.local.faults.add({ match: { host: 'sync' }, effect });
      const began = Date.now();

      const { result, insights } = await countCalls(centre, () => startProcess(centre).lookUp(ONE));

      expect(result).toMatchObject({ status: 'store_unavailable', retryAfterSeconds: 1 });
      expect(insights).toEqual({});
      expect(Date.now() - began).toBeLessThan(7_000);
    },
  );

  it('fails after the login takes nothing from the one who logged in', async () => {
    centre.local.clock.resume();
    centre.local.faults.add({
      match: { host: 'sync', path: '/v1/Services/*/Documents/ET*' },
      effect: { type: 'status', status: 503 },
    });
    const process = startProcess(centre);

    const answer = await process.lookUp(ONE);

    expect(answer).toMatchObject(found);
    expect(process.lines.join('\n')).toMatch(/login_not_recorded[^]*lookup_not_recorded/);
  });

  it('has an answer that is larger than a record: everybody gets it, each by a report of his own', async () => {
    centre.local.insights.configure({
      rows: Array.from({ length: 1_000 }, (_, index) => ({
        segment_id: `a-long-segment-id-${index}`,
        external_id: ONE,
      })),
    });
    const process = startProcess(centre);

    const first = await process.lookUp(ONE);
    const { result, insightsCalls } = await countCalls(centre, () => process.lookUp(ONE));
    await centre.local.clock.advance(12_000);
    const other = await countCalls(centre, () => startProcess(centre).lookUp(ONE));

    expect(first.body['segment_ids']).toHaveLength(1_002);
    expect(process.lines.join()).toContain('lookup_not_recorded');
    expect([result.body, insightsCalls]).toEqual([first.body, 0]);
    expect(other.result.body).toEqual(first.body);
    expect(other.insights).toMatchObject({ execute: 1 });
  });
});
