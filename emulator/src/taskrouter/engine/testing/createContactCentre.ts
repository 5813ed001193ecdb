import { createVirtualClock } from '../../../kernel/virtualClock';
import { seededRandom } from '../../../kernel/random';
import type { ControllableClock } from '../../../kernel/clock';
import { createTaskRouterEngine, type EngineOptions, type TaskRouterEngine } from '../engine';
import type { TaskRouterEvent, TaskRouterEventType } from '../events';
import type { Activity, Reservation, Task, TaskQueue, Worker, Workflow } from '../model';
import type { TaskInput, TaskQueueInput, WorkspaceEngine } from '../operations';

/** A workspace with a clock in hand, and short ways to say what the engine's tests say often. */
export interface ContactCentre {
  readonly clock: ControllableClock;
  readonly engine: TaskRouterEngine;
  readonly workspace: WorkspaceEngine;
  /** Everything that happened since the workspace was there, or since it was last emptied. */
  readonly events: TaskRouterEvent[];
  readonly typesOf: (sid?: string) => TaskRouterEventType[];
  readonly activity: (name: 'Offline' | 'Available' | 'Unavailable') => Activity;
  readonly addQueue: (input?: Partial<TaskQueueInput>) => TaskQueue;
  /** A worker in Available. */
  readonly addWorker: (friendlyName: string, attributes?: object, capacity?: number) => Worker;
  readonly addWorkflow: (routing: object, taskReservationTimeout?: number) => Workflow;
  readonly createTask: (input?: Omit<TaskInput, 'attributes'> & { attributes?: object }) => Task;
  /** Lets everything due now happen, after `ms` of the clock's time. */
  readonly pass: (ms?: number) => Promise<void>;
  readonly task: (sid: string) => Task;
  readonly offersOf: (taskSid: string) => readonly Reservation[];
  /** The one pending reservation of a task. */
  readonly offerOf: (taskSid: string) => Reservation;
  readonly accept: (taskSid: string) => Reservation;
}

/** Creates it in the first instant of 2026. */
export function createContactCentre(options: Partial<EngineOptions> = {}): ContactCentre {
  const clock = createVirtualClock({ startMs: Date.UTC(2026, 0, 1), mode: 'paused' });
  const accountSid = `AC${'0'.repeat(32)}`;
  const engine = createTaskRouterEngine({ accountSid, clock, random: seededRandom(1), ...options });
  const workspace = engine.workspace(engine.workspaces.create({ friendlyName: 'Test' }).sid);
  const events: TaskRouterEvent[] = [];
  engine.on((event) => events.push(event));
  let names = 0;

  const activity = (name: string): Activity => {
    const found = workspace.activities.list().find(({ friendlyName }) => friendlyName === name);
    if (!found) throw new Error(`No activity ${name}`);
    return found;
  };
  const offersOf = (taskSid: string): readonly Reservation[] =>
    workspace.reservations.ofTask(taskSid).filter(({ reservationStatus }) => reservationStatus === 'pending');
  const offerOf = (taskSid: string): Reservation => {
    const [offer, ...others] = offersOf(taskSid);
    if (!offer || others.length > 0)
      throw new Error(`${others.length + (offer ? 1 : 0)} offers of ${taskSid}`);
    return offer;
  };

  return {
    clock,
    engine,
    workspace,
    events,
    typesOf: (sid) =>
      events.filter((event) => !sid || ('task' in event && event.task.sid === sid)).map(({ type }) => type),
    activity,
    addQueue: (input = {}) => workspace.taskQueues.create({ friendlyName: `Queue ${++names}`, ...input }),
    addWorker(friendlyName, attributes = {}, capacity = 1) {
      const worker = workspace.workers.create({
        friendlyName,
        attributes: JSON.stringify(attributes),
        activitySid: activity('Available').sid,
      });
      if (capacity !== 1) workspace.workerChannels.update(worker.sid, 'default', { capacity });
      return worker;
    },
    addWorkflow: (routing, taskReservationTimeout = 120) =>
      workspace.workflows.create({
        friendlyName: `Workflow ${++names}`,
        configuration: JSON.stringify({ task_routing: routing }),
        taskReservationTimeout,
      }),
    createTask: ({ attributes = {}, ...input } = {}) =>
      workspace.tasks.create({ ...input, attributes: JSON.stringify(attributes) }),
    pass: (ms = 0) => clock.advance(ms),
    task: (sid) => workspace.tasks.get(sid),
    offersOf,
    offerOf,
    accept: (taskSid) =>
      workspace.reservations.update(offerOf(taskSid).sid, { reservationStatus: 'accepted' }),
  };
}
