import { isObject } from '../../kernel/isObject';
import { invalid, TwilioError } from '../../kernel/twilioError';
import type { TunnelRequest } from '../../twilsock/tunnel';
import { readPayload, type Payload } from '../payload';
import { MAX_NAME_LENGTH, MAX_TTL_SECONDS } from '../readForm';

/** What a client writes: JSON with snake_case names, unlike REST's form. */
export interface ClientWrite {
  readonly uniqueName: string | null;
  readonly data: Payload | undefined;
  readonly ttl: number | undefined;
  readonly ifMatch: string | undefined;
}

/** Reads a client's body and `If-Match`; refuses what REST refuses, with the same codes. */
export function readBody({ json, headers }: TunnelRequest): ClientWrite {
  const body = isObject(json) ? json : {};
  return {
    uniqueName: readName(body['unique_name']),
    data: body['data'] === undefined ? undefined : readPayload(body['data']),
    ttl: readTtl(body['ttl']),
    ifMatch: headers['if-match'],
  };
}

function readName(value: unknown): string | null {
  if (value === undefined || value === null || value === '') return null;
  if (typeof value !== 'string') throw invalid('unique_name must be a text');
  if (value.length > MAX_NAME_LENGTH) throw invalid(`unique_name exceeds ${MAX_NAME_LENGTH} characters`);
  return value;
}

function readTtl(value: unknown): number | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= MAX_TTL_SECONDS)
    return value;
  throw new TwilioError(400, 54011, 'Invalid TTL');
}
