import type { TaskSid } from '@patchbay/shared/contracts';
import { isOpen, type Attempt } from './attempt';

/** What has to be done in TaskRouter. Each can be carried out any number of times. */
export type Command =
  /** The original task names its real target. */
  | { readonly kind: 'place_marker' }
  | { readonly kind: 'clear_marker' }
  | { readonly kind: 'close_task'; readonly taskSid: TaskSid; readonly reason: string }
  /** The attempt ended while nobody knew whether its task exists. */
  | { readonly kind: 'close_lost_task'; readonly reason: string };

/**
 * What a state asks for. Derived from the record, not from the step that led there: a command that a crash swallowed is
 * carried out when the attempt is touched again.
 */
export function obligations(attempt: Attempt): readonly Command[] {
  if (isOpen(attempt)) {
    return attempt.receiver === undefined ? [] : [{ kind: 'place_marker' }];
  }
  if (attempt.settled) return [];
  const reason = closingReason(attempt);
  const commands: Command[] = [];
  if (attempt.receiver !== undefined) commands.push({ kind: 'clear_marker' });
  if (attempt.attributionTaskSid !== undefined) {
    commands.push({ kind: 'close_task', taskSid: attempt.attributionTaskSid, reason });
  } else if (attempt.endReason !== CREATE_FAILED) {
    commands.push({ kind: 'close_lost_task', reason });
  }
  return commands;
}

/** The end reason of an attempt whose create is known not to have happened. */
export const CREATE_FAILED = 'not_created';

/** What B reads as the reason why the attribution task is gone. */
const closingReason = (attempt: Attempt): string => `Attribution ended: ${attempt.state}`;
