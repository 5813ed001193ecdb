export { fakeActions, type FakeActions } from './fakeActions';
export { fakeEndpoints, type Answer, type FakeEndpoints } from './fakeEndpoints';
export { renderInPaste } from './renderInPaste';
export { callSid, conferenceSid, queueSid, reservationSid, taskSid, workerSid, workflowSid } from './sids';
