import { InvalidInput } from '../../kernel/jsonFields';
import type { TaskRouterEngine, Workflow } from '../../taskrouter/engine';

/** A workflow by its SID or friendly name, in any workspace; the only one there is when none is named. */
export function findWorkflow(engine: TaskRouterEngine, named: string | undefined): Workflow {
  const all = engine.workspaces.list().flatMap(({ sid }) => engine.workspace(sid).workflows.list());
  const found = all.filter(
    ({ sid, friendlyName }) => named === undefined || sid === named || friendlyName === named,
  );
  const [only, ...others] = found;
  if (only && others.length === 0) return only;
  const names = all.map(({ friendlyName }) => `"${friendlyName}"`).join(', ') || 'none';
  throw new InvalidInput(
    named === undefined
      ? `workflow is required; there are ${names}`
      : `${only ? 'more than one' : 'no'} workflow is called "${named}"; there are ${names}`,
  );
}
