import React from 'react';
import type * as Flex from '@twilio/flex-ui';
import type { LiveSettings } from '@patchbay/plugin-kit';
import { TaskSid } from '@patchbay/shared/contracts';
import { onTabOpened, TAB, type Canvas } from '../flex/onTabOpened';
import type { Settings } from '../settings';
import { LookupPanel } from './LookupPanel';
import { TaskSegments, type TaskSegmentsProps } from './TaskSegments';
import type { ViewMeans } from './views';
import { WhileOn } from './WhileOn';

interface Means extends ViewMeans {
  readonly settings: LiveSettings<Settings>;
}

interface Props {
  readonly task?: Flex.ITask;
}

/** Puts the lookup where Flex has room for it: Panel 2 while no task is selected, and a tab of each task. Returns the way back. */
export function addViews(flex: typeof Flex, { settings, ...means }: Means): () => void {
  const isOn = () => settings.current() !== undefined;
  const Panel = flex.withTaskContext(({ task }: Props) =>
    task === undefined ? (
      <WhileOn settings={settings}>
        <LookupPanel {...means} />
      </WhileOn>
    ) : null,
  );
  // Drawn each time, so that it follows the language.
  const TabLabel = () => <>{means.say('PatchbaySegmentsTab')}</>;

  const tabOf = (place: TaskSegmentsProps['place'], canvas: Canvas) => {
    const onOpened = (listener: () => void) => onTabOpened(flex.Actions, canvas, listener);
    const Segments = flex.withTaskContext(({ task }: Props) => {
      const taskSid = TaskSid.safeParse(task?.taskSid);
      if (!taskSid.success) return null;
      return (
        <WhileOn settings={settings}>
          <TaskSegments {...means} {...{ place, onOpened }} taskSid={taskSid.data} />
        </WhileOn>
      );
    });
    return (
      <flex.Tab key={TAB} uniqueName={TAB} label={<TabLabel />} data-testid={TAB}>
        <Segments />
      </flex.Tab>
    );
  };

  const tab = { sortOrder: 100, if: isOn };
  const removals = [
    flex.AgentDesktopView.Panel2.Content.add(<Panel key="patchbay-segment-lookup" />, { sortOrder: -1 }),
    flex.TaskCanvasTabs.Content.add(tabOf('task', 'AgentTaskCanvasTabs'), tab),
    flex.Supervisor.TaskCanvasTabs.Content.add(tabOf('supervised', 'SupervisorCanvasTabs'), tab),
  ];
  return () => {
    removals.forEach((remove) => {
      remove();
    });
  };
}
