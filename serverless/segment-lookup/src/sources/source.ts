import type { FlexUser } from '@patchbay/shared';
import type { TaskSid } from '@patchbay/shared/contracts';
import type { Finding, Progress } from '../lookup/lookup';

export interface Question {
  /** Sorted, each once. */
  readonly taskSids: readonly TaskSid[];
  readonly caller: FlexUser;
  /** Where an earlier request left off. */
  readonly progress: Progress;
}

/** Who knows segments: Flex Insights' reports or Flex's API. Throws what the caller is to be answered. */
export interface SegmentSource {
  /** Why several tasks can't be asked for at once; undefined when they can. */
  readonly batchProblem: string | undefined;
  find(question: Question): Promise<Finding>;
}
