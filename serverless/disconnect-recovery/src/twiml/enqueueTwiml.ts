import type { Attributes, WorkflowSid } from '@patchbay/shared/contracts';

const PRIORITY = 1_000;

/** TwiML that enqueues a call; `action` is asked what to do when it leaves the queue. */
export const enqueueTwiml = (workflowSid: WorkflowSid, attributes: Attributes, action: string): string =>
  `<Response><Enqueue workflowSid="${workflowSid}" action="${escape(action)}" method="POST">` +
  `<Task priority="${PRIORITY}">${escape(JSON.stringify(attributes))}</Task></Enqueue></Response>`;

/** The queue would not take the call: a moment later it may. */
export const enqueueAgainTwiml = (action: string): string =>
  `<Response><Pause length="3"/><Redirect method="POST">${escape(action)}</Redirect></Response>`;

/** The call has been to an agent and is over. */
export const HANG_UP = '<Response><Hangup/></Response>';

const escape = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
