import { eventIdOf } from './eventIdOf';

it('reads the id of an event of any kind', () => {
  expect(eventIdOf({ id: 'EZ1', data: 'no object' })).toBe('EZ1');
});

it.each([null, undefined, 'EZ1', 7, [], {}, { id: 7 }])('finds none in %j', (raw) => {
  expect(eventIdOf(raw)).toBeUndefined();
});

it('keeps no more of a hostile one than 64 characters', () => {
  expect(eventIdOf({ id: 'x'.repeat(10_000) })).toHaveLength(64);
});
