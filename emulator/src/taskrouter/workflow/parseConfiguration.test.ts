import { parseWorkflowConfiguration, queuesOf, WorkflowConfigurationError } from '.';

const SALES = `WQ${'a'.repeat(32)}`;
const SUPPORT = `WQ${'b'.repeat(32)}`;

const parseRouting = (routing: unknown): ReturnType<typeof parseWorkflowConfiguration> =>
  parseWorkflowConfiguration(JSON.stringify({ task_routing: routing }));
const parseTargets = (...targets: readonly unknown[]): ReturnType<typeof parseWorkflowConfiguration> =>
  parseRouting({ filters: [{ expression: '1==1', targets }] });

describe('parseWorkflowConfiguration', () => {
  it('takes a default filter alone', () => {
    const configuration = parseRouting({ default_filter: { queue: SALES } });

    expect(configuration).toEqual({ filters: [], defaultFilter: { queue: SALES } });
  });

  it('reads numbers that arrive as text', () => {
    const configuration = parseTargets({ queue: SALES, priority: '10', timeout: '30' });

    expect(configuration.filters[0]?.targets[0]).toMatchObject({ priority: 10, timeout: 30 });
  });

  it('lets a target inherit its queue and nothing else', () => {
    const configuration = parseTargets(
      { queue: SALES, priority: 5, timeout: 30, expression: 'worker.level > 1' },
      { skip_if: 'workers.available == 0' },
      { queue: SUPPORT },
    );

    const targets = configuration.filters[0]?.targets;
    expect(targets?.map(({ queue }) => queue)).toEqual([SALES, SALES, SUPPORT]);
    expect(targets?.[1]).toMatchObject({ priority: null, timeout: null, expression: null });
    expect(targets?.[1]?.skipIf).not.toBeNull();
  });

  it('reads the known worker as a reference', () => {
    const configuration = parseTargets({ queue: SALES, known_worker_sid: 'task.agent.sid' });

    expect(configuration.filters[0]?.targets[0].knownWorker).toEqual({
      by: 'sid',
      path: ['task', 'agent', 'sid'],
    });
  });

  it('reads order_by with and without the worker prefix', () => {
    const configuration = parseTargets({ queue: SALES, order_by: 'worker.level DESC, cost' });

    expect(configuration.filters[0]?.targets[0].orderBy).toEqual([
      { path: ['worker', 'level'], direction: 'DESC' },
      { path: ['worker', 'cost'], direction: 'ASC' },
    ]);
  });

  it('keeps names and expressions as written, for events', () => {
    const configuration = parseRouting({
      filters: [{ filter_friendly_name: 'Gold', expression: "tier=='gold'", targets: [{ queue: SALES }] }],
    });

    expect(configuration.filters[0]).toMatchObject({ friendlyName: 'Gold', expressionText: "tier=='gold'" });
  });

  it('names every queue once', () => {
    const configuration = parseRouting({
      filters: [{ expression: '1==1', targets: [{ queue: SALES }, { queue: SUPPORT }] }],
      default_filter: { queue: SALES },
    });

    expect(queuesOf(configuration)).toEqual([SALES, SUPPORT]);
  });

  it.each([
    ['no JSON', '{', 'configuration is not valid JSON'],
    ['no object', '[]', 'configuration must be an object'],
    ['no routing', '{}', 'task_routing must be an object'],
    ['nothing to do', '{"task_routing":{}}', 'task_routing must have a filter or a default_filter'],
    ['filters of another type', '{"task_routing":{"filters":{}}}', 'task_routing.filters must be an array'],
    [
      'a default filter without queue',
      '{"task_routing":{"default_filter":{}}}',
      'default_filter must name a queue',
    ],
  ])('refuses %s', (_, json, message) => {
    const parse = (): unknown => parseWorkflowConfiguration(json);

    expect(parse).toThrow(WorkflowConfigurationError);
    expect(parse).toThrow(message);
  });

  it.each([
    ['a first target without queue', {}, 'filters[0].targets[0] must name a queue'],
    ['a queue that is no SID', { queue: 'sales' }, "targets[0].queue 'sales' is not a TaskQueue SID"],
    ['a hyphen in a key', { queue: SALES, expression: 'worker.skill-level > 1' }, 'expecting OPERATOR'],
    ['a broken skip_if', { queue: SALES, skip_if: 'workers.available' }, 'expecting OPERATOR'],
    ['a fraction', { queue: SALES, timeout: 1.5 }, 'targets[0].timeout must be a whole number'],
    ['a negative priority', { queue: SALES, priority: -1 }, 'targets[0].priority must be a whole number'],
    ['one as text', { queue: SALES, priority: '-1' }, 'targets[0].priority must be a whole number'],
    [
      'an expression of another type',
      { queue: SALES, expression: 1 },
      'targets[0].expression must be a string',
    ],
    [
      'an unknown direction',
      { queue: SALES, order_by: 'worker.level DOWN' },
      "'worker.level DOWN' must be a key",
    ],
    [
      'two known workers',
      { queue: SALES, known_worker_sid: 'task.a', known_worker_friendly_name: 'task.b' },
      'must have only one of known_worker_sid',
    ],
  ])('refuses %s in a target', (_, target, message) => {
    expect(() => parseTargets(target)).toThrow(message);
  });

  it('refuses a filter without expression or targets', () => {
    expect(() => parseRouting({ filters: [{ targets: [{ queue: SALES }] }] })).toThrow(
      'must have an expression',
    );
    expect(() => parseRouting({ filters: [{ expression: '1==1' }] })).toThrow(
      'must have at least one target',
    );
  });
});
