import { createClient } from '@patchbay/shared/client';
import { getSegmentIdContract, TaskSid } from '@patchbay/shared/contracts';
import path from 'node:path';
import * as z from 'zod/mini';
import { buildService } from '../bundling/buildService';
import { repositoryRoot } from '../services/repositoryRoot';
import { readService } from '../services/service';
import { centre, services } from '../story/centre';
import { postAdmin } from './askTwilio';
import type { Stack } from './model';
import { startStack } from './startStack';

const INSTANCES = 4;
const AT_ONCE = 10;
const WITHIN_MS = 120_000;
const Journal = z.object({ sequence: z.number(), counts: z.record(z.string(), z.number()) });
const task = (digit: string): TaskSid => TaskSid.parse(`WT${digit.repeat(32)}`);

/**
 * As it is deployed: bundled, several instances, behind what stands before Twilio Functions in the cloud; and at its coldest,
 * where no request finds anything that an earlier one left in memory.
 */
describe.each([
  ['instances that remember', { processes: INSTANCES }],
  ['a process for each request', { forkEachRequest: true }],
])('segment lookup behind the gateway, in %s', (_which, runtimes) => {
  let stack: Stack;
  beforeAll(async () => {
    await buildService(readService(path.join(repositoryRoot, 'serverless/segment-lookup')));
    const service = services.find(({ name }) => name === 'segment-lookup')!;
    stack = await startStack({
      root: repositoryRoot,
      scenario: centre,
      services: [
        {
          ...service,
          ...runtimes,
          env: (seeded) => ({ ...service.env(seeded), REPORT_WAIT_SECONDS: '2' }),
        },
      ],
    });
  }, WITHIN_MS);
  afterAll(() => stack.stop());

  const configure = (change: object) => postAdmin(stack.twilio, 'insights', change);
  const lookUp = (taskSid: TaskSid, more: object = {}) =>
    createClient({
      baseUrl: stack.services[0]!.origin,
      token: () => stack.seeded.identities['carol']?.token ?? '',
      rhythm: { attempts: 20, attemptMs: 30_000, totalMs: 90_000 },
    }).call(getSegmentIdContract, { TaskSid: taskSid, canContinue: true, ...more });
  const readJournal = async (since = 0) =>
    z.parse(
      Journal,
      await (
        await fetch(`${stack.twilio.origin}/_emulator/journal?since=${since}&host=analytics.ytica.com`)
      ).json(),
    );
  /** How often Insights was asked to do this while `work` ran. */
  const counting = async <T>(pattern: RegExp, work: () => Promise<T>) => {
    const { sequence } = await readJournal();
    const result = await work();
    const { counts } = await readJournal(sequence);
    const matching = Object.entries(counts).filter(([call]) => pattern.test(call));
    return { result, count: matching.reduce((sum, [, times]) => sum + times, 0) };
  };

  it(
    'logs in once, and executes one report, for all instances that are asked at once',
    async () => {
      await configure({ reportLatencyMs: 500, rows: [{ segment_id: '1', external_id: task('1') }] });
      const logins = await counting(/account\/login$/, async () => {
        const executions = await counting(/execute\/raw$/, () =>
          Promise.all(Array.from({ length: AT_ONCE }, () => lookUp(task('1')))),
        );
        expect(executions.count).toBe(1);
        return executions.result;
      });

      expect(logins.count).toBe(1);
      for (const answer of logins.result)
        expect(answer).toMatchObject({ ok: true, body: { segment_ids: ['1'] } });
    },
    WITHIN_MS,
  );

  it(
    'answers a report of 30 seconds through continuations, instance after instance, by one execution',
    async () => {
      await configure({ reportLatencyMs: 30_000, rows: [{ segment_id: '2', external_id: task('2') }] });

      const { result, count } = await counting(/execute\/raw$/, async () => {
        let answer = await lookUp(task('2'));
        let rounds = 1;
        for (; answer.ok && 'continuation' in answer.body; rounds += 1) {
          await postAdmin(stack.twilio, 'clock', { advanceMs: 11_000 });
          answer = await lookUp(task('2'), { continuation: answer.body.continuation });
        }
        return { answer, rounds };
      });

      expect(result.answer).toMatchObject({ ok: true, body: { segment_ids: ['2'] } });
      expect(result.rounds).toBeGreaterThanOrEqual(3);
      expect(count).toBe(1);
    },
    WITHIN_MS,
  );
});
