import { storageIds } from './storageIds';

describe('the name of what an SDK caches in a browser', () => {
  it('is the same for a user as long as this Twilio runs', () => {
    expect(storageIds(1, 'alice')).toEqual(storageIds(1, 'alice'));
  });

  it('is another after a start, for another user and for another product', () => {
    const names = [storageIds(1, 'alice'), storageIds(2, 'alice'), storageIds(1, 'bob')].flatMap((ids) =>
      Object.values(ids).map((id) => id.storage_id),
    );

    expect(new Set(names).size).toBe(9);
  });
});
