import { createContactCentre } from '../../taskrouter/engine/testing/createContactCentre';
import { createTransferCentre } from '../../taskrouter/engine/testing/createTransferCentre';
import { createEventLog } from './eventLog';

describe('the log of TaskRouter events', () => {
  it('tells who and what, without attributes', async () => {
    const centre = await createTransferCentre();
    const log = createEventLog(centre.engine);

    centre.transferTo(centre.bob.sid, { mode: 'WARM' });

    const [initiated] = log.since(0);
    expect(initiated).toMatchObject({
      sequence: 1,
      type: 'task.transfer-initiated',
      task: { sid: centre.taskSid, status: 'assigned' },
      worker: { sid: centre.alice.sid, name: 'Alice' },
      transfer: { mode: 'WARM', to: centre.bob.sid, status: 'initiated' },
    });
    expect(JSON.stringify(log.since(0))).not.toContain('caller');
  });

  it('wakes who waits for the next one, and at once who is behind', async () => {
    const { engine, addWorker } = createContactCentre();
    const log = createEventLog(engine);
    const waiting = log.waitFor(0, 60_000);

    addWorker('Alice');

    await waiting;
    await log.waitFor(0, 60_000);
    expect(log.since(0).map(({ type }) => type)).toContain('worker.created');
  });

  it('forgets the oldest beyond its capacity', () => {
    const { engine, addWorker } = createContactCentre();
    const log = createEventLog(engine, 2);

    for (const name of ['Alice', 'Bob', 'Carol']) addWorker(name);

    expect(log.since(0).map(({ sequence }) => sequence)).toEqual([log.sequence - 1, log.sequence]);
  });
});
