import type { TaskSid } from '@patchbay/shared/contracts';
import { mapTwilioError, type TwilioApi } from '@patchbay/shared';
import { reconcile } from '../src/endpoints/reconcile';
import { openScene } from './support/openScene';

const stage = openScene();

type Fault = 'refused' | 'throttled' | 'broken' | 'lost';

const STATUS: Readonly<Record<Exclude<Fault, 'lost'>, number>> = {
  refused: 400,
  throttled: 429,
  broken: 500,
};

/** Twilio fails once, at the n-th request; `lost`: it does what it was asked, and the answer is lost. */
function failing(fault: Fault, at: number): { through: (api: TwilioApi) => TwilioApi } {
  let requests = 0;
  return {
    through: (api) => async (call) => {
      requests += 1;
      if (requests !== at) return api(call);
      if (fault === 'lost') {
        await api(call).catch(() => undefined);
        throw mapTwilioError({ code: 'ECONNRESET' }, call);
      }
      const status = STATUS[fault];
      throw mapTwilioError({ statusCode: status, body: { code: status * 100 }, headers: {} }, call);
    },
  };
}

const minute = async (): Promise<void> => {
  const { scene, service } = stage;
  await scene.settle(61_000);
  await reconcile.handle({}, service.ports(), undefined);
  await scene.settleEvents();
};

const isSettled = async (taskSid: TaskSid): Promise<boolean> =>
  /queued|ended/.test((await stage.scene.record(taskSid)).drop?.phase ?? '');

const MOMENTS = Array.from({ length: 16 }, (_none, index) => index + 1);
const FAULTS: readonly Fault[] = ['refused', 'throttled', 'broken', 'lost'];

describe('Twilio failing once in the middle of a recovery', () => {
  it.each(FAULTS.flatMap((fault) => MOMENTS.map((at) => [fault, at] as const)))(
    'as %s at request %i leaves nobody alone, and sends nobody twice',
    async (fault, at) => {
      const { scene, service, centre } = stage;
      const talk = await scene.talk();
      service.options = failing(fault, at);

      await scene.drop('alice');
      await scene.settle(2_000);
      await scene.settleEvents();
      await scene.acceptPing('alice').catch(() => undefined);
      for (let minutes = 0; minutes < 4 && !(await isSettled(talk.taskSid)); minutes += 1) await minute();
      await minute();

      const { client, sids } = centre;
      const tasks = await client.taskrouter.v1.workspaces(sids.workspaceSid).tasks.list();
      const back = tasks.filter(({ attributes }) => attributes.includes('recoveredTaskSid'));
      expect(back).toHaveLength(1);
      expect(await scene.customer(talk.customerCallSid)).toMatchObject({ status: 'in-progress' });
      expect((await scene.record(talk.taskSid)).drop?.phase).toMatch(/queued|ended/);
    },
  );
});
