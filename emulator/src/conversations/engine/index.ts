export { createConversationEngine, type ConversationEngine } from './createConversationEngine';
export { LIMITS } from './limits';
export { API } from './model';
export type * from './changes';
export type * from './model';
export type { ConversationInput } from './conversations';
export type { MessageInput } from './messages';
export type { ParticipantInput, ParticipantChangeInput } from './participants';
