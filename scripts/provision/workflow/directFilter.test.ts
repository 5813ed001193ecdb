import { defaultQueueOf, findFilter, putOnTop, takeOut } from './directFilter';

const filter = { filter_friendly_name: 'Direct', expression: 'a != null', targets: [{ queue: 'WQ1' }] };
const vip = { friendly_name: 'VIP', expression: 'vip==true', targets: [{ queue: 'WQ2', timeout: '30' }] };
const configuration = {
  note: 'kept',
  task_routing: { filters: [vip], default_filter: { queue: 'WQ3', task_queue_sid: null } },
};

describe('the filter on top of a workflow', () => {
  it('leaves everything else as it is', () => {
    expect(putOnTop(configuration, 'Direct', filter)).toEqual({
      ...configuration,
      task_routing: { ...configuration.task_routing, filters: [filter, vip] },
    });
  });

  it('is there once, and on top, wherever it was', () => {
    const below = { task_routing: { filters: [vip, { ...filter, expression: 'old' }] } };

    expect(putOnTop(below, 'Direct', filter)).toEqual({ task_routing: { filters: [filter, vip] } });
  });

  it('is taken out without a trace', () => {
    expect(takeOut(putOnTop(configuration, 'Direct', filter), 'Direct')).toEqual(configuration);
  });

  it('is found with its position', () => {
    const below = { task_routing: { filters: [vip, filter] } };

    expect(findFilter(below, 'Direct')).toEqual({ position: 1, filter });
    expect(findFilter(below, 'VIP')).toEqual({ position: 0, filter: vip });
    expect(findFilter(configuration, 'Direct')).toBeUndefined();
  });

  it('goes into a workflow that has only a default queue', () => {
    const only = { task_routing: { default_filter: { queue: 'WQ3' } } };

    expect(putOnTop(only, 'Direct', filter)).toMatchObject({ task_routing: { filters: [filter] } });
    expect(defaultQueueOf(only)).toBe('WQ3');
  });

  it('finds no default queue where there is none, or no configuration', () => {
    expect([defaultQueueOf({ task_routing: { filters: [vip] } }), defaultQueueOf('no JSON')]).toEqual([
      undefined,
      undefined,
    ]);
  });
});
