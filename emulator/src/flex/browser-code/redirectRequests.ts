import { interceptMethod } from './intercept';
import { redirect } from './redirect';

function redirectInput(input: unknown): unknown {
  if (typeof input === 'string' || input instanceof URL) return redirect(input);
  if (!(input instanceof Request)) return input;
  const address = redirect(input.url);
  return address === input.url ? input : new Request(address, input);
}

const redirectAddress = (address: unknown): unknown =>
  typeof address === 'string' || address instanceof URL ? redirect(address) : address;

/** fetch, XMLHttpRequest and beacons. */
export function redirectRequests(): void {
  interceptMethod(window, 'fetch', (_window, [input, ...rest]) => [redirectInput(input), ...rest]);
  interceptMethod(XMLHttpRequest.prototype, 'open', (_request, [method, address, ...rest]) => [
    method,
    redirectAddress(address),
    ...rest,
  ]);
  interceptMethod(Navigator.prototype, 'sendBeacon', (_navigator, [address, ...rest]) => [
    redirectAddress(address),
    ...rest,
  ]);
}
