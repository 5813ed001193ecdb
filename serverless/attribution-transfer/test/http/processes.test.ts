import type { CallResult } from '@patchbay/shared/client';
import { createAttributionTaskContract } from '@patchbay/shared/contracts';
import { startCentre, type Centre } from '../support/centre';
import { startProcesses, type FunctionProcess } from '../support/httpProcesses';
import { createClient } from '@patchbay/shared/client';
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
  const clients = processes.map(({ url }) =>
    createClient({ baseUrl: url, token: () => centre.sids.identities['carol']?.token ?? '' }),
  );
  const since = centre.local.journal.sequence;

  const t0 = performance.now();
  const results = await Promise.all(
    Array.from({ length: CALLERS }, (_, index) =>
      clients[index % PROCESSES]?.call(createAttributionTaskContract, createInput(centre, call)),
    ),
  );
  process.stderr.write(
    JSON.stringify({
      ms: performance.now() - t0,
      c: centre.local.journal.counts({ since }),
      codes: results.reduce<Record<string, number>>((m, r) => {
        const k = r?.ok ? String(r.status) : (r?.code ?? '');
        m[k] = (m[k] ?? 0) + 1;
        return m;
      }, {}),
      s429: centre.local.journal.entries({ since }).filter((e) => e.status === 429).length,
    }) + '\n',
  );

  const live = await liveAttributionTasks(centre);
  expect(live).toHaveLength(1);
  expect(new Set(results.map(taskOf))).toEqual(new Set([live[0]?.sid]));
  expect(results.filter((result) => result?.ok === true && !result.replayed)).toHaveLength(1);
  const creates = centre.local.journal.entries({ since, method: 'POST', host: 'taskrouter.twilio.com' });
  expect(creates).toHaveLength(1);
}, 60_000);

const taskOf = (result: CallResult<{ taskSid: string }> | undefined): string | undefined =>
  result?.ok === true ? result.body.taskSid : result?.code;
