import type { Stack } from './model';
import { consoleOrigin } from './pageOrigin';

/** What the stack's file holds: every address, SID and token of what runs. */
export function describeStack({ twilio, seeded, services, pages }: Omit<Stack, 'file' | 'stop'>): object {
  const { origin, accountSid, authToken, syncServiceSid } = twilio;
  return {
    pid: process.pid,
    twilio: { origin, accountSid, authToken, syncServiceSid },
    console: consoleOrigin(origin),
    flex: Object.fromEntries(pages.map((page) => [page.name, page.origin])),
    workspace: seeded,
    services: Object.fromEntries(
      services.map(({ name, origin: address, domain, runtimes }) => [
        name,
        { origin: address, domain, runtimes: runtimes.map(({ port }) => `http://127.0.0.1:${port}`) },
      ]),
    ),
  };
}
