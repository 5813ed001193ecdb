/** Where a webhook goes, as configured with a resource. */
export interface Callback {
  readonly url: string;
  readonly method: 'GET' | 'POST';
  /** Names without prefix: `initiated`, `answered`, … for calls; `start`, `join`, … for conferences. */
  readonly events: readonly string[];
}

/** What is told unless told otherwise (Call resource: StatusCallbackEvent; Participant resource: ConferenceStatusCallbackEvent). */
export const CALL_EVENTS = 'completed';
export const CONFERENCE_EVENTS = 'start end';

/** Names of events as they are configured: separated by spaces, in places by commas. */
export const readEvents = (text: string): readonly string[] =>
  text.split(/[\s,]+/).filter((name) => name !== '');
