import { begin } from './begin';
import type { Reading } from './readFeature';

const on: Reading<string> = { kind: 'on', settings: 'A' };

/** A plugin with these settings, which `change` changes as an administrator does. */
function open(reading: Reading<string>) {
  const happened: string[] = [];
  let current = reading;
  let tell: (() => void) | undefined;
  const stop = begin({
    read: () => current,
    start: (first) => {
      happened.push(`started with ${first}`);
      return () => happened.push('stopped');
    },
    complain: (names) => happened.push(`complained about ${names.join()}`),
    watch: (listener) => {
      tell = listener;
      return () => (tell = undefined);
    },
  });
  return {
    happened,
    stop,
    change: (next: Reading<string>) => {
      current = next;
      tell?.();
    },
  };
}

describe('a plugin', () => {
  it('starts when it is configured', () => {
    expect(open(on).happened).toEqual(['started with A']);
  });

  it('does nothing at all while it is switched off', () => {
    expect(open({ kind: 'off' }).happened).toEqual([]);
  });

  it('starts when it is switched on later, once', () => {
    const { happened, change } = open({ kind: 'off' });

    change(on);
    change({ kind: 'off' });
    change(on);

    expect(happened).toEqual(['started with A']);
  });

  it('says once what is wrong with its settings', () => {
    const { happened, change } = open({ kind: 'unusable', names: ['url'] });

    change({ kind: 'unusable', names: ['url'] });

    expect(happened).toEqual(['complained about url']);
  });

  it('stops, and hears of no more changes', () => {
    const { happened, change, stop } = open(on);

    stop();
    change({ kind: 'unusable', names: ['url'] });

    expect(happened).toEqual(['started with A', 'stopped']);
  });
});
