import type { FaultEffect, FaultMatch } from '@patchbay/emulator';
import { ONE, SEGMENTS, startCentre, type Centre } from './support/centre';
import { countCalls } from './support/countCalls';
import { startProcess } from './support/process';

const HOST = 'analytics';
const CALLS: Readonly<Record<string, FaultMatch>> = {
  login: { host: HOST, path: '/gdc/account/login' },
  tt: { host: HOST, path: '/gdc/account/token' },
  identifiers: { host: HOST, path: '/gdc/md/*/identifiers' },
  elements: { host: HOST, path: '/gdc/md/*/obj/*/validElements' },
  execute: { host: HOST, path: '/gdc/app/projects/*/execute/raw' },
  report: { host: HOST, path: '/gdc/projects/*/execute/raw/*' },
};
const EFFECTS: Readonly<Record<string, FaultEffect>> = {
  'the answer is lost': { type: 'lost-response' },
  'the connection is cut': { type: 'refuse' },
  'an HTML page': { type: 'html' },
  'an HTML page with 200': { type: 'html', status: 200 },
  '500': { type: 'status', status: 500 },
  '503 with Retry-After': { type: 'status', status: 503, retryAfter: 40 },
  '429 with Retry-After': { type: 'status', status: 429, retryAfter: 40 },
  'no answer at all': { type: 'hang' },
};
/** A login and an execution are not repeated by themselves; everything else reads, and is, unless Insights says when. */
const REPEATED = ['tt', 'identifiers', 'elements', 'report'];

let centre: Centre;
beforeEach(async () => {
  centre = await startCentre();
});
afterEach(() => centre.stop());

const found = { status: 200, body: { segment_ids: SEGMENTS } };
const NAMED = { INSIGHTS_EXTERNAL_ID_FORM: 'label.conversations.external_id' };

/** A process that comes to every call, a TT by an SST of its own included. */
async function startThorough() {
  await startProcess(centre, NAMED).lookUp(ONE);
  await centre.local.clock.advance(61_000);
  return startProcess(centre, NAMED);
}
const start = (call: string) => (call === 'login' ? Promise.resolve(startProcess(centre)) : startThorough());

const cases = Object.keys(CALLS).flatMap((call) => Object.keys(EFFECTS).map((what) => [call, what] as const));

describe('Insights fails at', () => {
  it.each(cases)('%s: %s', async (call, what) => {
    const process = await start(call);
    const fault = { match: CALLS[call]!, effect: EFFECTS[what]! };
    // What hangs is given up in the machine's time.
    if (fault.effect.type === 'hang') centre.local.clock.resume();
    centre.local.faults.add({ ...fault, times: 1 });

    const { result, insights } = await countCalls(centre, () => process.lookUp(ONE));
    centre.local.faults.clear();
    await centre.local.clock.advance(41_000);
    const afterwards = await process.lookUp(ONE);

    const mended = REPEATED.includes(call) && !what.includes('Retry-After');
    if (mended) expect(result).toMatchObject(found);
    else {
      expect(result.status).toBe('insights_unavailable');
      expect(result.retryAfterSeconds).toBe(what.includes('Retry-After') ? 40 : 5);
    }
    // The journal tells of a request that hangs when it ends.
    const ended = what === 'no answer at all' ? 0 : 1;
    expect(insights[call] ?? 0).toBe(mended ? 1 + ended : ended);
    expect(afterwards).toMatchObject(found);
  });

  it.each(cases.filter(([, what]) => what !== 'no answer at all'))(
    '%s for good: %s; says so in time, tells nothing of it, and asks a few times at most',
    async (call, what) => {
      const process = await start(call);
      centre.local.faults.add({ match: CALLS[call]!, effect: EFFECTS[what]! });
      const began = centre.local.clock.now();

      const { result, insights } = await countCalls(centre, () => process.lookUp(ONE));

      expect(result.status).toBe('insights_unavailable');
      expect(result.retryAfterSeconds).toBeGreaterThanOrEqual(1);
      expect(insights[call]).toBeLessThanOrEqual(3);
      expect(centre.local.clock.now() - began).toBeLessThan(8_000);
      expect(JSON.stringify([result, process.lines])).not.toMatch(
        /html|GDC|localinsights|local-[0-9a-f]{8}|password/i,
      );
    },
  );
});

describe('a lookup that Insights cannot answer for a while', () => {
  it('keeps what is being computed: the next request waits for the same report', async () => {
    const process = startProcess(centre);
    centre.local.insights.configure({ reportLatencyMs: 3_000 });
    centre.local.faults.add({
      match: CALLS['report']!,
      skip: 2,
      times: 1,
      effect: { type: 'status', status: 429, retryAfter: 20 },
    });
    const first = await process.lookUp(ONE);
    await centre.local.clock.advance(20_000);

    const { result, insights } = await countCalls(centre, () => startProcess(centre).lookUp(ONE));

    expect(first).toMatchObject({ status: 'insights_unavailable', retryAfterSeconds: 20 });
    expect(result).toMatchObject(found);
    expect(insights).toEqual({ tt: 1, report: 1 });
  });

  it('waits as long as Insights asks, where there is time', async () => {
    centre.local.faults.add({
      match: CALLS['report']!,
      times: 1,
      effect: { type: 'status', status: 429, retryAfter: 3 },
    });

    expect(await startProcess(centre).lookUp(ONE)).toMatchObject(found);
  });
});

it('an answer that is larger than any report is not read to its end', async () => {
  const rows = Array.from({ length: 1_000 }, (_, index) => ({
    segment_id: String(index),
    external_id: ONE,
    agent: 'x'.repeat(5_000),
  }));
  centre.local.insights.configure({ rows });

  expect(await startProcess(centre).lookUp(ONE)).toMatchObject({ status: 'report_failed' });
});
