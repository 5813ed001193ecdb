/** Time a task spent in a queue; open until it left. Milliseconds since 1970. */
export interface Wait {
  readonly kind: 'wait';
  readonly queue: string;
  readonly startedAt: number;
  readonly endedAt?: number;
}

/** An agent's part in a task: from the offer he missed, or from when he took it. */
export interface Part {
  readonly kind: 'part';
  readonly reservationSid: string;
  readonly workerSid: string;
  readonly agent: string;
  readonly queue: string;
  readonly startedAt: number;
  /** Whether the offer ran out, or was taken back, before he took it. */
  readonly missed: boolean;
  readonly wrappingAt?: number;
  readonly endedAt?: number;
}

/** What reports tell of a task: its waits and its agents' parts. */
export type Journey = readonly (Wait | Part)[];

/** The task no longer waits. */
export const leaveQueue = (journey: Journey, at: number): Journey =>
  journey.map((segment) =>
    segment.kind === 'wait' && segment.endedAt === undefined ? { ...segment, endedAt: at } : segment,
  );

/** The task waits in a queue. A wait that began at this very instant, and isn't over, becomes this one. */
export function enterQueue(journey: Journey, queue: string, at: number): Journey {
  const before = journey.filter(
    ({ kind, startedAt, endedAt }) => kind === 'part' || endedAt !== undefined || startedAt !== at,
  );
  return [...leaveQueue(before, at), { kind: 'wait', queue, startedAt: at }];
}

/** Notes on a part that its agent wraps up, or has finished; the first such note counts. */
export const notePart = (
  journey: Journey,
  reservationSid: string,
  note: { readonly wrappingAt: number } | { readonly endedAt: number },
): Journey =>
  journey.map((segment) =>
    segment.kind === 'part' && segment.reservationSid === reservationSid ? { ...note, ...segment } : segment,
  );

/** Whether an agent has a part by that reservation. */
export const hasPart = (journey: Journey, reservationSid: string): boolean =>
  journey.some((segment) => segment.kind === 'part' && segment.reservationSid === reservationSid);
