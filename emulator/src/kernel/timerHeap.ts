/** One callback waiting for its instant. `index` is its place in the heap, -1 once it has left. */
export interface Timer {
  readonly dueMs: number;
  readonly sequence: number;
  readonly callback: () => void;
  index: number;
}

/** Waiting timers, earliest first and in order of scheduling within one instant; a cancelled one leaves at once. */
export interface TimerHeap {
  readonly size: number;
  peek(): Timer | undefined;
  push(dueMs: number, callback: () => void): Timer;
  remove(timer: Timer): void;
  clear(): void;
}

const isEarlier = (a: Timer, b: Timer): boolean =>
  a.dueMs === b.dueMs ? a.sequence < b.sequence : a.dueMs < b.dueMs;

/**
 * A binary heap that knows where each timer stands, so that cancelling costs O(log n) and leaves nothing behind:
 * most timers of the local Twilio (reservation timeouts, time-to-live) are cancelled long before they are due.
 */
export function createTimerHeap(): TimerHeap {
  let heap: Timer[] = [];
  let sequence = 0;

  const place = (timer: Timer, index: number): void => {
    heap[index] = timer;
    timer.index = index;
  };

  const rise = (timer: Timer): void => {
    let index = timer.index;
    while (index > 0) {
      const above = (index - 1) >> 1;
      const parent = heap[above];
      if (!parent || !isEarlier(timer, parent)) break;
      place(parent, index);
      index = above;
    }
    place(timer, index);
  };

  const sink = (timer: Timer): void => {
    let index = timer.index;
    for (;;) {
      const left = heap[2 * index + 1];
      const right = heap[2 * index + 2];
      const child = left && right && isEarlier(right, left) ? right : left;
      if (!child || !isEarlier(child, timer)) break;
      const below = child.index;
      place(child, index);
      index = below;
    }
    place(timer, index);
  };

  return {
    get size() {
      return heap.length;
    },
    peek: () => heap[0],
    push(dueMs, callback) {
      const timer: Timer = { dueMs, sequence: sequence++, callback, index: heap.length };
      heap.push(timer);
      rise(timer);
      return timer;
    },
    remove(timer) {
      if (timer.index < 0) return;
      const last = heap.pop();
      if (last && last !== timer) {
        place(last, timer.index);
        rise(last);
        sink(last);
      }
      timer.index = -1;
    },
    clear() {
      for (const timer of heap) timer.index = -1;
      heap = [];
    },
  };
}
