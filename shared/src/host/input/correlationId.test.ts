import { correlationIdOf } from './correlationId';

const ids = { next: () => 'fresh' };

describe('the correlation id', () => {
  it('is the caller’s when it is fit to be logged and sent back', () => {
    expect(correlationIdOf({ 'x-correlation-id': 'click_1234-abcd' }, ids)).toBe('click_1234-abcd');
  });

  it.each(['', 'short', 'x'.repeat(65), 'click-1234 and more', 'click-1234\n', '"click-1234"'])(
    'is a fresh one instead of %j',
    (given) => {
      expect(correlationIdOf({ 'x-correlation-id': given }, ids)).toBe('fresh');
    },
  );

  it('is a fresh one when there is none', () => {
    expect(correlationIdOf({}, ids)).toBe('fresh');
  });
});
