import { TaskSid } from '@patchbay/shared/contracts';
import { ONE, SEGMENTS, startCentre, TWO, UNKNOWN, type Centre } from './support/centre';
import { countCalls } from './support/countCalls';
import { startProcess } from './support/process';

type Insights = NonNullable<Parameters<typeof startCentre>[0]>['insights'];

let centre: Centre;
const start = async (insights: NonNullable<Insights> = {}): Promise<Centre> => {
  centre = await startCentre({ insights });
  return centre;
};
afterEach(() => centre.stop());

const lookUp = (taskSid = ONE) => startProcess(centre).lookUp(taskSid);
/** The report with an External ID column, which tells several tasks apart. */
const batch = (): Readonly<Record<string, string | undefined>> => ({
  INSIGHTS_REPORT: centre.access.batchReportId,
  INSIGHTS_EXTERNAL_ID_COLUMN: centre.access.externalIdColumn,
});

describe('the report of a task', () => {
  it.each<[string, NonNullable<Insights>]>([
    ['plain', {}],
    ['with CRLF, a BOM and quotes everywhere', { lineEnd: 'crlf', byteOrderMark: true, quotes: 'always' }],
    ['with a BOM and quotes where needed', { byteOrderMark: true }],
  ])('%s is read', async (_how, style) => {
    await start(style);

    expect(await lookUp()).toMatchObject({ status: 200, body: { segment_ids: SEGMENTS } });
  });

  it('with restated segments has each once, where it was first', async () => {
    const { local } = await start();
    local.insights.configure({
      rows: [
        { segment_id: '1001', external_id: ONE, kind: 'Queue', agent: 'later' },
        { segment_id: '1003', external_id: ONE, agent: 'line\nbreak, "quote"' },
        { segment_id: '1002', external_id: ONE },
      ],
    });

    expect(await lookUp()).toMatchObject({ status: 200, body: { segment_ids: ['1001', '1002', '1003'] } });
  });

  it.each([
    ['no-content', 204],
    ['header-only', 200],
  ] as const)('without rows (%s) is an empty list, at once', async (emptyAnswer, status) => {
    const { local } = await start({ emptyAnswer, rows: [{ segment_id: '9', external_id: UNKNOWN }] });
    // Restated as another task's between the search and the execution, which waits for it.
    local.clock.resume();
    const { sequence: since } = local.journal;
    local.faults.add({
      match: { host: 'analytics', path: '/gdc/app/**' },
      effect: { type: 'latency', ms: 1_000 },
    });

    const { result, insights } = await countCalls(centre, async () => {
      const asked = lookUp(UNKNOWN);
      await local.journal.waitFor(
        { since, pattern: '/gdc/md/:workspaceId/obj/:formId/validElements' },
        5_000,
      );
      local.insights.configure({ restated: 'replaced', rows: [{ segment_id: '9', external_id: TWO }] });
      return asked;
    });

    expect(result).toMatchObject({ status: 200, body: { segment_ids: [] } });
    expect(insights['report']).toBe(1);
    expect(local.journal.entries({ host: 'analytics.ytica.com' }).at(-1)).toMatchObject({ status });
  });

  it('is asked for all elements of that name', async () => {
    await start({
      rows: [
        { segment_id: '5', external_id: UNKNOWN, element: 'a' },
        { segment_id: '6', external_id: UNKNOWN, element: 'b' },
      ],
    });

    const { result, insights } = await countCalls(centre, () => lookUp(UNKNOWN));

    expect(result).toMatchObject({ status: 200, body: { segment_ids: ['5', '6'] } });
    expect(insights).toMatchObject({ elements: 1, execute: 1 });
  });

  it('is asked for the elements of all pages', async () => {
    await start({
      elementsPageSize: 2,
      rows: Array.from({ length: 5 }, (_, index) => ({
        segment_id: String(index),
        external_id: UNKNOWN,
        element: String(index),
      })),
    });

    const { result, insights } = await countCalls(centre, () => lookUp(UNKNOWN));

    expect(result.body['segment_ids']).toHaveLength(5);
    expect(insights).toMatchObject({ elements: 3, execute: 1 });
  });

  it('of a task that Insights does not know: the published words', async () => {
    await start();

    expect(await lookUp(UNKNOWN)).toMatchObject({
      status: 'not_found',
      body: { error: `External ID '${UNKNOWN}' not found in Flex Insights` },
    });
  });

  it('whose data comes later is found then', async () => {
    const { local } = await start({
      rows: [{ segment_id: '7', external_id: UNKNOWN }],
      rowsDelayMs: 1_800_000,
    });
    const early = await lookUp(UNKNOWN);
    await local.clock.advance(1_800_000);

    expect([early, await lookUp(UNKNOWN)]).toMatchObject([
      { status: 'not_found' },
      { status: 200, body: { segment_ids: ['7'] } },
    ]);
  });

  it.each([
    ['a report that is not there', { INSIGHTS_REPORT: '999' }, 'report_failed'],
    ['a form that is not there', { INSIGHTS_EXTERNAL_ID_FORM: '1' }, 'report_failed'],
    ['a form whose name is not there', { INSIGHTS_EXTERNAL_ID_FORM: 'label.nothing' }, 'report_failed'],
    ['somebody else’s workspace', { ANALYTICS_WORKSPACE: 'another' }, 'report_failed'],
  ])('by a configuration that names %s fails', async (_what, env, code) => {
    await start();

    const answer = await startProcess(centre, env).lookUp(ONE);

    expect(answer.status).toBe(code);
    expect(answer.retryAfterSeconds).toBeUndefined();
  });
});

describe('several tasks', () => {
  it('are answered by one execution, each for itself, in the order they were asked for', async () => {
    await start();

    const { result, insights } = await countCalls(centre, () =>
      startProcess(centre, batch()).lookUpMany([TWO, UNKNOWN, ONE, TWO]),
    );

    expect(result).toMatchObject({
      status: 200,
      body: {
        tasks: [
          { TaskSid: TWO, found: true, segment_ids: ['2001'] },
          { TaskSid: UNKNOWN, found: false, segment_ids: [] },
          { TaskSid: ONE, found: true, segment_ids: SEGMENTS },
          { TaskSid: TWO, found: true, segment_ids: ['2001'] },
        ],
      },
    });
    expect(insights).toEqual({ login: 1, elements: 1, execute: 1, report: 1 });
  });

  it('may be a hundred, also where elements come in pages', async () => {
    const sids = Array.from({ length: 100 }, (_, index) =>
      TaskSid.parse(`WT${index.toString(16).padStart(32, '0')}`),
    );
    await start({
      elementsPageSize: 40,
      rows: sids.map((external_id, index) => ({ external_id, segment_id: `s${index}` })),
    });

    const { result, insights } = await countCalls(centre, () =>
      startProcess(centre, batch()).lookUpMany(sids),
    );

    expect(result.body['tasks']).toEqual(
      sids.map((TaskSid, index) => ({ TaskSid, found: true, segment_ids: [`s${index}`] })),
    );
    expect(insights).toMatchObject({ elements: 3, execute: 1 });
  });

  it('are the same question in whatever order', async () => {
    await start();
    const process = startProcess(centre, batch());
    await process.lookUpMany([ONE, TWO]);

    const { result, insightsCalls } = await countCalls(centre, () => process.lookUpMany([TWO, ONE, ONE]));

    expect(insightsCalls).toBe(0);
    expect(result.body['tasks']).toMatchObject([{ TaskSid: TWO }, { TaskSid: ONE }, { TaskSid: ONE }]);
  });

  it('go on through a continuation too, and keep what Insights did not know', async () => {
    await start({ reportLatencyMs: 10_000 });
    const sids = [TWO, UNKNOWN];
    const first = await startProcess(centre, batch()).lookUpMany(sids, { canContinue: true });

    const answer = await startProcess(centre, batch()).lookUpMany(sids, {
      continuation: String(first.body['continuation']),
    });

    expect(first.status).toBe(202);
    expect(answer.body['tasks']).toEqual([
      { TaskSid: TWO, found: true, segment_ids: ['2001'] },
      { TaskSid: UNKNOWN, found: false, segment_ids: [] },
    ]);
  });

  it.each([
    ['no column was named', {}],
    [
      'Flex is asked in place of the report',
      { INSIGHTS_PROVIDER: 'flex', WORKSPACE_SID: `WS${'1'.repeat(32)}` },
    ],
  ])('cannot be asked for where %s, and nothing is', async (_why, env) => {
    await start();

    const { result, insightsCalls } = await countCalls(centre, () =>
      startProcess(centre, env).lookUpMany([ONE, TWO]),
    );

    expect(result.status).toBe('batch_unavailable');
    expect(result.body['error']).toContain('INSIGHTS_');
    expect(insightsCalls).toBe(0);
  });

  it('cannot be told apart where the report lacks the column', async () => {
    await start();

    const process = startProcess(centre, { INSIGHTS_EXTERNAL_ID_COLUMN: 'External ID' });

    expect(await process.lookUpMany([ONE, TWO])).toMatchObject({ status: 'batch_unavailable' });
  });

  it('that nobody knows need no report', async () => {
    await start();

    const { result, insights } = await countCalls(centre, () =>
      startProcess(centre, batch()).lookUpMany([UNKNOWN]),
    );

    expect(result.body['tasks']).toEqual([{ TaskSid: UNKNOWN, found: false, segment_ids: [] }]);
    expect(insights).toEqual({ login: 1, elements: 1 });
  });
});
