import { TaskSid } from '@patchbay/shared/contracts';
import { startCentre, UNKNOWN, type Centre } from './support/centre';
import { countCalls } from './support/countCalls';
import { startProcess } from './support/process';

const HOUR = 3_600_000;
let centre: Centre;
beforeEach(async () => {
  centre = await startCentre();
});
afterEach(() => centre.stop());

/** Without anything that the other provider needs. */
const flexProcess = () =>
  startProcess(centre, {
    INSIGHTS_PROVIDER: 'flex',
    WORKSPACE_SID: centre.workspaceSid,
    ...Object.fromEntries(
      [
        'ANALYTICS_WORKSPACE',
        'INSIGHTS_USERNAME',
        'INSIGHTS_PASSWORD',
        'INSIGHTS_REPORT',
        'SYNC_SERVICE_SID',
      ].map((name) => [name, undefined]),
    ),
  });

const workspace = () => centre.client.taskrouter.v1.workspaces(centre.workspaceSid);

/** A task that one agent declined before another took it, and finished it. */
async function serveTask(): Promise<{ taskSid: TaskSid; reservationSid: string }> {
  const { sid } = await workspace().tasks.create({ attributes: '{}', taskChannel: 'voice' });
  const offers = workspace().tasks(sid).reservations;
  const nextOffer = async (): Promise<string> => {
    await centre.local.clock.advance(1_000);
    const [offer] = await offers.list({ reservationStatus: 'pending' });
    return offer?.sid ?? '';
  };
  await offers(await nextOffer()).update({ reservationStatus: 'rejected' });
  const reservationSid = await nextOffer();
  await offers(reservationSid).update({ reservationStatus: 'accepted' });
  await offers(reservationSid).update({ reservationStatus: 'completed' });
  return { taskSid: TaskSid.parse(sid), reservationSid };
}

describe('segments by Flex’s API', () => {
  it('are found by the task’s reservations, long after the task itself has gone', async () => {
    const { taskSid } = await serveTask();
    await centre.local.clock.advance(2 * HOUR);
    await expect(workspace().tasks(taskSid).fetch()).rejects.toMatchObject({ status: 404 });

    const { result, insightsCalls, sync } = await countCalls(centre, () => flexProcess().lookUp(taskSid));

    expect(result.status).toBe(200);
    expect(result.body['segment_ids']).toHaveLength(1);
    expect([insightsCalls, sync]).toEqual([0, 0]);
  });

  it('are found as far back as TaskRouter keeps its events', async () => {
    const { taskSid } = await serveTask();
    const lookUpAfter = async (ms: number) => {
      await centre.local.clock.advance(ms);
      // A session of Flex ends long before.
      centre.local.identities.issue({ identity: 'ann', roles: ['agent'], token: centre.tokenOf('ann') });
      return flexProcess().lookUp(taskSid);
    };

    const after30Days = await lookUpAfter(30 * 24 * HOUR - 60_000);
    const later = await lookUpAfter(HOUR);

    expect(after30Days.body['segment_ids']).toHaveLength(1);
    expect(later.status).toBe('not_found');
  });

  it('are found by the task itself while its events are not there yet', async () => {
    await centre.stop();
    centre = await startCentre({ taskRouter: { eventLagMs: HOUR } });
    const { sid } = await workspace().tasks.create({ attributes: '{}', taskChannel: 'voice' });
    await centre.local.clock.advance(1_000);
    const [offer] = await workspace().tasks(sid).reservations.list();
    const row = { segment_id: '77', external_id: sid, reservation_id: offer?.sid ?? '' };
    centre.local.insights.configure({ rows: [row] });

    const { body } = await flexProcess().lookUp(TaskSid.parse(sid));

    expect(body).toEqual({ segment_ids: ['77'] });
  });

  it('of a task whose data has not come yet are none', async () => {
    const { taskSid } = await serveTask();

    expect(await flexProcess().lookUp(taskSid)).toMatchObject({ status: 200, body: { segment_ids: [] } });
  });

  it('of a task that nobody knows are not found', async () => {
    expect(await flexProcess().lookUp(UNKNOWN)).toMatchObject({ status: 'not_found' });
  });

  it('are asked for in the name of the user, and kept for that user only', async () => {
    const { taskSid } = await serveTask();
    await centre.local.clock.advance(HOUR);
    const process = flexProcess();
    const flexCalls = () => centre.local.journal.entries({ host: 'flex-api.twilio.com' }).length;
    await process.lookUp(taskSid);
    await process.lookUp(taskSid);
    const afterAnn = flexCalls();
    centre.local.identities.revoke(centre.tokenOf('bob'));

    const forBob = await process.lookUp(taskSid, { as: 'bob' });

    expect(afterAnn).toBe(1);
    expect(forBob.status).toBe('token_refused');
  });

  it('come in pages', async () => {
    const { taskSid, reservationSid } = await serveTask();
    await centre.local.clock.advance(HOUR);
    centre.local.insights.configure({
      rows: Array.from({ length: 250 }, (_, index) => ({
        segment_id: `s${index}`,
        external_id: taskSid,
        reservation_id: reservationSid,
      })),
    });

    const { body } = await flexProcess().lookUp(taskSid);

    expect(body['segment_ids']).toHaveLength(251);
  });

  it.each([
    ['throttles', { type: 'status', status: 429, code: 20429, retryAfter: 7 }, 'insights_unavailable', 7],
    ['forbids it', { type: 'status', status: 403, code: 20003 }, 'insights_refused', undefined],
    ['is down', { type: 'status', status: 503 }, 'insights_unavailable', 5],
    ['answers HTML', { type: 'html', status: 200 }, 'insights_unavailable', 5],
    ['knows no segments', { type: 'status', status: 404, code: 20404 }, 'report_failed', undefined],
  ] as const)('when Flex %s', async (_how, effect, code, retryAfterSeconds) => {
    const { taskSid } = await serveTask();
    centre.local.faults.add({ match: { host: 'flex-api' }, effect });

    expect(await flexProcess().lookUp(taskSid)).toMatchObject({ status: code, retryAfterSeconds });
  });
});
