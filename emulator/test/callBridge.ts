import { eventBridgeOptions } from '../src/testing';

export interface BridgeAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** Makes one call as the worker SDK words it, to see what the SDK hides: status and body. */
export async function callBridge(
  origin: string,
  token: string,
  method: 'GET' | 'POST',
  url: string,
  params: Readonly<Record<string, unknown>> = {},
  headers: Readonly<Record<string, string>> = {},
): Promise<BridgeAnswer> {
  const response = await fetch(eventBridgeOptions(origin).ebServer, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', apiVersion: 'v2', ...headers },
    body: JSON.stringify({ url, method, params, token }),
    signal: AbortSignal.timeout(5_000),
  });
  const body: unknown = await response.json();
  return { status: response.status, body };
}
