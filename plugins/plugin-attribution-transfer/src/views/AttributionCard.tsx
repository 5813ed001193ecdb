import React from 'react';
import { Text } from '@twilio-paste/core/text';
import { useElapsed, useMachine, useName, type Directory, type Speech } from '@patchbay/plugin-kit';
import type { ReservationSid } from '@patchbay/shared/contracts';
import type { Attribution } from '../receive/attribution';
import type { Receiver } from '../receive/receiver';
import type { StringKey } from '../strings';
import { Card } from './Card';
import { Facts } from './Facts';

export interface AttributionCardProps {
  readonly sid: ReservationSid;
  readonly attribution: Attribution;
  readonly receiver: Receiver;
  readonly directory: Directory;
  readonly say: Speech<StringKey>;
}

/** What B sees of an attribution task: who transfers, for which queue and company, since when. */
export function AttributionCard({ sid, attribution, receiver, directory, say }: AttributionCardProps) {
  const reception = useMachine(receiver.receptions, sid);
  const queue = useName(directory.queue, attribution.transfer_task.targetSid);
  const worker = useName(directory.worker, attribution.transferringWorkerSid);
  const time = useElapsed(Date.parse(attribution.requestedAt));
  return (
    <Card title={say('PatchbayAttributionHeading')} data-testid="patchbay-attribution">
      <div>
        <Facts
          facts={[
            [say('PatchbayAttributionWho'), worker ?? attribution.transferringWorkerName],
            [say('PatchbayAttributionQueue'), queue ?? say('PatchbayTransferSomeQueue')],
            [say('PatchbayAttributionCompany'), attribution.affiliation],
            [say('PatchbayAttributionSince'), time],
          ]}
        />
        <div role="status">
          {reception !== undefined && (
            <Text as="div" marginTop="space30">
              {say('PatchbayAttributionMarking')}
            </Text>
          )}
        </div>
      </div>
    </Card>
  );
}
