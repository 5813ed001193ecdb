import type * as z from 'zod/mini';
import type { FailureCode } from './failure';

/** Who may call an endpoint. */
export type Access =
  /**
   * A Flex user of this account; with `roles`, one who has at least one of them. With `handsOnToken` the handler gets the
   * token itself, for calls to Twilio in the user's own name.
   */
  | { readonly kind: 'flex-user'; readonly roles?: readonly string[]; readonly handsOnToken?: boolean }
  /** Twilio itself: the platform checks the signature of a protected function, we check the basic auth in the URL. */
  | { readonly kind: 'twilio-basic-auth' }
  /** Twilio itself, by `X-Twilio-Signature`, on hosts that leave the check to us. */
  | { readonly kind: 'twilio-signature' }
  /** A scheduler, by `Authorization: Bearer` and the shared secret in `setting`. */
  | { readonly kind: 'secret'; readonly setting: string }
  | { readonly kind: 'anyone' };

/** A failure whose status or sentence was published before us, and therefore isn't that of every other endpoint. */
export interface PublishedFailure {
  readonly code: FailureCode;
  /** In place of the code's own status. */
  readonly status?: number;
  /** In place of our sentence. */
  readonly error?: string;
  /** Holds only for a failure with this among its details. */
  readonly forDetail?: string;
}

/** What an endpoint is, without how it does it: shared by the service, the plugin's client and the OpenAPI document. */
export interface Contract<
  Request extends z.ZodMiniType = z.ZodMiniType,
  Response extends z.ZodMiniType = z.ZodMiniType,
> {
  /** The URL's path without the leading slash. */
  readonly name: string;
  /** A GET has a POST twin on the same path, so that the token need not travel in a URL. */
  readonly method: 'GET' | 'POST';
  readonly summary: string;
  readonly access: Access;
  readonly request: Request;
  readonly response: Response;
  /** Success statuses and what each means. */
  readonly successes: Readonly<Partial<Record<200 | 201 | 202, string>>>;
  /** What it can answer besides the failures every endpoint shares. */
  readonly failures: readonly FailureCode[];
  /** The failures that callers of old know by another status or sentence; the first that fits counts. */
  readonly published?: readonly PublishedFailure[];
  /** True where failures repeat their HTTP status in the body, as successes do: some callers look only there. */
  readonly statusInBody?: boolean;
  /** `twiml` where Twilio's voice asks: the answer's field `twiml` is sent as XML. JSON when absent. */
  readonly produces?: 'twiml';
  /** True when repeating the same request is harmless: then the client retries an opaque network error. */
  readonly idempotent: boolean;
}

/** Keeps the literal types of a contract. */
export const defineContract = <Request extends z.ZodMiniType, Response extends z.ZodMiniType>(
  contract: Contract<Request, Response>,
): Contract<Request, Response> => contract;
