import { textAt } from './read';

/** Asks the local Twilio's administration. Rejects with its words when it refuses, and when it isn't there. */
export async function ask(
  method: 'GET' | 'POST' | 'DELETE',
  path: string,
  body?: object,
  signal?: AbortSignal,
): Promise<unknown> {
  const response = await fetch(`/_emulator/${path}`, {
    method,
    ...(body === undefined
      ? {}
      : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    ...(signal === undefined ? {} : { signal }),
  });
  const text = await response.text();
  const answer: unknown = text === '' ? undefined : JSON.parse(text);
  if (!response.ok) throw new Error(textAt(answer, 'error') ?? `${method} ${path}: ${response.status}`);
  return answer;
}
