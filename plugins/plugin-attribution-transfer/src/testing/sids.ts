export { queueSid, reservationSid, taskSid, workerSid, workflowSid } from '@patchbay/plugin-kit/testing';
