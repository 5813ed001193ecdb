import type { JsonObject } from '../sync/model';
import { createContactCentre, type ContactCentre } from '../taskrouter/engine/testing/createContactCentre';
import { feedLiveQueries } from './feedLiveQueries';
import type { LiveQueries } from './liveIndex';

/** Tables as plain maps: what queries make of them is their own tests' business. */
function createTables(): LiveQueries & { readonly rows: (table: string) => readonly JsonObject[] } {
  const tables = new Map<string, Map<string, JsonObject>>();
  const table = (name: string): Map<string, JsonObject> => {
    const found = tables.get(name) ?? new Map<string, JsonObject>();
    tables.set(name, found);
    return found;
  };
  return {
    index: (name) => ({
      set: (key, row) => void table(name).set(key, row),
      remove: (key) => void table(name).delete(key),
    }),
    rows: (name) => [...table(name).values()],
  };
}

describe('the tables of live queries', () => {
  let centre: ContactCentre;
  let tables: ReturnType<typeof createTables>;
  let stop: () => void;
  beforeEach(() => {
    centre = createContactCentre();
    tables = createTables();
    stop = feedLiveQueries(centre.engine, tables);
  });
  afterEach(() => {
    stop();
    centre.clock.stop();
  });

  it('show a worker with activity, attributes and queues', () => {
    const queue = centre.addQueue({ friendlyName: 'Support', targetWorkers: "team == 'a'" });
    const worker = centre.addWorker('alice', { team: 'a', full_name: 'Alice' });
    expect(tables.rows('tr-worker')).toEqual([
      expect.objectContaining({
        worker_sid: worker.sid,
        friendly_name: 'alice',
        activity_name: 'Available',
        attributes: { team: 'a', full_name: 'Alice' },
        queue_sids: [queue.sid],
        date_activity_changed: '2026-01-01T00:00:00.000Z',
      }),
    ]);
  });

  it('follow a worker to another activity and out of the door', () => {
    const worker = centre.addWorker('alice');
    centre.workspace.workers.update(worker.sid, { activitySid: centre.activity('Unavailable').sid });
    expect(tables.rows('tr-worker')).toMatchObject([{ activity_name: 'Unavailable' }]);
    centre.workspace.workers.update(worker.sid, { activitySid: centre.activity('Offline').sid });
    centre.workspace.workers.delete(worker.sid);
    expect(tables.rows('tr-worker')).toEqual([]);
  });

  it('show to which queues a worker belongs as soon as a queue comes or goes', () => {
    centre.addWorker('alice', { team: 'a' });
    const queue = centre.addQueue({ friendlyName: 'Support', targetWorkers: "team == 'a'" });
    expect(tables.rows('tr-worker')).toMatchObject([{ queue_sids: [queue.sid] }]);
    expect(tables.rows('tr-queue')).toMatchObject([{ queue_sid: queue.sid, queue_name: 'Support' }]);
    centre.workspace.taskQueues.delete(queue.sid);
    expect(tables.rows('tr-worker')).toMatchObject([{ queue_sids: [] }]);
    expect(tables.rows('tr-queue')).toEqual([]);
  });

  it('show a reservation with its task, in the words of Flex', async () => {
    const queue = centre.addQueue({ friendlyName: 'Support', targetWorkers: '1==1' });
    const workflow = centre.addWorkflow({ default_filter: { queue: queue.sid } });
    const alice = centre.addWorker('alice');
    const task = centre.createTask({ workflowSid: workflow.sid, attributes: { name: 'Jane' } });
    await centre.pass();
    const { sid } = centre.accept(task.sid);
    await centre.pass(7_000);
    centre.workspace.reservations.update(sid, { reservationStatus: 'wrapping' });

    expect(tables.rows('tr-reservation')).toEqual([
      expect.objectContaining({
        reservation_sid: sid,
        task_sid: task.sid,
        worker_sid: alice.sid,
        status: 'wrapup',
        task_status: 'wrapping',
        task_age: 7,
        queue_name: 'Support',
        workflow_name: workflow.friendlyName,
        attributes: { name: 'Jane' },
      }),
    ]);
    expect(tables.rows('tr-task')).toMatchObject([{ task_sid: task.sid, status: 'wrapping', age: 7 }]);
  });

  it('forget a task and its reservations when TaskRouter does, by the next thing that happens', async () => {
    const queue = centre.addQueue({ targetWorkers: '1==1' });
    const workflow = centre.addWorkflow({ default_filter: { queue: queue.sid } });
    centre.addWorker('alice');
    const task = centre.createTask({ workflowSid: workflow.sid });
    await centre.pass();
    centre.accept(task.sid);
    centre.workspace.tasks.update(task.sid, { assignmentStatus: 'completed' });
    expect(tables.rows('tr-reservation')).toMatchObject([{ status: 'completed' }]);

    await centre.pass(5 * 60_000);
    centre.addWorker('bob');

    expect(tables.rows('tr-reservation')).toEqual([]);
    expect(tables.rows('tr-task')).toEqual([]);
  });

  it('are empty after the workspace is deleted', async () => {
    const queue = centre.addQueue({ targetWorkers: '1==1' });
    const workflow = centre.addWorkflow({ default_filter: { queue: queue.sid } });
    centre.addWorker('alice');
    centre.createTask({ workflowSid: workflow.sid });
    await centre.pass();

    centre.engine.workspaces.delete(centre.workspace.sid);

    for (const table of ['tr-worker', 'tr-queue', 'tr-task', 'tr-reservation']) {
      expect(tables.rows(table)).toEqual([]);
    }
  });
});
