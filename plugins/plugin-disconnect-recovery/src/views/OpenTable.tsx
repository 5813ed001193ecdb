import React from 'react';
import { Text } from '@twilio-paste/core/text';
import { useElapsed, type Speech } from '@patchbay/plugin-kit';
import type { RecoveryView } from '@patchbay/shared/contracts';
import type { StringKey } from '../strings';
import { describePhase, describePing } from './describeView';
import { Table } from './Table';

interface Props {
  readonly recoveries: readonly RecoveryView[];
  /** How far this page's clock is before the service's, in milliseconds. */
  readonly aheadMs: number;
  readonly say: Speech<StringKey>;
}

/** The recoveries in progress: who dropped, for how long the customer waits, and how far it is. */
export const OpenTable = ({ recoveries, aheadMs, say }: Props) =>
  recoveries.length === 0 ? (
    <Text as="p">{say('PatchbayRecoveriesNobody')}</Text>
  ) : (
    <Table
      label={say('PatchbayRecoveriesNow')}
      testId="patchbay-recoveries-open"
      heads={[
        say('PatchbayRecoveriesAgent'),
        say('PatchbayRecoveriesWaiting'),
        say('PatchbayRecoveriesPing'),
        say('PatchbayRecoveriesState'),
      ]}
      rows={recoveries.map((recovery) => ({
        key: recovery.recoveryId,
        cells: [
          recovery.workerName || say('PatchbayRecoveriesSomeAgent'),
          <Waiting key="waiting" since={Date.parse(recovery.droppedAt) + aheadMs} />,
          describePing(recovery, say),
          describePhase(recovery, say),
        ],
      }))}
    />
  );

const Waiting = ({ since }: { readonly since: number }) => <>{useElapsed(since)}</>;
