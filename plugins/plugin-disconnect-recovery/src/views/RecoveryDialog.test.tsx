import React from 'react';
import { act, fireEvent, screen } from '@testing-library/react';
import { createSpeech, runMachines } from '@patchbay/plugin-kit';
import { renderInPaste, taskSid } from '@patchbay/plugin-kit/testing';
import type { TaskSid } from '@patchbay/shared/contracts';
import type { Recoveries } from '../recovery/createRecoveries';
import type { Recovery, RecoveryCommand, RecoveryEvent } from '../recovery/recovery';
import { transition } from '../recovery/transition';
import { strings } from '../strings';
import { recoveryView } from '../testing/recoveryView';
import { RecoveryDialog } from './RecoveryDialog';

const call = taskSid('call');
const gone = {
  type: 'looked',
  recovery: recoveryView({ phase: 'queued', ping: 'expired' }),
  isMine: false,
} as const;

beforeAll(() => {
  // jsdom has none; the browser suite sees the real one.
  HTMLDialogElement.prototype.showModal = function () {
    this.open = true;
  };
});

/** The dialog over the real rules, whose commands are not carried out. */
function openDialog() {
  const recoveries: Recoveries = runMachines<TaskSid, Recovery, RecoveryEvent, RecoveryCommand>({
    transition,
    carryOut: () => undefined,
    isOver: () => false,
  });
  renderInPaste(<RecoveryDialog recoveries={recoveries} say={createSpeech({ strings: {} }, strings)} />);
  const dispatch = (event: RecoveryEvent, sid = call) => {
    act(() => {
      recoveries.dispatch(sid, event);
    });
  };
  const cancel = () => fireEvent(screen.getByRole('dialog'), new Event('cancel', { cancelable: true }));
  return { recoveries, dispatch, cancel };
}

const dialog = () => screen.queryByRole('dialog', { name: 'Disconnected from customer.' });

describe('the dialog of an agent who dropped', () => {
  it('is not there while it is only being asked', () => {
    const { dispatch } = openDialog();
    dispatch({ type: 'found' });
    expect(dialog()).toBeNull();
  });

  it('says that the agent is being reconnected, to screen readers as well, and offers no way out', () => {
    const { dispatch, cancel, recoveries } = openDialog();
    dispatch({ type: 'pinged' });
    expect(dialog()).toHaveProperty('open', true);
    expect(screen.getByRole('status').textContent).toBe('Reconnecting you now…');
    expect(screen.queryByRole('button')).toBeNull();

    // Escape: the browser's own closing is called off.
    expect(cancel()).toBe(false);
    expect(recoveries.get(call)?.stage).toBe('waiting');
  });

  it('opens again when a browser closes it all the same', () => {
    const { dispatch } = openDialog();
    dispatch({ type: 'pinged' });
    const shown = screen.getByRole<HTMLDialogElement>('dialog');
    shown.open = false;
    fireEvent(shown, new Event('close'));
    expect(shown.open).toBe(true);
  });

  it('goes when the agent is back', () => {
    const { dispatch } = openDialog();
    dispatch({ type: 'pinged' });
    dispatch({ type: 'back' });
    expect(dialog()).toBeNull();
  });

  it('says that a colleague may have the caller', () => {
    const { dispatch } = openDialog();
    dispatch({ type: 'pinged' });
    dispatch({ ...gone, recovery: recoveryView({ phase: 'suspended' }) });
    expect(screen.getByRole('status').textContent).toContain('A colleague is on the call');
  });

  it.each(['the button', 'Escape'])('says where the caller went, and lets the agent go by %s', (by) => {
    const { dispatch, cancel } = openDialog();
    dispatch({ type: 'pinged' });
    dispatch(gone);
    expect(screen.getByRole('status').textContent).toContain('with another agent');
    if (by === 'Escape') cancel();
    else fireEvent.click(screen.getByRole('button', { name: 'Close' }));
    expect(dialog()).toBeNull();
  });

  it('of two calls shows the one that is still coming back', () => {
    const { dispatch } = openDialog();
    dispatch({ type: 'pinged' });
    dispatch(gone);
    dispatch({ type: 'pinged' }, taskSid('second'));
    expect(screen.getByRole('status').textContent).toBe('Reconnecting you now…');
  });
});
