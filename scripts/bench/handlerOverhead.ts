import path from 'node:path';
import { redirectTwilio } from '@patchbay/emulator/redirect';
import type { TwilioHandler } from '@patchbay/shared';
import twilio, { type Twilio } from 'twilio';
import * as z from 'zod/mini';
import { startProcess } from '../processes/startProcess';
import { waitUntilReady } from '../processes/waitUntilReady';
import { repositoryRoot } from '../services/repositoryRoot';
import { Seeded } from '../stack/seedScenario';
import { services, sidOf } from '../story/centre';
import { placeCall, type PlacedCall } from '../story/placeCall';
import type { Bench } from './figure';
import { median } from './median';

const ROUNDS = 500;
/** Until the engine has compiled both functions. */
const WARM_UP = 300;

const Ready = z.object({ origin: z.string(), accountSid: z.string(), authToken: z.string(), seeded: Seeded });
type Ready = z.infer<typeof Ready>;

/** What our handler adds to a bare function that makes the same four requests to Twilio through the SDK. */
export const benchHandlerOverhead: Bench = {
  name: `create-attribution-task, median of ${ROUNDS} requests in turn`,
  async run() {
    const local = startProcess({
      label: 'local Twilio',
      args: [path.join(repositoryRoot, 'scripts/run.cjs'), 'bench/unlimitedTwilio'],
      cwd: repositoryRoot,
    });
    try {
      const ready = await waitUntilReady<Ready>(local, (found) => {
        local.onLine((line) => {
          if (line.startsWith('{')) found(z.parse(Ready, JSON.parse(line)));
        });
      });
      const restore = redirectTwilio(ready.origin);
      try {
        return await measure(ready);
      } finally {
        restore();
      }
    } finally {
      await local.stop();
    }
  },
};

async function measure(ready: Ready) {
  const handler = loadFunction();
  const client = twilio(ready.accountSid, ready.authToken);
  Object.assign(globalThis, { Twilio: { Response: StandInResponse } });
  const silenced = console.info;
  console.info = () => undefined;
  const times = { bare: [] as number[], ours: [] as number[] };
  for (let round = -WARM_UP; round < ROUNDS; round += 1) {
    for (const [name, run] of [
      ['bare', bareFunction],
      ['ours', ourFunction(handler)],
    ] as const) {
      const call = await placeCall(client, ready.seeded, { round });
      const started = performance.now();
      await run(client, ready, call);
      if (round >= 0) times[name].push(performance.now() - started);
    }
  }
  console.info = silenced;
  const [bare, ours] = [median(times.bare), median(times.ours)];
  return [
    { name: 'bare function', value: bare, unit: 'ms' },
    { name: 'our function', value: ours, unit: 'ms' },
    { name: 'ratio', value: ours / bare, unit: '× bare', aim: { atMost: 1.25 } },
  ];
}

/** As much of the runtime's own response as a function uses; the runtime itself is not what is measured. */
class StandInResponse {
  body: unknown;
  setStatusCode(): void {}
  appendHeader(): void {}
  setBody(body: unknown): void {
    this.body = body;
  }
}

/** As much, and as much to be encoded, as an attempt's record and the attributes of its task. */
const filling = (fields: number): Record<string, string> =>
  Object.fromEntries(Array.from({ length: fields }, (_, index) => [`field-${index}`, 'x'.repeat(24)]));

/** The same requests, as large as ours, with nothing around them. */
async function bareFunction(client: Twilio, { seeded }: Ready, call: PlacedCall): Promise<void> {
  const documents = client.sync.v1.services(sidOf(seeded.syncServices, 'patchbay')).documents;
  const workspace = client.taskrouter.v1.workspaces(seeded.workspaceSid);
  const uniqueName = `bare-${call.taskSid}`;
  const sids = { taskSid: call.taskSid, reservationSid: call.reservationSid };
  const record = { ...sids, ...filling(16) };
  const document = await documents.create({ uniqueName, data: record, ttl: 90_000 });
  const reservation = await workspace.tasks(call.taskSid).reservations(call.reservationSid).fetch();
  const task = await workspace.tasks.create({
    workflowSid: sidOf(seeded.workflows, 'BPO attribution'),
    taskChannel: 'bpo_assortment',
    timeout: 120,
    attributes: JSON.stringify({
      affiliation: 'BPO_B',
      by: reservation.workerName,
      ...sids,
      ...filling(11),
    }),
  });
  await documents(uniqueName).update({
    ifMatch: document.revision,
    data: { ...record, task: task.sid },
    ttl: 90_000,
  });
}

const ourFunction =
  (handler: TwilioHandler) =>
  async (client: Twilio, ready: Ready, call: PlacedCall): Promise<void> => {
    const { seeded, accountSid, authToken } = ready;
    const env = services[0]?.env(seeded);
    const answer = await callFunction(
      handler,
      { ...env, ACCOUNT_SID: accountSid, AUTH_TOKEN: authToken, getTwilioClient: () => client },
      {
        request: { headers: { 'content-type': 'application/json' }, cookies: {} },
        Token: seeded.identities['carol']?.token,
        taskAttributes: {
          affiliation: 'BPO_B',
          transfer_task: {
            sid: call.reservationSid,
            taskSid: call.taskSid,
            attributes: call.attributes,
            targetSid: sidOf(seeded.taskQueues, 'Support'),
          },
        },
      },
    );
    if (Reflect.get(answer, 'success') !== true)
      throw new Error(`The function answered ${JSON.stringify(answer)}`);
  };

/** The function as it is deployed; `npm run build` makes it. */
function loadFunction(): TwilioHandler {
  const file = path.join(
    repositoryRoot,
    'serverless/attribution-transfer/dist/functions/create-attribution-task.js',
  );
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- a deployed function is CommonJS
  const { handler } = require(file) as { handler: TwilioHandler };
  return handler;
}

const callFunction = (
  run: TwilioHandler,
  context: Parameters<TwilioHandler>[0],
  event: object,
): Promise<object> =>
  new Promise((resolve) => {
    run(context, event, (_error, response) => {
      const body: unknown = Reflect.get(response, 'body');
      resolve(typeof body === 'object' && body !== null ? body : {});
    });
  });
