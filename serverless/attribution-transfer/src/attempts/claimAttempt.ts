import { fail, PatchbayError, type Failure } from '@patchbay/shared';
import type { TaskSid } from '@patchbay/shared/contracts';
import { isOpen } from '../attempt/attempt';
import type { AttemptEvent } from '../attempt/event';
import { judgeRepeat } from '../attempt/judgeRepeat';
import { startAttempt, type AttemptRequest } from '../attempt/start';
import type { AttributionPorts } from '../ports';
import { applyEvent, swap } from './applyEvent';
import { holdsReservation } from './holdsReservation';
import { perform } from './perform';
import { lookForNews } from './touchAttempt';
import { attemptKey, attemptStore, writeOptions, type StoredAttempt } from './storedAttempt';

/** Longer than a handler's deadline of 8 s, so that whoever takes over meets nobody still at work. */
export const CREATE_LEASE_MS = 10_000;

const MAX_ROUNDS = 10;

/** The right to create the attribution task, the answer an earlier request got, or why there is neither. */
export type Claimed =
  | {
      readonly kind: 'mine';
      readonly stored: StoredAttempt;
      readonly owner: string;
      readonly takenOver: boolean;
    }
  | { readonly kind: 'replay'; readonly taskSid: TaskSid }
  | { readonly kind: 'refused'; readonly failure: Failure };

/** One request in the whole contact centre gets `mine`; happy cost: one create in the store. */
export async function claimAttempt(ports: AttributionPorts, request: AttemptRequest): Promise<Claimed> {
  const owner = ports.ids.next();
  ports.log.note({ originalTaskSid: request.originalTaskSid });
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const fresh = start(ports, request, owner);
    const key = attemptKey(request.originalTaskSid);
    const outcome = await attemptStore(ports).createIfAbsent(key, fresh, writeOptions(ports));
    if (outcome.created) return mine({ value: fresh, version: outcome.version }, owner);
    const claimed = await settleRepeat(ports, outcome.existing, request, owner);
    if (claimed !== 'look_again') return claimed;
  }
  throw new PatchbayError('in_flight', 'Too many requests for this call at once.', { retryAfterSeconds: 1 });
}

async function settleRepeat(
  ports: AttributionPorts,
  existing: StoredAttempt,
  request: AttemptRequest,
  owner: string,
): Promise<Claimed | 'look_again'> {
  const verdict = judgeRepeat(existing.value, request, ports.clock.now());
  switch (verdict.kind) {
    case 'replay': {
      // An offer that nobody has answered for a while may have ended without a word: its task is no answer any more.
      const news = isOpen(existing.value) ? await lookForNews(ports, existing.value) : undefined;
      if (news === undefined) return verdict;
      await perform(ports, existing, news);
      return 'look_again';
    }
    case 'refuse':
      return { kind: 'refused', failure: verdict.failure };
    case 'take_over': {
      const event = { type: 'create_taken_over', owner, leaseMs: CREATE_LEASE_MS } as const;
      const applied = await applyEvent(ports, existing, event);
      return applied === undefined || applied.refusal !== undefined
        ? 'look_again'
        : { ...mine(applied, owner), takenOver: true };
    }
    case 'start_over':
      return startOver(ports, existing, request, owner);
    case 'compare_reservations':
      return supersede(ports, existing, request);
  }
}

/** The old attempt leaves nothing behind in TaskRouter before the new one takes its place. */
async function startOver(
  ports: AttributionPorts,
  existing: StoredAttempt,
  request: AttemptRequest,
  owner: string,
): Promise<Claimed | 'look_again'> {
  const ended = await perform(ports, existing, { type: 'tick' });
  if (ended === undefined) return 'look_again';
  const fresh = start(ports, request, owner);
  const version = await swap(ports, ended.version, fresh);
  return version === undefined ? 'look_again' : mine({ value: fresh, version }, owner);
}

/** The call came back or moved on: the reservation that is accepted now decides. */
async function supersede(
  ports: AttributionPorts,
  existing: StoredAttempt,
  request: AttemptRequest,
): Promise<Claimed | 'look_again'> {
  const { originalTaskSid, reservationSid, transferringWorkerSid } = existing.value;
  if (!(await holdsReservation(ports, request))) {
    return refused(fail('reservation_not_held', 'The accepted reservation of this task is not yours.'));
  }
  if (await holdsReservation(ports, { originalTaskSid, reservationSid, transferringWorkerSid })) {
    return refused(
      fail('wrong_state', 'Another agent on this call is transferring it. Wait for that to end.'),
    );
  }
  const { receiver } = existing.value;
  // It is the receiver who asks: the call has arrived, only nobody has said so yet.
  const hasArrived = receiver !== undefined && receiver.workerSid === request.transferringWorkerSid;
  const end: AttemptEvent = hasArrived
    ? { type: 'transfer_completed', to: receiver.workerSid, from: undefined, at: undefined }
    : { type: 'superseded' };
  await perform(ports, existing, end);
  return 'look_again';
}

const start = (ports: AttributionPorts, request: AttemptRequest, owner: string) =>
  startAttempt(request, owner, {
    now: ports.clock.now(),
    leaseMs: CREATE_LEASE_MS,
    maxAgeMs: ports.settings.maxAgeSeconds * 1000,
  });

const mine = (stored: StoredAttempt, owner: string) =>
  ({ kind: 'mine', stored, owner, takenOver: false }) as const;

const refused = (failure: Failure): Claimed => ({ kind: 'refused', failure });
