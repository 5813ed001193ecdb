import React from 'react';
import { Text } from '@twilio-paste/core/text';
import { useElapsed, useName, type Directory, type Speech } from '@patchbay/plugin-kit';
import type { AttemptView, TaskSid } from '@patchbay/shared/contracts';
import { useAttempt } from '../oversee/useAttempt';
import type { Service } from '../service';
import type { StringKey } from '../strings';
import { Card } from './Card';

export interface OverseenTransferProps {
  readonly taskSid: TaskSid;
  /** Undefined while the plugin is switched off. */
  readonly service: () => Service | undefined;
  readonly directory: Directory;
  readonly say: Speech<StringKey>;
}

/** What a supervisor sees of an agent's call that is being transferred. */
export function OverseenTransfer({ taskSid, service, ...rest }: OverseenTransferProps) {
  const attempt = useAttempt(service, taskSid);
  return attempt === undefined ? null : <OpenTransfer {...rest} attempt={attempt} />;
}

function OpenTransfer({
  attempt,
  directory,
  say,
}: Pick<OverseenTransferProps, 'directory' | 'say'> & { readonly attempt: AttemptView }) {
  const queue = useName(directory.queue, attempt.targetSid);
  const worker = useName(directory.worker, attempt.receivingWorkerSid ?? undefined);
  const time = useElapsed(Date.parse(attempt.requestedAt));
  const company = attempt.affiliation;
  return (
    <Card
      title={say('PatchbayTransferTitle', { queue: queue ?? say('PatchbayTransferSomeQueue') })}
      data-testid="patchbay-overseen-transfer"
    >
      <Text as="div">
        {attempt.receivingWorkerSid === null
          ? say('PatchbayOverseeOpen', { company, time })
          : say('PatchbayOverseeAccepted', { company, worker: worker ?? say('PatchbayTransferSomeAgent') })}
      </Text>
    </Card>
  );
}
