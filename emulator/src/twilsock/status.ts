/** The status of a reply or of a close, as the `twilsock` SDK reads it (twilsock.js, `onIncomingMessage`). */
export interface Status {
  readonly code: number;
  readonly status: string;
  readonly errorCode?: number;
  readonly description?: string;
}

export const OK: Status = { code: 200, status: 'OK' };

/** The token is unknown or was revoked: the client gives up for good. 20101 is "Invalid Access Token". */
export const UNAUTHORIZED: Status = {
  code: 401,
  status: 'UNAUTHORIZED',
  errorCode: 20101,
  description: 'Invalid Access Token',
};

/** The token's time was over when it was presented: the client asks for another. */
export const TOKEN_EXPIRED: Status = {
  code: 401,
  status: 'UNAUTHORIZED',
  errorCode: 20104,
  description: 'Access Token expired or expiration date invalid',
};

/** Of a close: the token's time is over. */
export const EXPIRED: Status = { code: 410, status: 'TOKEN_EXPIRED' };

/** Of a close: what the client sent is no Twilsock. */
export const NOT_ACCEPTABLE: Status = { code: 406, status: 'NOT_ACCEPTABLE' };

/** Of a close: go away and come back, with the usual pause. */
export const OFFLOADED: Status = { code: 308, status: 'OFFLOADED' };

/** A method of Twilsock that doesn't exist here. */
export const notImplemented = (method: string): Status => ({
  code: 501,
  status: 'NOT_IMPLEMENTED',
  errorCode: 20501,
  description: `The local Twilsock has no method ${method}`,
});
