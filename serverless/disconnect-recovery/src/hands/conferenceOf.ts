import type { Call } from '../recovery/call';

/** How Twilio finds the call's conference: by SID, or by its name, which is the task's SID. */
export const conferenceOf = ({ conferenceSid, taskSid }: Call): string => conferenceSid ?? taskSid;
