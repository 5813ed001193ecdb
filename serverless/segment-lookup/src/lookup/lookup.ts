import type { TaskSid } from '@patchbay/shared/contracts';
import * as z from 'zod/mini';

/** The report was executed; `known` has a 1 for each task that Insights knows, in the order of the question. */
export const ReportProgress = z.object({ step: z.literal('report'), uri: z.string(), known: z.string() });
export type ReportProgress = z.infer<typeof ReportProgress>;

/** How far a lookup has come, for whoever goes on with it. */
export const Progress = z.union([
  z.object({ step: z.literal('start') }),
  /** The External IDs are searched in the background. */
  z.object({ step: z.literal('elements'), uri: z.string() }),
  ReportProgress,
]);
export type Progress = z.infer<typeof Progress>;

/** Segment IDs by task; one that Insights doesn't know is not among them. */
export type Segments = ReadonlyMap<TaskSid, readonly string[]>;

export type Finding =
  | { readonly kind: 'found'; readonly segments: Segments }
  | { readonly kind: 'pending'; readonly progress: Progress };

/** Sorted, each once: the same question whoever asks it. */
export const questionOf = (taskSids: readonly TaskSid[]): readonly TaskSid[] => [...new Set(taskSids)].sort();

export const writeKnown = (question: readonly TaskSid[], known: ReadonlySet<string>): string =>
  question.map((taskSid) => (known.has(taskSid) ? '1' : '0')).join('');

export const readKnown = (question: readonly TaskSid[], known: string): readonly TaskSid[] =>
  question.filter((_taskSid, index) => known[index] === '1');
