import React, { useState } from 'react';
import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import { Text } from '@twilio-paste/core/text';
import { useElapsed, useLive, type Speech } from '@patchbay/plugin-kit';
import type { TaskSid } from '@patchbay/shared/contracts';
import type { Recoveries } from '../recovery/createRecoveries';
import type { Recovery } from '../recovery/recovery';
import type { StringKey } from '../strings';
import { describeRecovery } from './describeRecovery';
import { ModalDialog } from './ModalDialog';

export interface RecoveryDialogProps {
  readonly recoveries: Recoveries;
  readonly say: Speech<StringKey>;
}

type Shown = Exclude<Recovery, { stage: 'checking' }>;

/** What an agent who dropped sees, over everything else, until the call is back or has gone elsewhere. */
export function RecoveryDialog({ recoveries, say }: RecoveryDialogProps) {
  // One at a time: who waits for a caller before who is told how it ended.
  const [taskSid, recovery] = useLive(recoveries, () => firstShown(recoveries)) ?? [];
  if (taskSid === undefined || recovery === undefined) return null;
  return (
    <Dialog
      key={taskSid}
      recovery={recovery}
      say={say}
      onClose={() => {
        recoveries.dispatch(taskSid, { type: 'dismissed' });
      }}
    />
  );
}

function firstShown(recoveries: Recoveries): readonly [TaskSid, Shown] | undefined {
  const shown = recoveries
    .entries()
    .flatMap(([sid, recovery]) => (recovery.stage === 'checking' ? [] : [[sid, recovery] as const]));
  return shown.find(([, { stage }]) => stage === 'waiting') ?? shown[0];
}

interface DialogProps {
  readonly recovery: Shown;
  readonly say: Speech<StringKey>;
  readonly onClose: () => void;
}

function Dialog({ recovery, say, onClose }: DialogProps) {
  const [since] = useState(() => Date.now());
  const isOver = recovery.stage === 'over';
  return (
    <ModalDialog
      title={say('PatchbayRecoveryTitle')}
      onEscape={isOver ? onClose : undefined}
      data-testid="patchbay-recovery"
    >
      <div role="status">
        <Text as="div" fontSize="fontSize40" lineHeight="lineHeight40">
          {describeRecovery(recovery, say)}
        </Text>
      </div>
      {isOver ? (
        <Box display="flex" justifyContent="flex-end">
          <Button variant="primary" onClick={onClose}>
            {say('PatchbayRecoveryClose')}
          </Button>
        </Box>
      ) : (
        <>
          <Text as="div" color="colorTextWeak">
            {say('PatchbayRecoveryStay')}
          </Text>
          <Waited since={since} say={say} />
        </>
      )}
    </ModalDialog>
  );
}

// Not read out by itself: it changes every second.
const Waited = ({ since, say }: { readonly since: number; readonly say: Speech<StringKey> }) => (
  <Text as="div" role="timer" aria-live="off" color="colorTextWeak">
    {say('PatchbayRecoveryWaited', { time: useElapsed(since) })}
  </Text>
);
