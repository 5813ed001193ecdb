import { TaskSid } from '@patchbay/shared/contracts';

/** What somebody typed or pasted as a task's SID, in whatever case and with spaces around it; undefined for anything else. */
export function readTaskSid(text: string): TaskSid | undefined {
  const typed = text.trim();
  const parsed = TaskSid.safeParse(`${typed.slice(0, 2).toUpperCase()}${typed.slice(2).toLowerCase()}`);
  return parsed.success ? parsed.data : undefined;
}
