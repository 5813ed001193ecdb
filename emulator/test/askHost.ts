export interface HostAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** Asks one of Twilio's hosts of the local Twilio at `origin`, as a page does, e.g. `flex-api.twilio.com/v1/Configuration`. */
export async function askHost(origin: string, address: string, init: RequestInit = {}): Promise<HostAnswer> {
  const response = await fetch(`${origin}/_host/${address}`, { signal: AbortSignal.timeout(5_000), ...init });
  return { status: response.status, body: await response.json() };
}

export const withBasic = (name: string, secret: string) => ({
  headers: { authorization: `Basic ${btoa(`${name}:${secret}`)}` },
});

export const postJson = (body: unknown): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});
