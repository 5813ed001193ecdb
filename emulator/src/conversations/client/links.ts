/** `aim.us1.twilio.com`, where Conversations clients ask (command-executor.js: `https://aim.{region}.twilio.com`). */
const ORIGIN = 'https://aim.us1.twilio.com';

export const AIM = `${ORIGIN}/Client/v2`;
export const TYPING_URL = `${ORIGIN}/Client/v1/typing`;

export const conversationUrl = (conversationSid: string): string => `${AIM}/Conversations/${conversationSid}`;

export const userUrl = (identity: string): string => `${AIM}/Users/${encodeURIComponent(identity)}`;
