/** The schema of every TaskRouter event. */
export const TASKROUTER_SCHEMA = 'TaskRouter.WDSEvent';
const TEST_SCHEMA = 'EventStreams.TestSinkEvent';
export const TEST_EVENT_TYPE = 'com.twilio.eventstreams.test-event';

const TASKROUTER_EVENTS: Readonly<Record<string, readonly string[]>> = {
  task: [
    'created',
    'updated',
    'canceled',
    'completed',
    'deleted',
    'system-deleted',
    'wrapup',
    'transfer-initiated',
    'transfer-completed',
    'transfer-failed',
    'transfer-canceled',
    'transfer-attempt-failed',
  ],
  reservation: [
    'created',
    'accepted',
    'rejected',
    'timeout',
    'canceled',
    'rescinded',
    'completed',
    'failed',
    'wrapup',
  ],
  worker: [
    'created',
    'deleted',
    'activity.update',
    'attributes.update',
    'capacity.update',
    'channel.availability.update',
  ],
  'task-queue': ['created', 'deleted', 'entered', 'moved', 'timeout', 'expression-updated'],
  workflow: ['entered', 'rejected', 'skipped', 'target-matched', 'timeout'],
};

export interface EventType {
  readonly type: string;
  readonly schemaId: string;
  readonly description: string;
}

/** The event types that can be subscribed to here: TaskRouter's (no activity, channel or workspace events) and the test event. */
export const EVENT_TYPES: ReadonlyMap<string, EventType> = new Map(
  [
    ...Object.entries(TASKROUTER_EVENTS).flatMap(([object, events]) =>
      events.map((event) => ({
        type: `com.twilio.taskrouter.${object}.${event}`,
        schemaId: TASKROUTER_SCHEMA,
        description: `TaskRouter ${object} ${event}`,
      })),
    ),
    { type: TEST_EVENT_TYPE, schemaId: TEST_SCHEMA, description: 'Event Streams test event' },
  ].map((type) => [type.type, type]),
);

/** The newest version of each schema; every version from 1 on may be asked for. */
export const LATEST_SCHEMA_VERSIONS: ReadonlyMap<string, number> = new Map([
  [TASKROUTER_SCHEMA, 4],
  [TEST_SCHEMA, 1],
]);

/** The newest schema version of an event type of the catalogue, 1 for any other. */
export const latestVersionOf = (type: string): number =>
  LATEST_SCHEMA_VERSIONS.get(EVENT_TYPES.get(type)?.schemaId ?? '') ?? 1;
