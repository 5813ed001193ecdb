import React, { useEffect } from 'react';
import { Box } from '@twilio-paste/core/box';
import { Heading } from '@twilio-paste/core/heading';
import { useUID } from '@twilio-paste/core/uid-library';
import { useMachine } from '@patchbay/plugin-kit';
import type { TaskSid } from '@patchbay/shared/contracts';
import { LookupOutcome } from './LookupOutcome';
import { TaskSidForm } from './TaskSidForm';
import type { ViewMeans } from './views';

const PLACE = 'panel';

/** Looks segments up by a Task SID that somebody enters. What was found stays for the next time it is shown. */
export function LookupPanel({ lookups, say, now, copy }: ViewMeans) {
  const lookup = useMachine(lookups, PLACE);
  const headingId = useUID();
  const taskSid = lookup === undefined || lookup.stage === 'idle' ? undefined : lookup.taskSid;
  const callOff = (): void => {
    lookups.dispatch(PLACE, { type: 'called_off' });
  };
  const lookUp = (sid: TaskSid): void => {
    lookups.dispatch(PLACE, { type: 'submitted', taskSid: sid, now: now() });
  };
  useEffect(() => callOff, [lookups]);
  return (
    <Box
      as="section"
      aria-labelledby={headingId}
      data-testid="patchbay-segment-lookup"
      display="flex"
      flexDirection="column"
      rowGap="space40"
      padding="space60"
      flexShrink={0}
      maxHeight="100%"
      overflowY="auto"
      backgroundColor="colorBackgroundBody"
      borderStyle="solid"
      borderWidth="borderWidth0"
      borderBottomWidth="borderWidth10"
      borderColor="colorBorderWeaker"
    >
      <Heading as="h2" variant="heading30" marginBottom="space0" id={headingId}>
        {say('PatchbaySegmentsTitle')}
      </Heading>
      <TaskSidForm initial={taskSid ?? ''} onSubmit={lookUp} say={say} />
      <LookupOutcome
        {...{ lookup, say, copy }}
        onCancel={callOff}
        onAgain={() => {
          if (taskSid !== undefined) lookUp(taskSid);
        }}
      />
    </Box>
  );
}
