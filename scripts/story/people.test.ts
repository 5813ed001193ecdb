import { pages, workers } from './people';

describe('the contact centre of npm start', () => {
  it('offers first calls only to Alice and Bob: whoever else would let them ring has nobody at her page', () => {
    const available = workers
      .filter(({ activity }) => activity === 'Available')
      .map((one) => one.friendlyName);

    expect(available).toEqual(['alice', 'bob']);
    expect(pages.map(({ name }) => name)).toEqual(expect.arrayContaining(available));
  });
});
