import type { Browser } from 'playwright-core';
import { createAdminClient } from './adminClient';
import type { ContactCentre, ContactCentreOptions } from './contactCentre';
import { createCustomer } from './customer';
import { createCleanliness } from './expectClean';
import { openTab } from './flexTab';
import { ownNoise } from './ownNoise';
import { readRequests } from './readRequests';
import { readState } from './readState';
import { saveArtefacts } from './saveArtefacts';
import { openSession, type Session } from './session';
import { waitUntil } from './waitUntil';

const DEFAULT_PATH = '/agent-desktop';

/** A contact centre over a local Twilio and a browser that both run; `close` ends them. */
export function assembleCentre(
  origin: string,
  browser: Browser,
  { allowed = [], viewport }: ContactCentreOptions,
  close: () => Promise<void>,
): Omit<ContactCentre, 'seeded'> {
  const { port } = new URL(origin);
  const admin = createAdminClient(origin);
  const sessions = new Map<string, Session>();
  const cleanliness = createCleanliness(admin, sessions, [...ownNoise, ...allowed]);
  const state = () => readState(admin);

  return {
    origin,
    customer: createCustomer(admin),
    faults: {
      async add(...rules) {
        await admin.post('faults', rules);
      },
      async clear() {
        await admin.delete('faults');
      },
    },
    async openFlex(name, { path = DEFAULT_PATH } = {}) {
      const session = sessions.get(name) ?? (await openSession(browser, name, viewport));
      sessions.set(name, session);
      const url = `http://${name}.localhost:${port}${path}`;
      return openTab({ name, admin, context: session.context, url });
    },
    async configureFlex(change) {
      await admin.post('flex', change);
    },
    async advance(advanceMs) {
      await admin.post('clock', { advanceMs });
    },
    state,
    until: (what, look) => waitUntil(admin, what, async () => look(await state())),
    requests: (filter = {}) => readRequests(admin, filter),
    expectClean: (more) => cleanliness.check(more),
    saveArtefacts: (folder) => saveArtefacts(folder, admin, [...sessions.values()]),
    close,
  };
}
