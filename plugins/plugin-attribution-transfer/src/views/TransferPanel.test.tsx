import React from 'react';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { createSpeech, runMachines } from '@patchbay/plugin-kit';
import type { SendCommand } from '../send/command';
import type { SendEvent } from '../send/event';
import type { Sender } from '../send/sender';
import type { Transfer } from '../send/transfer';
import { transition } from '../send/transition';
import { strings } from '../strings';
import { NOON } from '../testing/attempt';
import { asked, looked } from '../testing/sendEvents';
import { reservationSid, workerSid } from '../testing/sids';
import { TransferPanel } from './TransferPanel';

const sid = reservationSid('call');

beforeEach(() => {
  jest.useFakeTimers({ now: NOON });
});
afterEach(() => {
  jest.useRealTimers();
});

/** The panel over the real rules, whose commands are noted and not carried out. */
async function open(events: readonly SendEvent[], canTransfer = true) {
  const commands: SendCommand['kind'][] = [];
  const transfers = runMachines<typeof sid, Transfer, SendEvent, SendCommand>({
    transition,
    carryOut: (_, { kind }) => commands.push(kind),
    isOver: () => false,
  });
  const again = jest.fn();
  const sender: Sender = { transfers, again, ask: () => Promise.resolve(), isPassing: () => false };
  const dispatch = (...more: readonly SendEvent[]) => {
    act(() => {
      for (const event of more) transfers.dispatch(sid, event);
    });
  };
  const view = render(
    <TransferPanel
      {...{ sid, canTransfer, sender }}
      directory={{ queue: () => Promise.resolve('Billing'), worker: () => Promise.resolve('Bob Brown') }}
      say={createSpeech({ strings: {} }, strings)}
    />,
  );
  dispatch(...events);
  await act(() => jest.advanceTimersByTimeAsync(0));
  return { ...view, commands, again, dispatch };
}

const button = (name: string) => screen.queryByRole('button', { name });
const status = () => screen.getByRole('status').textContent;

describe('beside a call', () => {
  it('nothing is shown while it is not being transferred', async () => {
    const { container } = await open([]);

    expect(container.textContent).toBe('');
  });

  it('A sees to which queue and company, and for how long', async () => {
    await open([asked, { type: 'created' }, looked({ state: 'offered' })]);

    act(() => {
      jest.advanceTimersByTime(61_000);
    });

    expect(screen.getByRole('region', { name: 'Transfer to Billing' })).toBeTruthy();
    expect(status()).toBe('Finding an agent of BPO_A…');
    expect(screen.getByRole('timer').textContent).toBe('Waiting for 1:01');
  });

  it('the passing seconds are not read out, what changes is', async () => {
    await open([asked]);

    expect(screen.getByRole('timer').getAttribute('aria-live')).toBe('off');
    expect(status()).toBe('Asking for an agent…');
  });

  it('A sees that the service has not answered yet', async () => {
    await open([asked, { type: 'create_failed', code: 'network' }]);

    expect(status()).toBe('No answer yet. Still asking for an agent…');
  });

  it('A can cancel while an agent is being looked for, once', async () => {
    const { commands } = await open([asked, { type: 'created' }, looked({ state: 'offered' })]);

    fireEvent.click(screen.getByRole('button', { name: 'Cancel transfer' }));

    expect(commands.filter((kind) => kind === 'cancel')).toHaveLength(1);
    expect(status()).toBe('Canceling…');
    expect(button('Cancel transfer')).toBeNull();
  });

  it('A sees to whom the call goes, and can no longer cancel', async () => {
    const claim = { claimId: 'claim-0001', receiver: workerSid('bob'), mode: 'COLD' } as const;
    await open([
      asked,
      { type: 'created' },
      { type: 'marked', attemptId: 'attempt-1', receiver: workerSid('bob') },
      { type: 'claimed', claim, underway: false },
    ]);

    expect(status()).toBe('Transferring to Bob Brown…');
    expect(screen.queryAllByRole('button')).toEqual([]);
  });

  it('is read out by a region that is there before its text and after it', async () => {
    const { dispatch } = await open([{ type: 'found' }]);
    const region = screen.getByRole('status');
    const before = region.textContent;

    dispatch(asked);
    const during = region.textContent;
    dispatch({ type: 'create_failed', code: 'no_agent' }, { type: 'dismissed' });

    expect([before, during, region.textContent]).toEqual(['', 'Asking for an agent…', '']);
    expect(screen.getByRole('status')).toBe(region);
  });

  it.each([
    [{ state: 'declined' }, 'No agent of BPO_A took the call.'],
    [{ state: 'expired' }, 'No agent of BPO_A answered.'],
    [{ state: 'interrupted' }, 'The transfer was interrupted when your call dropped.'],
    [{ state: 'failed', reason: 'not_taken' }, 'The agent who accepted did not take the call.'],
    [{ state: 'failed', reason: 'no_agent' }, 'No company has an agent for this queue.'],
    [{ state: 'failed', reason: 'whatever' }, 'The call could not be transferred. You are still on it.'],
    [{ state: 'failed', reason: 'superseded' }, 'This transfer is over. It did not move the call.'],
    [{ state: 'failed', reason: 'not_found' }, 'This transfer is over. It did not move the call.'],
  ] as const)('A reads why after %j, and can ask for the same again', async (about, text) => {
    const { again } = await open([asked, { type: 'created' }, looked(about)]);

    fireEvent.click(screen.getByRole('button', { name: 'Transfer again' }));

    expect(status()).toBe(text);
    expect(again).toHaveBeenCalledWith(sid);
  });

  it('A who is not on the call is not told to be on it', async () => {
    await open([
      asked,
      { type: 'created' },
      { type: 'left' },
      looked({ state: 'failed', reason: 'whatever' }),
    ]);

    expect(status()).toBe('This transfer is over. It did not move the call.');
  });

  it('nothing can be asked for again once A is not on the call', async () => {
    await open([asked, { type: 'created' }, looked({ state: 'declined' })], false);

    expect(button('Transfer again')).toBeNull();
  });

  it.each([
    [{ state: 'canceled' }, 'The transfer was canceled. You are still on the call.'],
    [{ state: 'call_ended' }, 'The call ended before it was transferred.'],
    [{ state: 'transferred' }, 'The call has been transferred.'],
  ] as const)('A reads how it ended after %j, and puts it away', async (about, text) => {
    const { container } = await open([asked, { type: 'created' }, looked(about)]);
    expect(status()).toBe(text);
    expect(button('Transfer again')).toBeNull();

    fireEvent.click(screen.getByRole('button', { name: 'Close' }));

    expect(container.textContent).toBe('');
  });

  it('gets the focus when what had it is gone, and leaves it where it is otherwise', async () => {
    const { dispatch } = await open([asked, { type: 'created' }, looked({ state: 'offered' })]);
    expect(document.activeElement).toBe(screen.getByRole('region'));
    const elsewhere = document.body.appendChild(document.createElement('input'));
    elsewhere.focus();

    dispatch(looked({ state: 'declined' }));

    expect(document.activeElement).toBe(elsewhere);
    elsewhere.remove();
  });

  it('nothing goes on once it is put away', async () => {
    const noise = jest.spyOn(console, 'error');
    const { unmount, dispatch } = await open([]);
    dispatch(asked);

    // Before the queue's name is known.
    unmount();
    await jest.advanceTimersByTimeAsync(5_000);

    expect(jest.getTimerCount()).toBe(0);
    expect(noise).not.toHaveBeenCalled();
    noise.mockRestore();
  });
});
