import { storm } from './storm';

describe('a storm of dropped agents', () => {
  it('leaves nobody alone and sends nobody twice', async () => {
    const { recovered, enqueuedTwice, leftAlone } = await storm(12);

    expect({ recovered, enqueuedTwice, leftAlone }).toEqual({
      recovered: 12,
      enqueuedTwice: 0,
      leftAlone: 0,
    });
  }, 180_000);
});
