import * as z from 'zod/mini';
import { defineContract } from '../contract';
import { SUCCESS } from './values';

/** A flag of Twilio's conference callbacks: text, not a boolean. */
const Flag = z.enum(['true', 'false']);

/**
 * Twilio's conference status callback (Twilio: Conference TwiML, statusCallback). Only what we read; every other field
 * passes. Conferences that are not a task's come here too, so nothing is refused for its name.
 */
export const conferenceStatusHandlerContract = defineContract({
  name: 'conference-status-handler',
  method: 'POST',
  summary: "Twilio's conference status callback, set by the agent's page for end, join, leave and modify.",
  access: { kind: 'twilio-signature' },
  request: z.looseObject({
    ConferenceSid: z.string(),
    /** Of a Flex call: the task's SID. */
    FriendlyName: z.string(),
    StatusCallbackEvent: z.string(),
    /** RFC 2822, whole seconds. */
    Timestamp: z.optional(z.string()),
    CallSid: z.optional(z.string()),
    Hold: z.optional(Flag),
    EndConferenceOnExit: z.optional(Flag),
    ReasonParticipantLeft: z.optional(z.string()),
    ReasonConferenceEnded: z.optional(z.string()),
    CallSidEndingConference: z.optional(z.string()),
    /** Where the callback went before ours was set; it gets a copy if FORWARD_CALLBACK_HOSTS allows its host. */
    forwardTo: z.optional(z.string()),
  }),
  response: z.object(SUCCESS),
  successes: { 200: 'Handled, or of no interest.' },
  failures: ['in_flight'],
  statusInBody: true,
  idempotent: true,
});
