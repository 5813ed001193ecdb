import { UpstreamError } from './upstreamError';

/** The result of a call, or undefined when Twilio doesn't have the resource (404, code 20404). */
export const orUndefinedWhenGone = async <T>(call: Promise<T>): Promise<T | undefined> => {
  try {
    return await call;
  } catch (error) {
    if (error instanceof UpstreamError && error.reason === 'not-found') return undefined;
    throw error;
  }
};
