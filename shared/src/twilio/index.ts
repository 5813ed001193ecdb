export { AttributesTooLarge, AttributesUnreadable, readAttributes } from './attributes';
export { mapTwilioError } from './mapTwilioError';
export { listAll } from './listAll';
export { readRetryAfter } from './readRetryAfter';
export { requestTwilio } from './requestTwilio';
export type { TwilioAnswer, TwilioCall, TwilioRequester } from './requestTwilio';
export { withRetry } from './retry';
export type { RetryRules, Sleep } from './retry';
export { taskRouterPort } from './taskRouter';
export type {
  AttributesUpdate,
  ChangeAttributes,
  NewTask,
  TaskEnd,
  TaskRouterPort,
  TaskSnapshot,
} from './taskRouterPort';
export { sleepReally, twilioApi } from './twilioApi';
export type { TwilioApi, TwilioApiOptions } from './twilioApi';
export { twilioClient } from './twilioClient';
export type { TwilioAccount, TwilioClientOptions } from './twilioClient';
export { UpstreamError } from './upstreamError';
export type { Effect, Outcome, UpstreamReason } from './upstreamError';
export { voicePort } from './voice';
export type { ParticipantChange, ParticipantSnapshot, VoicePort } from './voicePort';
export { workersPort } from './workers';
export type { WorkerSnapshot, WorkersPort } from './workersPort';
