import { createFaultPlan } from '../kernel/faults/faultPlan';
import { seededRandom } from '../kernel/random';
import { createJournal } from '../kernel/ringJournal';
import { createVirtualClock } from '../kernel/virtualClock';
import { createTunnelAnswerer } from './answerTunnelled';
import type { RawTunnelRequest } from './readHttpRequest';
import type { TunnelReply, TunnelSession } from './tunnel';

const SESSION: TunnelSession = {
  id: 'TW1/data_sync',
  product: 'data_sync',
  identity: { token: 't', identity: 'alice', roles: [], expiresAt: Infinity, revoked: false },
  notify: () => undefined,
  onEnd: () => () => undefined,
};

/** Asks the one route there is. */
function ask(handle: () => TunnelReply) {
  const clock = createVirtualClock({ mode: 'paused' });
  const journal = createJournal(clock);
  const route = { host: 'cds', method: 'GET', pattern: '/v3/Things', handle } as const;
  const answer = createTunnelAnswerer([route], { clock, journal, faults: createFaultPlan(seededRandom(1)) });
  const request: RawTunnelRequest = {
    method: 'GET',
    host: 'cds.us1.twilio.com',
    path: '/v3/Things',
    query: new URLSearchParams(),
    headers: {},
  };
  return { journal, answered: answer(request, { header: {}, payload: '' }, SESSION) };
}

describe('a request through Twilsock', () => {
  it('whose route has a bug is a 500, and the journal says where', async () => {
    const { journal, answered } = ask(() => {
      throw new Error('a bug');
    });

    expect((await answered).outcome).toMatchObject({ kind: 'answer', reply: { status: 500 } });
    expect(journal.entries()).toMatchObject([
      { status: 500, note: expect.stringContaining('a bug') as string },
    ]);
  });

  it('whose route has a bug in what follows the answer ends nothing, and the journal says where', async () => {
    const after = (): void => {
      throw new Error('a late bug');
    };
    const { journal, answered } = ask(() => ({ status: 200, after }));

    (await answered).after();

    expect(journal.entries()).toMatchObject([
      { status: 200 },
      { path: '/v3/Things', note: expect.stringContaining('a late bug') as string },
    ]);
  });
});
