import { handleEvents, implement, ok } from '@patchbay/shared';
import { attributionTaskEventsContract } from '@patchbay/shared/contracts';
import { handleEvent } from '../events/handleEvent';
import type { AttributionPorts } from '../ports';

/** POST /attribution-task-events, from Event Streams. */
export const attributionTaskEvents = implement<
  AttributionPorts,
  typeof attributionTaskEventsContract.request,
  typeof attributionTaskEventsContract.response
>(attributionTaskEventsContract, async ({ events }, ports) => {
  const counts = await handleEvents(ports.log, events, (event) => handleEvent(ports, event));
  return ok({ success: true as const, ...counts });
});
