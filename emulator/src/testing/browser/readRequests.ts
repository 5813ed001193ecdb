import { isObject } from '../../kernel/isObject';
import type { AdminClient } from './adminClient';

/** A request as the local Twilio's journal has it. */
export interface SeenRequest {
  readonly sequence: number;
  readonly method: string;
  readonly host: string;
  readonly path: string;
  readonly status: number;
  /** Parsed, cut and without secrets. */
  readonly body: unknown;
}

/** Which requests: those after `since`, to one host. */
export interface RequestFilter {
  readonly since?: number;
  /** e.g. `event-bridge.twilio.com`. */
  readonly host?: string;
}

/** The newest requests that match, at most 1,000, oldest first. */
export async function readRequests(
  admin: AdminClient,
  { since = 0, host }: RequestFilter,
): Promise<readonly SeenRequest[]> {
  const hostFilter = host === undefined ? '' : `&host=${encodeURIComponent(host)}`;
  const journal = await admin.get(`journal?limit=1000&direction=in&since=${since}${hostFilter}`);
  const entries = isObject(journal) && Array.isArray(journal['entries']) ? journal['entries'] : [];
  return entries.filter(isObject).map((entry) => ({
    sequence: Number(entry['sequence']),
    method: String(entry['method']),
    host: String(entry['host']),
    path: String(entry['path']),
    status: Number(entry['status']),
    body: entry['body'],
  }));
}
