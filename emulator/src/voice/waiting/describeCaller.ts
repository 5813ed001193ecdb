import { describeCall } from '../describeCall';
import type { Call } from '../model';

const toSnakeCase = (name: string): string =>
  name.replaceAll(/\B[A-Z]/g, (letter) => `_${letter}`).toLowerCase();

/** What `<Enqueue workflowSid>` adds to the task's attributes: the call's own parameters, in snake_case. */
export const describeCaller = (accountSid: string, call: Call): Record<string, string> =>
  Object.fromEntries(
    Object.entries(describeCall(accountSid, call)).map(([name, value]) => [toSnakeCase(name), value]),
  );
