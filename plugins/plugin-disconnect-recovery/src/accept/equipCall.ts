/** What Flex's accept of a call is given for its conference; everything else of it stays as it is. */
export interface ConferenceOptions {
  endConferenceOnExit?: unknown;
  conferenceStatusCallback?: unknown;
  conferenceStatusCallbackMethod?: unknown;
  conferenceStatusCallbackEvent?: unknown;
}

const HANDLER = 'conference-status-handler';
const EVENTS = ['end', 'join', 'leave', 'modify'];
/** What Twilio tells when nobody says what it is to tell (Participant resource, ConferenceStatusCallbackEvent). */
const EVENTS_BY_DEFAULT = 'start end';
/** Twilio tries five times, whatever went wrong (Twilio: Webhooks, connection overrides). */
const OVERRIDES = '#rc=5&rp=all';

/**
 * Has a call stay when its agent goes, and the service hear who comes and goes. A callback that was there gets a copy of
 * what it asked for, by way of the service.
 */
export function equipCall(options: ConferenceOptions, serviceUrl: string): void {
  options.endConferenceOnExit = false;
  const handler = `${serviceUrl.replace(/\/+$/, '')}/${HANDLER}`;
  const before = textOf(options.conferenceStatusCallback);
  if (before?.startsWith(handler) === true) return;
  // Exactly encodeURIComponent: Twilio signs the query as it is written here.
  const query = before === undefined ? '' : `?forwardTo=${encodeURIComponent(before)}`;
  const wanted =
    before === undefined
      ? []
      : (textOf(options.conferenceStatusCallbackEvent) ?? EVENTS_BY_DEFAULT).split(/[\s,]+/);
  options.conferenceStatusCallback = `${handler}${query}${OVERRIDES}`;
  options.conferenceStatusCallbackMethod = 'POST';
  options.conferenceStatusCallbackEvent = [...new Set([...EVENTS, ...wanted])].join(' ');
}

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;
