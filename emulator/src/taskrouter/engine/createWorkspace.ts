import { nonEmpty } from './limits';
import type { WorkspaceInput } from './operations';
import { emit } from './emit';
import { addActivity } from './resources/activities';
import { addTaskChannel } from './resources/taskChannels';
import { addTaskQueue } from './resources/taskQueues';
import { addWorkflow } from './resources/workflows';
import { createRouting } from './routing/pass';
import { createState, type EngineState, type WorkspaceState } from './state';

/** What a new workspace comes with; the first activity is its default and its timeout activity. */
const ACTIVITIES = [
  { friendlyName: 'Offline', available: false },
  { friendlyName: 'Available', available: true },
  { friendlyName: 'Unavailable', available: false },
];

/** The channels of a Flex workspace (Flex docs, "Core concepts: Routing"). */
const CHANNELS = [
  { uniqueName: 'default', friendlyName: 'Default' },
  { uniqueName: 'voice', friendlyName: 'Voice' },
  { uniqueName: 'chat', friendlyName: 'Programmable Chat' },
  { uniqueName: 'sms', friendlyName: 'SMS' },
  { uniqueName: 'video', friendlyName: 'Video' },
];

/** Creates a workspace with Twilio's default activities and task channels, and what its template adds. */
export function createWorkspace(engine: EngineState, input: WorkspaceInput): WorkspaceState {
  const now = engine.clock.now();
  const state = createState(engine, {
    sid: engine.random.sid('WS'),
    accountSid: engine.accountSid,
    friendlyName: nonEmpty('FriendlyName', input.friendlyName),
    defaultActivitySid: '',
    timeoutActivitySid: '',
    eventCallbackUrl: input.eventCallbackUrl ?? null,
    eventsFilter: input.eventsFilter ?? null,
    multiTaskEnabled: input.multiTaskEnabled ?? true,
    prioritizeQueueOrder: input.prioritizeQueueOrder ?? 'FIFO',
    dateCreated: now,
    dateUpdated: now,
  });
  state.requestRouting = createRouting(state);
  const [offline] = ACTIVITIES.map((activity) => addActivity(state, activity));
  const initial = offline?.sid ?? '';
  state.workspace = { ...state.workspace, defaultActivitySid: initial, timeoutActivitySid: initial };
  for (const channel of CHANNELS) addTaskChannel(state, channel);
  if (input.template === 'FIFO') addFifoTemplate(state);
  emit(state, { type: 'workspace.created' });
  return state;
}

function addFifoTemplate(state: WorkspaceState): void {
  const queue = addTaskQueue(state, { friendlyName: 'Sample Queue' });
  addWorkflow(state, {
    friendlyName: 'Default Fifo Workflow',
    configuration: JSON.stringify({ task_routing: { default_filter: { queue: queue.sid } } }),
  });
}
