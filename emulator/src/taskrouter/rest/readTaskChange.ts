import { given } from '../../kernel/given';
import { formOf } from '../../kernel/parameters';
import type { TwilioRequest } from '../../kernel/route';
import type { TaskChange } from '../engine/operations';
import { versionIfMatch } from './entityTag';

/** What an update of a task asks for, by REST or over the event bridge. Throws 400/20001 or 412/20412. */
export function readTaskChange(request: TwilioRequest): TaskChange {
  const form = formOf(request);
  return given({
    attributes: form.text('Attributes'),
    assignmentStatus: form.text('AssignmentStatus'),
    reason: form.text('Reason'),
    priority: form.integer('Priority'),
    virtualStartTime: form.instant('VirtualStartTime'),
    ifVersion: versionIfMatch(request),
  });
}
