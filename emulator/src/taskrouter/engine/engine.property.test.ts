import fc from 'fast-check';
import type { TaskRouterEvent } from './events';
import { checkInvariants } from './testing/checkInvariants';
import { createContactCentre, type ContactCentre } from './testing/createContactCentre';
import { anyOperations, carryOut, type Operation } from './testing/operations';

/** Levels 0 to 4 of tasks and workers decide who may take what, in a queue that offers to two at a time and one that doesn't. */
const openCentre = (): ContactCentre => {
  const centre = createContactCentre();
  const all = centre.addQueue({ maxReservedWorkers: 2 });
  const seniors = centre.addQueue({ targetWorkers: 'level >= 2', taskOrder: 'LIFO' });
  centre.addWorkflow(
    {
      filters: [
        { expression: 'level >= 3', targets: [{ queue: seniors.sid, timeout: 100 }, { queue: all.sid }] },
        { expression: 'level == 2', targets: [{ queue: all.sid, expression: 'worker.level >= task.level' }] },
      ],
      default_filter: { queue: all.sid },
    },
    30,
  );
  for (const level of [0, 1, 2, 3]) centre.addWorker(`Worker ${level}`, { level });
  return centre;
};

const run = async (
  operations: readonly Operation[],
  check: (centre: ContactCentre) => void = () => undefined,
): Promise<ContactCentre> => {
  const centre = openCentre();
  for (const operation of operations) {
    await carryOut(centre, operation);
    await centre.pass();
    check(centre);
  }
  return centre;
};

const levelOf = ({ attributes }: { readonly attributes: string }): number => {
  const parsed: unknown = JSON.parse(attributes);
  return typeof parsed === 'object' && parsed !== null && 'level' in parsed ? Number(parsed.level) : NaN;
};

/** Says it once more, without the engine's indexes: who waits although somebody could take it? */
const findForgotten = ({ workspace }: ContactCentre): string | undefined => {
  const [all, seniors] = workspace.taskQueues.list();
  for (const task of workspace.tasks.list()) {
    if (task.assignmentStatus !== 'pending' || task.routingTarget !== null) continue;
    for (const worker of workspace.workers.list()) {
      const channel = workspace.workerChannels.get(worker.sid, task.taskChannelSid);
      const hasRoom = worker.available && channel.availableCapacityPercentage > 0;
      const isMember =
        task.taskQueueSid === all?.sid || (task.taskQueueSid === seniors?.sid && levelOf(worker) >= 2);
      const isWanted = levelOf(task) !== 2 || levelOf(worker) >= 2;
      if (hasRoom && isMember && isWanted) return `${task.sid} waits though ${worker.friendlyName} is free`;
    }
  }
  return undefined;
};

const LIVE: ReadonlySet<string> = new Set(['pending', 'accepted', 'wrapping']);

const versionsOf = (event: TaskRouterEvent): { sid: string; version: number }[] => [
  ...('task' in event ? [event.task] : []),
  ...('worker' in event ? [event.worker] : []),
  ...('reservation' in event ? [event.reservation] : []),
];

describe('whatever happens', () => {
  it('tasks, reservations, transfers and capacities agree', async () => {
    await fc.assert(
      fc.asyncProperty(anyOperations, async (operations) => {
        await run(operations, ({ workspace, clock }) => {
          checkInvariants(workspace, clock.now());
        });
      }),
      { numRuns: 100 },
    );
  });

  it('no task waits while a worker is free who may take it', async () => {
    await fc.assert(
      fc.asyncProperty(anyOperations, async (operations) => {
        await run(operations, (centre) => {
          expect(findForgotten(centre)).toBeUndefined();
        });
      }),
      { numRuns: 100 },
    );
  });

  it('a reservation is made only within the capacity, unless the task ignores it', async () => {
    await fc.assert(
      fc.asyncProperty(anyOperations, async (operations) => {
        const centre = openCentre();
        centre.engine.on((event) => {
          if (event.type !== 'reservation.created' || event.task.ignoreCapacity) return;
          const { workspace } = centre;
          const { workerSid } = event.reservation;
          const { taskChannelSid } = event.task;
          const live = workspace.reservations
            .ofWorker(workerSid)
            .filter(({ reservationStatus }) => LIVE.has(reservationStatus))
            .filter(({ taskSid }) => workspace.tasks.get(taskSid).taskChannelSid === taskChannelSid);
          const { configuredCapacity } = workspace.workerChannels.get(workerSid, taskChannelSid);
          expect(live.length).toBeLessThanOrEqual(configuredCapacity);
        });
        for (const operation of operations) {
          await carryOut(centre, operation);
          await centre.pass();
        }
      }),
      { numRuns: 50 },
    );
  });

  it('versions only grow, and every difference has its own', async () => {
    await fc.assert(
      fc.asyncProperty(anyOperations, async (operations) => {
        const { events } = await run(operations);
        const latest = new Map<string, { version: number }>();
        for (const shown of events.flatMap(versionsOf)) {
          const before = latest.get(shown.sid);
          expect(shown.version).toBeGreaterThanOrEqual(before?.version ?? 0);
          if (before?.version === shown.version) expect(shown).toEqual(before);
          latest.set(shown.sid, shown);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('the same seed and the same operations give the same events', async () => {
    await fc.assert(
      fc.asyncProperty(anyOperations, async (operations) => {
        const [one, other] = [await run(operations), await run(operations)];

        expect(one.events).toEqual(other.events);
      }),
      { numRuns: 25 },
    );
  });
});
