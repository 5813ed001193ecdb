import * as z from 'zod/mini';

const sid = (prefix: string) =>
  z
    .string()
    .check(z.regex(new RegExp(`^${prefix}[0-9a-f]{32}$`), `must be ${prefix} followed by 32 hex digits`));

// Twilio names every resource by two letters and 32 hex digits. A brand keeps a worker's SID out of a task's place.
export const AccountSid = sid('AC').brand<'AccountSid'>();
export type AccountSid = z.infer<typeof AccountSid>;
export const WorkspaceSid = sid('WS').brand<'WorkspaceSid'>();
export type WorkspaceSid = z.infer<typeof WorkspaceSid>;
export const TaskSid = sid('WT').brand<'TaskSid'>();
export type TaskSid = z.infer<typeof TaskSid>;
export const ReservationSid = sid('WR').brand<'ReservationSid'>();
export type ReservationSid = z.infer<typeof ReservationSid>;
export const WorkerSid = sid('WK').brand<'WorkerSid'>();
export type WorkerSid = z.infer<typeof WorkerSid>;
export const TaskQueueSid = sid('WQ').brand<'TaskQueueSid'>();
export type TaskQueueSid = z.infer<typeof TaskQueueSid>;
export const WorkflowSid = sid('WW').brand<'WorkflowSid'>();
export type WorkflowSid = z.infer<typeof WorkflowSid>;
export const ActivitySid = sid('WA').brand<'ActivitySid'>();
export type ActivitySid = z.infer<typeof ActivitySid>;
export const TaskChannelSid = sid('TC').brand<'TaskChannelSid'>();
export type TaskChannelSid = z.infer<typeof TaskChannelSid>;
export const SyncServiceSid = sid('IS').brand<'SyncServiceSid'>();
export type SyncServiceSid = z.infer<typeof SyncServiceSid>;
export const TransferSid = sid('TT').brand<'TransferSid'>();
export type TransferSid = z.infer<typeof TransferSid>;
export const CallSid = sid('CA').brand<'CallSid'>();
export type CallSid = z.infer<typeof CallSid>;
export const ConferenceSid = sid('CF').brand<'ConferenceSid'>();
export type ConferenceSid = z.infer<typeof ConferenceSid>;
