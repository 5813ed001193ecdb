import React from 'react';
import { act, render, screen } from '@testing-library/react';
import { createSpeech, runMachines } from '@patchbay/plugin-kit';
import { readAttribution } from '../receive/attribution';
import type { Reception, ReceptionCommand, ReceptionEvent } from '../receive/reception';
import { receptionTransition } from '../receive/receptionTransition';
import { strings } from '../strings';
import { NOON } from '../testing/attempt';
import { attributionTask } from '../testing/tasks';
import { AttributionCard } from './AttributionCard';

const { sid, attributes } = attributionTask();

beforeEach(() => {
  jest.useFakeTimers({ now: NOON + 65_000 });
});
afterEach(() => {
  jest.useRealTimers();
});

async function open(names: { queue?: string; worker?: string }) {
  const receptions = runMachines<typeof sid, Reception, ReceptionEvent, ReceptionCommand>({
    transition: receptionTransition,
    carryOut: () => undefined,
    isOver: () => false,
  });
  const attribution = readAttribution(attributes);
  if (attribution === undefined) throw new Error('not an attribution task');
  render(
    <AttributionCard
      {...{ sid, attribution }}
      receiver={{ receptions, accept: () => Promise.resolve(), attributionOf: () => attribution }}
      directory={{ queue: () => Promise.resolve(names.queue), worker: () => Promise.resolve(names.worker) }}
      say={createSpeech({ strings: {} }, strings)}
    />,
  );
  await act(() => jest.advanceTimersByTimeAsync(0));
  return receptions;
}

const values = () => screen.getAllByRole('definition').map(({ textContent }) => textContent);

describe('an attribution task', () => {
  it('shows who transfers, for which queue and company, and for how long', async () => {
    await open({ queue: 'Billing', worker: 'Alice Adams-Smith' });

    expect(screen.getAllByRole('term').map(({ textContent }) => textContent)).toEqual([
      'From',
      'Queue',
      'Company',
      'Waiting for',
    ]);
    expect(values()).toEqual(['Alice Adams-Smith', 'Billing', 'BPO_B', '1:05']);
  });

  it('shows what it says itself where Flex can look nothing up', async () => {
    await open({});

    expect(values()).toEqual(['Alice Adams', 'a queue', 'BPO_B', '1:05']);
  });

  it('says that the call is being fetched once B accepts', async () => {
    const receptions = await open({});

    act(() => {
      receptions.dispatch(sid, { type: 'accept_asked', isFree: true });
    });

    expect(screen.getByRole('status').textContent).toBe('Accepted. The call is being fetched…');
  });
});
