import type { CallFailure, Client, ClientOptions } from '../../src/client';
import { createClient } from '../../src/client';
import type { Step } from './scriptedServer';

export const success = { status: 201, body: '{"success":true,"n":1}' } as const satisfies Step;
export const failure = (status: number, code: string, headers: Record<string, string> = {}): Step => ({
  status,
  body: JSON.stringify({ success: false, error: 'Sorry.', code, details: ['why'] }),
  headers,
});

interface Started {
  readonly client: Client;
  readonly pauses: readonly number[];
  readonly retries: readonly (readonly [CallFailure, number, number])[];
}

/** A client of a server at `url` whose time passes only in its pauses, which it spends at once. */
export function startClient(url: string, options: Partial<ClientOptions> = {}): Started {
  const pauses: number[] = [];
  const retries: [CallFailure, number, number][] = [];
  let now = 0;
  let keys = 0;
  const client = createClient({
    baseUrl: `${url}/`,
    token: () => 'the-token',
    onRetry: (...retry) => retries.push(retry),
    ...options,
    means: {
      now: () => now,
      random: () => 0.5,
      newKey: () => `key-${(keys += 1)}`,
      sleep: (ms) => {
        pauses.push(ms);
        now += ms;
        return Promise.resolve();
      },
      ...options.means,
    },
  });
  return { client, pauses, retries };
}
