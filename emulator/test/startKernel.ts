import type { ControllableClock } from '../src/kernel/clock';
import { createDispatch } from '../src/kernel/dispatch';
import { createFaultPlan, type FaultPlan } from '../src/kernel/faults/faultPlan';
import type { Journal } from '../src/kernel/journal';
import { seededRandom } from '../src/kernel/random';
import { createJournal } from '../src/kernel/ringJournal';
import type { Product } from '../src/kernel/route';
import { startServer, type KernelServer } from '../src/kernel/server';
import { createVirtualClock } from '../src/kernel/virtualClock';

export const KERNEL_ACCOUNT = { sid: `AC${'1'.repeat(32)}`, token: 'secret-token-of-the-account' } as const;

/** The kernel's server over one product made for a test. */
export interface Kernel extends KernelServer {
  readonly clock: ControllableClock;
  readonly journal: Journal;
  readonly faults: FaultPlan;
  /** Resolves when the next request waits for time to pass, so that time can be moved under it. */
  untilWaiting(): Promise<void>;
  /** Forgets the journal and the faults. */
  forget(): void;
}

/** Starts it on a free port and a stopped clock. */
export async function startKernel(product: Product): Promise<Kernel> {
  const clock = createVirtualClock({ mode: 'paused' });
  const journal = createJournal(clock);
  const faults = createFaultPlan(seededRandom(1));
  let onWait = (): void => undefined;
  const server = await startServer({
    port: 0,
    dispatch: createDispatch([product], KERNEL_ACCOUNT.sid, KERNEL_ACCOUNT.token),
    clock: {
      now: () => clock.now(),
      schedule: (delayMs, callback) => {
        const cancel = clock.schedule(delayMs, callback);
        onWait();
        return cancel;
      },
    },
    journal,
    faults,
    requestIds: seededRandom(2),
    admin: () => Promise.resolve(),
    page: () => Promise.resolve(),
  });
  return {
    ...server,
    clock,
    journal,
    faults,
    untilWaiting: () => new Promise((resolve) => (onWait = resolve)),
    forget() {
      journal.clear();
      faults.clear();
    },
  };
}
