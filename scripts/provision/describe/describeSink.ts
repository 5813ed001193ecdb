import { createHash } from 'node:crypto';
import { referTo } from '../reference';
import type { Resource } from '../resource';

/** Where a service takes TaskRouter's events. */
export interface EventEntrance {
  readonly service: string;
  /** Host name of the deployed service. */
  readonly domain: string;
  /** `user:password`. */
  readonly login: string;
  readonly path: string;
  readonly types: readonly string[];
}

/** What the sinks of a service are called begins with this. */
export const sinkPrefix = (service: string): string => `Patchbay ${service}: `;

/** Whether a description is of a sink, or of its subscription, as this command makes them. */
export const isOurSink = (description: string): boolean =>
  /^Patchbay [\w-]+: \S+ [\da-f]{6}$/.test(description);

/**
 * A service's sink and its subscription. A sink cannot be changed, so its address and, as a few digits, its login are part
 * of its name: another address is another sink.
 */
export function describeSink({ service, domain, login, path, types }: EventEntrance): readonly Resource[] {
  const destination = `https://${login}@${domain}${path}`;
  const digits = createHash('sha256').update(destination).digest('hex').slice(0, 6);
  const name = `${sinkPrefix(service)}${domain}${path} ${digits}`;
  return [
    { kind: 'sink', name, settings: {}, secret: destination },
    {
      kind: 'subscription',
      name,
      settings: {
        sink: referTo('sink', name),
        types: types.map((type) => `com.twilio.taskrouter.${type}`),
      },
    },
  ];
}
