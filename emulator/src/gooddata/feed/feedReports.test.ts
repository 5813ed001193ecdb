import { createContactCentre, type ContactCentre } from '../../taskrouter/engine/testing/createContactCentre';
import type { Row } from '../model';
import { createRowTable, type RowTable } from '../reports/rowTable';
import { createInsightsSettings, type InsightsSettings } from '../settings';
import { feedReports } from './feedReports';

const MINUTE_MS = 60_000;

/** Feeds a table of its own from a contact centre. */
function feed(
  { engine, clock }: Pick<ContactCentre, 'engine' | 'clock'>,
  change: Partial<InsightsSettings>,
  maxOpen?: number,
) {
  const settings = createInsightsSettings();
  settings.change(change);
  const rows = createRowTable(clock);
  return { rows, stop: feedReports(engine, { settings, rows }, maxOpen) };
}

const fieldsOf = (table: RowTable, ...names: readonly (keyof Row & string)[]) =>
  table.list().map(({ row }) => names.map((name) => row[name]));

/** One agent, one queue, one task that he takes after ten seconds, speaks for a minute and wraps up for half of one. */
async function oneCall(change: Partial<InsightsSettings> = {}, attributes: object = {}) {
  const centre = createContactCentre();
  const { rows, stop } = feed(centre, { dataDelayMs: 0, ...change });
  const queue = centre.addQueue({ friendlyName: 'Support', targetWorkers: '1==1' });
  centre.addWorkflow({ default_filter: { queue: queue.sid } });
  centre.addWorker('alice', { full_name: 'Alice A.' });
  const task = centre.createTask({ attributes });
  await centre.pass(10_000);
  const { sid } = centre.accept(task.sid);
  await centre.pass(MINUTE_MS);
  centre.workspace.reservations.update(sid, { reservationStatus: 'wrapping' });
  await centre.pass(30_000);
  const complete = (): void => {
    centre.workspace.reservations.update(sid, { reservationStatus: 'completed' });
  };
  return { ...centre, rows, stop, task, reservationSid: sid, complete };
}

describe('a call that ended', () => {
  it('is a queue segment and a conversation segment, with what reports tell of them', async () => {
    const attributes = { from: '+15557654321', name: 'A caller', conversations: { conversation_id: 'C1' } };
    const { rows, task, reservationSid, complete } = await oneCall({}, attributes);
    complete();

    const shared = {
      ...{ external_id: task.sid, conversation_id: 'C1' },
      ...{ customer_phone: '+15557654321', customer_name: 'A caller' },
      ...{
        segment_id: expect.stringMatching(
          /^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/,
        ) as string,
      },
      ...{ queue: 'Support', date: '2026-01-01' },
    };
    expect(rows.list().map(({ row }) => row)).toEqual([
      { ...shared, time: '00:00:00', kind: 'Queue', agent: '', queue_time: '10', abandoned: 'No' },
      {
        ...shared,
        ...{
          time: '00:00:10',
          kind: 'Conversation',
          agent: 'Alice A.',
          agent_id: expect.stringMatching(/^WK/) as string,
        },
        ...{ reservation_id: reservationSid, talk_time: '60', wrap_up_time: '30' },
      },
    ]);
    expect(new Set(rows.list().map(({ row }) => row.segment_id)).size).toBe(2);
  });

  it('is in the reports only some time after its end', async () => {
    const { rows, pass, complete } = await oneCall({ dataDelayMs: 45 * MINUTE_MS });
    await pass(60 * MINUTE_MS);
    complete();
    await pass(45 * MINUTE_MS - 1);
    const before = rows.list();
    await pass(1);

    expect(before).toEqual([]);
    expect(rows.list()).toHaveLength(2);
  });

  it('is restated later, under the same segments, when told so', async () => {
    const { rows, pass, complete } = await oneCall({ dataDelayMs: MINUTE_MS, restateAfterMs: 2 * MINUTE_MS });
    complete();
    await pass(MINUTE_MS);
    const first = fieldsOf(rows, 'kind', 'wrap_up_time');
    await pass(2 * MINUTE_MS);

    expect(first).toEqual([
      ['Queue', undefined],
      ['Conversation in Progress', ''],
    ]);
    expect(fieldsOf(rows, 'kind', 'wrap_up_time').slice(2)).toEqual([
      ['Queue', undefined],
      ['Conversation', '30'],
    ]);
    const segments = fieldsOf(rows, 'segment_id');
    expect(segments.slice(2)).toEqual(segments.slice(0, 2));
  });

  it('is a conversation of its own where its task names none', async () => {
    const { rows, task, complete } = await oneCall();
    complete();

    expect(fieldsOf(rows, 'conversation_id')).toEqual([[task.sid], [task.sid]]);
  });

  it('is no longer listened for after the end', async () => {
    const { rows, stop, complete } = await oneCall();
    stop();
    complete();

    expect(rows.list()).toEqual([]);
  });
});

describe('a call that is transferred COLD', () => {
  it.each(['worker', 'queue'] as const)(
    'to a %s is two queue and two conversation segments',
    async (kind) => {
      const centre = createContactCentre();
      const { rows } = feed(centre, { dataDelayMs: 0 });
      const { workspace, accept, pass } = centre;
      const [first, second] = ['alice', 'bob'].map((name) =>
        centre.addQueue({ friendlyName: `Queue of ${name}`, targetWorkers: `name == '${name}'` }),
      );
      const [, bob] = ['alice', 'bob'].map((name) => centre.addWorker(name, { name }));
      centre.addWorkflow({ default_filter: { queue: first?.sid } });
      const { sid: taskSid } = centre.createTask();
      await pass(10_000);
      const { sid: reservationSid, workerSid } = accept(taskSid);
      await pass(20_000);
      const to = (kind === 'queue' ? second : bob)?.sid ?? '';
      workspace.transfers.start({ taskSid, reservationSid, workerSid, to, mode: 'COLD' });
      await pass(5_000);
      workspace.reservations.update(reservationSid, { reservationStatus: 'completed' });
      const taken = accept(taskSid);
      await pass(30_000);
      workspace.reservations.update(taken.sid, { reservationStatus: 'completed' });

      const secondQueue = kind === 'queue' ? 'Queue of bob' : 'Queue of alice';
      expect(fieldsOf(rows, 'kind', 'queue', 'agent', 'queue_time', 'talk_time')).toEqual([
        ['Queue', 'Queue of alice', '', '10', undefined],
        ['Conversation', 'Queue of alice', 'alice', undefined, '25'],
        ['Queue', secondQueue, '', '5', undefined],
        ['Conversation', secondQueue, 'bob', undefined, '30'],
      ]);
      expect(new Set(fieldsOf(rows, 'segment_id').flat()).size).toBe(4);
    },
  );
});

describe('a call that nobody took', () => {
  it('is a queue segment that was abandoned', async () => {
    const centre = createContactCentre();
    const { rows } = feed(centre, { dataDelayMs: 0 });
    const queue = centre.addQueue({ friendlyName: 'Support' });
    centre.addWorkflow({ default_filter: { queue: queue.sid } });
    const task = centre.createTask();
    await centre.pass(7_000);
    centre.workspace.tasks.update(task.sid, { assignmentStatus: 'canceled', reason: 'hangup' });

    expect(fieldsOf(rows, 'kind', 'queue_time', 'abandoned')).toEqual([['Queue', '7', 'Yes']]);
  });

  it('is a missed conversation of each agent who let it ring', async () => {
    const centre = createContactCentre();
    const { rows } = feed(centre, { dataDelayMs: 0 });
    const queue = centre.addQueue({ friendlyName: 'Support', targetWorkers: '1==1' });
    centre.addWorkflow({ default_filter: { queue: queue.sid } }, 20);
    centre.addWorker('alice');
    const task = centre.createTask();
    await centre.pass(25_000);
    centre.workspace.tasks.update(task.sid, { assignmentStatus: 'canceled', reason: 'hangup' });

    expect(fieldsOf(rows, 'kind', 'agent', 'talk_time')).toEqual([
      ['Queue', '', undefined],
      ['Missed Conversation', 'alice', ''],
    ]);
  });
});

describe('tasks that are followed', () => {
  /** Two tasks at most are followed, of as many as alice can have. */
  const lineUp = () => {
    const centre = createContactCentre();
    const { rows } = feed(centre, { dataDelayMs: 0 }, 2);
    const queue = centre.addQueue({ friendlyName: 'Support', targetWorkers: '1==1' });
    centre.addWorkflow({ default_filter: { queue: queue.sid } });
    centre.addWorker('alice', {}, 10);
    return {
      rows,
      take: async (): Promise<string> => {
        const { sid } = centre.createTask();
        await centre.pass();
        centre.accept(sid);
        return sid;
      },
      complete: (sid: string): void => {
        centre.workspace.tasks.update(sid, { assignmentStatus: 'completed', reason: 'done' });
      },
    };
  };

  it('are no more than there may be, the quietest is forgotten', async () => {
    const { rows, take, complete } = lineUp();
    const [first, second, third] = [await take(), await take(), await take()];
    for (const sid of [first, second, third]) complete(sid);

    expect(new Set(fieldsOf(rows, 'external_id').flat())).toEqual(new Set([second, third]));
  });

  it('are forgotten when they have ended, although their reservations end after them', async () => {
    const { rows, take, complete } = lineUp();
    const first = await take();
    for (let n = 0; n < 3; n++) complete(await take());
    complete(first);

    expect(fieldsOf(rows, 'external_id').flat()).toContain(first);
  });
});
