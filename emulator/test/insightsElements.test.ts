import { elementsIn, filterBy, startInsights, textAt, withTt, type InsightsCentre } from './insightsClient';

const taskOf = (n: number): string => `WT${String(n).padStart(32, '0')}`;

let centre: InsightsCentre;
let tt: string;
beforeEach(async () => {
  centre = await startInsights({
    rows: [3, 1, 2, 2].map((n, row) => ({ segment_id: `S${row}`, external_id: taskOf(n) })),
  });
  tt = await centre.tt();
});
afterEach(() => centre.twilio.stop());

const titlesOf = async (request: Record<string, unknown>, query = ''): Promise<readonly string[]> =>
  elementsIn((await centre.elements(tt, request, query)).data).map(([title]) => title);

describe('the display form of external IDs', () => {
  it('is found by its identifier; what is not known is left out', async () => {
    const { workspaceId } = centre.access;
    const { status, data } = await centre.http.post<unknown>(
      `/gdc/md/${workspaceId}/identifiers`,
      { identifierToUri: ['label.conversations.external_id', 'label.nothing'] },
      withTt(tt),
    );

    expect(status).toBe(200);
    expect(data).toEqual({
      identifiers: [
        { identifier: 'label.conversations.external_id', uri: `/gdc/md/${workspaceId}/obj/5193` },
      ],
    });
  });

  it('can have another number', async () => {
    centre.twilio.insights.configure({ externalIdForm: '777' });
    const { workspaceId } = centre.access;

    const { data } = await centre.http.post<unknown>(
      `/gdc/md/${workspaceId}/identifiers`,
      { identifierToUri: ['label.conversations.external_id'] },
      withTt(tt),
    );

    expect(JSON.stringify(data)).toContain(`/gdc/md/${workspaceId}/obj/777`);
    expect((await centre.elements(tt, {})).status).toBe(404);
  });
});

describe('its elements', () => {
  it('are found by titles, each once however many rows it has', async () => {
    const { status, data } = await centre.elements(tt, { titles: [taskOf(2), taskOf(9)] });

    const { workspaceId } = centre.access;
    expect(status).toBe(200);
    expect(data).toEqual({
      validElements: {
        items: [
          {
            element: {
              title: taskOf(2),
              uri: expect.stringMatching(`^/gdc/md/${workspaceId}/obj/5192/elements\\?id=\\d+$`) as string,
            },
          },
        ],
        paging: { total: '1', count: 1, offset: '0' },
        elementsMeta: {
          attribute: `/gdc/md/${workspaceId}/obj/5192`,
          attributeDisplayForm: `/gdc/md/${workspaceId}/obj/5193`,
          filter: '',
          order: 'asc',
        },
      },
    });
  });

  it('are an empty list where nothing matches, no error', async () => {
    const { status, data } = await centre.elements(tt, { titles: [taskOf(9)] });

    expect([status, elementsIn(data)]).toEqual([200, []]);
  });

  it('are several where several have the same title, each with rows of its own', async () => {
    centre.twilio.insights.configure({
      rows: [{ segment_id: 'S9', external_id: taskOf(1), element: 'restored' }],
    });

    const found = elementsIn((await centre.elements(tt, { titles: [taskOf(1)] })).data);
    const reports = await Promise.all(
      found.map(async ([, uri]) => String((await centre.report(tt, filterBy(centre.access, [uri]))).data)),
    );

    expect(new Set(found.map(([, uri]) => uri)).size).toBe(2);
    expect(reports.map((csv) => /S\d/.exec(csv)?.[0]).sort()).toEqual(['S1', 'S9']);
  });

  it('are sorted and paged', async () => {
    const page = (offset: number, order = 'asc') =>
      titlesOf({ titles: [taskOf(1), taskOf(2), taskOf(3)] }, `?limit=2&offset=${offset}&order=${order}`);

    expect(await page(0)).toEqual([taskOf(1), taskOf(2)]);
    expect(await page(2)).toEqual([taskOf(3)]);
    expect(await page(3)).toEqual([]);
    expect(await page(0, 'desc')).toEqual([taskOf(3), taskOf(2)]);
  });

  it('are never more on a page than there may be, and the total says so', async () => {
    centre.twilio.insights.configure({ elementsPageSize: 1 });

    const { data } = await centre.elements(tt, {}, '?limit=100');

    expect(data).toMatchObject({ validElements: { paging: { total: '3', count: 1, offset: '0' } } });
  });

  it('can be searched by a part, by their addresses, and by all but those', async () => {
    const [[, first] = ['', '']] = elementsIn((await centre.elements(tt, { titles: [taskOf(1)] })).data);

    expect(await titlesOf({}, '?filter=wt0&limit=1')).toEqual([taskOf(1)]);
    expect(await titlesOf({}, '?filter=03')).toEqual([taskOf(3)]);
    expect(await titlesOf({ uris: [first] })).toEqual([taskOf(1)]);
    expect(await titlesOf({ uris: [first], complement: true })).toEqual([taskOf(2), taskOf(3)]);
    expect(await titlesOf({ uris: [] })).toEqual([taskOf(1), taskOf(2), taskOf(3)]);
  });

  it('come by a task to poll when told so, named in the body', async () => {
    centre.twilio.insights.configure({ elementsLatencyMs: 2_000 });
    const asked = await centre.elements(tt, { titles: [taskOf(1)] });
    const uri = textAt(asked.data, 'uri');
    const early = await centre.poll(tt, uri);
    await centre.twilio.clock.advance(2_000);

    const late = await centre.poll(tt, uri);

    expect([asked.status, early.status, late.status]).toEqual([202, 202, 200]);
    expect(early.data).toEqual({ taskState: { status: 'RUNNING' } });
    expect(elementsIn(late.data)).toEqual([[taskOf(1), expect.any(String) as string]]);
  });

  it('come by a redirect to a task when told so', async () => {
    centre.twilio.insights.configure({ elementsLatencyMs: 2_000, elementsTask: 'see-other' });

    const { status, headers } = await centre.elements(tt, { titles: [taskOf(1)] });
    await centre.twilio.clock.advance(2_000);

    expect(status).toBe(303);
    expect(elementsIn((await centre.poll(tt, String(headers['location']))).data)).toHaveLength(1);
  });

  it.each([
    ['titles that are no texts', { titles: [1] }, ''],
    ['titles that are no list', { titles: 'x' }, ''],
    ['a limit that is no number', {}, '?limit=x'],
    ['an offset below 0', {}, '?offset=-1'],
    ['an order there is not', {}, '?order=up'],
  ])('are 400 for %s', async (_, request, query) => {
    expect((await centre.elements(tt, request, query)).status).toBe(400);
  });

  it('are 404 of a form there is not, 403 in another workspace, 401 without a token', async () => {
    const path = (workspace: string, form: string) => `/gdc/md/${workspace}/obj/${form}/validElements`;
    const statusOf = async (address: string, headers = withTt(tt)): Promise<number> =>
      (await centre.http.post<unknown>(address, { validElementsRequest: {} }, headers)).status;
    const { workspaceId } = centre.access;

    expect(await statusOf(path(workspaceId, '1'))).toBe(404);
    expect(await statusOf(path('another', '5193'))).toBe(403);
    expect(await statusOf(path(workspaceId, '5193'), withTt(''))).toBe(401);
    expect((await centre.poll(tt, `${path(workspaceId, '5193')}/1`)).status).toBe(404);
  });
});
