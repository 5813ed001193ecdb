import diagnosticsChannel from 'node:diagnostics_channel';
import type { ClientRequest } from 'node:http';
import { captureLog } from '@patchbay/shared/testing/functions';
import { ONE, TWO, UNKNOWN } from '../support/centre';
import { startService, type Service } from '../support/service';

const lines = captureLog();
const urls: string[] = [];
const agents: unknown[] = [];
const noteUrl = (message: unknown): void => {
  const { request } = message as { request: ClientRequest };
  urls.push(`${request.host}${request.path}`);
  if (request.host.startsWith('analytics.')) agents.push(request.getHeader('user-agent'));
};
beforeEach(() => {
  urls.length = 0;
  agents.length = 0;
  diagnosticsChannel.subscribe('http.client.request.start', noteUrl);
});
afterEach(() => diagnosticsChannel.unsubscribe('http.client.request.start', noteUrl));

let service: Service;
afterEach(() => service.stop());

/** No secret is in an address, a log line, what the local Twilio noted of requests, or an answer. */
function expectKept(answers: readonly { readonly text: string }[]): void {
  const { centre } = service;
  const journal = JSON.stringify(
    centre.local.journal.entries({ direction: 'in' }).map(({ path, query }) => [path, query]),
  );
  const told = [urls.join('\n'), lines.join('\n'), journal, ...answers.map(({ text }) => text)];
  const secrets = [
    centre.tokenOf('ann'),
    centre.access.password,
    centre.env['AUTH_TOKEN'] ?? '',
    centre.access.username,
  ];
  expect(urls.length).toBeGreaterThan(0);
  expect(lines.length).toBeGreaterThan(0);
  for (const text of told) {
    for (const secret of secrets) expect(text).not.toContain(secret);
    // SSTs and TTs of the local Insights.
    expect(text).not.toMatch(/local-[0-9a-f]{16}/);
  }
}

/** Neither upstream words nor the workspace get out to a caller. */
const expectQuiet = (answers: readonly { readonly text: string }[]): void => {
  for (const { text } of answers)
    expect(text).not.toMatch(/GDC|GoodData|localinsights|Access denied|verify that you|<html/i);
};

it('secrets stay where they belong, whatever happens', async () => {
  service = await startService({ insights: { reportLatencyMs: 300 } }, () => ({ REPORT_WAIT_SECONDS: '1' }));
  const { local } = service.centre;
  const ask = (TaskSid: string) => service.post('/get-segment-id', { TaskSid, canContinue: true });

  const answers = [await ask(ONE), await ask(UNKNOWN)];
  for (const kind of ['tt', 'sst'] as const) local.insights.revoke(kind);
  answers.push(await ask(TWO));
  local.insights.configure({ reportLatencyMs: 60_000 });
  answers.push(await service.post('/get-segment-id', { TaskSid: TWO, canContinue: true }, 'bob'));
  for (const effect of [
    { type: 'html' },
    { type: 'status', status: 403 },
    { type: 'lost-response' },
  ] as const) {
    local.faults.add({ match: { host: 'analytics' }, effect });
    answers.push(await service.post('/get-segment-id', { TaskSid: UNKNOWN }));
    local.faults.clear();
  }

  expectKept(answers);
  expectQuiet(answers);
});

it('the service says to Insights who it is', async () => {
  service = await startService();

  await service.post('/get-segment-id', { TaskSid: ONE });

  expect(agents).toHaveLength(4);
  for (const agent of agents) expect(agent).toMatch(/^patchbay-segment-lookup\/\d/);
});

it('secrets stay where they belong when Insights does not take them', async () => {
  service = await startService();
  service.centre.local.insights.configure({ users: [] });

  const answers = [await service.post('/get-segment-id', { TaskSid: ONE })];

  expect(answers[0]?.status).toBe(502);
  expectKept(answers);
  expectQuiet(answers);
});

it('a user’s token that goes to Flex is in no address either', async () => {
  service = await startService({}, ({ workspaceSid }) => ({
    INSIGHTS_PROVIDER: 'flex',
    WORKSPACE_SID: workspaceSid,
  }));
  const { client, workspaceSid, local } = service.centre;
  const { sid } = await client.taskrouter.v1.workspaces(workspaceSid).tasks.create({ taskChannel: 'voice' });

  const answers = [await service.post('/get-segment-id', { TaskSid: sid })];

  expect(answers).toMatchObject([{ status: 200, body: { segment_ids: [] } }]);
  expect(local.journal.entries({ host: 'flex-api.twilio.com' })).toHaveLength(1);
  expectKept(answers);
});
