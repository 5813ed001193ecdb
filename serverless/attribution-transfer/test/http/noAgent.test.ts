import { answerOf, captureLog } from '@patchbay/shared/testing/functions';
import { startService, type HttpService } from '../support/httpService';
import { answerCall, createInput, liveAttributionTasks } from '../support/scene';

captureLog();
let service: HttpService;
afterEach(() => service.stop());

/** Carol's request for a company, over HTTP. */
async function start(fallback: string) {
  service = await startService({}, { NO_AGENT_FALLBACK: fallback });
  await service.subscribe();
  const call = await answerCall(service.centre, 'carol');
  return {
    create: (affiliation: string) =>
      answerOf(service.post('/create-attribution-task', createInput(service.centre, call, { affiliation }))),
    attempt: async () =>
      (await answerOf(service.post('/attribution-status', { taskSid: call.taskSid }))).body['attempt'],
  };
}

describe.each(['plain_transfer', 'refuse'])('a company that has no agent, fallback %s', (fallback) => {
  const ended = { state: 'failed', reason: 'no_agent', open: false, fallback };

  it.each([
    ['skips the only target of a company without agents', 'BPO_EMPTY'],
    ['finds no company of that name', 'BPO_UNKNOWN'],
  ])('shows as soon as the workflow %s', async (_how, company) => {
    const { create, attempt } = await start(fallback);

    expect(await create(company)).toMatchObject({ status: 201 });
    await service.settleEvents();

    expect(await attempt()).toMatchObject(ended);
    expect(await liveAttributionTasks(service.centre)).toHaveLength(0);
  });

  it('is the answer itself when the task is known to be over by then: 422 that names the fallback', async () => {
    const { create, attempt } = await start(fallback);
    // The answer to the create is lost, so that the service looks for the task and finds it canceled.
    service.centre.local.faults.add({
      match: { host: 'taskrouter', method: 'POST', path: '/v1/Workspaces/*/Tasks' },
      times: 1,
      effect: { type: 'lost-response' },
    });

    expect(await create('BPO_EMPTY')).toMatchObject({
      status: 422,
      body: { success: false, code: 'no_agent', details: [`fallback: ${fallback}`] },
    });

    expect(await attempt()).toMatchObject(ended);
  });

  it('does not stand in the way of another company', async () => {
    const { create, attempt } = await start(fallback);
    await create('BPO_EMPTY');
    await service.settleEvents();

    expect(await create('BPO_B')).toMatchObject({ status: 201 });

    await service.settleEvents();
    expect(await attempt()).toMatchObject({ state: 'offered', open: true, affiliation: 'BPO_B' });
  });
});
