import { isObject } from '../kernel/isObject';
import { readJson } from '../kernel/readJson';
import { mediaType } from '../kernel/parseBody';
import { isTwilioMethod } from '../kernel/dispatch';
import { invalid } from '../kernel/twilioError';
import type { Frame } from './frame';
import type { TunnelRequest } from './tunnel';

/** A tunnelled request as it came, before a route is found. */
export type RawTunnelRequest = Omit<TunnelRequest, 'params' | 'session' | 'json'>;

/** Reads the `http_request` of a `message`; undefined when it is none. */
export function readHttpRequest({ header }: Frame): RawTunnelRequest | undefined {
  const request = header['http_request'];
  if (!isObject(request)) return undefined;
  const { host, path, method, params, headers } = request;
  if (typeof host !== 'string' || typeof path !== 'string' || typeof method !== 'string') return undefined;
  if (!isTwilioMethod(method) || !path.startsWith('/')) return undefined;
  return { method, host: host.toLowerCase(), path, query: readQuery(params), headers: readHeaders(headers) };
}

/** The SDK cuts the query at `&` and `=` and leaves it percent-encoded (upstream.js, `parseUri`). */
function readQuery(params: unknown): URLSearchParams {
  if (!isObject(params)) return new URLSearchParams();
  const pairs = Object.entries(params).flatMap(([name, value]) =>
    [value].flat().map((text) => `${name}=${typeof text === 'string' ? text : ''}`),
  );
  return new URLSearchParams(pairs.join('&'));
}

function readHeaders(headers: unknown): Record<string, string> {
  const read: Record<string, string> = {};
  if (!isObject(headers)) return read;
  for (const [name, value] of Object.entries(headers)) {
    if (typeof value === 'string') read[name.toLowerCase()] = value;
    else if (typeof value === 'number') read[name.toLowerCase()] = String(value);
  }
  return read;
}

/**
 * The body: JSON parsed, a form as an object of texts, undefined without one. 400 / 20001 for JSON that is none. That of
 * a DELETE isn't read: twilio-sync 3.1.0 sends its product's name there by mistake (network.js, `delete`).
 */
export function readTunnelBody(method: TunnelRequest['method'], { header, payload }: Frame): unknown {
  if (payload === '' || method === 'DELETE') return undefined;
  const type = header['payload_type'];
  if (mediaType(typeof type === 'string' ? type : '') === 'application/x-www-form-urlencoded') {
    return Object.fromEntries(new URLSearchParams(payload));
  }
  const json = readJson(payload);
  if (json === undefined) throw invalid('The request body is not valid JSON');
  return json;
}
