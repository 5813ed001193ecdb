import type { TaskSid, WorkerSid } from './sids';

declare const use: (...values: unknown[]) => void;

// Compiled, never run: a brand keeps one resource's SID out of another's place.
export const keepApart = (task: TaskSid, worker: WorkerSid): void => {
  const text: string = task;
  // @ts-expect-error a worker is not a task
  const wrong: TaskSid = worker;
  // @ts-expect-error any text is not a SID
  const unchecked: TaskSid = text;
  use(wrong, unchecked);
};
