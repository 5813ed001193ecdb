import { textAt } from './read';

/** There is nobody to ask: the page says so by itself, for as long as it lasts. */
export class NotReachable extends Error {
  override readonly name = 'NotReachable';
}

/** Asks the local Twilio's administration. Rejects with its words when it refuses, with NotReachable when it isn't there. */
export async function ask(method: 'GET' | 'POST' | 'DELETE', path: string, body?: object): Promise<unknown> {
  const response = await fetch(`/_emulator/${path}`, {
    method,
    ...(body === undefined
      ? {}
      : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  }).catch((cause: unknown) => {
    throw new NotReachable('The local Twilio does not answer.', { cause });
  });
  const text = await response.text();
  const answer: unknown = text === '' ? undefined : JSON.parse(text);
  if (!response.ok) throw new Error(textAt(answer, 'error') ?? `${method} ${path}: ${response.status}`);
  return answer;
}
