import axios, { type AxiosInstance } from 'axios';
import { startInsights, textAt, type InsightsCentre } from './insightsClient';
import { memberOf } from './memberOf';
import { expectMatchesOpenApi } from './openapi';

const RESERVATION = `WR${'a'.repeat(32)}`;
const OTHER = `WR${'b'.repeat(32)}`;
const TASK = {
  external_id: `WT${'1'.repeat(32)}`,
  conversation_id: 'C1',
  date: '2026-01-31',
  time: '09:00:00',
};

const ROWS = [
  { ...TASK, segment_id: 'S1', kind: 'Queue', queue: 'Support' },
  {
    ...TASK,
    segment_id: 'S2',
    agent: 'Alice',
    agent_id: 'WK1',
    talk_time: '60',
    reservation_id: RESERVATION,
  },
  { ...TASK, segment_id: 'S3', agent: 'Bob', talk_time: '9', reservation_id: OTHER },
  { ...TASK, segment_id: 'S9', conversation_id: 'C2', external_id: 'WT2' },
];

let centre: InsightsCentre;
let api: AxiosInstance;
let token: string;
beforeEach(async () => {
  centre = await startInsights({ rows: ROWS });
  ({ token } = centre.twilio.identities.issue({ identity: 'alice', roles: ['agent'] }));
  api = axios.create({
    baseURL: `${centre.twilio.origin}/_host/flex-api.twilio.com`,
    auth: { username: 'token', password: token },
    validateStatus: () => true,
  });
});
afterEach(() => centre.twilio.stop());

/** Asks, and holds a success against Twilio's OpenAPI file. */
async function ask(method: 'GET' | 'POST', resource: string, query = '') {
  const path = `/v1/Insights/${resource}`;
  const { status, data } = await api.request<unknown>({ method, url: `${path}${query}` });
  if (status < 300) expectMatchesOpenApi('twilio_flex_v1.json', method, path, status, data);
  return { status, data };
}

async function segmentsOf(query: string): Promise<readonly string[]> {
  const segments = memberOf((await ask('GET', 'Segments', query)).data, 'segments');
  return Array.isArray(segments) ? segments.map((segment) => textAt(segment, 'segment_id')) : [];
}

describe('a session of Flex Insights', () => {
  it('names the workspace of the reports', async () => {
    const { status, data } = await ask('POST', 'Session');

    expect(status).toBe(201);
    expect(data).toMatchObject({
      workspace_id: centre.access.workspaceId,
      session_id: expect.stringContaining('BEGIN PGP MESSAGE') as string,
      session_expiry: '2026-01-31T10:00:00Z',
      base_url: 'https://analytics.ytica.com/',
    });
  });
});

describe('segments', () => {
  it('are found by reservations and by their own ID', async () => {
    expect(await segmentsOf(`?ReservationId=${RESERVATION}`)).toEqual(['S2']);
    expect(await segmentsOf(`?ReservationId=${RESERVATION}&ReservationId=${OTHER}`)).toEqual(['S2', 'S3']);
    expect(await segmentsOf('?SegmentId=S1')).toEqual(['S1']);
    expect(await segmentsOf('?SegmentId=nothing')).toEqual([]);
  });

  it('tell what the report tells', async () => {
    const { data } = await ask('GET', 'Segments', '?SegmentId=S2');

    expect(data).toMatchObject({
      segments: [
        {
          ...{ external_id: TASK.external_id, agent_name: 'Alice', queue: null },
          ...{ date: '2026-01-31T09:00:00Z', agent_id: expect.stringMatching(/^[0-9a-f-]{36}$/) as string },
        },
      ],
    });
  });

  it('are shown as they were restated last, once', async () => {
    centre.twilio.insights.configure({
      restated: 'repeated',
      rows: [{ ...TASK, segment_id: 'S1', queue: 'Billing' }],
    });

    const { data } = await ask('GET', 'Segments', '?SegmentId=S1');

    expect(data).toMatchObject({ segments: [{ queue: 'Billing' }] });
    expect(await segmentsOf('?SegmentId=S1')).toHaveLength(1);
  });

  it('come in pages', async () => {
    const { data } = await ask(
      'GET',
      'Segments',
      `?ReservationId=${RESERVATION}&ReservationId=${OTHER}&PageSize=1`,
    );

    expect(data).toMatchObject({ segments: [{ segment_id: 'S2' }], meta: { key: 'segments', page_size: 1 } });
    expect(textAt(data, 'meta', 'next_page_url')).toContain('Page=1');
  });

  it.each(['', '?ReservationId=WT1', `?ReservationId=${RESERVATION}&ReservationId=x`])(
    'are refused with 400/20001 for "%s"',
    async (query) => {
      expect(await ask('GET', 'Segments', query)).toMatchObject({ status: 400, data: { code: 20001 } });
    },
  );
});

describe('a conversation', () => {
  it('has the segments of all that belongs to it', async () => {
    const { data } = await ask('GET', 'Conversations', '?SegmentId=S3');

    expect(data).toMatchObject({
      conversations: [
        {
          ...{ conversation_id: 'C1', segment_count: 3 },
          segments: [
            { segment_id: 'S1', order: 0, agent_name: '' },
            { segment_id: 'S2', order: 1, talk_time: 60, agent_name: 'Alice' },
            { segment_id: 'S3', order: 2, timestamp: '2026-01-31T09:00:00Z' },
          ],
        },
      ],
    });
  });

  it('is an empty list for a segment that is not there, 400 for none', async () => {
    expect(await ask('GET', 'Conversations', '?SegmentId=x')).toMatchObject({ data: { conversations: [] } });
    expect((await ask('GET', 'Conversations')).status).toBe(400);
  });
});

describe('who asks', () => {
  const statusOf = async (headers: Record<string, string>): Promise<number> =>
    (
      await axios.get<unknown>(`${String(api.defaults.baseURL)}/v1/Insights/Segments?SegmentId=S1`, {
        headers,
        validateStatus: () => true,
      })
    ).status;

  it('is a Flex user, by his token in any of its ways', async () => {
    const basic = Buffer.from(`token:${token}`).toString('base64');

    expect(await statusOf({ Authorization: `Basic ${basic}` })).toBe(200);
    expect(await statusOf({ Authorization: `Bearer ${token}` })).toBe(200);
    expect(await statusOf({ Authorization: token })).toBe(200);
  });

  it('is not the account, nobody, or a token that was revoked or is over', async () => {
    const { accountSid, authToken, identities } = centre.twilio;
    const account = Buffer.from(`${accountSid}:${authToken}`).toString('base64');
    const expired = identities.issue({ identity: 'ben', roles: [], lifetimeMs: -1 }).token;
    identities.revoke(token);

    expect(await statusOf({ Authorization: `Basic ${account}` })).toBe(401);
    expect(await statusOf({})).toBe(401);
    expect(await statusOf({ Authorization: `Bearer ${token}` })).toBe(401);
    expect(await statusOf({ Authorization: `Bearer ${expired}` })).toBe(401);
  });
});
