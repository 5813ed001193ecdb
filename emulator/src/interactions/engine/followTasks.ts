import { joinAgent, leaveChannel } from './agents';
import type { Channel } from './model';
import type { InteractionState } from './state';
import { settleTransfer } from './transferChannel';

/**
 * Follows the tasks of channels: who accepts one joins its conversation, whichever way he accepted, and leaves it when
 * his reservation is completed. Returns the way to stop.
 */
export function followTasks(state: InteractionState): () => void {
  const forget = (channel: Channel): void => {
    state.interactions.delete(channel.interactionSid);
    for (const { taskSid } of channel.invites.values()) state.byTask.delete(taskSid);
  };

  /** Nobody can join a conversation that somebody closed past its channel; its task goes on. */
  const isOpen = (channel: Channel): boolean => {
    const conversation = state.conversations.conversations.find(channel.conversationSid);
    return channel.status !== 'closed' && conversation !== undefined && conversation.state !== 'closed';
  };

  const stop = [
    state.taskRouter.on((event) => {
      if (!('task' in event)) return;
      const channel = state.byTask.get(event.task.sid);
      if (!channel) return;
      if (event.type === 'reservation.accepted' && isOpen(channel)) {
        const { workspace, task, worker, reservation } = event;
        joinAgent(state, channel, {
          workspaceSid: workspace.sid,
          taskSid: task.sid,
          workerSid: worker.sid,
          reservationSid: reservation.sid,
        });
        settleTransfer(state, channel, task.sid, 'completed');
      } else if (event.type === 'reservation.completed') {
        for (const participant of channel.participants.values()) {
          if (participant.routing?.reservationSid === event.reservation.sid)
            leaveChannel(state, channel, participant);
        }
      } else if (event.type === 'task.canceled' || event.type === 'task.deleted') {
        settleTransfer(state, channel, event.task.sid, 'failed');
      }
    }),
    // An interaction lives as long as its conversation is kept.
    state.conversations.on((change) => {
      if (change.type !== 'onConversationRemoved') return;
      for (const { channel } of state.interactions.values()) {
        if (channel.conversationSid === change.conversation.sid) forget(channel);
      }
    }),
  ];
  return () => {
    for (const end of stop) end();
  };
}
