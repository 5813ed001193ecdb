import type { RecoveryView } from '@patchbay/shared/contracts';
import { newTask } from '../../test/world/people';
import { after, drop, look, registered } from '../../test/world/sampleCalls';
import { newShard, SHARDS, shardOf, withEnded, withOpen, withUnsaved } from './shard';
import { viewOf } from './viewOf';

const NOW = Date.UTC(2026, 10, 27, 12);

const ended = (change: Partial<RecoveryView> = {}): RecoveryView => {
  const call = after(registered, drop, look(), { type: 'announced' }, { type: 'customer_gone' });
  if (call.drop === undefined) throw new Error('no drop');
  return { ...viewOf(call, call.drop), ...change };
};

describe('a part of the list of recoveries', () => {
  it('has a recovery once, and not any more when it ended', () => {
    const view = ended();
    const open = withOpen(withOpen(newShard(NOW), view.taskSid, NOW), view.taskSid, NOW);

    const closed = withEnded(open, view, NOW);

    expect(open.open).toHaveLength(1);
    expect(closed).toMatchObject({ open: [], ended: [view], day: { ended: 1, outcomes: { hung_up: 1 } } });
    expect(withEnded(closed, view, NOW)).toEqual(closed);
  });

  it('does not count what no caller was told of', () => {
    const view = ended({ announcedAt: null });

    expect(withEnded(withOpen(newShard(NOW), view.taskSid, NOW), view, NOW)).toEqual(newShard(NOW));
  });

  it('counts by the day', () => {
    const yesterday = withEnded(newShard(NOW), ended(), NOW);

    const today = withEnded(yesterday, ended({ recoveryId: 'another' }), NOW + 86_400_000);

    expect(today.day).toMatchObject({ date: '2026-11-28', ended: 1 });
  });

  it('counts a call that could not be saved once, and by the day', () => {
    const once = withUnsaved(newShard(NOW), newTask(1), NOW);

    const twice = withUnsaved(withUnsaved(once, newTask(1), NOW), newTask(2), NOW);
    const tomorrow = withUnsaved(twice, newTask(3), NOW + 86_400_000);

    expect(twice.day.unsaved).toEqual({ count: 2, latest: [newTask(2), newTask(1)] });
    expect(tomorrow.day).toMatchObject({ date: '2026-11-28', unsaved: { count: 1 } });
    expect(withUnsaved(tomorrow, newTask(2), NOW + 86_400_000)).toBe(tomorrow);
  });

  it('stays far below what Sync writes slowly, however many end', () => {
    let shard = newShard(NOW);
    for (let number = 0; number < 60; number += 1) {
      const taskSid = newTask(number);
      shard = withOpen(shard, taskSid, NOW);
      shard = withUnsaved(shard, taskSid, NOW);
      if (number > 30) shard = withEnded(shard, ended({ taskSid, recoveryId: `recovery ${number}` }), NOW);
    }
    expect(shard.ended[0]?.recoveryId).toBe('recovery 59');
    expect(JSON.stringify(shard).length).toBeLessThan(10_240);
  });

  it('is one of 32', () => {
    const parts = Array.from({ length: 200 }, (_none, number) => shardOf(newTask(number)));
    expect(new Set(parts).size).toBe(SHARDS);
  });
});
