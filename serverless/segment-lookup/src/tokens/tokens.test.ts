import { endOfSst, nextTokenStep, tokensAfter, type Tokens } from './tokens';

const NOW = 1_700_000_000_000;
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const both = (): Tokens => {
  const withSst = tokensAfter({}, { type: 'sst_known', sst: { value: 'sst', until: endOfSst(NOW) } });
  return tokensAfter(withSst, { type: 'tt_issued', tt: 'tt', at: NOW });
};
const refuse = (tokens: Tokens, value: string) => tokensAfter(tokens, { type: 'refused', value });

describe('a login’s tokens', () => {
  it('start with a login', () => {
    expect(nextTokenStep({}, NOW)).toEqual({ kind: 'log-in' });
  });

  it.each([
    [0, { kind: 'use', tt: 'tt' }],
    [9 * MINUTE - 1, { kind: 'use', tt: 'tt' }],
    [9 * MINUTE, { kind: 'ask', sst: 'sst' }],
    [14 * DAY - MINUTE - 1, { kind: 'ask', sst: 'sst' }],
    [14 * DAY - MINUTE, { kind: 'log-in' }],
  ])('%i ms after they were issued mean %j', (age, step) => {
    expect(nextTokenStep(both(), NOW + age)).toEqual(step);
  });

  it('fall back to the SST when the TT is refused, and to a login when the SST is refused too', () => {
    const withoutTt = refuse(both(), 'tt');
    const withoutAny = refuse(withoutTt, 'sst');

    expect(nextTokenStep(withoutTt, NOW)).toEqual({ kind: 'ask', sst: 'sst' });
    expect(nextTokenStep(withoutAny, NOW)).toEqual({ kind: 'log-in' });
  });

  it('keep a TT that works when only the SST is refused', () => {
    expect(nextTokenStep(refuse(both(), 'sst'), NOW)).toEqual({ kind: 'use', tt: 'tt' });
  });

  it('are not touched by the refusal of an older one', () => {
    expect(refuse(both(), 'an older tt')).toEqual(both());
  });
});
