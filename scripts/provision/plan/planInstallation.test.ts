import { emptyLedger, printOf, type Ledger } from '../ledger/ledger';
import { referTo } from '../reference';
import type { Found, Resource } from '../resource';
import { planInstallation } from './planInstallation';

const nothing = emptyLedger('WS1');
const queue: Resource = { kind: 'queue', name: 'Ping', settings: { targetWorkers: '1 == 1' } };
const workflow: Resource = {
  kind: 'workflow',
  name: 'Ping',
  settings: {
    taskReservationTimeout: 130,
    configuration: {
      task_routing: {
        filters: [{ expression: 'a == 1', targets: [{ queue: referTo('queue', 'Ping'), timeout: 10 }] }],
      },
    },
  },
};
const foundQueue: Found = { ...queue, sid: 'WQ1', settings: { targetWorkers: '1==1' } };
const foundWorkflow: Found = {
  ...workflow,
  sid: 'WW1',
  settings: {
    configuration: {
      task_routing: {
        default_filter: null,
        filters: [{ targets: [{ timeout: '10', queue: 'WQ1' }], expression: 'a==1' }],
      },
    },
    taskReservationTimeout: 130,
  },
};
const made = (...found: Found[]): Ledger => ({
  ...nothing,
  made: Object.fromEntries(
    found.map((one) => [`${one.kind}:${one.name}`, { sid: one.sid, print: printOf(one.settings) }]),
  ),
});
const doings = (...args: Parameters<typeof planInstallation>) =>
  planInstallation(...args).steps.map((step) => step.do);

describe('the plan of an installation', () => {
  it('creates what is not there', () => {
    expect(doings([queue, workflow], [], nothing)).toEqual(['create', 'create']);
  });

  it('adopts what means the same, however it is written', () => {
    const { steps } = planInstallation([queue, workflow], [foundQueue, foundWorkflow], nothing);

    expect(steps).toEqual([
      { do: 'keep', found: foundQueue, ours: false },
      { do: 'keep', found: foundWorkflow, ours: false },
    ]);
  });

  it('objects to changing what it did not make', () => {
    const narrow: Found = { ...foundQueue, settings: { targetWorkers: "skill == 'x'" } };

    expect(planInstallation([queue], [narrow], nothing).steps).toMatchObject([
      {
        do: 'change',
        objection: 'not made by this command',
        differences: [{ setting: 'targetWorkers', from: "skill == 'x'", to: '1 == 1' }],
      },
    ]);
  });

  it('changes what it made without asking when only the description has changed', () => {
    const narrow: Found = { ...foundQueue, settings: { targetWorkers: "skill == 'x'" } };

    const [step] = planInstallation([queue], [narrow], made(narrow)).steps;

    expect(step).toMatchObject({ do: 'change', ours: true });
    expect(step).not.toHaveProperty('objection');
  });

  it('objects to undoing what somebody edited', () => {
    const edited: Found = { ...foundQueue, settings: { targetWorkers: '2 == 2' } };

    expect(planInstallation([queue], [edited], made(foundQueue)).steps).toMatchObject([
      { do: 'change', ours: true, objection: 'edited since it was made' },
    ]);
  });

  it('knows what it was about to make when it was killed', () => {
    expect(
      planInstallation([queue], [foundQueue], { ...nothing, making: ['queue:Ping'] }).steps,
    ).toMatchObject([{ do: 'keep', ours: true }]);
  });

  it('changes a workflow whose queue was deleted and is made anew', () => {
    expect(doings([queue, workflow], [foundWorkflow], made(foundWorkflow))).toEqual(['create', 'change']);
  });

  it('takes its own among several of a name', () => {
    const other: Found = { ...foundQueue, sid: 'WQ0', settings: { targetWorkers: '2 == 2' } };

    const plan = planInstallation([queue], [other, foundQueue], made(foundQueue));

    expect(plan).toEqual({ steps: [{ do: 'keep', found: foundQueue, ours: true }], problems: [] });
  });

  it('does not guess among several of a name', () => {
    const plan = planInstallation([queue], [{ ...foundQueue, sid: 'WQ0' }, foundQueue], nothing);

    expect(plan.problems).toEqual(['There are 2 of queue "Ping": rename all but one.']);
  });
});
