import { readInsightsChange } from '../../gooddata';
import { isObject } from '../../kernel/isObject';
import {
  InvalidInput,
  optional,
  readBoolean,
  readFields,
  readList,
  readNumber,
  readText,
} from '../../kernel/jsonFields';
import { readPhoneNumber } from '../../voice';
import { readIdentityTraits } from '../readIdentity';
import type {
  Scenario,
  ScenarioIdentity,
  ScenarioQueue,
  ScenarioWorker,
  ScenarioWorkflow,
  ScenarioWorkspace,
} from './model';

const MAX_ITEMS = 5_000;

function readOrder(value: unknown): 'FIFO' | 'LIFO' {
  if (value === 'FIFO' || value === 'LIFO') return value;
  throw new InvalidInput('An order must be FIFO or LIFO');
}

function readObject(value: unknown, name: string): Readonly<Record<string, unknown>> {
  if (isObject(value)) return value;
  throw new InvalidInput(`${name} must be a JSON object`);
}

function readWorkspace(value: unknown): ScenarioWorkspace {
  const texts = ['eventCallbackUrl', 'eventsFilter', 'defaultActivity', 'timeoutActivity'] as const;
  const fields = readFields(value, 'workspace', ['friendlyName', 'prioritizeQueueOrder', ...texts]);
  return {
    friendlyName: readText(fields, 'friendlyName'),
    ...optional(fields, 'eventCallbackUrl', () => readText(fields, 'eventCallbackUrl')),
    ...optional(fields, 'eventsFilter', () => readText(fields, 'eventsFilter')),
    ...optional(fields, 'defaultActivity', () => readText(fields, 'defaultActivity')),
    ...optional(fields, 'timeoutActivity', () => readText(fields, 'timeoutActivity')),
    ...optional(fields, 'prioritizeQueueOrder', () => readOrder(fields['prioritizeQueueOrder'])),
  };
}

function readActivity(value: unknown): { friendlyName: string; available: boolean } {
  const fields = readFields(value, 'An activity', ['friendlyName', 'available']);
  return { friendlyName: readText(fields, 'friendlyName'), available: readBoolean(fields, 'available') };
}

function readChannel(value: unknown): { friendlyName: string; uniqueName: string } {
  const fields = readFields(value, 'A task channel', ['friendlyName', 'uniqueName']);
  return { friendlyName: readText(fields, 'friendlyName'), uniqueName: readText(fields, 'uniqueName') };
}

function readQueue(value: unknown): ScenarioQueue {
  const fields = readFields(value, 'A task queue', [
    'friendlyName',
    'targetWorkers',
    'maxReservedWorkers',
    'taskOrder',
  ]);
  return {
    friendlyName: readText(fields, 'friendlyName'),
    ...optional(fields, 'targetWorkers', () => readText(fields, 'targetWorkers')),
    ...optional(fields, 'maxReservedWorkers', () => readNumber(fields, 'maxReservedWorkers', 1, 50)),
    ...optional(fields, 'taskOrder', () => readOrder(fields['taskOrder'])),
  };
}

function readWorkflow(value: unknown): ScenarioWorkflow {
  const texts = ['assignmentCallbackUrl', 'fallbackAssignmentCallbackUrl'] as const;
  const fields = readFields(value, 'A workflow', [
    'friendlyName',
    'configuration',
    'taskReservationTimeout',
    ...texts,
  ]);
  return {
    friendlyName: readText(fields, 'friendlyName'),
    configuration: readObject(fields['configuration'], 'configuration'),
    ...optional(fields, 'taskReservationTimeout', () =>
      readNumber(fields, 'taskReservationTimeout', 1, 86_400),
    ),
    ...optional(fields, 'assignmentCallbackUrl', () => readText(fields, 'assignmentCallbackUrl')),
    ...optional(fields, 'fallbackAssignmentCallbackUrl', () =>
      readText(fields, 'fallbackAssignmentCallbackUrl'),
    ),
  };
}

function readWorker(value: unknown): ScenarioWorker {
  const fields = readFields(value, 'A worker', ['friendlyName', 'attributes', 'activity', 'capacity']);
  const readCapacity = (): Record<string, number> => {
    const capacity = readObject(fields['capacity'], 'capacity');
    return Object.fromEntries(
      Object.keys(capacity).map((name) => [name, readNumber(capacity, name, 0, 1_000)]),
    );
  };
  return {
    friendlyName: readText(fields, 'friendlyName'),
    ...optional(fields, 'attributes', () => readObject(fields['attributes'], 'attributes')),
    ...optional(fields, 'activity', () => readText(fields, 'activity')),
    ...optional(fields, 'capacity', readCapacity),
  };
}

function readScenarioIdentity(value: unknown): ScenarioIdentity {
  const fields = readFields(value, 'An identity', ['identity', 'worker', 'roles', 'lifetimeMs']);
  return { ...readIdentityTraits(fields), ...optional(fields, 'worker', () => readText(fields, 'worker')) };
}

function readService(value: unknown): { friendlyName: string } {
  return { friendlyName: readText(readFields(value, 'A Sync service', ['friendlyName']), 'friendlyName') };
}

/** Reads a scenario as posted. Throws InvalidInput, naming the field. */
export function readScenario(value: unknown): Scenario {
  const lists = [
    'activities',
    'taskChannels',
    'taskQueues',
    'workflows',
    'workers',
    'phoneNumbers',
    'identities',
    'syncServices',
  ];
  const fields = readFields(value, 'A scenario', ['workspace', 'insights', ...lists]);
  return {
    workspace: readWorkspace(fields['workspace']),
    activities: readList(fields, 'activities', MAX_ITEMS, readActivity),
    taskChannels: readList(fields, 'taskChannels', MAX_ITEMS, readChannel),
    taskQueues: readList(fields, 'taskQueues', MAX_ITEMS, readQueue),
    workflows: readList(fields, 'workflows', MAX_ITEMS, readWorkflow),
    workers: readList(fields, 'workers', MAX_ITEMS, readWorker),
    phoneNumbers: readList(fields, 'phoneNumbers', MAX_ITEMS, readPhoneNumber),
    identities: readList(fields, 'identities', MAX_ITEMS, readScenarioIdentity),
    syncServices: readList(fields, 'syncServices', MAX_ITEMS, readService),
    ...optional(fields, 'insights', () => readInsightsChange(fields['insights'])),
  };
}
