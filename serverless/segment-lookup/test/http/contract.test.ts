import { getSegmentIdContract, getSegmentIdsContract } from '@patchbay/shared/contracts';
import { answerOf, captureLog } from '@patchbay/shared/testing/functions';
import { ONE, SEGMENTS, TWO, UNKNOWN } from '../support/centre';
import { FLEX_ORIGIN, startService, type Service } from '../support/service';

captureLog();
let service: Service;
beforeEach(async () => {
  service = await startService();
});
afterEach(() => service.stop());

const found = { status: 200, body: { segment_ids: SEGMENTS } };

describe('GET or POST /get-segment-id', () => {
  it('answers a POST with the token in its body, a GET with a bearer, and the typed client alike', async () => {
    const posted = await service.post('/get-segment-id', { TaskSid: ONE });
    const got = await service.get(`/get-segment-id?TaskSid=${ONE}`);
    const called = await service.clientOf('ann').call(getSegmentIdContract, { TaskSid: ONE });

    expect([posted, got]).toMatchObject([found, found]);
    expect(posted.body).toEqual({ segment_ids: SEGMENTS });
    expect(called).toMatchObject({ ok: true, body: { segment_ids: SEGMENTS } });
  });

  it('is for the pages of Flex, and for no cache', async () => {
    const { headers } = await service.post('/get-segment-id', { TaskSid: ONE });

    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('vary')).toBe('Origin');
    expect(headers.get('content-type')).toMatch(/^application\/json/);
    expect(headers.get('access-control-allow-origin')).toBe(FLEX_ORIGIN);
    expect(headers.get('access-control-expose-headers')).toContain('Retry-After');
  });

  it.each([
    ['what is not found', { TaskSid: UNKNOWN }, 404],
    ['what is malformed', { TaskSid: 'WT1' }, 400],
  ])('is for no cache either when it answers %s', async (_what, body, status) => {
    const answer = await service.post('/get-segment-id', body);

    expect(answer.status).toBe(status);
    expect([answer.headers.get('cache-control'), answer.headers.get('vary')]).toEqual(['no-store', 'Origin']);
  });

  it('keeps the published words for a task that Insights does not know, and says when to come back', async () => {
    const { status, body } = await service.post('/get-segment-id', { TaskSid: UNKNOWN });

    expect(status).toBe(404);
    expect(body).toEqual({
      success: false,
      error: `External ID '${UNKNOWN}' not found in Flex Insights`,
      code: 'not_found',
      details: null,
      hint: 'Flex Insights has the data of a task 30 to 60 minutes after its end.',
    });
    const called = await service.clientOf('ann').call(getSegmentIdContract, { TaskSid: UNKNOWN });
    expect(called).toMatchObject({ ok: false, code: 'not_found', details: [], hint: body['hint'] });
  });

  it('keeps them when Insights refuses the login: 502', async () => {
    service.centre.local.insights.configure({ users: [] });

    const { status, body } = await service.post('/get-segment-id', { TaskSid: ONE });

    expect([status, body['error'], body['code']]).toEqual([502, 'Authentication failed', 'insights_refused']);
  });

  it('keeps them when the report cannot be executed: 502', async () => {
    service.centre.local.insights.configure({ reports: [] });

    const { status, body } = await service.post('/get-segment-id', { TaskSid: ONE });

    expect([status, body['error'], body['code']]).toEqual([502, 'Report execution failed', 'report_failed']);
  });

  it('says when to come back while Insights throttles: 503', async () => {
    service.centre.local.faults.add({
      match: { host: 'analytics' },
      effect: { type: 'status', status: 429, retryAfter: 17 },
    });

    const { status, body, headers } = await service.post('/get-segment-id', { TaskSid: ONE });

    expect([status, body['code'], headers.get('retry-after')]).toEqual([503, 'insights_unavailable', '17']);
  });
});

describe('a report that takes long', () => {
  const slow = async () => {
    await service.stop();
    service = await startService({ insights: { reportLatencyMs: 30_000 } }, () => ({
      REPORT_WAIT_SECONDS: '1',
    }));
  };

  it('is a 504 with the published words for callers of old', async () => {
    await slow();

    const { status, body } = await service.get(`/get-segment-id?TaskSid=${ONE}`);

    expect([status, body['error'], body['code']]).toEqual([
      504,
      'Report timeout after 1 seconds',
      'report_timeout',
    ]);
  });

  it('is a 202 for those who can continue, as JSON, form or query', async () => {
    await slow();

    const json = await service.post('/get-segment-id', { TaskSid: ONE, canContinue: true });
    const query = await service.get(`/get-segment-id?TaskSid=${ONE}&canContinue=true`);
    const fields = { TaskSid: ONE, canContinue: 'true', Token: service.centre.tokenOf('ann') };
    const form = await answerOf(
      fetch(`${service.url}/get-segment-id`, { method: 'POST', body: new URLSearchParams(fields) }),
    );
    const called = await service
      .clientOf('ann')
      .call(getSegmentIdContract, { TaskSid: ONE, canContinue: true });

    for (const { status, body } of [json, query, form]) {
      expect({ status, keys: Object.keys(body) }).toEqual({ status: 202, keys: ['status', 'continuation'] });
    }
    expect(called).toMatchObject({ ok: true, status: 202, body: { status: 'pending' } });
    await service.centre.local.clock.advance(30_000);
    const done = await service.post('/get-segment-id', {
      TaskSid: ONE,
      continuation: query.body['continuation'],
    });
    expect(done).toMatchObject(found);
  });

  it('refuses a continuation that is another’s: 400', async () => {
    await slow();
    const { body } = await service.post('/get-segment-id', { TaskSid: ONE, canContinue: true });

    const { continuation } = body;
    const answer = await service.post('/get-segment-id', { TaskSid: ONE, continuation }, 'bob');

    expect(answer).toMatchObject({ status: 400, body: { code: 'continuation_refused' } });
  });
});

describe('POST /get-segment-ids', () => {
  it('says that the report lacks a column for it: 400', async () => {
    const { status, body } = await service.post('/get-segment-ids', { TaskSids: [ONE, TWO] });

    expect([status, body['code']]).toEqual([400, 'batch_unavailable']);
    expect(body['error']).toContain('INSIGHTS_EXTERNAL_ID_COLUMN');
  });

  it('answers for each task, as JSON and through the typed client', async () => {
    await service.stop();
    service = await startService({}, ({ access: { batchReportId = '', externalIdColumn = '' } }) => ({
      INSIGHTS_REPORT: batchReportId,
      INSIGHTS_EXTERNAL_ID_COLUMN: externalIdColumn,
    }));
    const tasks = [
      { TaskSid: UNKNOWN, found: false, segment_ids: [] },
      { TaskSid: ONE, found: true, segment_ids: SEGMENTS },
    ];

    const posted = await service.post('/get-segment-ids', { TaskSids: [UNKNOWN, ONE] });
    const called = await service.clientOf('ann').call(getSegmentIdsContract, { TaskSids: [UNKNOWN, ONE] });

    expect(posted).toMatchObject({ status: 200, body: { tasks } });
    expect(called).toMatchObject({ ok: true, body: { tasks } });
  });

  it.each([
    ['none', [], 'TaskSids must be at least 1 entries long'],
    ['more than a hundred', Array(101).fill(ONE), 'TaskSids must be at most 100 entries long'],
    ['what is no task', [ONE, 'WT1'], 'TaskSids.1 must be WT followed by 32 hex digits'],
  ])('refuses %s', async (_what, TaskSids, detail) => {
    const { status, body } = await service.post('/get-segment-ids', { TaskSids });

    expect([status, body['code'], body['details']]).toEqual([400, 'validation_failed', [detail]]);
  });
});
