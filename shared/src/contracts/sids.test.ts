import { ReservationSid, TaskSid } from './sids';

const digits = '0123456789abcdef0123456789abcdef';

describe('a SID', () => {
  it('is its prefix and 32 hex digits', () => {
    expect(TaskSid.parse(`WT${digits}`)).toBe(`WT${digits}`);
  });

  it.each([
    `WR${digits}`,
    `WT${digits}0`,
    `WT${digits.slice(1)}`,
    `WT${digits.toUpperCase()}`,
    `wt${digits}`,
    '',
    ` WT${digits}`,
  ])('is not %j', (text) => {
    expect(TaskSid.safeParse(text).success).toBe(false);
  });

  it('says what it must be', () => {
    const parsed = ReservationSid.safeParse('WR1');
    expect(parsed.error?.issues[0]?.message).toBe('must be WR followed by 32 hex digits');
  });
});
