import { Client, type Message } from '@twilio/conversations';
import type { LocalTwilio } from '../src/createLocalTwilio';
import { twilsockUri } from './syncClient';

/** Twilio's own Conversations client of someone with a good token, ready to use. */
export function openChatClient(local: LocalTwilio, identity: string): Promise<Client> {
  const { token } = local.identities.issue({ identity, roles: ['agent'] });
  return openChatClientWith(local.origin, token);
}

/** Such a client by its token. */
export async function openChatClientWith(origin: string, token: string): Promise<Client> {
  const options = { logLevel: 'silent' as const, twilsock: { uri: twilsockUri(origin) } };
  const client = new Client(token, options);
  await ready(client);
  return client;
}

const READY_TIMEOUT_MS = 10_000;

function ready(client: Client): Promise<void> {
  return new Promise((resolve, reject) => {
    const timeout = setTimeout(() => {
      reject(new Error(`The Conversations client was not ready within ${READY_TIMEOUT_MS} ms`));
    }, READY_TIMEOUT_MS);
    client.once('initialized', () => {
      clearTimeout(timeout);
      resolve();
    });
    client.once('initFailed', ({ error }) => {
      clearTimeout(timeout);
      reject(new Error(`The Conversations client failed: ${error?.message ?? 'no reason'}`));
    });
  });
}

/** A message with this body, once it arrives where the client is; fails after `timeoutMs` of real time. */
export function hear(client: Client, body: string, timeoutMs = 4_000): Promise<Message> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      clearTimeout(timeout);
      client.removeListener('messageAdded', settle);
    };
    const settle = (message: Message): void => {
      if (message.body !== body) return;
      stop();
      resolve(message);
    };
    const timeout = setTimeout(() => {
      stop();
      reject(new Error(`No message "${body}" within ${timeoutMs} ms`));
    }, timeoutMs);
    client.on('messageAdded', settle);
  });
}
