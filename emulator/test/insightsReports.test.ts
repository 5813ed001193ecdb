import { DEFAULT_SETTINGS } from '../src/gooddata/settings';
import { elementsIn, filterBy, startInsights, textAt, withTt, type InsightsCentre } from './insightsClient';

const TASK = `WT${'1'.repeat(32)}`;
const OTHER = `WT${'2'.repeat(32)}`;

const ROWS = [
  { segment_id: '1001', external_id: TASK, kind: 'Queue', agent: '', queue: 'Support', date: '2026-01-31' },
  { segment_id: '1002', external_id: TASK, kind: 'Conversation', agent: 'Alice, "Al"\nB', queue: 'Support' },
  { segment_id: '1003', external_id: OTHER, kind: 'Conversation', agent: 'Bob' },
];
const HEADER = 'Segment,Date,Kind,Agent,Queue\n';

const OBJECTS = `/gdc/md/${DEFAULT_SETTINGS.workspaceId}/obj/`;
const ELEMENT = `${OBJECTS}5192/elements?id=1`;
const FORM = `${OBJECTS}${DEFAULT_SETTINGS.externalIdForm}`;

let centre: InsightsCentre;
let tt: string;
beforeEach(async () => {
  centre = await startInsights({ rows: ROWS });
  tt = await centre.tt();
});
afterEach(() => centre.twilio.stop());

const elementsOf = async (title: string): Promise<readonly string[]> =>
  elementsIn((await centre.elements(tt, { titles: [title] })).data).map(([, uri]) => uri);
const filterByTask = async (title: string) => filterBy(centre.access, await elementsOf(title));
const reportUri = (id: string): string => `/gdc/md/${centre.access.workspaceId}/obj/${id}`;

describe('a raw report', () => {
  it('is executed with 201, answers 202 until its time is up, then CSV', async () => {
    const executed = await centre.execute(tt, await filterByTask(TASK));
    const uri = textAt(executed.data, 'uri');
    await centre.twilio.clock.advance(1_499);
    const early = await centre.poll(tt, uri);
    await centre.twilio.clock.advance(1);

    const late = await centre.poll(tt, uri);

    expect([executed.status, early.status, early.data]).toEqual([201, 202, '']);
    expect(late.status).toBe(200);
    expect(late.headers['content-type']).toBe('text/csv; charset=UTF-8');
    expect(late.data).toBe(
      `${HEADER}1001,2026-01-31,Queue,,Support\n1002,,Conversation,"Alice, ""Al""\nB",Support\n`,
    );
  });

  it('has every row without a filter, and with an External ID column tells whose they are', async () => {
    const { data } = await centre.report(tt, { report: reportUri(centre.access.batchReportId ?? '') });

    expect(String(data).match(/WT\d+/g)).toEqual([TASK, TASK, OTHER]);
    expect(String(data).startsWith(`Segment,${centre.access.externalIdColumn},`)).toBe(true);
  });

  it('is what it was when it was executed', async () => {
    const uri = textAt((await centre.execute(tt)).data, 'uri');
    centre.twilio.insights.configure({ rows: [{ segment_id: '1004', external_id: OTHER }] });
    await centre.twilio.clock.advance(1_500);

    expect((await centre.poll(tt, uri)).data).not.toContain('1004');
    expect((await centre.report(tt)).data).toContain('1004');
  });

  it('takes as long as it is told, each report for itself', async () => {
    const columns = [{ title: 'Segment', field: 'segment_id' }];
    centre.twilio.insights.configure({
      reportLatencyMs: 30_000,
      reports: [
        { id: '2001', columns },
        { id: '2009', columns, latencyMs: 0 },
      ],
    });
    const slow = textAt((await centre.execute(tt)).data, 'uri');
    const quick = textAt((await centre.execute(tt, { report: reportUri('2009') })).data, 'uri');
    await centre.twilio.clock.advance(29_999);

    expect((await centre.poll(tt, slow)).status).toBe(202);
    expect((await centre.poll(tt, quick)).status).toBe(200);
    await centre.twilio.clock.advance(1);
    expect((await centre.poll(tt, slow)).status).toBe(200);
  });

  it.each(['no-content', 'header-only'] as const)('without rows is answered as %s', async (emptyAnswer) => {
    const filter = filterBy(centre.access, [(await elementsOf(TASK))[0]?.replace(/\d+$/, '1') ?? '']);
    centre.twilio.insights.configure({ emptyAnswer });

    const { status, data } = await centre.report(tt, filter);

    expect([status, data]).toEqual(emptyAnswer === 'no-content' ? [204, ''] : [200, HEADER]);
  });

  it('comes with a byte order mark, carriage returns and all quotes when told so', async () => {
    centre.twilio.insights.configure({ byteOrderMark: true, lineEnd: 'crlf', quotes: 'always' });
    const filter = await filterByTask(OTHER);
    const uri = textAt((await centre.execute(tt, filter)).data, 'uri');
    await centre.twilio.clock.advance(1_500);

    const { data } = await centre.http.get<Buffer>(uri, { ...withTt(tt), responseType: 'arraybuffer' });

    expect(data.toString('utf8')).toBe(
      '\uFEFF"Segment","Date","Kind","Agent","Queue"\r\n"1003","","Conversation","Bob",""\r\n',
    );
  });

  it.each(['repeated', 'replaced'] as const)('shows a segment that comes again %s', async (restated) => {
    centre.twilio.insights.configure({
      restated,
      rows: [{ segment_id: '1003', external_id: OTHER, agent: 'Ben' }],
    });

    const { data } = await centre.report(tt, await filterByTask(OTHER));

    expect(data).toBe(
      restated === 'replaced' ? `${HEADER}1003,,,Ben,\n` : `${HEADER}1003,,Conversation,Bob,\n1003,,,Ben,\n`,
    );
  });

  it('has late rows only when they have come', async () => {
    centre.twilio.insights.configure({
      rows: [{ segment_id: '1009', external_id: 'late' }],
      rowsDelayMs: 3_600_000,
    });
    const before = await elementsOf('late');
    await centre.twilio.clock.advance(3_600_000);
    tt = await centre.tt();

    expect(before).toEqual([]);
    expect(await elementsOf('late')).toHaveLength(1);
  });
});

describe('a raw report is refused', () => {
  it.each([
    ['404 for a report there is not', 404, { report: `${OBJECTS}7` }],
    ['404 for a report of another workspace', 404, { report: '/gdc/md/other/obj/2001' }],
    ['400 without a report', 400, { report: undefined }],
    ['400 for a context that is none', 400, { context: 1 }],
    ['400 for filters that are none', 400, { context: { filters: {} } }],
    [
      '400 for a filter by another form',
      400,
      filterBy({ ...DEFAULT_SETTINGS, externalIdForm: '1' }, [ELEMENT]),
    ],
    ['400 for an empty list', 400, filterBy(DEFAULT_SETTINGS, [])],
    [
      '400 for something else than elements',
      400,
      filterBy(DEFAULT_SETTINGS, ['/gdc/md/x/obj/1/elements?id=1']),
    ],
    [
      '501 for another constraint',
      501,
      { context: { filters: [{ uri: FORM, constraint: { type: 'interval' } }] } },
    ],
  ])('with %s', async (_, status, request) => {
    const answer = await centre.execute(tt, request);

    expect(answer.status).toBe(status);
    expect(textAt(answer.data, 'error', 'errorClass')).toMatch(/^GDC::Exception::/);
  });

  it('with 403 in another workspace, for polls too', async () => {
    const foreign = '/gdc/app/projects/another/execute/raw';

    const statuses = [
      (await centre.http.post<unknown>(foreign, { report_req: {} }, withTt(tt))).status,
      (await centre.poll(tt, '/gdc/projects/another/execute/raw/1')).status,
    ];

    expect(statuses).toEqual([403, 403]);
  });

  it('with 404 when nobody executed what is polled for', async () => {
    expect((await centre.poll(tt, `/gdc/projects/${centre.access.workspaceId}/execute/raw/1`)).status).toBe(
      404,
    );
  });
});

describe('a poll', () => {
  it('is 401 once its token is over, and goes on with the next token', async () => {
    centre.twilio.insights.configure({ reportLatencyMs: 15 * 60_000 });
    const uri = textAt((await centre.execute(tt)).data, 'uri');
    const first = await centre.poll(tt, uri);
    await centre.twilio.clock.advance(10 * 60_000);
    const expired = await centre.poll(tt, uri);
    const next = await centre.tt();
    const second = await centre.poll(next, uri);
    await centre.twilio.clock.advance(5 * 60_000);

    expect([first.status, expired.status, second.status]).toEqual([202, 401, 202]);
    expect((await centre.poll(next, uri)).status).toBe(200);
  });

  it('is 401 once its token is revoked', async () => {
    const uri = textAt((await centre.execute(tt)).data, 'uri');
    const before = await centre.poll(tt, uri);

    centre.twilio.insights.revoke('tt');

    expect([before.status, (await centre.poll(tt, uri)).status]).toEqual([202, 401]);
  });
});
