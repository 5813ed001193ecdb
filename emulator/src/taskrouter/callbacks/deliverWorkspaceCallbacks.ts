import type { KernelContext } from '../../kernel/context';
import type { TaskRouterEngine } from '../engine/engine';
import { askForAssignments } from './askForAssignments';
import { deliverEvents } from './deliverEvents';
import type { CallbackOptions } from './options';

/** Connects the engine to the URLs its workspaces and workflows name. Returns the way to disconnect it. */
export function deliverWorkspaceCallbacks(
  context: KernelContext,
  engine: TaskRouterEngine,
  options: CallbackOptions = {},
): () => void {
  const ends = [
    engine.on(askForAssignments(context, engine, options)),
    engine.on(deliverEvents(context, options)),
  ];
  return () => {
    for (const end of ends) end();
  };
}
