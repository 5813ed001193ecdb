import twilio, { type Twilio } from 'twilio';
import { services, sidOf } from '../story/centre';
import { placeCall, type PlacedCall } from '../story/placeCall';
import { builtFunction } from './builtFunction';
import type { Bench } from './figure';
import { median } from './median';
import { withUnlimitedTwilio, type UnlimitedTwilio } from './withUnlimitedTwilio';

const ROUNDS = 500;
/** Until the engine has compiled both functions. */
const WARM_UP = 300;

/** What our handler adds to a bare function that makes the same four requests to Twilio through the SDK. */
export const benchHandlerOverhead: Bench = {
  name: `create-attribution-task, median of ${ROUNDS} requests in turn`,
  run: () => withUnlimitedTwilio(measure),
};

async function measure(ready: UnlimitedTwilio) {
  const ourFunction = createFunction();
  const client = twilio(ready.accountSid, ready.authToken);
  const silenced = console.info;
  console.info = () => undefined;
  const times = { bare: [] as number[], ours: [] as number[] };
  for (let round = -WARM_UP; round < ROUNDS; round += 1) {
    for (const [name, run] of [
      ['bare', bareFunction],
      ['ours', ourFunction],
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

/** As much, and as much to be encoded, as an attempt's record and the attributes of its task. */
const filling = (fields: number): Record<string, string> =>
  Object.fromEntries(Array.from({ length: fields }, (_, index) => [`field-${index}`, 'x'.repeat(24)]));

/** The same requests, as large as ours, with nothing around them. */
async function bareFunction(client: Twilio, { seeded }: UnlimitedTwilio, call: PlacedCall): Promise<void> {
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

function createFunction() {
  const callFunction = builtFunction('attribution-transfer', 'create-attribution-task');
  return async (client: Twilio, ready: UnlimitedTwilio, call: PlacedCall): Promise<void> => {
    const { seeded, accountSid, authToken } = ready;
    const env = services.find(({ name }) => name === 'attribution-transfer')?.env(seeded);
    const answer = await callFunction(
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
    if (answer['success'] !== true) throw new Error(`The function answered ${JSON.stringify(answer)}`);
  };
}
