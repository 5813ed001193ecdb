import React, { useEffect, useRef } from 'react';
import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import { ScreenReaderOnly } from '@twilio-paste/core/screen-reader-only';
import { Text } from '@twilio-paste/core/text';
import { useElapsed, useMachine, useName, type Directory, type Speech } from '@patchbay/plugin-kit';
import type { ReservationSid } from '@patchbay/shared/contracts';
import type { Sender } from '../send/sender';
import { isRepeatable, type ShownTransfer } from '../send/transfer';
import type { StringKey } from '../strings';
import { Card } from './Card';
import { describeTransfer } from './describeTransfer';

export interface TransferPanelProps {
  readonly sid: ReservationSid;
  /** A is still on the call, so Flex would transfer it. */
  readonly canTransfer: boolean;
  readonly sender: Sender;
  readonly directory: Directory;
  readonly say: Speech<StringKey>;
}

/** What A sees beside a call that is being transferred: to whom, for how long, and how it ended. */
export function TransferPanel(props: TransferPanelProps) {
  const { directory, sender, say, sid } = props;
  const known = useMachine(sender.transfers, sid);
  const transfer = known?.stage === 'looking' ? undefined : known;
  const queue = useName(directory.queue, transfer?.targetSid);
  const worker = useName(
    directory.worker,
    transfer?.stage === 'moving' ? transfer.claim.receiver : undefined,
  );
  const text = transfer && describeTransfer(transfer, { queue, worker }, say);
  return (
    <>
      {/* Always there: screen readers tell what changes in a region, not a region that comes with its text. */}
      <ScreenReaderOnly as="div">
        <div role="status">{text}</div>
      </ScreenReaderOnly>
      {transfer && text !== undefined && <TransferCard {...props} {...{ transfer, queue, text }} />}
    </>
  );
}

interface CardProps extends TransferPanelProps {
  readonly transfer: ShownTransfer;
  readonly queue: string | undefined;
  readonly text: string;
}

function TransferCard({ sid, canTransfer, sender, say, transfer, queue, text }: CardProps) {
  const card = useRef<HTMLElement>(null);
  const hasEnded = transfer.stage === 'ended';
  useEffect(() => {
    // The button or menu that had the focus is gone; without this a keyboard starts over at the top of the page.
    if (document.activeElement === document.body) card.current?.focus();
  }, [hasEnded]);

  const dispatch = (type: 'cancel_asked' | 'dismissed') => () => {
    sender.transfers.dispatch(sid, { type });
  };
  const isFailure = hasEnded && isRepeatable(transfer.end);
  return (
    <Card
      ref={card}
      title={say('PatchbayTransferTitle', { queue: queue ?? say('PatchbayTransferSomeQueue') })}
      tone={isFailure ? 'error' : 'neutral'}
      data-testid="patchbay-transfer"
    >
      <Text as="div">{text}</Text>
      {!hasEnded && <Waited since={transfer.since} say={say} />}
      <Box display="flex" columnGap="space30">
        {isCancelable(transfer) && (
          <Button variant="secondary" size="small" onClick={dispatch('cancel_asked')}>
            {say('PatchbayTransferCancel')}
          </Button>
        )}
        {isFailure && canTransfer && (
          <Button
            variant="primary"
            size="small"
            onClick={() => {
              sender.again(sid);
            }}
          >
            {say('PatchbayTransferAgain')}
          </Button>
        )}
        {hasEnded && (
          <Button variant="secondary" size="small" onClick={dispatch('dismissed')}>
            {say('PatchbayTransferClose')}
          </Button>
        )}
      </Box>
    </Card>
  );
}

// Not read out by itself: it changes every second.
const Waited = ({ since, say }: { readonly since: number; readonly say: Speech<StringKey> }) => (
  <Text as="div" role="timer" aria-live="off" color="colorTextWeak">
    {say('PatchbayTransferWaited', { time: useElapsed(since) })}
  </Text>
);

const isCancelable = (transfer: ShownTransfer): boolean =>
  (transfer.stage === 'requesting' && !transfer.canceling) ||
  (transfer.stage === 'waiting' && !transfer.canceling && transfer.elsewhere !== true);
