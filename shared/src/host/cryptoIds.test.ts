import { cryptoIds } from './cryptoIds';

it('ids are never the same, also beyond one stock of them', () => {
  const ids = Array.from({ length: 1_000 }, () => cryptoIds.next());

  expect(new Set(ids).size).toBe(1_000);
  expect(ids.every((id) => /^[\w-]{22}$/.test(id))).toBe(true);
});
