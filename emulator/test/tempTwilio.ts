
import { createIdentityDirectory, type IdentityDirectory } from '../src/iam/identities';
import { createDispatch } from '../src/kernel/dispatch';
import { createFaultPlan } from '../src/kernel/faults/faultPlan';
import { seededRandom } from '../src/kernel/random';
import { createJournal } from '../src/kernel/ringJournal';
import { startServer } from '../src/kernel/server';
import { createVirtualClock } from '../src/kernel/virtualClock';
import { createTaskRouterEngine, type TaskRouterEngine } from '../src/taskrouter/engine';
import { createEventBridge } from '../src/taskrouter/bridge';
import type { ControllableClock } from '../src/kernel/clock';
import type { Journal } from '../src/kernel/journal';
export interface LocalTwilio { origin: string; accountSid: string; clock: ControllableClock; identities: IdentityDirectory; taskRouter: TaskRouterEngine; journal: Journal; stop(): Promise<void> }
export async function createLocalTwilio(_: object): Promise<LocalTwilio> {
  const accountSid = `AC${'0'.repeat(32)}`; const authToken = '0'.repeat(32);
  const clock = createVirtualClock({ mode: 'paused' });
  const random = seededRandom(1);
  const identities = createIdentityDirectory(clock, random);
  const taskRouter = createTaskRouterEngine({ accountSid, clock, random });
  const journal = createJournal(clock);
  const bridge = createEventBridge({ accountSid, authToken, clock, random, webhooks: { send: () => Promise.resolve({ status: 'no-answer' as const }) } }, taskRouter, identities);
  const server = await startServer({ port: 0, clock, dispatch: createDispatch([bridge], accountSid, authToken), faults: createFaultPlan(random), journal, requestIds: random, admin: () => Promise.resolve() });
  return { origin: server.origin, accountSid, clock, identities, taskRouter, journal, async stop() { bridge.stop(); clock.stop(); await server.stop(); } };
}
