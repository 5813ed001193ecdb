import { directToAgent } from '../../../serverless/disconnect-recovery/src/workspace';
import { toJson } from '../json';
import { referTo } from '../reference';
import { keyOf, type Found, type Resource } from '../resource';
import { defaultQueueOf } from '../workflow/directFilter';

/** The name of the filter on top of voice workflows. */
export const DIRECT_FILTER = directToAgent('', '').filter_friendly_name;

/** The filter on top of a workflow that exists already, or in words why it cannot be there. */
export function describeDirectFilter(
  workflow: string,
  everyoneQueue: string,
  found: readonly Found[],
): Resource | string {
  const existing = found.find(
    (candidate) => keyOf(candidate) === keyOf({ kind: 'workflow', name: workflow }),
  );
  if (existing === undefined) return `There is no workflow "${workflow}".`;
  const defaultQueue = defaultQueueOf(existing.settings['configuration'] ?? null);
  if (defaultQueue === undefined) {
    return `The workflow "${workflow}" has no default queue: callers whose agent does not come back would have nowhere to go.`;
  }
  return {
    kind: 'filter',
    name: workflow,
    settings: {
      workflow: existing.sid,
      position: 0,
      filter: toJson(directToAgent(referTo('queue', everyoneQueue), defaultQueue)),
    },
  };
}
