import { createClient, type CallResult } from '@patchbay/shared/client';
import { createAttributionTaskContract } from '@patchbay/shared/contracts';
import { startCentre, type Centre } from '../support/centre';
import type { FunctionProcess } from '@patchbay/shared/testing/functions';
import { startProcesses } from '../support/httpFunctions';
import { answerCall, createInput, liveAttributionTasks } from '../support/scene';

const CALLERS = 200;
const PROCESSES = 3;

let centre: Centre;
let processes: readonly FunctionProcess[] = [];

beforeEach(async () => {
  centre = await startCentre({ mode: 'running' });
  processes = await startProcesses(PROCESSES, centre.local.origin, centre.env);
}, 30_000);
afterEach(async () => {
  await Promise.all(processes.map((one) => one.stop()));
  await centre.stop();
});

it(`makes one task of ${CALLERS} identical requests at once on ${PROCESSES} processes`, async () => {
  const call = await answerCall(centre, 'carol');
  const token = centre.sids.identities['carol']?.token ?? '';
  // Sync's limits hold, as Twilio states them, so that most are told to come back. How often depends on the machine, and
  // a page's patience is not what this is about.
  const clientOf = (index: number) =>
    createClient({
      baseUrl: processes[index % PROCESSES]?.url ?? '',
      token: () => token,
      rhythm: { attempts: 200, totalMs: 200_000 },
    });
  const since = centre.local.journal.sequence;

  const results = await Promise.all(
    Array.from({ length: CALLERS }, (_, index) =>
      clientOf(index).call(createAttributionTaskContract, createInput(centre, call)),
    ),
  );

  const live = await liveAttributionTasks(centre);
  expect(live).toHaveLength(1);
  expect(new Set(results.map(taskOf))).toEqual(new Set([live[0]?.sid]));
  expect(results.filter((result) => result.ok && !result.replayed)).toHaveLength(1);
  const creates = centre.local.journal.entries({ since, method: 'POST', host: 'taskrouter.twilio.com' });
  expect(creates).toHaveLength(1);
}, 240_000);

const taskOf = (result: CallResult<{ taskSid: string }>): string =>
  result.ok ? result.body.taskSid : result.code;
