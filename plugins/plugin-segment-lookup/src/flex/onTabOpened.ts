import type { Actions } from '@twilio/flex-ui';
import * as z from 'zod/mini';

/** The tab's unique name in Flex. */
export const TAB = 'patchbay-segments';

/** The names under which Flex keeps which tab of a task is open: of the agent's task, and of the one in the Teams view. */
export type Canvas = 'AgentTaskCanvasTabs' | 'SupervisorCanvasTabs';

const Opened = z.object({ name: z.string(), state: z.object({ selectedTabName: z.literal(TAB) }) });

/**
 * Tells when somebody presses our tab, also when it is open already. Flex keeps tabs mounted that nobody looks at, so that
 * nothing is to be asked when one is drawn. Returns the way to stop.
 */
export function onTabOpened(
  actions: Pick<typeof Actions, 'addListener' | 'removeListener'>,
  canvas: Canvas,
  listener: () => void,
): () => void {
  const look = (payload: unknown): void => {
    const opened = Opened.safeParse(payload);
    if (opened.success && opened.data.name === canvas) listener();
  };
  actions.addListener('afterSetComponentState', look);
  return () => {
    actions.removeListener('afterSetComponentState', look);
  };
}
