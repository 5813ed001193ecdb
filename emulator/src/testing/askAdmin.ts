import { isObject } from '../kernel/isObject';

/** Asks `/_emulator{path}` of the local Twilio at `origin`; resolves with its JSON, throws that when it is a refusal. */
export async function askAdmin(
  origin: string,
  method: string,
  path: string,
  body?: unknown,
): Promise<Readonly<Record<string, unknown>>> {
  const response = await fetch(`${origin}/_emulator${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const answer: unknown = await response.json();
  if (!response.ok || !isObject(answer)) throw new Error(`${path}: ${JSON.stringify(answer)}`);
  return answer;
}
