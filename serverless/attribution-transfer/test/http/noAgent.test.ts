import { answerOf } from '../support/httpAnswer';
import { captureLog } from '../support/httpLog';
import { startService, type HttpService } from '../support/httpService';
import { answerCall, createInput, liveAttributionTasks } from '../support/scene';

captureLog();
let service: HttpService;
afterEach(() => service.stop());

describe.each(['plain_transfer', 'refuse'])('no agent of the company exists, fallback %s', (fallback) => {
  /** Carol asks for a company that nobody works for; what she is answered, and what the status says then. */
  async function ask(events: boolean) {
    service = await startService({}, { NO_AGENT_FALLBACK: fallback });
    if (events) await service.subscribe();
    const call = await answerCall(service.centre, 'carol');
    const create = (affiliation: string) =>
      answerOf(
        service.post('/create-attribution-task', createInput(service.centre, call, { affiliation })),
      );
    const answer = await create('BPO_EMPTY');
    if (events) await service.settleEvents();
    else await service.centre.local.clock.advance(1);
    const status = await answerOf(service.post('/attribution-status', { taskSid: call.taskSid }));
    return { answer, attempt: status.body['attempt'], create };
  }

  it('is told at once, by the answer or by the skipped workflow', async () => {
    const { answer, attempt, create } = await ask(true);

    if (answer.status !== 201) {
      expect(answer).toMatchObject({
        status: 422,
        body: { success: false, code: 'no_agent', details: [`fallback: ${fallback}`] },
      });
    }
    expect(attempt).toMatchObject({ state: 'failed', reason: 'no_agent', open: false, fallback });
    expect(await liveAttributionTasks(service.centre)).toHaveLength(0);
    expect(await create('BPO_B')).toMatchObject({ status: 201 });
  });
  it('dbg', async () => { const { answer, attempt } = await ask(false); throw new Error(JSON.stringify([answer.status, answer.body, attempt])); });
});
