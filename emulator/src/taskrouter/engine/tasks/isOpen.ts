import type { Task } from '../model';

/** Whether the task is not over: it still needs its queue and workflow. */
export const isOpen = ({ assignmentStatus }: Task): boolean =>
  assignmentStatus !== 'completed' && assignmentStatus !== 'canceled';
