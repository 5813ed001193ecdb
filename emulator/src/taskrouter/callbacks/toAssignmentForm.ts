import type { ReservationEvent } from '../engine/events';
import { describeEvent, type EventFields } from './fields';
import type { CallbackOptions } from './options';
import { commonForm, toForm, type Form } from './toForm';

/** The fields of the assignment callback besides the common ones (docs: Handle Assignment Callbacks). */
const FIELDS = [
  'workflow_sid',
  'task_queue_sid',
  'worker_sid',
  'worker_name',
  'worker_attributes',
  'task_sid',
  'task_attributes',
  'task_age',
  'task_priority',
  'task_channel_sid',
  'task_channel_unique_name',
  'reservation_sid',
];

/** What TaskRouter asks the assignment callback about a new reservation. */
export const toAssignmentForm = (event: ReservationEvent, options: CallbackOptions): Form => ({
  ...commonForm(event, options),
  ...toForm(pick(describeEvent(event))),
});

const pick = (fields: EventFields): EventFields =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => FIELDS.includes(name)));
