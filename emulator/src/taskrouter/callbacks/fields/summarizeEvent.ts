import type { TaskRouterEvent } from '../../engine/events';
import { resourceOf } from './resourceOf';

/** `EventDescription`: a sentence for people; its exact words aren't documented. */
export function summarizeEvent(event: TaskRouterEvent): string {
  if (event.type === 'worker.activity.update') {
    return `Worker ${event.worker.friendlyName} updated to ${event.worker.activityName} Activity`;
  }
  const { type, sid } = resourceOf(event);
  const [object = '', ...happened] = event.type.split('.');
  const about = object.replace('-', '') === type ? '' : `${object.replace('-', ' ')} `;
  return `${type.charAt(0).toUpperCase()}${type.slice(1)} ${sid} ${about}${happened.join(' ')}`;
}
