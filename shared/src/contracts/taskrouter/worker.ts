import * as z from 'zod/mini';
import { ActivitySid, WorkerSid } from '../sids';
import { Attributes } from './task';

/** An agent as TaskRouter knows it. */
export const Worker = z.object({
  sid: WorkerSid,
  friendlyName: z.string(),
  attributes: Attributes,
  activitySid: ActivitySid,
  activityName: z.string(),
  available: z.boolean(),
});
export type Worker = z.infer<typeof Worker>;
