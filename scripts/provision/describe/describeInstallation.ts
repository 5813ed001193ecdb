import { attributionWorkspace } from '../../../serverless/attribution-transfer/src/workspace';
import { recoveryWorkspace } from '../../../serverless/disconnect-recovery/src/workspace';
import type { Found, Resource } from '../resource';
import { describeDirectFilter } from './describeDirectFilter';
import { describeSink } from './describeSink';
import { describeWorkspace } from './describeWorkspace';
import type { Installation } from './installation';

export interface Description {
  readonly wanted: readonly Resource[];
  readonly problems: readonly string[];
}

/** Everything that shall be in the account, in an order in which it can be made. */
export function describeInstallation(
  { affiliations, recovery, entrances }: Installation,
  found: readonly Found[],
): Description {
  const filters = (recovery?.voiceWorkflows ?? []).map((workflow) =>
    describeDirectFilter(workflow, recovery?.everyoneQueue ?? '', found),
  );
  const everyone: Resource[] =
    recovery === undefined || filters.length === 0
      ? []
      : [{ kind: 'queue', name: recovery.everyoneQueue, settings: { targetWorkers: '1 == 1' } }];
  return {
    wanted: [
      ...(affiliations === undefined ? [] : describeWorkspace(attributionWorkspace(affiliations))),
      ...(recovery === undefined ? [] : describeWorkspace(recoveryWorkspace)),
      ...everyone,
      ...filters.flatMap((filter) => (typeof filter === 'string' ? [] : [filter])),
      ...entrances.flatMap(describeSink),
    ],
    problems: filters.filter((filter) => typeof filter === 'string'),
  };
}
