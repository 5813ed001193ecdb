import { type Claim, graceLeft, judgeClaim, settleClaim, takeClaim } from './claim';

const NOW = 1_000_000;
const worker = { owner: 'worker', now: NOW, leaseMs: 15_000, fingerprint: 'print' };
const fresh = takeClaim(worker);
const answered = settleClaim(fresh, { kind: 'done', answer: '"yes"' });
const released = settleClaim(fresh, { kind: 'released' });
const unknown = settleClaim(fresh, { kind: 'unknown', unsettledAt: NOW + 5_000 });

describe('judgeClaim', () => {
  it.each<[string, Claim, number, ReturnType<typeof judgeClaim>]>([
    ['a lease that runs', fresh, NOW + 5_000, { kind: 'in-flight', retryAfterMs: 10_000 }],
    ['a lease that ran out', fresh, NOW + 15_000, { kind: 'reconcile' }],
    ['an answer', answered, NOW, { kind: 'replay', answer: '"yes"' }],
    ['an answer, however old', answered, NOW + 1e9, { kind: 'replay', answer: '"yes"' }],
    ['a release, at once', released, NOW, { kind: 'take-over' }],
    ['an unknown outcome, at once', unknown, NOW, { kind: 'reconcile' }],
  ])('judges %s', (_name, claim, now, judgement) => {
    expect(judgeClaim(claim, 'print', now)).toEqual(judgement);
  });

  it.each([fresh, answered, released, unknown])(
    'refuses another request whatever the state ($state)',
    (claim) => {
      expect(judgeClaim(claim, 'other print', NOW)).toEqual({ kind: 'mismatch' });
    },
  );
});

describe('takeClaim', () => {
  it('counts attempts', () => {
    expect([fresh.attempt, takeClaim(worker, fresh).attempt]).toEqual([1, 2]);
  });

  it('has nothing unsettled at first, or after a release', () => {
    expect([fresh.unsettledAt, takeClaim(worker, released).unsettledAt]).toEqual([null, null]);
  });

  it('remembers until when a vanished worker may have begun', () => {
    expect(takeClaim({ ...worker, now: NOW + 60_000 }, fresh).unsettledAt).toBe(fresh.leaseUntil);
  });

  it('remembers when an outcome became unknown, so that asking again does not prolong the grace', () => {
    expect(takeClaim({ ...worker, now: NOW + 60_000 }, unknown).unsettledAt).toBe(NOW + 5_000);
  });
});

describe('graceLeft', () => {
  it('is over once every request that may have been sent has arrived', () => {
    const claim = takeClaim(worker, unknown);

    expect([NOW + 5_000, NOW + 6_500, NOW + 7_000].map((now) => graceLeft(claim, 2_000, now))).toEqual([
      2_000, 500, 0,
    ]);
  });

  it('is nothing when nothing is unsettled', () => {
    expect(graceLeft(fresh, 2_000, NOW)).toBe(0);
  });
});
