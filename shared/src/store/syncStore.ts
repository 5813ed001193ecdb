import { hash } from 'node:crypto';
import type { SyncServiceSid } from '../contracts/sids';
import type { Clock } from '../endpoint/ports';
import { DeadlineExceeded } from '../errors/deadlineExceeded';
import type { TwilioApi } from '../twilio/twilioApi';
import { UpstreamError } from '../twilio/upstreamError';
import { claimDocument } from './claimDocument';
import { readVersion, writeVersion } from './documentVersion';
import { encodeRecord } from './encodeRecord';
import type { Json, Store, WriteOptions } from './store';
import { StoreUnavailable } from './storeErrors';
import { swapDocument } from './swapDocument';
import { type DocumentContent, syncDocuments } from './syncDocuments';

export interface SyncStoreOptions {
  readonly api: TwilioApi;
  readonly serviceSid: SyncServiceSid;
  readonly clock: Clock;
}

/** Sync's own TTL only collects garbage: it is approximate, and must never come before our expiry on another's clock. */
const GARBAGE_AFTER_SECONDS = 3_600;
const MAX_TTL_SECONDS = 31_536_000;

/**
 * A store on Twilio Sync, one Document per key (Sync allows 20 writes per second per object, so never one shared Map).
 * Costs 1 call per get, createIfAbsent and compareAndSet, 1 more read when a write meets another's or loses its answer.
 */
export const syncStore = ({ api, serviceSid, clock }: SyncStoreOptions): Store => {
  const documents = syncDocuments(api, serviceSid);
  const content = (value: Json, options: WriteOptions): DocumentContent => ({
    data: encodeRecord(value, options),
    ttlSeconds: ttlFor(options.expiresAt - clock.now()),
  });
  return {
    get: (key) =>
      failClosed(async () => {
        const found = await documents.fetch(nameOf(key));
        if (found === undefined || found.data.expiresAt <= clock.now()) return undefined;
        return { value: found.data.value, version: writeVersion(found) };
      }),
    createIfAbsent: (key, value, options) =>
      failClosed(() =>
        claimDocument(documents, clock, nameOf(key), {
          owner: options.owner,
          content: content(value, options),
        }),
      ),
    compareAndSet: (_key, version, value, options) =>
      failClosed(async () => {
        const expected = readVersion(version);
        if (expected.expiresAt <= clock.now()) return { swapped: false };
        const written = await swapDocument(documents, expected, {
          owner: options.owner,
          content: content(value, options),
        });
        return written ? { swapped: true, version: writeVersion(written) } : { swapped: false };
      }),
  };
};

// A hash, because the SDK's own checks and Sync's limits (320 characters, no "/" or "?") don't fit every key.
const nameOf = (key: string): string => `pb-${hash('sha256', key, 'base64url')}`;

const ttlFor = (lifeMs: number): number =>
  Math.min(MAX_TTL_SECONDS, GARBAGE_AFTER_SECONDS + Math.max(0, Math.ceil(lifeMs / 1000)));

const failClosed = async <T>(work: () => Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    if (error instanceof UpstreamError) throw new StoreUnavailable(error, error.retryAfterSeconds);
    if (error instanceof DeadlineExceeded) throw new StoreUnavailable(error);
    throw error;
  }
};
