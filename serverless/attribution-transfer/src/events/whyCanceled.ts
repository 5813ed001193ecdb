/** Texts as TaskRouter writes them ("Task TTL Exceeded", "Task canceled on Workflow timeout"); others were written by hand. */
export const whyCanceled = (reason: string | null | undefined): 'timed_out' | 'removed' =>
  /timeout|TTL/i.test(reason ?? '') ? 'timed_out' : 'removed';
