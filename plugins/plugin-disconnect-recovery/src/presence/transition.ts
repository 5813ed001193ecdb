import type { Leg } from '../flex/ports';
import type { Presence, PresenceCommand, PresenceEvent } from './presence';

interface Step {
  readonly state: Presence | undefined;
  readonly commands: readonly PresenceCommand[];
}

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;
/** Shorter than the service waits for an agent who said that it hangs up (10 s), longer than Flex takes for it. */
export const CHECK_MS = 5_000;

/**
 * The rules of an agent's presence on a call: registered as soon as the leg is there, and again until the service knows;
 * taken back before an orderly end, and registered anew when it does not come to that.
 */
export function transition(presence: Presence | undefined, event: PresenceEvent): Step {
  switch (event.type) {
    case 'gone':
      return go(undefined);
    case 'on_call':
      return seen(presence, event.leg);
    case 'leaving':
      return leave(presence, event);
    case 'registered':
      return presence?.stage === 'registering'
        ? go({ stage: 'registered', leg: presence.leg })
        : go(presence);
    case 'register_failed':
      return presence?.stage === 'registering' ? tryLater(presence) : go(presence);
    case 'due':
      return presence?.stage === 'registering'
        ? go(presence, { kind: 'register', leg: presence.leg })
        : go(presence);
    case 'stayed':
      return presence?.stage === 'leaving' ? stay(presence.leg) : go(presence);
    case 'checked':
      return presence?.stage === 'leaving' ? check(presence, event) : go(presence);
  }
}

const go = (state: Presence | undefined, ...commands: readonly PresenceCommand[]): Step => ({
  state,
  commands,
});

const register = (leg: Leg): Step => go({ stage: 'registering', leg, tries: 0 }, { kind: 'register', leg });

function seen(presence: Presence | undefined, leg: Leg): Step {
  if (presence === undefined) return register(leg);
  // What Flex still shows of a call that is being left is no news.
  if (presence.stage === 'leaving') return go({ ...presence, leg: presence.leg ?? leg });
  return isSame(presence.leg, leg) ? go(presence) : register(leg);
}

/** The customer may be seen later than the agent. */
const isSame = (known: Leg, leg: Leg): boolean =>
  known.callSid === leg.callSid &&
  known.conferenceSid === leg.conferenceSid &&
  (leg.customerCallSid === undefined || known.customerCallSid === leg.customerCallSid);

const leave = (
  presence: Presence | undefined,
  { intent }: Extract<PresenceEvent, { type: 'leaving' }>,
): Step =>
  go(
    { stage: 'leaving', intent, leg: presence?.leg },
    { kind: 'deregister', intent, leg: presence?.leg },
    { kind: 'check_later', ms: CHECK_MS },
  );

const tryLater = ({ leg, tries }: Extract<Presence, { stage: 'registering' }>): Step =>
  go(
    { stage: 'registering', leg, tries: tries + 1 },
    { kind: 'register_later', ms: Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.min(tries, 10)) },
  );

/** Without a leg there is nothing to register yet; it will be seen. */
const stay = (leg: Leg | undefined): Step => (leg === undefined ? go(undefined) : register(leg));

function check(
  presence: Extract<Presence, { stage: 'leaving' }>,
  { leg, isTransferring }: Extract<PresenceEvent, { type: 'checked' }>,
): Step {
  const isOnItsWay = presence.intent === 'transfer' && isTransferring;
  if (leg !== undefined && !isOnItsWay) return register(leg);
  return go(presence, { kind: 'check_later', ms: CHECK_MS });
}
