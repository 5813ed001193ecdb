import { eventName, TaskRouterCloudEvent, TaskRouterEventPayload } from '@patchbay/shared/contracts';
import * as z from 'zod/mini';

/** A TaskRouter event, whichever way it came. */
export interface Facts {
  /** E.g. `reservation.accepted`. */
  readonly name: string;
  /** Milliseconds since 1970; undefined when it does not say. */
  readonly at: number | undefined;
  readonly payload: TaskRouterEventPayload;
}

/** The form of a workspace's event callback: PascalCase, everything text, absent fields left out. */
const FormEvent = z.looseObject({
  EventType: z.string().check(z.regex(/^[a-z-]+\.[a-z.-]+$/)),
  TimestampMs: z.optional(z.string()),
  Timestamp: z.optional(z.string()),
});

/** The facts of an Event Streams envelope or of an event callback's form; undefined when it is neither. */
export function readFacts(raw: unknown): Facts | undefined {
  const cloudEvent = TaskRouterCloudEvent.safeParse(raw);
  if (cloudEvent.success) {
    const { time, data } = cloudEvent.data;
    return {
      name: eventName(cloudEvent.data),
      at: time === undefined ? undefined : Date.parse(time) || undefined,
      payload: data.payload,
    };
  }
  const form = FormEvent.safeParse(raw);
  if (!form.success) return undefined;
  const { EventType: name, TimestampMs: ms, Timestamp: seconds, ...fields } = form.data;
  const payload = TaskRouterEventPayload.safeParse(
    Object.fromEntries(Object.entries(fields).map(([key, value]) => [snakeCase(key), value])),
  );
  if (!payload.success) return undefined;
  const at = ms === undefined ? Number(seconds) * 1_000 : Number(ms);
  return { name, at: Number.isFinite(at) ? at : undefined, payload: payload.data };
}

/** `TaskSid` → `task_sid`. */
const snakeCase = (name: string): string => name.replace(/(?<!^)([A-Z])/g, '_$1').toLowerCase();
