import { readSettings, watchSettings } from './settings';

const source = (patchbay: unknown): object => ({ patchbay });

describe("a feature's settings", () => {
  it('are read from every source, later ones winning', () => {
    const settings = readSettings(
      [source({ search: { url: 'a', size: 1 } }), source({ search: { url: 'b' }, other: { url: 'c' } })],
      'search',
    );

    expect(settings).toEqual({ url: 'b', size: 1 });
  });

  it.each([[undefined], [null], ['text'], [{ search: [] }], [{ search: 'text' }]])(
    'are none where the configuration is %j',
    (patchbay) => {
      expect(readSettings([source(patchbay), {}], 'search')).toEqual({});
    },
  );
});

const user = { token: 'a-flex-token' };

/** A Flex that fetches its configuration, with somebody logged in or nobody. */
function flex(isLoggedIn = true) {
  const fetchConfiguration = jest.fn(() => Promise.resolve({}));
  const loggedOut = () => {
    throw new TypeError("Cannot read properties of undefined (reading 'permissions')");
  };
  return Object.defineProperty({ fetchConfiguration, user }, 'user', {
    get: isLoggedIn ? () => user : loggedOut,
  });
}

describe('watching the settings', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
    jest.restoreAllMocks();
  });

  it('tells after each time Flex has fetched its configuration, until it is stopped', async () => {
    const fetched = jest.fn();
    const stop = watchSettings(flex(), fetched, 1_000);

    await jest.advanceTimersByTimeAsync(2_000);
    stop();
    await jest.advanceTimersByTimeAsync(2_000);

    expect(fetched).toHaveBeenCalledTimes(2);
  });

  it('goes on after a time when Flex could not fetch', async () => {
    const fetched = jest.fn();
    const answers = [Promise.reject(new Error('offline')), Promise.resolve({})];
    const stop = watchSettings(
      { user, fetchConfiguration: () => answers.shift() ?? Promise.resolve({}) },
      fetched,
      1_000,
    );

    await jest.advanceTimersByTimeAsync(2_000);
    stop();

    expect(fetched).toHaveBeenCalledTimes(1);
  });

  it('has Flex fetch nothing while nobody is logged in', async () => {
    const manager = flex(false);
    const stop = watchSettings(manager, jest.fn(), 1_000);

    await jest.advanceTimersByTimeAsync(2_000);
    stop();

    expect(manager.fetchConfiguration).not.toHaveBeenCalled();
  });

  it('has Flex fetch nothing while the browser is offline, and again when it is not', async () => {
    const manager = flex();
    const onLine = jest.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    const stop = watchSettings(manager, jest.fn(), 1_000);
    await jest.advanceTimersByTimeAsync(2_000);
    const whileOffline = manager.fetchConfiguration.mock.calls.length;

    onLine.mockReturnValue(true);
    await jest.advanceTimersByTimeAsync(1_000);
    stop();

    expect([whileOffline, manager.fetchConfiguration.mock.calls.length]).toEqual([0, 1]);
  });
});
