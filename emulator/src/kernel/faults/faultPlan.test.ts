import { seededRandom } from '../random';
import { createFaultPlan } from './faultPlan';
import type { FaultRule } from './model';

const TASKS = { host: 'taskrouter.twilio.com', method: 'POST', path: '/v1/Workspaces/WS1/Tasks' };
const planOf = (...rules: FaultRule[]) => {
  const plan = createFaultPlan(seededRandom(1));
  for (const rule of rules) plan.add(rule);
  return plan;
};
const throttle = { type: 'status', status: 429 } as const;

describe('the fault plan', () => {
  it('strikes every matching request unless limited', () => {
    const plan = planOf({ effect: throttle });

    expect([plan.strikeRequest(TASKS), plan.strikeRequest(TASKS)]).toEqual([[throttle], [throttle]]);
  });

  it('skips the first, then strikes so many times', () => {
    const plan = planOf({ skip: 1, times: 2, effect: throttle });

    const struck = Array.from({ length: 5 }, () => plan.strikeRequest(TASKS).length);

    expect(struck).toEqual([0, 1, 1, 0, 0]);
  });

  it('counts only what matches', () => {
    const plan = planOf({ match: { host: 'sync' }, times: 1, effect: throttle });

    expect(plan.strikeRequest(TASKS)).toEqual([]);
    expect(plan.strikeRequest({ ...TASKS, host: 'sync.twilio.com' })).toEqual([throttle]);
  });

  it('strikes by chance, the same way for the same seed', () => {
    const strikes = () => {
      const plan = planOf({ probability: 0.3, effect: throttle });
      return Array.from({ length: 200 }, () => plan.strikeRequest(TASKS).length);
    };

    const [first, second] = [strikes(), strikes()];

    expect(first).toEqual(second);
    const share = first.filter(Boolean).length / first.length;
    expect(share).toBeGreaterThan(0.2);
    expect(share).toBeLessThan(0.4);
  });

  it('lets several rules strike one request, in order', () => {
    const latency = { type: 'latency', ms: 5 } as const;
    const plan = planOf({ effect: latency }, { effect: throttle });

    expect(plan.strikeRequest(TASKS)).toEqual([latency, throttle]);
  });

  it('keeps faults of webhooks and of requests apart', () => {
    const plan = planOf({ effect: { type: 'drop' } }, { effect: throttle });

    expect(plan.strikeRequest(TASKS)).toEqual([throttle]);
    expect(plan.strikeWebhook({ ...TASKS, kind: 'assignment' })).toEqual([{ type: 'drop' }]);
  });

  it('shows how often each rule struck, and forgets removed ones', () => {
    const plan = planOf({ effect: throttle });
    plan.strikeRequest(TASKS);
    const [rule] = plan.list();

    expect(rule).toMatchObject({ id: 'F1', struck: 1, effect: throttle });
    expect([plan.remove('F1'), plan.remove('F1'), plan.list()]).toEqual([true, false, []]);
  });

  it('is bounded', () => {
    const plan = planOf(...Array.from({ length: 1_000 }, () => ({ effect: throttle })));

    expect(() => plan.add({ effect: throttle })).toThrow(RangeError);
  });
});
