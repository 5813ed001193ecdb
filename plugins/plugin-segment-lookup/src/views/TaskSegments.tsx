import React, { useEffect } from 'react';
import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import { useMachine } from '@patchbay/plugin-kit';
import type { TaskSid } from '@patchbay/shared/contracts';
import type { Place } from '../lookup/createLookups';
import { LookupOutcome } from './LookupOutcome';
import type { ViewMeans } from './views';

export interface TaskSegmentsProps extends ViewMeans {
  readonly taskSid: TaskSid;
  readonly place: Exclude<Place, 'panel'>;
  /** Told when somebody opens the tab this is in; returns the way to stop. */
  readonly onOpened: (listener: () => void) => () => void;
}

/** The segments of a task, looked up when its tab is opened. */
export function TaskSegments({ lookups, say, now, copy, taskSid, place, onOpened }: TaskSegmentsProps) {
  const known = useMachine(lookups, place);
  // That of another task, which was shown here before, is none.
  const lookup = known?.stage === 'idle' || known?.taskSid !== taskSid ? undefined : known;
  const callOff = (): void => {
    lookups.dispatch(place, { type: 'called_off' });
  };
  const lookUp = (): void => {
    lookups.dispatch(place, { type: 'submitted', taskSid, now: now() });
  };
  useEffect(() => {
    const stop = onOpened(lookUp);
    return () => {
      stop();
      callOff();
    };
  }, [lookups, onOpened, place, taskSid]);
  return (
    <Box
      data-testid="patchbay-task-segments"
      display="flex"
      flexDirection="column"
      rowGap="space40"
      padding="space50"
      width="100%"
    >
      <LookupOutcome {...{ lookup, say, copy }} onCancel={callOff} onAgain={lookUp} />
      {lookup === undefined && (
        <Box>
          <Button variant="secondary" size="small" onClick={lookUp}>
            {say('PatchbaySegmentsLookUp')}
          </Button>
        </Box>
      )}
    </Box>
  );
}
