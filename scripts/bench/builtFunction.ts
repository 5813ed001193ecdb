import path from 'node:path';
import type { TwilioHandler } from '@patchbay/shared';
import { repositoryRoot } from '../services/repositoryRoot';

/** As much of the runtime's own response as a function uses; the runtime itself is not what is measured. */
class StandInResponse {
  body: unknown;
  setStatusCode(): void {}
  appendHeader(): void {}
  setBody(body: unknown): void {
    this.body = body;
  }
}

/** Calls a function with an event; resolves with the body it answers. */
export type CallFunction = (
  context: Parameters<TwilioHandler>[0],
  event: object,
) => Promise<Readonly<Record<string, unknown>>>;

/** A function as it is deployed, ready to be called in this process; `npm run build` makes it. */
export function builtFunction(service: string, name: string): CallFunction {
  const file = path.join(repositoryRoot, 'serverless', service, 'dist/functions', `${name}.js`);
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- a deployed function is CommonJS
  const { handler } = require(file) as { handler: TwilioHandler };
  Object.assign(globalThis, { Twilio: { Response: StandInResponse } });
  return (context, event) =>
    new Promise((resolve) => {
      handler(context, event, (_error, response) => {
        const body: unknown = Reflect.get(response, 'body');
        resolve(typeof body === 'object' && body !== null ? { ...body } : {});
      });
    });
}
