import type { TaskSid } from '@patchbay/shared/contracts';
import type { Report } from './readReport';

/** Segment IDs by task in report order, none twice: segments are restated. A task without any has an empty list. */
export function segmentsByTask(
  { rows, hasExternalIds }: Report,
  taskSids: readonly TaskSid[],
): ReadonlyMap<TaskSid, readonly string[]> {
  const found = new Map(taskSids.map((taskSid) => [taskSid, new Set<string>()]));
  const byText = new Map<string | undefined, Set<string>>(found);
  const [only, ...others] = found.values();
  for (const { segmentId, externalId } of rows) {
    // A report without External IDs was filtered for its one task.
    const segments = hasExternalIds ? byText.get(externalId) : others.length === 0 ? only : undefined;
    segments?.add(segmentId);
  }
  return new Map([...found].map(([taskSid, segments]) => [taskSid, [...segments]]));
}
