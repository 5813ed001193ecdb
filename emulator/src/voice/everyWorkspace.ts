import type { WorkspaceEngine } from '../taskrouter/engine/operations';
import type { VoiceState } from './state';

/** All there are: calls name tasks, workers and workflows without saying whose they are. */
export const everyWorkspace = ({ taskRouter }: VoiceState): readonly WorkspaceEngine[] =>
  taskRouter.workspaces.list().map(({ sid }) => taskRouter.workspace(sid));
