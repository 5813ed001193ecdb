import { createVirtualClock } from '../src/kernel/virtualClock';
import { createTaskRouterEngine } from '../src/taskrouter/engine';
import { taskRouterProduct } from '../src/taskrouter/rest';
import type { TaskRouterRestOptions } from '../src/taskrouter/rest';
import { callProduct, type Answer, type Form } from './callProduct';
import { createTestContext } from './createTestContext';

/** The TaskRouter REST routes on a standing clock; targets are relative to `/v1/Workspaces`. */
export function createRestCaller(options?: TaskRouterRestOptions) {
  const clock = createVirtualClock({ startMs: Date.UTC(2024, 4, 1, 10), mode: 'paused' });
  const context = { ...createTestContext(), clock };
  const { accountSid, random } = context;
  const engine = createTaskRouterEngine({ accountSid, clock, random });
  const caller = callProduct(
    context,
    taskRouterProduct(context, engine, options),
    'twilio_taskrouter_v1.json',
  );
  const conditional = (ifMatch?: string) => (ifMatch === undefined ? {} : { 'if-match': ifMatch });

  return {
    clock,
    engine,
    get: (target: string) => caller.get(`/v1/Workspaces${target}`),
    post: (target: string, form: Form, ifMatch?: string) =>
      caller.post(`/v1/Workspaces${target}`, form, conditional(ifMatch)),
    remove: (target: string, ifMatch?: string) =>
      caller.delete(`/v1/Workspaces${target}`, conditional(ifMatch)),
  };
}

/** The rows of a list answer. */
export const rowsOf = (answer: Answer, key: string): readonly Readonly<Record<string, unknown>>[] => {
  const rows = answer.body[key];
  if (!Array.isArray(rows)) throw new Error(`No list ${key} in ${JSON.stringify(answer)}`);
  return rows.map(recordOf);
};

const recordOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
