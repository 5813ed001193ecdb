import type { TwilioHandler } from '../../src/host';
import { startRuntime } from './runtime';

export interface Settled {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

export interface Invocation {
  /** Everything the callback was called with, in order. */
  readonly settled: readonly unknown[];
  /** The first answer, as soon as there is one. */
  readonly answer: Promise<Settled>;
}

/** Gives this test file the globals of Twilio's runtime. */
export function provideTwilioGlobals(): void {
  beforeAll(async () => {
    const runtime = await startRuntime([], {});
    await runtime.stop();
  });
}

/** Calls a function as the runtime does. */
export function invoke(
  handler: TwilioHandler,
  event: object,
  environment: Record<string, unknown>,
): Invocation {
  const settled: unknown[] = [];
  const answer = new Promise<Settled>((resolve) => {
    const getTwilioClient = () => {
      throw new Error('not used here');
    };
    handler({ ...environment, getTwilioClient }, event, (_error, response) => {
      settled.push(response);
      if (isSettled(response)) resolve(response);
    });
  });
  return { settled, answer };
}

const isSettled = (response: object): response is Settled =>
  'statusCode' in response && 'headers' in response;
