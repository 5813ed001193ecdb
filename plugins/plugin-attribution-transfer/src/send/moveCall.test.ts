/** @jest-environment node */
import { billing, cold, openAlice, settle, sid } from '../testing/alice';
import { NOON } from '../testing/attempt';

beforeEach(() => {
  jest.useFakeTimers({ now: NOON });
});
afterEach(() => {
  jest.useRealTimers();
});

/** Alice's page, where nobody could ever take the call. */
function open() {
  const page = openAlice();
  page.service.answer('create-attribution-task', {
    fails: 'no_agent',
    details: ['fallback: plain_transfer'],
  });
  return page;
}

describe('a call that nobody could ever take', () => {
  it('goes to the queue itself, as the click wanted it', async () => {
    const { sender, flex } = open();

    await sender.ask(sid, billing, { ...cold, priority: 5 });

    expect(flex.transfers).toEqual([[sid, billing, { ...cold, priority: 5 }]]);
    expect(flex.shown).toEqual(['PatchbayTransferQueued']);
    expect(sender.isPassing(sid)).toBe(false);
  });

  it('passes while Flex is at it, also when A puts the transfer away meanwhile', async () => {
    const { sender, dispatch, flex } = open();
    let finish: () => void = () => undefined;
    flex.transfer = () => new Promise((resolve) => (finish = resolve));
    await sender.ask(sid, billing, cold);

    const during = sender.isPassing(sid);
    dispatch({ type: 'dismissed' });
    const afterwards = sender.isPassing(sid);
    finish();
    await settle();

    expect([during, afterwards, sender.isPassing(sid)]).toEqual([true, true, false]);
  });

  it("stays A's when Flex refuses that too, and A is told", async () => {
    const { sender, flex, stage } = open();
    flex.refusesTransfers = 'Bad Request';

    await sender.ask(sid, billing, cold);
    await settle();

    expect(flex.shown).toEqual(['PatchbayTransferQueued', 'TransferFailed']);
    expect([stage(), sender.isPassing(sid)]).toEqual(['ended', false]);
  });
});
