import type { Json, WriteOptions } from './store';
import { RecordTooLarge } from './storeErrors';

/** Sync's limit for the data of one Document; the others keep to it, so that a change of store changes nothing. */
const MAX_BYTES = 16 * 1024;

/** A record as it is kept: value, owner and expiry in one JSON text. Throws RecordTooLarge. */
export const encodeRecord = (value: Json, { owner, expiresAt }: WriteOptions): string => {
  const text = JSON.stringify({ owner, expiresAt, value });
  if (Buffer.byteLength(text) > MAX_BYTES) throw new RecordTooLarge();
  return text;
};
