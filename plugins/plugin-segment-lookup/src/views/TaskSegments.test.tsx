import React from 'react';
import { act, fireEvent, screen } from '@testing-library/react';
import { renderInPaste } from '@patchbay/plugin-kit/testing';
import { taskSid } from '../testing/sids';
import { viewMeans } from '../testing/viewMeans';
import { TaskSegments } from './TaskSegments';

const A = taskSid('a');
const B = taskSid('b');

/** The tab of task A, which `openTab` opens as a click does. */
function draw() {
  const view = viewMeans();
  const listeners = new Set<() => void>();
  const onOpened = (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  const tab = (sid = A) => <TaskSegments {...view.means} {...{ onOpened }} taskSid={sid} place="task" />;
  const { rerender, unmount } = renderInPaste(tab());
  const openTab = () => {
    act(() => {
      listeners.forEach((tell) => {
        tell();
      });
    });
  };
  const showTask = (sid: typeof A) => {
    rerender(tab(sid));
  };
  return { ...view, openTab, showTask, unmount, listeners };
}

const status = () => screen.getAllByRole('status')[0]?.textContent;

describe("a task's segments", () => {
  it('are not looked up before somebody opens the tab', () => {
    expect(draw().asked()).toEqual([]);
  });

  it('are looked up by the one click that opens the tab', () => {
    const { asked, openTab } = draw();

    openTab();

    expect(asked()).toEqual([A]);
    expect(status()).toBe('Looking up segments…');
  });

  it('are looked up once, however often it is clicked meanwhile', () => {
    const { asked, openTab } = draw();

    openTab();
    openTab();

    expect(asked()).toEqual([A]);
  });

  it('are looked up by a button where the tab is open already', () => {
    const { asked } = draw();

    fireEvent.click(screen.getByRole('button', { name: 'Look up' }));

    expect(asked()).toEqual([A]);
    expect(screen.queryByRole('button', { name: 'Look up' })).toBeNull();
  });

  it('of another task are not shown, nor looked up by themselves', () => {
    const { asked, dispatch, openTab, showTask } = draw();
    openTab();
    dispatch('task', { type: 'answered', run: 1, segmentIds: ['of a'] });

    showTask(B);

    expect(screen.queryByText('of a')).toBeNull();
    expect(asked()).toEqual([A]);
  });

  it('are called off when another task is shown', () => {
    const { commands, openTab, showTask } = draw();
    openTab();

    showTask(B);

    expect(commands.at(-1)).toEqual({ kind: 'abort' });
  });

  it('are called off, and no click is heard, when the tab is put away', () => {
    const { commands, listeners, openTab, unmount } = draw();
    openTab();

    unmount();

    expect(commands.at(-1)).toEqual({ kind: 'abort' });
    expect(listeners.size).toBe(0);
  });

  it('can be looked up again after a cancel', () => {
    const { asked, openTab } = draw();
    openTab();
    fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));

    openTab();

    expect(asked()).toEqual([A, A]);
  });
});
