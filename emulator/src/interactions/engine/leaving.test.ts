import { API } from '../../conversations';
import { openInteractions } from '../testing/openInteractions';
import { agentsIn } from './agents';
import { closeParticipant } from './closeParticipant';
import { createInvite } from './createInvite';

/** An interaction that one agent has accepted. */
async function openWithAgent() {
  const interactions = openInteractions();
  const { sid: workerSid } = interactions.centre.addWorker('alice', {}, 2);
  const interaction = interactions.open();
  await interactions.accept(interaction);
  const [agent] = agentsIn(interaction.channel);
  if (!agent) throw new Error('Nobody accepted');
  return { ...interactions, interaction, agent, workerSid };
}

describe('the last agent of a channel', () => {
  it('closes it when he leaves and says so', async () => {
    const { state, interaction, agent } = await openWithAgent();
    const { channel } = interaction;

    closeParticipant(state, channel, agent, 'closed', true);

    expect(channel.status).toBe('closed');
    expect(state.conversations.conversations.get(channel.conversationSid).state).toBe('closed');
  });

  it('leaves it open to the next one when he does not', async () => {
    const { state, interaction, agent, peopleIn } = await openWithAgent();

    closeParticipant(state, interaction.channel, agent, 'closed', false);

    expect(interaction.channel.status).toBe('active');
    expect(peopleIn(interaction)).toEqual(['jane']);
  });

  it('is told that he left, once', async () => {
    const { state, interaction, agent, told } = await openWithAgent();

    closeParticipant(state, interaction.channel, agent, 'closed', false);
    closeParticipant(state, interaction.channel, agent, 'closed', false);

    expect(told.map(({ type }) => type)).toEqual(['participant.added', 'participant.removed']);
  });
});

describe('an agent who has accepted twice', () => {
  it('stays in the conversation when he completes one of his tasks', async () => {
    const { centre, state, interaction, agent, workflowSid, accept, peopleIn } = await openWithAgent();
    const routing = { workspaceSid: centre.workspace.sid, workflowSid, attributes: {} };
    createInvite(state, interaction, routing, 'api');
    await accept(interaction);

    closeParticipant(state, interaction.channel, agent, 'closed', true);

    expect(peopleIn(interaction)).toEqual(['jane', 'alice']);
    expect(interaction.channel.status).toBe('active');
  });
});

describe('an interaction', () => {
  it('is forgotten with its conversation, and its task goes on without it', async () => {
    const { centre, state, interaction, agent } = await openWithAgent();
    state.conversations.conversations.remove(API, interaction.channel.conversationSid);

    expect([state.interactions.size, state.byTask.size]).toEqual([0, 0]);
    centre.workspace.tasks.update(agent.routing?.taskSid ?? '', { assignmentStatus: 'completed' });
    expect(centre.task(agent.routing?.taskSid ?? '').assignmentStatus).toBe('completed');
  });
});
