/** @jest-environment node */
import { attributionStatusContract } from '@patchbay/shared/contracts';
import { createFlexClient } from './createFlexClient';

const taskSid = `WT${'0'.repeat(32)}`;

/** A client whose service answers nothing but 401; `tokens` are those it was shown. */
function open(manager: Parameters<typeof createFlexClient>[0]) {
  const tokens: (string | null)[] = [];
  const fetch = (_: unknown, init?: RequestInit): Promise<Response> => {
    if (init?.body instanceof URLSearchParams) tokens.push(init.body.get('Token'));
    const body = { success: false, error: 'token_refused', code: 'token_refused' };
    return Promise.resolve(Response.json(body, { status: 401 }));
  };
  const baseUrl = 'https://service.example';
  const client = createFlexClient(manager, { baseUrl, rhythm: { attempts: 1 }, means: { fetch } });
  return { tokens, ask: () => client.call(attributionStatusContract, { taskSid }) };
}

it('shows the token Flex has at the time', async () => {
  const user = { token: 'the first' };
  const { ask, tokens } = open({ user });

  await ask();
  user.token = 'the second';
  await ask();

  expect(tokens).toEqual(['the first', 'the second']);
});

it('answers, and does not reject, after a logout, when Flex has no user', async () => {
  const { ask } = open({
    get user(): never {
      throw new TypeError('Cannot read properties of undefined');
    },
  });

  expect(await ask()).toMatchObject({ ok: false, code: 'token_refused' });
});
