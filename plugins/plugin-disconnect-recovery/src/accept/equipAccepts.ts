import type * as Flex from '@twilio/flex-ui';
import { equipCall, type ConferenceOptions } from './equipCall';

type Flexes = Pick<typeof Flex, 'Actions' | 'TaskHelper'>;

/** Has every call that is accepted stay when its agent drops. Not before the plugin is on, and not after. */
export function equipAccepts({ Actions, TaskHelper }: Flexes, url: () => string | undefined): void {
  // Flex fills the options in before it asks the listeners (Flex UI 2.17, WorkerActions.updateAcceptTaskPayload).
  Actions.addListener('beforeAcceptTask', (payload: unknown) => {
    const current = url();
    if (current === undefined || !isOfCall(payload, TaskHelper)) return;
    payload.conferenceOptions ??= {};
    equipCall(payload.conferenceOptions, current);
  });
}

const isOfCall = (
  payload: unknown,
  { isCallTask }: Pick<typeof Flex.TaskHelper, 'isCallTask'>,
): payload is { task: Flex.ITask; conferenceOptions?: ConferenceOptions } =>
  typeof payload === 'object' &&
  payload !== null &&
  'task' in payload &&
  isCallTask(payload.task as Flex.ITask);
