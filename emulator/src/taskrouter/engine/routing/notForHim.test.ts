import { createContactCentre, type ContactCentre } from '../testing/createContactCentre';

const openCentre = (target: object): ContactCentre => {
  const centre = createContactCentre();
  const queue = centre.addQueue().sid;
  centre.addWorkflow({
    filters: [{ expression: 'kind == "special"', targets: [{ queue, ...target }] }],
    default_filter: { queue },
  });
  return centre;
};

describe('a task a free worker may not have', () => {
  it.each([
    ['because another is known', { known_worker_friendly_name: 'task.agent' }, { agent: 'Somebody' }],
    ['because of what he is', { expression: 'worker.level > 5' }, {}],
    ['because of what it is', { expression: 'worker.level > task.level' }, { level: 5 }],
  ])('%s does not hold up the one behind it', async (_, target, attributes) => {
    const { createTask, addWorker, pass, offersOf } = openCentre(target);
    const first = createTask({ attributes: { kind: 'special', ...attributes } });
    const second = createTask();
    await pass();

    addWorker('Alice', { level: 1 });
    await pass();

    expect([offersOf(first.sid).length, offersOf(second.sid).length]).toEqual([0, 1]);
  });

  it('does not hold up one at the same target he may have', async () => {
    const { createTask, addWorker, pass, offersOf } = openCentre({ expression: 'worker.level > task.level' });
    const [first, second] = [5, 0].map((level) => createTask({ attributes: { kind: 'special', level } }).sid);
    await pass();

    addWorker('Alice', { level: 1 });
    await pass();

    expect([offersOf(first ?? '').length, offersOf(second ?? '').length]).toEqual([0, 1]);
  });
});
