/** One message for one worker, sent to each of its sessions. */
export interface Frame {
  readonly workerSid: string;
  readonly eventType: string;
  readonly payload: unknown;
}

/** A frame as it goes over the wire; the SDK (2.1.1) hands `payload` to the listeners of `event_type`. */
export const writeFrame = ({ eventType, payload }: Frame): string =>
  JSON.stringify({ event_type: eventType, payload });

/** What another product tells workers over the bridge. Returns the way to stop. */
export type FrameFeed = (send: (frame: Frame) => void) => () => void;
