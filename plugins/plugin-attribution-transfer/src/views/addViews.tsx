import React from 'react';
import type * as Flex from '@twilio/flex-ui';
import { describeTask, type Directory, type Speech } from '@patchbay/plugin-kit';
import { TaskSid } from '@patchbay/shared/contracts';
import { readAttribution } from '../receive/attribution';
import type { Receiver } from '../receive/receiver';
import type { Sender } from '../send/sender';
import type { Service } from '../service';
import type { StringKey } from '../strings';
import { AttributionCard } from './AttributionCard';
import { OverseenTransfer } from './OverseenTransfer';
import { TransferPanel } from './TransferPanel';

interface Means {
  readonly sender: Sender;
  readonly receiver: Receiver;
  /** Where a supervisor's page asks; undefined while the plugin is switched off. */
  readonly overseen: () => Service | undefined;
  readonly directory: Directory;
  readonly say: Speech<StringKey>;
}

interface Props {
  readonly task?: Flex.ITask;
}

/** Puts the plugin's views beside the tasks they are about. */
export function addViews(flex: typeof Flex, { sender, receiver, overseen, directory, say }: Means): void {
  const Transferring = flex.withTaskContext(({ task }: Props) => {
    const shown = task && describeTask(task);
    if (task === undefined || shown === undefined) return null;
    const canTransfer = flex.TaskHelper.canTransfer(task);
    return <TransferPanel sid={shown.sid} {...{ canTransfer, sender, directory, say }} />;
  });
  const Attributing = flex.withTaskContext(({ task }: Props) => {
    const shown = task && describeTask(task);
    const attribution = readAttribution(shown?.attributes);
    if (shown === undefined || attribution === undefined) return null;
    return <AttributionCard sid={shown.sid} {...{ attribution, receiver, directory, say }} />;
  });
  const Overseeing = flex.withTaskContext(({ task }: Props) => {
    const taskSid = TaskSid.safeParse(task?.taskSid);
    if (task === undefined || !taskSid.success || !flex.TaskHelper.isCallTask(task)) return null;
    return <OverseenTransfer taskSid={taskSid.data} service={overseen} {...{ directory, say }} />;
  });

  // Above Flex's own content, so that it is seen on every tab of the task.
  const first = { sortOrder: -1 };
  flex.TaskCanvas.Content.add(<Transferring key="patchbay-transfer" />, first);
  flex.TaskCanvas.Content.add(<Attributing key="patchbay-attribution" />, first);
  flex.Supervisor.TaskOverviewCanvas.Content.add(<Overseeing key="patchbay-overseen-transfer" />, first);
}
