import { answerOf, startProcesses, type FunctionProcess } from '@patchbay/shared/testing/functions';
import { ONE, SEGMENTS, startCentre, TWO, UNKNOWN, type Centre } from '../support/centre';
import { countCalls } from '../support/countCalls';
import { FOLDER } from '../support/service';

const WITHIN_MS = 120_000;
let centre: Centre;
let service: FunctionProcess;
beforeEach(async () => {
  centre = await startCentre({ mode: 'running' });
  const [started] = await startProcesses(
    1,
    { folder: FOLDER, env: centre.env, forkEachRequest: true },
    { preload: require.resolve('@patchbay/emulator/redirect'), origin: centre.local.origin },
  );
  if (started === undefined) throw new Error('The service did not start');
  service = started;
}, WITHIN_MS);
afterEach(async () => {
  await service.stop();
  await centre.stop();
});

const lookUp = (TaskSid: string) =>
  countCalls(centre, () =>
    answerOf(
      fetch(`${service.url}/get-segment-id?TaskSid=${TaskSid}`, {
        headers: { Authorization: `Bearer ${centre.tokenOf('ann')}` },
      }),
    ),
  );

/** As the cloud is at its coldest: what a request may know of an earlier one is in Sync. */
describe('where each request has a process of its own', () => {
  it(
    'a lookup costs at most 5 calls, one login serves all, and an answer that is kept costs the token check',
    async () => {
      const first = await lookUp(ONE);
      const other = await lookUp(TWO);
      const again = await lookUp(ONE);
      const unknown = await lookUp(UNKNOWN);

      expect(first.result).toMatchObject({ status: 200, body: { segment_ids: SEGMENTS } });
      expect([first.iam, first.insights]).toEqual([1, { login: 1, elements: 1, execute: 1, report: 1 }]);
      expect([other.iam, other.insights]).toEqual([1, { tt: 1, elements: 1, execute: 1, report: 1 }]);
      expect(again.result).toMatchObject({ status: 200, body: { segment_ids: SEGMENTS } });
      expect([again.iam, again.insights]).toEqual([1, {}]);
      expect([unknown.result.status, unknown.insights]).toEqual([404, { tt: 1, elements: 1 }]);
    },
    WITHIN_MS,
  );

  it(
    'ten who ask for the same task at once share one login and one execution',
    async () => {
      const { result, insights } = await countCalls(centre, () =>
        Promise.all(Array.from({ length: 10 }, () => lookUp(ONE))),
      );

      expect(result.map((one) => one.result)).toMatchObject(
        Array(10).fill({ status: 200, body: { segment_ids: SEGMENTS } }),
      );
      expect(insights).toMatchObject({ login: 1, execute: 1 });
    },
    WITHIN_MS,
  );

  it(
    'an SST that was revoked costs one failed call',
    async () => {
      await lookUp(ONE);
      for (const kind of ['tt', 'sst'] as const) centre.local.insights.revoke(kind);

      const { result, insights } = await lookUp(TWO);

      expect(result.status).toBe(200);
      expect(insights).toEqual({ tt: 1, login: 1, elements: 1, execute: 1, report: 1 });
    },
    WITHIN_MS,
  );
});
