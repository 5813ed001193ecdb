import { startInsights, textOf, withTt, type InsightsCentre } from './insightsClient';
import { memberOf } from './memberOf';

const TASK = `WT${'1'.repeat(32)}`;
const OTHER = `WT${'2'.repeat(32)}`;

const ROWS = [
  { segment_id: '1001', external_id: TASK, kind: 'Queue', agent: '', queue: 'Support', date: '2026-01-31' },
  { segment_id: '1002', external_id: TASK, kind: 'Conversation', agent: 'Alice, "Al"', queue: 'Support' },
  { segment_id: '1003', external_id: OTHER, kind: 'Conversation', agent: 'Bob' },
];

let centre: InsightsCentre;
beforeEach(async () => {
  centre = await startInsights({ rows: ROWS });
});
afterEach(() => centre.twilio.stop());

const elementsPath = (): string =>
  `/gdc/md/${centre.access.workspaceId}/obj/${centre.access.externalIdForm}/validElements`;

async function elementsOf(tt: string, title: string): Promise<string[]> {
  const { data } = await centre.http.post<unknown>(
    elementsPath(),
    { validElementsRequest: { titles: [title] } },
    withTt(tt),
  );
  const items = memberOf(memberOf(data, 'validElements'), 'items');
  return Array.isArray(items) ? items.map((item) => textOf(item, 'element', 'uri')) : [];
}

const filterBy = (elements: readonly string[]) => ({
  context: {
    filters: [
      {
        uri: `/gdc/md/${centre.access.workspaceId}/obj/${centre.access.externalIdForm}`,
        constraint: { type: 'list', elements },
      },
    ],
  },
});

describe('a raw report', () => {
  it('is executed with 201, answers 202 until its time is up, then CSV', async () => {
    const tt = await centre.tt();
    const executed = await centre.execute(tt, filterBy(await elementsOf(tt, TASK)));
    const uri = textOf(executed.data, 'uri');
    const early = await centre.http.get<unknown>(uri, withTt(tt));
    await centre.twilio.clock.advance(1_500);

    const late = await centre.http.get<unknown>(uri, withTt(tt));

    expect([executed.status, early.status, early.data]).toEqual([201, 202, '']);
    expect(late.status).toBe(200);
    expect(late.headers['content-type']).toMatch('text/csv');
    expect(late.data).toBe(
      'Segment,Date,Kind,Agent,Queue\n1001,2026-01-31,Queue,,Support\n1002,,Conversation,"Alice, ""Al""",Support\n',
    );
  });
});

describe('the display form of external IDs', () => {
  it('is found by its identifier', async () => {
    const { data } = await centre.http.post<unknown>(
      `/gdc/md/${centre.access.workspaceId}/identifiers`,
      { identifierToUri: ['label.conversations.external_id', 'label.nothing'] },
      withTt(await centre.tt()),
    );

    expect(data).toEqual({
      identifiers: [
        {
          identifier: 'label.conversations.external_id',
          uri: `/gdc/md/${centre.access.workspaceId}/obj/5193`,
        },
      ],
    });
  });

  it('has no element for a task that is not in the data: an empty list, no error', async () => {
    expect(await elementsOf(await centre.tt(), `WT${'9'.repeat(32)}`)).toEqual([]);
  });
});
