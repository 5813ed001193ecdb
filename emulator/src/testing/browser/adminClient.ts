import { readJson } from '../../kernel/readJson';

/** The local Twilio's administration (`/_emulator/…`), asked over HTTP: of this process or of `npm start`. */
export interface AdminClient {
  get(path: string): Promise<unknown>;
  post(path: string, body: unknown): Promise<unknown>;
  delete(path: string): Promise<unknown>;
}

const TIMEOUT_MS = 40_000;

/** Asks the local Twilio at `origin`; rejects with its own words when it refuses. */
export function createAdminClient(origin: string): AdminClient {
  const ask = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const url = `${origin}/_emulator/${path}`;
    const response = await fetch(url, {
      method,
      signal: AbortSignal.timeout(TIMEOUT_MS),
      ...(body === undefined
        ? {}
        : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${url}: ${response.status} ${text}`);
    return readJson(text);
  };
  return {
    get: (path) => ask('GET', path),
    post: (path, body) => ask('POST', path, body),
    delete: (path) => ask('DELETE', path),
  };
}
