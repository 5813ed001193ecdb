import { A, A_RESERVATION, B, B_RESERVATION, requested, START, TASK } from '../../test/support/sampleAttempt';
import type { Attempt } from './attempt';
import { transition } from './transition';

const accepted = (): Attempt =>
  transition(
    requested(),
    { type: 'accepted', taskSid: TASK, workerSid: B, reservationSid: B_RESERVATION },
    START + 1_000,
  ).attempt;

describe('a report of TaskRouter that the call was transferred to the receiver', () => {
  const stateAfter = (from: string | undefined): string =>
    transition(accepted(), { type: 'transfer_completed', to: B, from, at: START + 2_000 }, START + 3_000)
      .attempt.state;

  it.each([A_RESERVATION, undefined])(
    'counts when it came from A’s reservation, or names none (%s)',
    (from) => {
      expect(stateAfter(from)).toBe('transferred');
    },
  );

  it('does not count when another reservation of the call started it', () => {
    expect(stateAfter(B_RESERVATION)).toBe('accepted');
  });
});

it('an attribution task that the transferring agent accepts ends the attempt and is closed', () => {
  const { attempt, commands } = transition(
    requested(),
    { type: 'accepted', taskSid: TASK, workerSid: A, reservationSid: A_RESERVATION },
    START + 1_000,
  );

  expect(attempt).toMatchObject({ state: 'failed', endReason: 'accepted_by_sender' });
  expect(attempt.receiver).toBeUndefined();
  expect(commands).toContainEqual(expect.objectContaining({ kind: 'close_task', taskSid: TASK }));
});
