import { TaskSid, WorkerSid } from '@patchbay/shared/contracts';
import { continuations } from './continuation';
import type { Progress } from './lookup/lookup';

const [ONE, TWO] = [TaskSid.parse(`WT${'1'.repeat(32)}`), TaskSid.parse(`WT${'2'.repeat(32)}`)];
const ann = { identity: 'ann', roles: ['agent'], workerSid: WorkerSid.parse(`WK${'a'.repeat(32)}`) };
const secrets = { authToken: 'f'.repeat(32), password: 'open sesame' };
const progress: Progress = { step: 'report', uri: '/gdc/projects/w/execute/raw/1', known: '1' };
const binding = { caller: ann, taskSids: [ONE] };
const MINUTE = 60_000;

const setUp = () => {
  const clock = { time: 1_700_000_000_000, now: () => clock.time };
  return { clock, here: continuations(secrets, clock), there: continuations(secrets, clock) };
};

describe('a continuation', () => {
  it('says on any instance how far the lookup is', () => {
    const { clock, here, there } = setUp();

    expect(there.read(here.begin(progress, binding), binding)).toEqual({
      progress,
      until: clock.now() + 15 * MINUTE,
    });
  });

  it.each([
    ['another user', { caller: { ...ann, identity: 'bob' }, taskSids: [ONE] }],
    ['another worker of that name', { caller: { identity: 'ann', roles: ['agent'] }, taskSids: [ONE] }],
    ['another task', { caller: ann, taskSids: [TWO] }],
    ['more tasks', { caller: ann, taskSids: [ONE, TWO] }],
  ])('says nothing to %s', (_who, other) => {
    const { here } = setUp();

    expect(here.read(here.begin(progress, binding), other)).toBeUndefined();
  });

  it('says it also to the user whose roles have changed', () => {
    const { here } = setUp();

    const read = here.read(here.begin(progress, binding), { caller: { ...ann, roles: [] }, taskSids: [ONE] });

    expect(read).toMatchObject({ progress });
  });

  it('ends a quarter of an hour after the lookup began, however often it is gone on with', () => {
    const { clock, here } = setUp();
    const first = here.begin(progress, binding);
    clock.time += 15 * MINUTE - 1;
    const later = here.goOn(here.read(first, binding)!, binding);
    expect(here.read(later, binding)).toMatchObject({ progress });

    clock.time += 1;

    expect([first, later].map((text) => here.read(text, binding))).toEqual([undefined, undefined]);
  });

  it('is what the contract takes, for a hundred tasks too, and hides where the report is', () => {
    const { here } = setUp();
    const text = here.begin(
      { step: 'report', uri: `/gdc/${'x'.repeat(900)}`, known: '1'.repeat(100) },
      binding,
    );

    expect(text).toMatch(/^[\w.~-]{1,2048}$/);
    expect(Buffer.from(text, 'base64url').toString('latin1')).not.toContain('gdc');
  });
});
