import { createClient } from '@patchbay/shared/client';
import { getSegmentIdContract, TaskSid } from '@patchbay/shared/contracts';
import { startProcesses, type FunctionProcess } from '@patchbay/shared/testing/functions';
import { ONE, SEGMENTS, startCentre, type Centre } from '../support/centre';
import { countCalls } from '../support/countCalls';
import { FOLDER } from '../support/service';

const START_MS = 120_000;
let centre: Centre;
let processes: readonly FunctionProcess[] = [];
afterEach(async () => {
  await Promise.all(processes.map((one) => one.stop()));
  await centre.stop();
});

/** So many cold instances, as the cloud has them: each answers one request at a time, and shares nothing but Sync. */
async function start(
  count: number,
  options: Parameters<typeof startCentre>[0] = {},
  env: Readonly<Record<string, string>> = {},
): Promise<void> {
  centre = await startCentre({ mode: 'running', ...options });
  processes = await startProcesses(
    count,
    { folder: FOLDER, env: { ...centre.env, ...env } },
    { preload: require.resolve('@patchbay/emulator/redirect'), origin: centre.local.origin },
  );
}

const clientOf = (index: number, name = 'ann') =>
  createClient({
    baseUrl: processes[index % processes.length]?.url ?? '',
    token: () => centre.tokenOf(name),
    // However busy the machine is: what counts is what is asked of Insights.
    rhythm: { attempts: 20, attemptMs: 30_000, totalMs: 90_000 },
  });

it(
  'ten cold processes log in once',
  async () => {
    const rows = Array.from({ length: 10 }, (_, index) => ({
      segment_id: `s${index}`,
      external_id: `WT${String(index).repeat(32)}`,
    }));
    await start(10, { insights: { rows } });

    const { result, insights } = await countCalls(centre, () =>
      Promise.all(
        rows.map(({ external_id }, index) =>
          clientOf(index).call(getSegmentIdContract, { TaskSid: TaskSid.parse(external_id) }),
        ),
      ),
    );

    expect(result.map((one) => (one.ok ? one.body : one.code))).toEqual(
      rows.map(({ segment_id }) => ({ segment_ids: [segment_id] })),
    );
    expect(insights['login']).toBe(1);
    expect(insights['tt'] ?? 0).toBeLessThanOrEqual(10);
  },
  START_MS,
);

it(
  'a report of 30 seconds is answered through continuations on three processes, by one execution',
  async () => {
    await start(3, { insights: { reportLatencyMs: 30_000 } }, { REPORT_WAIT_SECONDS: '1' });
    const on = (index: number, continuation?: string) =>
      clientOf(index).call(getSegmentIdContract, {
        TaskSid: ONE,
        canContinue: true,
        ...(continuation === undefined ? {} : { continuation }),
      });

    const { result, insights } = await countCalls(centre, async () => {
      let answer = await on(0);
      for (let index = 1; answer.ok && 'continuation' in answer.body; index += 1) {
        await centre.local.clock.advance(12_000);
        answer = await on(index, answer.body.continuation);
      }
      return answer;
    });

    expect(result).toMatchObject({ ok: true, body: { segment_ids: SEGMENTS } });
    expect(insights).toMatchObject({ login: 1, elements: 1, execute: 1 });
  },
  START_MS,
);
