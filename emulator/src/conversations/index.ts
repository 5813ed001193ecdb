export { createConversations, type Conversations } from './createConversations';
export { API } from './engine';
export type * from './engine';
