import React from 'react';
import { act, render, screen } from '@testing-library/react';
import { createSpeech } from '@patchbay/plugin-kit';
import type { Client } from '@patchbay/shared/client';
import { attributionStatusContract, type AttemptView } from '@patchbay/shared/contracts';
import { strings } from '../strings';
import { attemptView, NOON } from '../testing/attempt';
import { taskSid, workerSid } from '../testing/sids';
import { OverseenTransfer } from './OverseenTransfer';

beforeEach(() => {
  jest.useFakeTimers({ now: NOON + 20_000 });
});
afterEach(() => {
  jest.useRealTimers();
});

/** A supervisor's look at a call, with a service that shows this attempt. */
async function open(attempt: AttemptView | null) {
  const shown = { attempt, asked: 0, isOn: true, rejects: false };
  // Of the client, only this one call: jsdom has no fetch.
  const client: Client = {
    call: (contract) => {
      shown.asked += 1;
      if (shown.rejects) return Promise.reject(new TypeError('no user'));
      const body: unknown = { success: true, attempt: shown.attempt };
      const about = { status: 200, replayed: false, correlationId: undefined } as const;
      expect(contract.name).toBe(attributionStatusContract.name);
      return Promise.resolve({ ok: true, body: contract.response.parse(body), ...about });
    },
  };
  const settings = { url: 'https://a.example', enabled: true, taskChannel: 'x', callChannel: 'voice' };
  const service = () => (shown.isOn ? { client, once: client, settings } : undefined);
  const call = (name: string) => (
    <OverseenTransfer
      {...{ taskSid: taskSid(name), service }}
      directory={{ queue: () => Promise.resolve('Billing'), worker: () => Promise.resolve('Bob Brown') }}
      say={createSpeech({ strings: {} }, strings)}
    />
  );
  const view = render(call('call'));
  await act(() => jest.advanceTimersByTimeAsync(0));
  return { ...view, shown, call };
}

describe("a supervisor who looks at an agent's call", () => {
  it('sees a transfer that waits for an agent', async () => {
    await open(attemptView());

    expect(screen.getByRole('region', { name: 'Transfer to Billing' }).textContent).toContain(
      'Looking for an agent of BPO_A for 0:20.',
    );
  });

  it('sees who has accepted', async () => {
    await open(attemptView({ state: 'accepted', receivingWorkerSid: workerSid('bob') }));

    expect(screen.getByRole('region').textContent).toContain('Bob Brown of BPO_A has accepted.');
  });

  it('sees nothing when there is none, or when it has ended', async () => {
    const { container, shown } = await open(attemptView());
    shown.attempt = attemptView({ state: 'declined' });

    await act(() => jest.advanceTimersByTimeAsync(10_000));

    expect(container.firstChild).toBeNull();
  });

  it('asks only while looking', async () => {
    const { unmount, shown } = await open(null);

    unmount();
    await jest.advanceTimersByTimeAsync(60_000);

    expect(shown.asked).toBe(1);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('never sees the transfer of another call', async () => {
    const { container, rerender, call } = await open(attemptView());

    rerender(call('another call'));

    expect(container.firstChild).toBeNull();
    await act(() => jest.advanceTimersByTimeAsync(0));
  });

  it('sees nothing, and asks nothing, while the plugin is switched off', async () => {
    const { container, shown } = await open(attemptView());
    shown.isOn = false;

    await act(() => jest.advanceTimersByTimeAsync(30_000));

    expect(container.firstChild).toBeNull();
    expect(shown.asked).toBe(1);
  });

  it('goes on asking after a question that could not be asked', async () => {
    const { container, shown } = await open(attemptView());
    const unhandled = jest.fn();
    process.on('unhandledRejection', unhandled);
    shown.rejects = true;
    await act(() => jest.advanceTimersByTimeAsync(10_000));
    const meanwhile = container.firstChild;

    shown.rejects = false;
    shown.attempt = null;
    await act(() => jest.advanceTimersByTimeAsync(10_000));

    process.off('unhandledRejection', unhandled);

    expect(unhandled).not.toHaveBeenCalled();
    expect(meanwhile).not.toBeNull();
    expect(container.firstChild).toBeNull();
  });
});
