/** The Sync objects a conversation is read from; `@twilio/conversations` expects these two names itself. */
export const conversationDocument = (conversationSid: string): string => `${conversationSid}.channel`;
export const rosterMap = (conversationSid: string): string => `${conversationSid}.roster`;
export const messageList = (conversationSid: string): string => `${conversationSid}.messages`;

/** What a user is, and which conversations the user is in. */
export const userInfoMap = (userSid: string): string => `${userSid}.info`;
export const userConversationsMap = (userSid: string): string => `${userSid}.conversations`;
