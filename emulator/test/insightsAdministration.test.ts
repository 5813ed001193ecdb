import { callAdmin } from './callAdmin';
import { elementsIn, startInsights, textAt, type InsightsCentre } from './insightsClient';
import { memberOf } from './memberOf';

const SECRET = 'correct-horse';

let centre: InsightsCentre;
beforeEach(async () => {
  centre = await startInsights({ users: [{ login: 'reports@flex.example', password: SECRET }] });
});
afterEach(() => centre.twilio.stop());

const admin = (method: 'GET' | 'POST', json?: unknown) =>
  callAdmin(centre.twilio.origin, method, '/insights', json);

describe('a scenario with insights', () => {
  it('answers all that a service has to be configured with', () => {
    expect(centre.access).toEqual({
      host: 'analytics.ytica.com',
      workspaceId: 'localinsightsworkspace0000000001',
      username: 'reports@flex.example',
      password: SECRET,
      reportId: '2001',
      batchReportId: '2002',
      externalIdColumn: 'External ID',
      externalIdForm: '5193',
    });
  });

  it('can be posted, with workspace, users and reports of its own', async () => {
    const { status, body } = await callAdmin(centre.twilio.origin, 'POST', '/scenario', {
      workspace: { friendlyName: 'Other' },
      insights: {
        workspaceId: 'elsewhere',
        users: [{ login: 'ann', password: 'p' }],
        reports: [{ id: '7', columns: [{ title: 'Task', field: 'external_id' }] }],
      },
    });

    expect(status).toBe(201);
    expect(memberOf(body, 'insights')).toMatchObject({
      ...{ workspaceId: 'elsewhere', username: 'ann', password: 'p' },
      ...{ reportId: '7', batchReportId: '7', externalIdColumn: 'Task' },
    });
  });

  it.each([
    ['a typo', { reportLatency: 1 }, 'no field "reportLatency"'],
    ['a row without a segment', { rows: [{ external_id: 'WT1' }] }, 'segment_id'],
    ['a row with a number', { rows: [{ segment_id: '1', external_id: 'x', talk_time: 3 }] }, 'talk_time'],
    ['a report whose ID is no number', { reports: [{ id: 'x', columns: [] }] }, 'id must be'],
    ['an unknown way to be empty', { emptyAnswer: 'nothing' }, 'emptyAnswer'],
    ['a delay that is none', { dataDelayMs: -1 }, 'dataDelayMs'],
    ['no users', { users: [] }, 'needs a user and a report'],
  ])('is refused for %s', async (_, insights, message) => {
    const { status, body } = await callAdmin(centre.twilio.origin, 'POST', '/scenario', {
      workspace: { friendlyName: 'Other' },
      insights,
    });

    expect(status).toBe(400);
    expect(textAt(body, 'error')).toContain(message);
  });
});

describe('/_emulator/insights', () => {
  it('shows settings, rows, sessions and executions, but no password and no token', async () => {
    const sst = await centre.sst();
    const tt = textAt((await centre.renew(sst)).data, 'userToken', 'token');
    await centre.execute(tt);

    const { status, body } = await admin('GET');

    expect(status).toBe(200);
    expect(body).toMatchObject({
      settings: { users: ['reports@flex.example'], reportLatencyMs: 1_500 },
      ...{ rows: 0, loadsToCome: 0 },
      sessions: [{ login: 'reports@flex.example', temporaryTokens: 1 }],
      executions: [{ reportId: '2001', filtered: false, rows: 0 }],
    });
    for (const secret of [SECRET, sst, tt]) expect(JSON.stringify(body)).not.toContain(secret);
  });

  it('adds rows and changes what it is told, and nothing else', async () => {
    const { body } = await admin('POST', {
      rows: [{ segment_id: '1', external_id: 'WT1' }],
      reportLatencyMs: 30_000,
    });

    expect(body).toMatchObject({
      rows: 1,
      settings: { reportLatencyMs: 30_000, dataDelayMs: 1_800_000, users: ['reports@flex.example'] },
    });
    expect(elementsIn((await centre.elements(await centre.tt(), {})).data)).toHaveLength(1);
  });

  it.each(['tt', 'sst'] as const)('revokes every %s', async (kind) => {
    const sst = await centre.sst();
    const tt = textAt((await centre.renew(sst)).data, 'userToken', 'token');

    await admin('POST', { revoke: kind });

    const statuses = [(await centre.elements(tt, {})).status, (await centre.renew(sst)).status];
    expect(statuses).toEqual(kind === 'tt' ? [401, 200] : [200, 401]);
  });

  it('refuses to revoke anything else', async () => {
    expect((await admin('POST', { revoke: 'all' })).status).toBe(400);
    expect((await admin('POST', [])).status).toBe(400);
  });
});

describe('the journal', () => {
  it('counts every kind of request for itself', async () => {
    centre.twilio.insights.configure({ rows: [{ segment_id: '1', external_id: 'WT1' }] });
    const tt = await centre.tt();
    const [[, element] = ['', '']] = elementsIn((await centre.elements(tt, { titles: ['WT1'] })).data);
    const uri = textAt((await centre.execute(tt)).data, 'uri');
    await centre.poll(tt, uri);
    await centre.poll(tt, uri);

    expect(element).not.toBe('');
    expect(centre.twilio.journal.counts({ host: 'analytics.ytica.com' })).toEqual({
      'POST analytics.ytica.com/gdc/account/login': 1,
      'GET analytics.ytica.com/gdc/account/token': 1,
      'POST analytics.ytica.com/gdc/md/:workspaceId/obj/:formId/validElements': 1,
      'POST analytics.ytica.com/gdc/app/projects/:workspaceId/execute/raw': 1,
      'GET analytics.ytica.com/gdc/projects/:workspaceId/execute/raw/:executionId': 2,
    });
  });

  it('holds no password and no token, wherever somebody put them', async () => {
    const sst = await centre.sst();
    const tt = textAt((await centre.renew(sst)).data, 'userToken', 'token');
    await centre.http.post('/gdc/account/login', `{"postUserLogin":{"password":"${SECRET}"`);
    await centre.http.post('/gdc/account/login', `login=x&password=${SECRET}`);
    const encodedTwice = JSON.stringify(`{"postUserLogin":{"password":"${SECRET}"}}`);
    await centre.http.post('/gdc/account/login', encodedTwice);
    await centre.elements(tt, { titles: [sst, tt] }, `?filter=${tt}`);
    await centre.execute(tt, { note: { [tt]: sst } });
    await centre.poll(tt, `/gdc/projects/${centre.access.workspaceId}/execute/raw/${tt}`);
    await centre.http.delete(`/gdc/account/login/${sst}`);

    const journal = JSON.stringify(centre.twilio.journal.entries());

    for (const secret of [SECRET, sst, tt]) expect(journal).not.toContain(secret);
  });
});
