import { requestTwilio, type TwilioRequester } from './requestTwilio';

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

const READ = { effect: 'read', method: 'get', url: 'https://taskrouter.twilio.com/v1/Workspaces' } as const;

it('gives up what never ends within the time it was given, not later', async () => {
  const silent: TwilioRequester = { request: () => new Promise(() => undefined) };
  const ended = jest.fn();
  requestTwilio(silent, READ, 1_000).catch(ended);

  await jest.advanceTimersByTimeAsync(999);
  expect(ended).not.toHaveBeenCalled();
  await jest.advanceTimersByTimeAsync(1);

  expect(ended).toHaveBeenCalledWith(expect.objectContaining({ reason: 'timeout', outcome: 'ambiguous' }));
});
