/** @jest-environment node */
import { billing, bobAccepted, cold, memoryStorage, openAlice, settle, sid } from '../testing/alice';
import { attemptView, NOON } from '../testing/attempt';
import { fakeService } from '../testing/fakeService';

beforeEach(() => {
  jest.useFakeTimers({ now: NOON });
});
afterEach(() => {
  jest.useRealTimers();
});

const openAttempt = (about = {}) => ({ success: true, attempt: attemptView(about) });

describe('a request that is never answered', () => {
  /** Alice's page after she was told that her transfer failed, because nobody answered. */
  async function openUnanswered(storage = memoryStorage()) {
    const page = openAlice({}, storage);
    page.service.answer('create-attribution-task', 'silence');
    page.service.answer('attribution-status', 'silence');
    const refused = expect(page.sender.ask(sid, billing, cold)).rejects.toThrow();
    await jest.advanceTimersByTimeAsync(10_000);
    await refused;
    expect(page.flex.shown).toEqual(['TransferFailed']);
    return page;
  }

  it('is asked about on, and taken back when it turns out to have begun', async () => {
    const { service, flex, names } = await openUnanswered();
    service.answer('attribution-status', openAttempt({ state: 'accepted' }));

    await jest.advanceTimersByTimeAsync(10_000);

    expect(names().at(-1)).toBe('cancel-attribution-task');
    expect(flex.shown).toEqual(['TransferFailed', 'PatchbayTransferCanceled']);
  });

  it('is taken back also by the page that A has reloaded meanwhile', async () => {
    const storage = memoryStorage();
    await openUnanswered(storage);
    const reloaded = openAlice({}, storage);

    reloaded.dispatch({ type: 'found' });
    await settle();

    expect(reloaded.names()).toEqual(['attribution-status', 'cancel-attribution-task']);
    expect(reloaded.flex.shown).toEqual(['PatchbayTransferCanceled']);
  });

  it('is taken back also when Bob has accepted before the page has heard of it', async () => {
    const { service, dispatch, names, flex } = await openUnanswered();
    service.answer('attribution-status', { success: true, attempt: null });
    await jest.advanceTimersByTimeAsync(10_000);
    service.answer('attribution-status', openAttempt({ state: 'accepted' }));

    dispatch(bobAccepted);
    await settle();

    expect(names().at(-1)).toBe('cancel-attribution-task');
    expect(flex.transfers).toEqual([]);
  });

  it('is wanted again when A asks again', async () => {
    const storage = memoryStorage();
    const { sender, service } = await openUnanswered(storage);
    service.answer('create-attribution-task', { fails: 'in_flight' });
    service.answer('attribution-status', openAttempt());
    sender.again(sid);
    await settle();
    const reloaded = openAlice({}, storage);

    reloaded.dispatch({ type: 'found' });
    await settle();

    expect([sender.transfers.get(sid), reloaded.sender.transfers.get(sid)]).toMatchObject([
      { stage: 'waiting', canceling: false },
      { stage: 'waiting', canceling: false },
    ]);
  });

  it('is asked about no more once the call is gone', async () => {
    const { dispatch } = await openUnanswered();

    dispatch({ type: 'gone' });

    expect(jest.getTimerCount()).toBe(0);
  });
});

describe('a question that is not answered', () => {
  it.each(['throttled', 'token_refused', 'internal'] as const)(
    'with more than %s is asked again about a call that was there before the page',
    async (fails) => {
      const { dispatch, service, stage } = openAlice();
      service.answer('attribution-status', { fails });
      dispatch({ type: 'found' });
      await settle();
      service.answer('attribution-status', openAttempt({ state: 'claimed' }));

      await jest.advanceTimersByTimeAsync(10_000);

      expect(stage()).toBe('moving');
    },
  );

  it('is asked no more about a call that is gone', async () => {
    const { dispatch, service, names } = openAlice();
    service.answer('attribution-status', { fails: 'throttled' });
    dispatch({ type: 'found' });
    await settle();

    dispatch({ type: 'gone' });
    await jest.advanceTimersByTimeAsync(60_000);

    expect(names()).toHaveLength(1);
    expect(jest.getTimerCount()).toBe(0);
  });
});

describe('a service that can not even be asked, because nobody is logged in any more,', () => {
  /** The client of a page after a logout, from `leave` on. */
  function openLeaving() {
    const { service, answer } = fakeService();
    const { client } = service();
    let hasLeft = false;
    const leaving: typeof client = {
      call: (...asked) => (hasLeft ? Promise.reject(new TypeError('no user')) : client.call(...asked)),
    };
    answer('create-attribution-task', { fails: 'in_flight' });
    answer('attribution-status', openAttempt());
    const page = openAlice({ service: () => ({ ...service(), client: leaving, once: leaving }) });
    return { ...page, leave: () => (hasLeft = true) };
  }

  it('ends a transfer', async () => {
    const { sender, flex, leave } = openLeaving();
    leave();

    const refused = expect(sender.ask(sid, billing, cold)).rejects.toThrow();
    await jest.advanceTimersByTimeAsync(10_000);

    await refused;
    expect(flex.shown).toEqual(['TransferFailed']);
  });

  it.each([
    ['cancel', { type: 'cancel_asked' }, { stage: 'waiting', canceling: false }],
    ['claim', bobAccepted, { stage: 'waiting' }],
  ] as const)('does not stop a transfer at a %s', async (_, event, left) => {
    const { sender, dispatch, leave } = openLeaving();
    await sender.ask(sid, billing, cold);
    leave();

    dispatch(event);
    await settle();

    expect(sender.transfers.get(sid)).toMatchObject(left);
  });
});
