import { ONE, SEGMENTS, startCentre, TWO, UNKNOWN, type Centre } from './support/centre';
import { countCalls } from './support/countCalls';
import { startProcess, type Process } from './support/process';

let centre: Centre;
let process: Process;
beforeEach(async () => {
  centre = await startCentre();
  process = startProcess(centre);
});
afterEach(() => centre.stop());

const found = { status: 200, body: { segment_ids: SEGMENTS } };

describe('what a lookup asks of Insights', () => {
  it('cold: login, elements, execution, report; the login brings both tokens', async () => {
    const { result, insights, sync } = await countCalls(centre, () => process.lookUp(ONE));

    expect(result).toMatchObject(found);
    expect(insights).toEqual({ login: 1, elements: 1, execute: 1, report: 1 });
    expect(sync).toBe(5);
  });

  it('in a cold instance, when another has logged in: a TT in place of the login', async () => {
    await process.lookUp(ONE);

    const { insights, sync } = await countCalls(centre, () => startProcess(centre).lookUp(TWO));

    expect(insights).toEqual({ tt: 1, elements: 1, execute: 1, report: 1 });
    expect(sync).toBe(3);
  });

  it('warm: elements, execution, report', async () => {
    await process.lookUp(ONE);

    const { insights, sync } = await countCalls(centre, () => process.lookUp(TWO));

    expect(insights).toEqual({ elements: 1, execute: 1, report: 1 });
    expect(sync).toBe(2);
  });

  it('again within the time an answer is kept: nothing, in the same process not even of the store', async () => {
    await process.lookUp(ONE);

    const same = await countCalls(centre, () => process.lookUp(ONE));
    const other = await countCalls(centre, () => startProcess(centre).lookUp(ONE));

    expect([same.result, other.result]).toEqual([
      expect.objectContaining(found),
      expect.objectContaining(found),
    ]);
    expect([same.insightsCalls, same.sync, other.insightsCalls, other.sync]).toEqual([0, 0, 0, 2]);
  });

  it('after that time: all of it again', async () => {
    await process.lookUp(ONE);
    await centre.local.clock.advance(60_000);

    const { insights } = await countCalls(centre, () => process.lookUp(ONE));

    expect(insights).toEqual({ elements: 1, execute: 1, report: 1 });
  });

  it('for a task that Insights does not know: no execution, and nothing is kept', async () => {
    const first = await countCalls(centre, () => process.lookUp(UNKNOWN));
    await centre.local.clock.advance(2_000);
    const again = await countCalls(centre, () => process.lookUp(UNKNOWN));

    expect(first.result.status).toBe('not_found');
    expect(first.insights).toEqual({ login: 1, elements: 1 });
    expect(again.insights).toEqual({ elements: 1 });
  });

  it('ten times at once in one process: once', async () => {
    const { result, insights, sync } = await countCalls(centre, () =>
      Promise.all(Array.from({ length: 10 }, () => process.lookUp(ONE))),
    );

    expect(result).toEqual(Array(10).fill(expect.objectContaining(found)));
    expect(insights).toEqual({ login: 1, elements: 1, execute: 1, report: 1 });
    expect(sync).toBe(5);
  });

  it('without Sync: the same in one process', async () => {
    const alone = startProcess(centre, { SYNC_SERVICE_SID: undefined });

    const cold = await countCalls(centre, () => alone.lookUp(ONE));
    const warm = await countCalls(centre, () => alone.lookUp(TWO));
    const again = await countCalls(centre, () => alone.lookUp(ONE));

    expect([cold.insightsCalls, warm.insightsCalls, again.insightsCalls]).toEqual([4, 3, 0]);
    expect([cold.sync, warm.sync, again.sync]).toEqual([0, 0, 0]);
  });

  it('with the form by its identifier: one call more, once in a process', async () => {
    const named = startProcess(centre, { INSIGHTS_EXTERNAL_ID_FORM: 'label.conversations.external_id' });

    const cold = await countCalls(centre, () => named.lookUp(ONE));
    const warm = await countCalls(centre, () => named.lookUp(TWO));

    expect(cold.result).toMatchObject(found);
    expect(cold.insights).toEqual({ login: 1, identifiers: 1, elements: 1, execute: 1, report: 1 });
    expect(warm.insights).toEqual({ elements: 1, execute: 1, report: 1 });
  });

  it('never keeps an answer where that is switched off', async () => {
    const forgetful = startProcess(centre, { RESULT_CACHE_SECONDS: '0' });
    await forgetful.lookUp(ONE);
    await centre.local.clock.advance(1);

    const { insights } = await countCalls(centre, () => forgetful.lookUp(ONE));

    expect(insights).toEqual({ elements: 1, execute: 1, report: 1 });
  });
});
