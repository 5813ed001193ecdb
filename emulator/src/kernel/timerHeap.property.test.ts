import * as fc from 'fast-check';
import { createTimerHeap, type Timer } from './timerHeap';

const operation = fc.oneof(
  { weight: 3, arbitrary: fc.record({ push: fc.integer({ min: 0, max: 1_000 }) }) },
  { weight: 1, arbitrary: fc.record({ remove: fc.nat(100) }) },
);

it('always gives the earliest timer first, and in order of scheduling within one instant', () => {
  fc.assert(
    fc.property(fc.array(operation, { minLength: 50, maxLength: 300 }), (operations) => {
      const heap = createTimerHeap();
      let model: Timer[] = [];
      for (const step of operations) {
        if ('push' in step) {
          model.push(heap.push(step.push, () => undefined));
        } else {
          const victim = model[step.remove];
          if (!victim) continue;
          heap.remove(victim);
          heap.remove(victim);
          model = model.filter((timer) => timer !== victim);
        }
      }
      const drained: Timer[] = [];
      for (let next = heap.peek(); next; next = heap.peek()) {
        drained.push(next);
        heap.remove(next);
      }
      expect(drained).toEqual(model.sort((a, b) => a.dueMs - b.dueMs || a.sequence - b.sequence));
      expect(heap.size).toBe(0);
    }),
  );
});
