import type { Passage } from './passage';
import { summarisePassages } from './summarisePassages';

const passage = (more: Partial<Passage>): Passage => ({
  taskSid: 'WT1',
  queueSid: 'WQ1',
  channelSid: 'TC1',
  enteredAt: 0,
  missedAt: [],
  rejectedAt: [],
  ...more,
});

describe('what became of the tasks of a queue', () => {
  it('counts a task that was taken in time and completed', () => {
    const taken = passage({
      offeredAt: 4_000,
      acceptedAt: 10_000,
      wrappingAt: 60_000,
      completedAt: 70_000,
    });
    expect(summarisePassages([taken], 0, 80_000)).toMatchObject({
      total_tasks_count: 1,
      handled_tasks_count: 1,
      total_handled_tasks: 1,
      handled_tasks_within_sl_threshold_count: 1,
      average_waiting_time: 10_000,
      average_ring_time: 6_000,
      average_talk_time: 50_000,
      average_wrapup_time: 10_000,
      average_handle_time: 60_000,
      sla_percentage: 1,
    });
  });

  it('lowers the service level by what was late and by what was given up', () => {
    const inTime = passage({ acceptedAt: 20_000 });
    const late = passage({ acceptedAt: 20_001 });
    const abandoned = passage({ abandonedAt: 30_000 });
    expect(summarisePassages([inTime, late, abandoned], 0, 40_000)).toMatchObject({
      sla_percentage: 1 / 3,
      abandoned_tasks_count: 1,
      average_abandon_time: 30_000,
    });
  });

  it('does not blame the queue for who hung up at once', () => {
    expect(summarisePassages([passage({ abandonedAt: 5_000 })], 0, 9_000)).toMatchObject({
      abandoned_tasks_count: 0,
      short_abandoned_tasks_count: 1,
      sla_percentage: -1,
    });
  });

  it('leaves out what happened before the window', () => {
    const old = passage({ acceptedAt: 10_000, missedAt: [5_000, 60_000], rejectedAt: [6_000] });
    expect(summarisePassages([old], 50_000, 70_000)).toMatchObject({
      total_tasks_count: 0,
      handled_tasks_count: 0,
      total_missed_invitations: 1,
      total_rejected_invitations: 0,
    });
  });
});
