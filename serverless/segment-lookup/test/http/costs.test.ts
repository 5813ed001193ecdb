import { captureLog } from '@patchbay/shared/testing/functions';
import { ONE, SEGMENTS, TWO } from '../support/centre';
import { countCalls } from '../support/countCalls';
import { startService, type Service } from '../support/service';

const lines = captureLog();
let service: Service;
beforeEach(async () => {
  service = await startService();
});
afterEach(() => service.stop());

const found = { status: 200, body: { segment_ids: SEGMENTS } };

it('a lookup costs 5 calls cold, the token check included, 3 warm, and none while its answer is kept', async () => {
  const cold = await countCalls(service.centre, () => service.post('/get-segment-id', { TaskSid: ONE }));
  const warm = await countCalls(service.centre, () => service.post('/get-segment-id', { TaskSid: TWO }));
  const kept = await countCalls(service.centre, () => service.post('/get-segment-id', { TaskSid: ONE }));

  expect([cold.result, kept.result]).toMatchObject([found, found]);
  expect(cold.iam + cold.insightsCalls).toBe(5);
  expect(warm.iam + warm.insightsCalls).toBe(3);
  expect(kept.iam + kept.insightsCalls + kept.sync).toBe(0);
});

it('ten who ask for the same task at once in one cold process cost 5 calls in all', async () => {
  const { result, iam, insightsCalls, sync } = await countCalls(service.centre, () =>
    Promise.all(Array.from({ length: 10 }, () => service.post('/get-segment-id', { TaskSid: ONE }))),
  );

  expect(result).toMatchObject(Array(10).fill(found));
  expect(iam + insightsCalls).toBe(5);
  // As one alone: in one process they need no store to find each other.
  expect(sync).toBe(5);
});

it('operators find the lines they know, and what a request cost', async () => {
  const ask = (TaskSid: string) => service.post('/get-segment-id', { TaskSid });
  await ask(ONE);
  await ask(TWO);
  await ask(ONE);

  const logged = lines.filter((line) => line.startsWith('{')).map((line): unknown => JSON.parse(line));

  const common = { service: 'segment-lookup', function: 'get-segment-id', level: 'info' };
  expect(logged).toMatchObject([
    { ...common, event: 'New SST generated and cached (expires in 14 days)', sstNew: 1 },
    { ...common, event: 'New TT generated and cached (expires in 10 minutes)', ttNew: 1 },
    { ...common, event: 'answered', status: 200, insightsCalls: 4 },
    { ...common, event: 'Using cached temporary token (TT)', ttHits: 1 },
    { ...common, event: 'answered', status: 200, insightsCalls: 3 },
    { ...common, event: 'answered', status: 200, answerFrom: 'process' },
  ]);
});

it.each([
  ['a TT that was revoked', 'tt', 1],
  ['an SST that was revoked while its TT is good', 'sst', 0],
] as const)('%s costs at most one failed call, then the lookup succeeds', async (_what, kind, failed) => {
  const { local } = service.centre;
  await service.post('/get-segment-id', { TaskSid: TWO });
  local.insights.revoke(kind);
  const since = local.journal.sequence;

  const answer = await service.post('/get-segment-id', { TaskSid: ONE });

  const refused = local.journal.entries({ since, direction: 'in' }).filter(({ status }) => status >= 400);
  expect(answer).toMatchObject(found);
  expect(refused.map(({ status }) => status)).toEqual(Array(failed).fill(401));
});
