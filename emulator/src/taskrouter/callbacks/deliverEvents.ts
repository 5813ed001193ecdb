import type { KernelContext } from '../../kernel/context';
import type { TaskRouterEvent, TaskRouterListener } from '../engine/events';
import type { Workspace } from '../engine/model';
import { EVENT_TIMEOUT_MS, type CallbackOptions } from './options';
import { toEventForm } from './toForm';

/**
 * Posts events to their workspace's EventCallbackUrl, each at most once: an answer other than 2xx, or none, loses the
 * event (docs: Event Streams FAQ). Only the connection retries of the URL's fragment can make duplicates.
 */
export function deliverEvents(context: KernelContext, options: CallbackOptions): TaskRouterListener {
  return (event: TaskRouterEvent) => {
    const url = event.workspace.eventCallbackUrl;
    if (url === null || url === '' || !passesFilter(event.workspace, event.type)) return;
    void context.webhooks.send({
      url,
      method: 'POST',
      form: toEventForm(event, options),
      kind: 'taskrouter-event',
      timeoutMs: EVENT_TIMEOUT_MS,
    });
  };
}

/** Whether the workspace's `EventsFilter` lets a type through; without one, all types. */
function passesFilter({ eventsFilter }: Workspace, type: string): boolean {
  if (eventsFilter === null || eventsFilter.trim() === '') return true;
  return eventsFilter.split(',').some((entry) => entry.trim() === type);
}
