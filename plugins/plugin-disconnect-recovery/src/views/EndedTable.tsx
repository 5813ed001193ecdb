import React from 'react';
import { Text } from '@twilio-paste/core/text';
import { useName, type Directory, type Speech } from '@patchbay/plugin-kit';
import type { RecoveryView } from '@patchbay/shared/contracts';
import type { StringKey } from '../strings';
import { describeOutcome, describePing, describeTime } from './describeView';
import { Table } from './Table';

interface Props {
  readonly recoveries: readonly RecoveryView[];
  readonly directory: Directory;
  readonly say: Speech<StringKey>;
}

/** The recoveries that ended: who dropped, when, how it ended, and how long the customer waited. */
export const EndedTable = ({ recoveries, directory, say }: Props) =>
  recoveries.length === 0 ? (
    <Text as="p">{say('PatchbayRecoveriesNoneEnded')}</Text>
  ) : (
    <Table
      label={say('PatchbayRecoveriesEnded')}
      testId="patchbay-recoveries-ended"
      heads={[
        say('PatchbayRecoveriesAgent'),
        say('PatchbayRecoveriesAt'),
        say('PatchbayRecoveriesPing'),
        say('PatchbayRecoveriesOutcome'),
        say('PatchbayRecoveriesTime'),
      ]}
      rows={recoveries.map((recovery) => ({
        key: recovery.recoveryId,
        cells: [
          recovery.workerName || say('PatchbayRecoveriesSomeAgent'),
          new Date(recovery.droppedAt).toLocaleTimeString(),
          describePing(recovery, say),
          <Outcome key="outcome" {...{ recovery, directory, say }} />,
          describeTime(recovery.msToReconnect),
        ],
      }))}
    />
  );

function Outcome({
  recovery,
  directory,
  say,
}: Pick<Props, 'directory' | 'say'> & { readonly recovery: RecoveryView }) {
  const receiver = recovery.outcome === 'taken_over' ? recovery.receivingWorkerSid : null;
  const agent = useName(directory.worker, receiver ?? undefined);
  return <>{describeOutcome(recovery, agent, say)}</>;
}
