import { createConversationEngine } from '../../conversations/engine';
import { seededRandom } from '../../kernel/random';
import { createContactCentre, type ContactCentre } from '../../taskrouter/engine/testing/createContactCentre';
import { createInteraction } from '../engine/createInteraction';
import { followTasks } from '../engine/followTasks';
import type { Interaction } from '../engine/model';
import type { InteractionChange, InteractionState } from '../engine/state';

/** Interactions on a small contact centre whose only queue is for everyone, for the engine's tests. */
export interface InteractionCentre {
  readonly centre: ContactCentre;
  readonly state: InteractionState;
  readonly workflowSid: string;
  readonly told: InteractionChange[];
  /** One with a customer, routed. */
  readonly open: () => Interaction;
  /** Lets TaskRouter offer the newest invite's task, and its worker accept. */
  readonly accept: (interaction: Interaction) => Promise<void>;
  /** Identities in the conversation. */
  readonly peopleIn: (interaction: Interaction) => readonly (string | null)[];
}

export function openInteractions(): InteractionCentre {
  const centre = createContactCentre();
  const { clock, engine, workspace } = centre;
  const queue = centre.addQueue({ targetWorkers: '1==1' });
  const { sid: workflowSid } = centre.addWorkflow({ default_filter: { queue: queue.sid } });
  const told: InteractionChange[] = [];
  const state: InteractionState = {
    clock,
    random: seededRandom(2),
    taskRouter: engine,
    conversations: createConversationEngine({ clock, random: seededRandom(3) }),
    identityOf: (_workspaceSid, workerSid) => workspace.workers.get(workerSid).friendlyName,
    interactions: new Map(),
    byTask: new Map(),
    tell: (change) => told.push(change),
  };
  followTasks(state);

  return {
    centre,
    state,
    workflowSid,
    told,
    open: () =>
      createInteraction(state, {
        channel: { type: 'web', initiatedBy: 'customer', customers: [{ identity: 'jane' }] },
        routing: { workspaceSid: workspace.sid, workflowSid, attributes: {} },
      }),
    async accept({ channel }) {
      await centre.pass();
      centre.accept([...channel.invites.values()].at(-1)?.taskSid ?? '');
    },
    peopleIn: ({ channel }) =>
      state.conversations.participants.list(channel.conversationSid).map(({ identity }) => identity),
  };
}
