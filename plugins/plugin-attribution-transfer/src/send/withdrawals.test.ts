import { queueSid, reservationSid } from '../testing/sids';
import { keepWithdrawals } from './withdrawals';

const sid = reservationSid('call');
const wish = { targetSid: queueSid('Billing'), mode: 'COLD' } as const;

beforeEach(() => {
  localStorage.clear();
});

const keep = () => keepWithdrawals(() => localStorage);

describe('a transfer of which A was told that it had not begun', () => {
  it('is known to every page of the browser, also to one that is opened later', () => {
    const opened = keep();
    keep().add(sid, wish);

    expect([opened.has(sid, wish), keep().has(sid, wish)]).toEqual([true, true]);
  });

  it.each([
    ['of another call', reservationSid('another'), wish],
    ['to another queue', sid, { ...wish, targetSid: queueSid('Support') }],
    ['in another mode', sid, { ...wish, mode: 'WARM' as const }],
  ])('is not one %s', (_, other, asked) => {
    keep().add(sid, wish);

    expect(keep().has(other, asked)).toBe(false);
  });

  it('is wanted again once A has asked again, on whatever page', () => {
    const opened = keep();
    opened.add(sid, wish);
    opened.add(reservationSid('another'), wish);

    keep().remove(sid);

    expect([opened.has(sid, wish), opened.has(reservationSid('another'), wish)]).toEqual([false, true]);
  });

  it('is forgotten after twenty others', () => {
    const { add, has } = keep();
    add(sid, wish);
    for (let call = 1; call <= 19; call += 1) add(reservationSid(`call ${call}`), wish);
    const before = has(sid, wish);

    add(reservationSid('call 20'), wish);

    expect([before, has(sid, wish)]).toEqual([true, false]);
  });

  it.each(['not JSON', '{}', '[{"sid":"WR1"}]'])(
    'is not made up from what somebody else stored: %s',
    (text) => {
      localStorage.setItem('patchbay.withdrawn', text);

      const { add, has } = keep();
      add(sid, wish);

      expect([has(reservationSid('another'), wish), has(sid, wish)]).toEqual([false, true]);
    },
  );

  it.each([
    [
      'forbidden',
      () => {
        throw new DOMException('denied', 'SecurityError');
      },
    ],
    [
      'full',
      () => ({
        getItem: () => null,
        setItem: () => {
          throw new DOMException('full', 'QuotaExceededError');
        },
      }),
    ],
  ])('is known to its own page where storage is %s', (_, storage) => {
    const { add, has, remove } = keepWithdrawals(storage);
    add(sid, wish);
    const kept = has(sid, wish);

    remove(sid);

    expect([kept, has(sid, wish)]).toEqual([true, false]);
  });
});
