import { connectWorker, disconnectWorker } from '@patchbay/emulator/testing';
import { createClient, type Client } from '@patchbay/shared/client';
import type { Reservation, Worker } from 'twilio-taskrouter';
import { within } from './within';

/** What an agent's browser page does, without the browser: Twilio's own worker SDK, and our client. */
export interface AgentPage {
  readonly name: string;
  readonly workerSid: string;
  readonly service: Client;
  /** The next offer on a task channel, also one that came before it was asked for. */
  nextOffer(channel: string, signal?: AbortSignal): Promise<Reservation>;
  /** Chooses something in the activity menu. */
  goTo(activity: Activity): Promise<void>;
  close(): void;
}

export type Activity = 'Available' | 'Unavailable';

export interface PageAddresses {
  /** The local Twilio. */
  readonly twilio: string;
  /** The attribution service. */
  readonly service: string;
}

/** Longer than a lease: a request may have to wait until a killed one has run out. */
const PATIENT = { attempts: 20, totalMs: 60_000, longestPauseMs: 12_000 };

/** Opens the page of an agent whose token this is. */
export async function openAgentPage(
  name: string,
  token: string,
  addresses: PageAddresses,
): Promise<AgentPage> {
  const worker = await connectWorker(addresses.twilio, token);
  await choose(worker, 'Available');
  const offers = queueOffers(worker);
  return {
    name,
    workerSid: worker.sid,
    service: createClient({ baseUrl: addresses.service, token: () => token, rhythm: PATIENT }),
    nextOffer: (channel, signal) =>
      within(`${name} is offered a task on ${channel}`, offers(channel, signal), signal),
    goTo: (activity) => choose(worker, activity),
    close: () => {
      disconnectWorker(worker);
    },
  };
}

async function choose(worker: Worker, activity: Activity): Promise<void> {
  const wanted = [...worker.activities.values()].find(({ name }) => name === activity);
  if (wanted === undefined) throw new Error(`The workspace has no activity ${activity}.`);
  if (!wanted.isCurrent) await wanted.setAsCurrent();
}

/** An offer, and whose page shows it. */
export interface Offered {
  readonly page: AgentPage;
  readonly reservation: Reservation;
}

/** The first offer on a channel at any of these pages; the others go on waiting for nothing. */
export async function firstOffer(channel: string, pages: readonly AgentPage[]): Promise<Offered> {
  const enough = new AbortController();
  try {
    return await Promise.race(
      pages.map(async (page) => ({ page, reservation: await page.nextOffer(channel, enough.signal) })),
    );
  } finally {
    enough.abort();
  }
}

/** Offers as they come, each handed to whoever asked for its channel first. */
function queueOffers(worker: Worker): (channel: string, signal?: AbortSignal) => Promise<Reservation> {
  const waiting = [...worker.reservations.values()].filter(({ status }) => status === 'pending');
  const askers: { channel: string; give: (offer: Reservation) => void }[] = [];
  worker.on('reservationCreated', (offer) => {
    const index = askers.findIndex(({ channel }) => channel === offer.task.taskChannelUniqueName);
    if (index === -1) waiting.push(offer);
    else askers.splice(index, 1)[0]?.give(offer);
  });
  return (channel, signal) => {
    const index = waiting.findIndex(({ task }) => task.taskChannelUniqueName === channel);
    const [early] = index === -1 ? [] : waiting.splice(index, 1);
    if (early !== undefined) return Promise.resolve(early);
    return new Promise((give) => {
      const asker = { channel, give };
      askers.push(asker);
      signal?.addEventListener('abort', () => {
        const left = askers.indexOf(asker);
        if (left !== -1) askers.splice(left, 1);
      });
    });
  };
}
