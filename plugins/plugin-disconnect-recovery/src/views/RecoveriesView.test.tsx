import React from 'react';
import { act, screen, within } from '@testing-library/react';
import { createSpeech, runMachines } from '@patchbay/plugin-kit';
import { renderInPaste, workerSid } from '@patchbay/plugin-kit/testing';
import { EVERYBODY, type Overseer } from '../oversee/createOverseer';
import {
  transition,
  type Overseeing,
  type OverseeingCommand,
  type OverseeingEvent,
  type Recoveries,
} from '../oversee/overseeing';
import { strings } from '../strings';
import { NOON, reconnected, recoveryView } from '../testing/recoveryView';
import { RecoveriesView } from './RecoveriesView';

const recoveries = (about: Partial<Recoveries> = {}): Recoveries => ({
  success: true,
  status: 200,
  at: new Date(NOON + 20_000).toISOString(),
  inProgress: [],
  ended: [],
  today: {
    dropped: 5,
    outcomes: { reconnected: 3, taken_over: 1, hung_up: 1, graceful: 0, closed: 0 },
    unsaved: 2,
    meanMsToAnnouncement: 900,
    meanMsToReconnect: 65_000,
  },
  ...about,
});

let hidden = false;
beforeAll(() => {
  Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden });
});
beforeEach(() => {
  hidden = false;
  jest.useFakeTimers({ now: NOON + 20_000 });
});
afterEach(() => jest.useRealTimers());

/** The view over the real rules, whose commands are noted and not carried out. */
function openView() {
  const commands: string[] = [];
  const overseer: Overseer = runMachines<typeof EVERYBODY, Overseeing, OverseeingEvent, OverseeingCommand>({
    transition,
    carryOut: (_, { kind }) => commands.push(kind),
    isOver: () => false,
  });
  const names = (sid: string) => Promise.resolve(sid === workerSid('bob') ? 'Bob Brown' : undefined);
  const drawn = renderInPaste(
    <RecoveriesView
      overseer={overseer}
      directory={{ queue: names, worker: names }}
      say={createSpeech({ strings: {} }, strings)}
    />,
  );
  const dispatch = async (event: OverseeingEvent) => {
    await act(async () => {
      overseer.dispatch(EVERYBODY, event);
      await Promise.resolve();
    });
  };
  const see = (about: Partial<Recoveries> = {}) =>
    dispatch({ type: 'looked', recoveries: recoveries(about), now: Date.now() });
  const setHidden = (isHidden: boolean) => {
    hidden = isHidden;
    act(() => {
      document.dispatchEvent(new Event('visibilitychange'));
    });
  };
  return { ...drawn, commands, dispatch, see, setHidden };
}

const rowsOf = (table: string) =>
  within(screen.getByRole('table', { name: table }))
    .getAllByRole('row')
    .slice(1)
    .map((row) =>
      within(row)
        .getAllByRole(/cell|rowheader/)
        .map(({ textContent }) => textContent),
    );

describe('the list of recoveries', () => {
  it('asks while it is seen, and no longer', () => {
    const { commands, setHidden, unmount } = openView();
    setHidden(true);
    setHidden(false);
    unmount();
    expect(commands).toEqual(['look', 'stop', 'look', 'stop']);
    expect(screen.queryByRole('table')).toBeNull();
  });

  it('says that it is loading, and then that nobody is waiting', async () => {
    const { see } = openView();
    expect(screen.getByText('Loading…')).toBeTruthy();
    await see();
    expect(screen.queryByText('Loading…')).toBeNull();
    expect(screen.getByText('Nobody is waiting to be reconnected.')).toBeTruthy();
    expect(screen.getByText('None today.')).toBeTruthy();
  });

  it('shows who dropped, for how long the customer waits, and how far it is, counting on', async () => {
    const { see } = openView();
    await see({ inProgress: [recoveryView()] });
    expect(rowsOf('In progress')).toEqual([['Alice Adams', '0:20', 'Sent', 'Waiting for the agent']]);
    act(() => {
      jest.advanceTimersByTime(2_000);
    });
    expect(rowsOf('In progress')[0]?.[1]).toBe('0:22');
  });

  it('counts by the clock of the service', async () => {
    const { dispatch } = openView();
    const late = Date.now() - 3_600_000;
    jest.setSystemTime(late);
    await dispatch({ type: 'looked', recoveries: recoveries({ inProgress: [recoveryView()] }), now: late });
    expect(rowsOf('In progress')[0]?.[1]).toBe('0:20');
  });

  it('shows how recoveries ended, and who has the caller', async () => {
    const { see } = openView();
    const toBob = { outcome: 'taken_over', ping: 'expired', receivingWorkerSid: workerSid('bob') } as const;
    await see({
      ended: [
        reconnected(),
        reconnected({ ...toBob, recoveryId: 'recovery-2', msToReconnect: 21_400 }),
        reconnected({ outcome: 'hung_up', recoveryId: 'recovery-3', workerName: '', msToReconnect: null }),
      ],
    });
    const at = new Date(NOON).toLocaleTimeString();
    expect(rowsOf('Recently ended')).toEqual([
      ['Alice Adams', at, 'Accepted', 'Reconnected', '0:07'],
      ['Alice Adams', at, 'Expired', 'Taken over by Bob Brown', '0:21'],
      ['Unknown', at, 'Accepted', 'Customer hung up', '–'],
    ]);
  });

  it.each([
    ['is not known', null],
    ['has no name', workerSid('carol')],
  ])('says that another agent has the caller where that one %s', async (_what, receivingWorkerSid) => {
    const { see } = openView();
    await see({ ended: [reconnected({ outcome: 'taken_over', receivingWorkerSid })] });
    expect(rowsOf('Recently ended')[0]?.[3]).toBe('Taken over by another agent');
  });

  it("shows today's counts and mean times", async () => {
    const { see, root } = openView();
    await see();
    const figures = [...root().querySelectorAll('dl > *')].map((one) => one.textContent);
    expect(figures).toEqual([
      'Agents dropped5',
      'Back with the same agent3',
      'With another agent1',
      'Customer hung up1',
      'Calls that could not be saved2',
      'Mean time to announcement0:01',
      'Mean time to reconnect1:05',
    ]);
  });

  it.each([
    ['network', 'The recovery service does not answer. Trying again…'],
    ['role_missing', 'Your role in Flex may not see recoveries.'],
    ['token_refused', 'Your Flex session has ended. Log in to Flex again.'],
    ['aborted', 'Disconnect recovery is switched off.'],
  ] as const)('says why there is nothing new (%s), and keeps what it has', async (code, text) => {
    const { see, dispatch } = openView();
    await dispatch({ type: 'look_failed', code });
    expect(screen.getByRole('status').textContent).toBe(text);

    await see({ inProgress: [recoveryView()] });
    await dispatch({ type: 'look_failed', code });
    expect(screen.getByRole('status').textContent).toContain('What is shown is from');
    expect(rowsOf('In progress')).toHaveLength(1);
    await see();
    expect(screen.getByRole('status').textContent).toBe('');
  });
});
