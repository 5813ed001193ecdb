import type { TaskRouterEvent } from '../engine/events';
import { describeEvent, resourceOf, summarizeEvent, type EventFields } from './fields';
import type { CallbackOptions } from './options';

export type Form = Readonly<Record<string, string>>;

/** An event callback's form: every value a string, absent ones omitted. */
export function toEventForm(event: TaskRouterEvent, options: CallbackOptions): Form {
  const resource = resourceOf(event);
  return {
    Sid: event.sid,
    EventType: event.type,
    EventDescription: summarizeEvent(event),
    ResourceType: resource.type,
    ResourceSid: resource.sid,
    ...commonForm(event, options),
    WorkspaceName: event.workspace.friendlyName,
    TimestampMs: String(event.at),
    ...toForm(describeEvent(event)),
  };
}

/** What every callback about a workspace starts with. */
export const commonForm = ({ workspace, at }: TaskRouterEvent, options: CallbackOptions): Form => ({
  AccountSid: workspace.accountSid,
  WorkspaceSid: workspace.sid,
  Timestamp: options.timestampFormat === 'iso' ? new Date(at).toISOString() : String(Math.floor(at / 1_000)),
});

/** Fields by their PascalCase names. */
export const toForm = (fields: EventFields): Form =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [toPascalCase(name), String(value)]));

const toPascalCase = (name: string): string =>
  name.replace(/(?:^|_)([a-z])/g, (_match, letter: string) => letter.toUpperCase());
