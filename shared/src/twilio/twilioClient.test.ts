import { twilioClient } from './twilioClient';

const accounts = (() => {
  let last = 0;
  return () => ({ accountSid: `AC${(last += 1)}`, authToken: 'token' });
})();

const create = jest.fn(() => ({ request: () => Promise.resolve() }));

describe('twilioClient', () => {
  beforeEach(() => create.mockClear());

  it('makes one client per account and process, so that connections are kept', () => {
    const account = accounts();

    expect(twilioClient(account, create)).toBe(twilioClient({ ...account }, create));
    expect(create).toHaveBeenCalledTimes(1);
  });

  it('makes another one for another token, region or edge', () => {
    const account = accounts();
    const others = [{ authToken: 'rotated' }, { region: 'ie1' }, { edge: 'dublin' }];

    for (const other of [{}, ...others]) twilioClient({ ...account, ...other }, create);

    expect(create).toHaveBeenCalledTimes(4);
  });

  it('turns off the retries of the SDK and bounds its 30 s time-out', () => {
    twilioClient({ ...accounts(), region: 'ie1', edge: 'dublin' }, create);

    expect(create).toHaveBeenCalledWith({ region: 'ie1', edge: 'dublin', timeout: 9_000, autoRetry: false });
  });

  it('keeps eight, and drops the one that was not used for the longest time', () => {
    const first = accounts();
    const second = accounts();
    const clientOfFirst = twilioClient(first, create);
    const clientOfSecond = twilioClient(second, create);
    for (let n = 0; n < 6; n += 1) twilioClient(accounts(), create);
    twilioClient(first, create);
    twilioClient(accounts(), create);

    expect(twilioClient(first, create)).toBe(clientOfFirst);
    expect(twilioClient(second, create)).not.toBe(clientOfSecond);
  });
});
