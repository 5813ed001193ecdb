import React, { useEffect } from 'react';
import { act, render, screen } from '@testing-library/react';
import { useLive } from './useLive';

/** A number that tells when it changes. */
function counter() {
  const listeners = new Set<() => void>();
  const live = {
    count: 0,
    listeners,
    add: () => {
      live.count += 1;
      listeners.forEach((tell) => {
        tell();
      });
    },
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  return live;
}

const Shown = ({ live }: { readonly live: ReturnType<typeof counter> }) => (
  <output>{useLive(live, () => live.count)}</output>
);

const shown = () => screen.getByRole('status').textContent;

describe('what is live', () => {
  it('is shown as it changes, until it is put away', () => {
    const live = counter();
    const { unmount } = render(<Shown live={live} />);
    const before = shown();

    act(live.add);
    const after = shown();
    unmount();

    expect([before, after]).toEqual(['0', '1']);
    expect(live.listeners.size).toBe(0);
  });

  it('is shown also when it changed while it was being drawn for the first time', () => {
    const live = counter();
    const Early = () => {
      useEffect(live.add, []);
      return null;
    };

    render(
      <>
        <Early />
        <Shown live={live} />
      </>,
    );

    expect(shown()).toBe('1');
  });

  it('is that of another one, once it is given another one', () => {
    const [first, second] = [counter(), counter()];
    second.count = 5;
    const { rerender } = render(<Shown live={first} />);

    rerender(<Shown live={second} />);
    act(second.add);

    expect(shown()).toBe('6');
    expect(first.listeners.size).toBe(0);
  });
});
