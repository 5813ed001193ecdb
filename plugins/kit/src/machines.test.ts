import { runMachines } from './machines';

type Event = 'begin' | 'wait' | 'end' | 'forget' | 'nothing';
type Command = 'greet' | 'wait';

/** A light that is on, off, or not there. */
function open() {
  const done: string[] = [];
  const machines = runMachines<string, 'on' | 'off', Event, Command>({
    transition: (state, event) => {
      switch (event) {
        case 'begin':
          return { state: 'on', commands: ['greet'] };
        case 'wait':
          return { state: 'on', commands: ['wait'] };
        case 'end':
          return { state: 'off', commands: [] };
        case 'forget':
          return { state: undefined, commands: [] };
        case 'nothing':
          return { state, commands: [] };
      }
    },
    carryOut: (key, command, timers) => {
      if (command === 'greet') done.push(`greet ${key}`);
      else timers.set('later', 1_000, () => done.push(`waited for ${key}`));
    },
    isOver: (state) => state === 'off',
  });
  return { machines, done };
}

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

describe('machines', () => {
  it('keep a state per key and carry out what the rules ask for', () => {
    const { machines, done } = open();

    machines.dispatch('a', 'begin');
    machines.dispatch('b', 'end');

    expect(machines.entries()).toEqual([
      ['a', 'on'],
      ['b', 'off'],
    ]);
    expect(done).toEqual(['greet a']);
  });

  it('run their timers, once', () => {
    const { machines, done } = open();

    machines.dispatch('a', 'wait');
    machines.dispatch('a', 'wait');
    jest.advanceTimersByTime(5_000);

    expect(done).toEqual(['waited for a']);
  });

  it.each(['end', 'forget'] as const)('stop the timers of one key on %s, and of no other', (event) => {
    const { machines, done } = open();
    machines.dispatch('a', 'wait');
    machines.dispatch('b', 'wait');

    machines.dispatch('a', event);
    jest.advanceTimersByTime(5_000);

    expect(done).toEqual(['waited for b']);
  });

  it('tell their listeners of changes, and of changes only', () => {
    const { machines } = open();
    const listener = jest.fn();
    const stop = machines.subscribe(listener);

    machines.dispatch('a', 'begin');
    machines.dispatch('a', 'nothing');
    stop();
    machines.dispatch('a', 'forget');

    expect(listener).toHaveBeenCalledTimes(1);
  });

  it('take an equal state for no change', () => {
    const machines = runMachines<string, { readonly on: boolean }, boolean, never>({
      transition: (_, on) => ({ state: { on }, commands: [] }),
      carryOut: () => undefined,
      isOver: () => false,
    });
    machines.dispatch('a', true);
    const before = machines.get('a');
    const listener = jest.fn();
    machines.subscribe(listener);

    machines.dispatch('a', true);
    const isSame = machines.get('a') === before;
    machines.dispatch('a', false);

    expect(isSame).toBe(true);
    expect(listener).toHaveBeenCalledTimes(1);
  });

  it('forget everything when they are stopped', () => {
    const { machines, done } = open();
    machines.dispatch('a', 'wait');

    machines.stop();
    jest.advanceTimersByTime(5_000);

    expect([machines.entries(), done]).toEqual([[], []]);
  });
});
