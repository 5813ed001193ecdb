import { TaskSid } from '@patchbay/shared/contracts';
import * as z from 'zod/mini';
import { ReportProgress, type Segments } from './lookup';

/**
 * What instances know of a question that one of them is asking; the record's expiry ends each state.
 *
 *   starting   an instance is at it, and nobody else can help yet
 *   running    the report is being computed: everybody may wait for it at Insights
 *   done       the answer, until when in ms since 1970
 */
export const LookupRecord = z.union([
  z.object({ state: z.literal('starting') }),
  z.object({ state: z.literal('running'), progress: ReportProgress }),
  z.object({
    state: z.literal('done'),
    until: z.number(),
    tasks: z.array(z.object({ taskSid: TaskSid, segments: z.array(z.string()) })),
  }),
]);
export type LookupRecord = z.infer<typeof LookupRecord>;
export type DoneLookup = Extract<LookupRecord, { state: 'done' }>;

/** Longer than a function lives. */
export const STARTING_MS = 12_000;
/** Who asks later gets a report of his own: this one would be about what Insights knew then. */
export const RUNNING_MS = 120_000;
/** For those who asked at the same time: what is incomplete now may be complete soon. */
const INCOMPLETE_MS = 2_000;

export const doneLookup = (segments: Segments, until: number): DoneLookup => ({
  state: 'done',
  until,
  tasks: [...segments].map(([taskSid, ids]) => ({ taskSid, segments: [...ids] })),
});

export const segmentsOf = ({ tasks }: DoneLookup): Segments =>
  new Map(tasks.map(({ taskSid, segments }) => [taskSid, segments]));

/** Whether every task that was asked for has segments. An answer that isn't complete is worth a moment only. */
export const isComplete = (segments: Segments, tasks: number): boolean =>
  segments.size === tasks && [...segments.values()].every((ids) => ids.length > 0);

/** Ms for which an answer is given to others, where a complete one is given for `resultMs`. */
export const keepFor = (segments: Segments, tasks: number, resultMs: number): number =>
  isComplete(segments, tasks) ? resultMs : Math.min(resultMs, INCOMPLETE_MS);
