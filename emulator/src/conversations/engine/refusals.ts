import { TwilioError } from '../../kernel/twilioError';

/** 409 / 50353: another conversation has this unique name. */
export const uniqueNameTaken = (): TwilioError =>
  new TwilioError(409, 50353, 'Conversation with provided unique name already exists');

/** 409 / 50433: this identity is in the conversation already. */
export const alreadyIn = (): TwilioError => new TwilioError(409, 50433, 'Participant already exists');

/** 409 / 50416: this address already talks to this proxy address in a conversation that is not closed. */
export const bindingTaken = (conversationSid: string): TwilioError =>
  new TwilioError(
    409,
    50416,
    `A binding for this participant and proxy address already exists in Conversation ${conversationSid}`,
  );

/** 403 / 50430: the SDK's user is not in the conversation. */
export const notAMember = (): TwilioError =>
  new TwilioError(403, 50430, 'Participant is not a member of conversation');

/** A closed conversation can't be changed (error 50377); the status is not documented. */
export const closed = (conversationSid: string): TwilioError =>
  new TwilioError(400, 50377, `Can't update conversation ${conversationSid} as it's in final closed state`);

/** None begins as closed (error 50384); the status is not documented. */
export const bornClosed = (): TwilioError => new TwilioError(400, 50384, "Initial state can't be 'closed'");
