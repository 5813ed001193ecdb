/** @jest-environment node */
import { fakeService } from '../testing/fakeService';
import { taskSid } from '../testing/sids';
import { createLookups } from './createLookups';
import { LIMIT_MS, PAUSE_MS } from './rhythm';

const A = taskSid('a');
const B = taskSid('b');

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

/** A page's lookups over the real client, and what its panel went through. */
function open() {
  const service = fakeService();
  const lookups = createLookups(service.openClient);
  const stages: string[] = [];
  lookups.subscribe(() => {
    const lookup = lookups.get('panel');
    stages.push(lookup === undefined ? 'none' : lookup.stage);
  });
  const lookUp = async (sid = A) => {
    lookups.dispatch('panel', { type: 'submitted', taskSid: sid, now: 0 });
    await jest.advanceTimersByTimeAsync(0);
  };
  return { service, lookups, stages, lookUp, panel: () => lookups.get('panel') };
}

const wait = (ms: number) => jest.advanceTimersByTimeAsync(ms);

describe('looking up', () => {
  it('asks once, and shows what is found', async () => {
    const { service, stages, lookUp, panel } = open();
    service.script(['1', '2']);

    await lookUp();

    expect(service.asked).toMatchObject([{ taskSid: A, continuation: null }]);
    expect(stages).toEqual(['checking', 'found']);
    expect(panel()).toMatchObject({ segmentIds: ['1', '2'] });
  });

  it('follows a report to its end, each time with the continuation it was last given', async () => {
    const { service, stages, lookUp } = open();
    service.script({ pending: 'c1' }, { pending: 'c2' }, ['1']);

    await lookUp();
    await wait(2 * PAUSE_MS);

    expect(service.asked.map(({ continuation }) => continuation)).toEqual([null, 'c1', 'c2']);
    expect(stages).toEqual(['checking', 'pending', 'pending', 'found']);
  });

  it('does not ask a service that is not ready without a pause', async () => {
    const { service, lookUp } = open();
    service.script({ pending: 'c1' });

    await lookUp();
    await wait(PAUSE_MS - 1);

    expect(service.asked).toHaveLength(1);
  });

  it('gives up a report that never ends, and asks no more', async () => {
    const { service, lookUp, panel } = open();
    service.script({ pending: 'c1' });

    await lookUp();
    await wait(LIMIT_MS);
    const asked = service.asked.length;
    await wait(LIMIT_MS);

    expect(panel()).toMatchObject({ stage: 'failed', failure: { code: 'too_long' } });
    expect(service.asked).toHaveLength(asked);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('says what hinders it, and goes on', async () => {
    const { service, lookUp, panel } = open();
    service.script({ fails: 'insights_unavailable', retryAfter: 5 }, ['1']);

    await lookUp();
    const hindered = panel();
    await wait(5_000);

    expect(hindered).toMatchObject({ stage: 'checking', hindrance: 'insights_unavailable' });
    expect(panel()).toMatchObject({ stage: 'found' });
  });

  it('keeps of a failure what people need', async () => {
    const { service, lookUp, panel } = open();
    service.script({ fails: 'insights_unavailable', retryAfter: 60 });

    await lookUp();

    expect(panel()).toMatchObject({
      stage: 'failed',
      failure: { code: 'insights_unavailable', retryAfterSeconds: 60, correlationId: 'request-0001' },
    });
  });

  it('fails when the service cannot be reached', async () => {
    const { service, lookUp, panel } = open();
    service.script('cut');

    await lookUp();
    await wait(1_000);

    expect(panel()).toMatchObject({ stage: 'failed', failure: { code: 'network' } });
  });

  it('ends when asking itself goes wrong', async () => {
    const lookups = createLookups(() => {
      throw new TypeError('no crypto');
    });

    lookups.dispatch('panel', { type: 'submitted', taskSid: A, now: 0 });
    await wait(0);

    expect(lookups.get('panel')).toMatchObject({ stage: 'failed' });
  });
});

describe('calling off', () => {
  it('ends the request, and nothing goes on', async () => {
    const { service, lookups, lookUp, panel } = open();

    await lookUp();
    lookups.dispatch('panel', { type: 'called_off' });
    await wait(LIMIT_MS);

    expect(service.asked.map(({ signal }) => signal.aborted)).toEqual([true]);
    expect(panel()).toMatchObject({ stage: 'idle' });
    expect(jest.getTimerCount()).toBe(0);
  });

  it('ends what waits to be asked again', async () => {
    const { service, lookups, lookUp } = open();
    service.script({ pending: 'c1' });

    await lookUp();
    lookups.dispatch('panel', { type: 'called_off' });
    await wait(LIMIT_MS);

    expect(service.asked).toHaveLength(1);
  });

  it('is what a switched off plugin does', async () => {
    const { service, lookUp, panel } = open();
    service.isOn = false;

    await lookUp();

    expect(panel()).toMatchObject({ stage: 'idle' });
    expect(jest.getTimerCount()).toBe(0);
  });
});

describe('several lookups', () => {
  it('in one place: the newer one ends the request of the older one', async () => {
    const { service, lookUp, panel } = open();

    await lookUp(A);
    service.script(['of b']);
    await lookUp(B);

    expect(service.asked.map(({ signal }) => signal.aborted)).toEqual([true, false]);
    expect(panel()).toMatchObject({ stage: 'found', taskSid: B });
  });

  it('in several places do not touch each other', async () => {
    const { service, lookups, lookUp, panel } = open();
    service.script(['1']);
    lookups.dispatch('task', { type: 'submitted', taskSid: B, now: 0 });

    await lookUp(A);
    lookups.dispatch('task', { type: 'called_off' });

    expect(panel()).toMatchObject({ stage: 'found', taskSid: A });
  });
});
