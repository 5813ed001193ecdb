import { captureLog } from '@patchbay/shared/testing/functions';
import fc from 'fast-check';
import { ONE, SEGMENTS } from '../support/centre';
import { countCalls } from '../support/countCalls';
import { startService, type Service } from '../support/service';

captureLog();
let service: Service;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.stop());

const RUNS = 1_000;
const isTask = (value: unknown): boolean => typeof value === 'string' && /^WT[0-9a-f]{32}$/.test(value);

/** Anything but a task: texts, near misses, other types. */
const noTask = fc
  .oneof(
    fc.string(),
    fc.constant(''),
    fc.stringMatching(/^W[TRQ][0-9a-fA-F]{30,34}$/),
    fc.constantFrom(
      `${ONE}\n`,
      ` ${ONE}`,
      ONE.toUpperCase(),
      `${ONE}${ONE}`,
      `${ONE}'--`,
      '../../etc',
      '__proto__',
    ),
    fc.string({ minLength: 5_000, maxLength: 20_000 }),
    fc.jsonValue(),
  )
  .filter((value) => !isTask(value));
const extras = fc.dictionary(
  fc.oneof(fc.constantFrom('Token', 'canContinue', 'continuation', 'TaskSids', 'request'), fc.string()),
  fc.jsonValue(),
  { maxKeys: 4 },
);
const jsonBody = fc.tuple(noTask, extras).map(([TaskSid, more]) => JSON.stringify({ ...more, TaskSid }));
const withJson = (body: string): RequestInit => ({
  method: 'POST',
  headers: { 'Content-Type': 'application/json' },
  body,
});

/** Requests that can't be meant. */
const malformed = fc.oneof(
  jsonBody.map((body) => ({ query: '', init: withJson(body) })),
  fc.oneof(fc.string(), fc.json()).map((body) => ({ query: '', init: withJson(`${body} `) })),
  fc.integer({ min: 33, max: 500 }).map((depth) => ({
    query: '',
    init: withJson(`{"TaskSid":"${ONE}","deep":${'['.repeat(depth)}${']'.repeat(depth)}}`),
  })),
  fc.tuple(fc.string(), fc.string()).map(([TaskSid, name]) => ({
    query: '',
    init: {
      method: 'POST',
      body: new URLSearchParams([
        ['TaskSid', TaskSid],
        [name, TaskSid],
      ]),
    },
  })),
  fc.string().map((body) => ({ query: '', init: { method: 'POST', body } })),
  fc.string().map((TaskSid) => ({ query: `?${new URLSearchParams({ TaskSid }).toString()}`, init: {} })),
  fc.constantFrom(
    { query: `?TaskSid=${ONE}&TaskSid=${ONE}`, init: {} },
    { query: `?TaskSid[a]=${ONE}`, init: {} },
    { query: `?TaskSid=${ONE}&continuation=a%20b`, init: {} },
    { query: `?TaskSid=${ONE}&canContinue=perhaps`, init: {} },
    { query: '', init: { method: 'PUT' } },
    { query: '', init: { method: 'DELETE' } },
  ),
);

it(`${RUNS} malformed requests: each is refused, none reaches anybody, and the service goes on`, async () => {
  const { iam, insightsCalls, sync } = await countCalls(service.centre, () =>
    fc.assert(
      fc.asyncProperty(
        malformed,
        fc.constantFrom('/get-segment-id', '/get-segment-ids'),
        async ({ query, init }, path) => {
          const response = await fetch(service.url + path + query, init);
          await response.arrayBuffer();

          expect([400, 405, 413]).toContain(response.status);
        },
      ),
      { numRuns: RUNS },
    ),
  );

  expect([iam, insightsCalls, sync]).toEqual([0, 0, 0]);
  expect(await service.post('/get-segment-id', { TaskSid: ONE })).toMatchObject({
    status: 200,
    body: { segment_ids: SEGMENTS },
  });
}, 180_000);

it('continuations that nobody gave: refused, and Insights hears nothing', async () => {
  const { insightsCalls, sync } = await countCalls(service.centre, () =>
    fc.assert(
      fc.asyncProperty(fc.stringMatching(/^[\w.~-]{1,300}$/), async (continuation) => {
        const answer = await service.post('/get-segment-id', { TaskSid: ONE, continuation });

        expect(answer).toMatchObject({ status: 400, body: { code: 'continuation_refused' } });
      }),
      { numRuns: 100 },
    ),
  );

  expect([insightsCalls, sync]).toEqual([0, 0]);
}, 60_000);
