import { ONE, SEGMENTS, startCentre, TWO, type Centre } from './support/centre';
import { countCalls } from './support/countCalls';
import { startProcess, type Answer, type Process } from './support/process';

let centre: Centre;
const start = async (options: Parameters<typeof startCentre>[0]): Promise<Centre> => {
  centre = await startCentre(options);
  return centre;
};
afterEach(() => centre.stop());

const found = { status: 200, body: { segment_ids: SEGMENTS } };
const continuationOf = ({ status, body }: Answer): string => {
  expect({ status, pending: body['status'] }).toEqual({ status: 202, pending: 'pending' });
  return String(body['continuation']);
};

/** Asks again and again, each time in another process; `before` each repeat. */
async function follow(first: Process, before: (round: number) => void = () => undefined) {
  let answer = await first.lookUp(ONE, { canContinue: true });
  let rounds = 1;
  for (; answer.status === 202; rounds += 1) {
    before(rounds);
    const continuation = continuationOf(answer);
    answer = await startProcess(centre).lookUp(ONE, { canContinue: true, continuation });
  }
  return { answer, rounds };
}

describe('a report that takes 30 seconds', () => {
  const slow = { insights: { reportLatencyMs: 30_000 } };

  it('is answered through continuations, on one instance after the other, by one execution', async () => {
    const { local } = await start(slow);
    const began = local.clock.now();

    const { result, insights } = await countCalls(centre, () => follow(startProcess(centre)));

    expect(result.answer).toMatchObject(found);
    expect(result.rounds).toBe(5);
    expect(insights).toMatchObject({ login: 1, elements: 1, execute: 1 });
    expect(local.clock.now() - began).toBeLessThan(32_000);
  });

  it('ends in time for those who cannot continue, who are told so', async () => {
    const { local } = await start(slow);
    const began = local.clock.now();

    const answer = await startProcess(centre).lookUp(ONE);

    expect(answer).toMatchObject({
      status: 'report_timeout',
      body: { error: 'Report timeout after 7 seconds' },
    });
    expect(local.clock.now() - began).toBeLessThanOrEqual(7_000);
    expect(local.clock.now() - began).toBeGreaterThan(5_500);
  });

  it('is waited for as long as configured', async () => {
    const { local } = await start(slow);
    const began = local.clock.now();

    const answer = await startProcess(centre, { REPORT_WAIT_SECONDS: '2' }).lookUp(ONE);

    expect(answer).toMatchObject({ body: { error: 'Report timeout after 2 seconds' } });
    expect(local.clock.now() - began).toBeLessThanOrEqual(2_000);
  });

  it('is one execution for others who ask the same meanwhile, too', async () => {
    await start(slow);
    await startProcess(centre).lookUp(ONE);

    const { result, insights } = await countCalls(centre, () =>
      startProcess(centre).lookUp(ONE, { as: 'bob', canContinue: true }),
    );

    expect(result.status).toBe(202);
    expect(insights).toEqual({ tt: 1, report: expect.any(Number) as number });
  });

  it.each([
    ['its TT', ['tt'], { tt: 1 }],
    ['its TT and its SST', ['tt', 'sst'], { tt: 1, login: 1 }],
  ] as const)('survives that %s is revoked in mid-poll: one failed call each', async (_what, kinds, more) => {
    const { local } = await start({ insights: { reportLatencyMs: 5_000 } });
    const process = startProcess(centre);
    local.clock.schedule(2_500, () => {
      for (const kind of kinds) local.insights.revoke(kind);
    });

    const { result, insights } = await countCalls(centre, () => process.lookUp(ONE));

    expect(result).toMatchObject(found);
    expect(insights).toMatchObject({ elements: 1, execute: 1 });
    expect({ tt: insights['tt'], login: (insights['login'] ?? 0) - 1 }).toEqual({ login: 0, ...more });
    const failed = local.journal
      .entries({ host: 'analytics.ytica.com' })
      .filter(({ status }) => status === 401);
    expect(failed).toHaveLength(kinds.length);
  });

  it('survives that tokens are revoked between two requests, on whatever instance', async () => {
    const { local } = await start(slow);

    const { result, insights } = await countCalls(centre, () =>
      follow(startProcess(centre), (round) => {
        if (round === 2) for (const kind of ['tt', 'sst'] as const) local.insights.revoke(kind);
      }),
    );

    expect(result.answer).toMatchObject(found);
    expect(insights).toMatchObject({ login: 2, execute: 1 });
  });
});

it('a report that outlives its TT is answered all the same', async () => {
  await start({ insights: { reportLatencyMs: 11 * 60_000 } });
  const process = startProcess(centre);
  let answer = await process.lookUp(ONE, { canContinue: true });

  const { insights } = await countCalls(centre, async () => {
    while (answer.status === 202) {
      await centre.local.clock.advance(60_000);
      answer = await process.lookUp(ONE, { continuation: continuationOf(answer) });
    }
  });

  expect(answer).toMatchObject(found);
  expect(insights).toEqual({ tt: 1, report: expect.any(Number) as number });
});

it.each(['uri', 'see-other'] as const)(
  'External IDs that are searched in the background (%s) are waited for, across requests too',
  async (elementsTask) => {
    await start({ insights: { elementsLatencyMs: 10_000, elementsTask } });

    const { result, insights } = await countCalls(centre, () => follow(startProcess(centre)));

    expect(result).toMatchObject({ answer: found, rounds: 2 });
    expect(insights).toMatchObject({ login: 1, execute: 1 });
    const searches = centre.local.journal.entries({ host: 'analytics.ytica.com', method: 'POST' });
    expect(searches.filter(({ path }) => path.endsWith('/validElements'))).toHaveLength(1);
  },
);

describe('a continuation', () => {
  const pending = async (): Promise<string> => {
    await start({ insights: { reportLatencyMs: 30_000 } });
    return continuationOf(await startProcess(centre).lookUp(ONE, { canContinue: true }));
  };
  const refusedWithoutACall = async (work: () => Promise<Answer>) => {
    const { result, insightsCalls, sync } = await countCalls(centre, work);
    expect(result.status).toBe('continuation_refused');
    expect([insightsCalls, sync]).toEqual([0, 0]);
  };

  it('that was changed is refused', async () => {
    const continuation = await pending();
    const changed = continuation.slice(0, -3) + (continuation.endsWith('AAA') ? 'BBB' : 'AAA');

    await refusedWithoutACall(() => startProcess(centre).lookUp(ONE, { continuation: changed }));
  });

  it('of another user is refused', async () => {
    const continuation = await pending();

    await refusedWithoutACall(() => startProcess(centre).lookUp(ONE, { as: 'bob', continuation }));
  });

  it('about another task is refused', async () => {
    const continuation = await pending();

    await refusedWithoutACall(() => startProcess(centre).lookUp(TWO, { continuation }));
  });

  it('that is a quarter of an hour old is refused', async () => {
    const continuation = await pending();
    await centre.local.clock.advance(15 * 60_000);

    await refusedWithoutACall(() => startProcess(centre).lookUp(ONE, { continuation }));
  });

  it('can be used by a caller that does not say that it can continue: it shows', async () => {
    const continuation = await pending();

    expect(await startProcess(centre).lookUp(ONE, { continuation })).toMatchObject({ status: 202 });
  });

  it('whose report Insights has forgotten ends with an error, and the next lookup begins anew', async () => {
    const continuation = await pending();
    centre.local.faults.add({
      match: { host: 'analytics', method: 'GET', path: '/gdc/projects/*/execute/raw/*' },
      times: 2,
      effect: { type: 'status', status: 410 },
    });

    const gone = await startProcess(centre).lookUp(ONE, { continuation });
    const { result, insights } = await countCalls(centre, () =>
      startProcess(centre).lookUp(ONE, { canContinue: true }),
    );

    expect([gone.status, result.status]).toEqual(['report_failed', 202]);
    expect(insights).toMatchObject({ execute: 1 });
  });
});
