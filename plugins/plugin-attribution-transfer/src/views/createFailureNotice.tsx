import React, { type ReactElement } from 'react';
import type * as Flex from '@twilio/flex-ui';
import type { Speech } from '@patchbay/plugin-kit';
import type { StringKey } from '../strings';

interface Words {
  readonly Template: typeof Flex.Template;
  readonly templates: { readonly TransferFailedNotification: NonNullable<Flex.TemplateProps['source']> };
}

/**
 * What Flex's notification of a failed transfer says. Flex shows it with a reason and keeps its own words, for it shows it
 * for every transfer; ours comes without one.
 */
export function createFailureNotice({ Template, templates }: Words, say: Speech<StringKey>): ReactElement {
  const FailureNotice = ({ notificationContext: context }: Flex.NotificationContentProps) =>
    context !== undefined && 'reason' in context ? (
      <Template source={templates.TransferFailedNotification} {...context} />
    ) : (
      <>{say('PatchbayTransferFailed')}</>
    );
  // Without props: Flex copies a notification deeply whenever it is shown.
  return <FailureNotice />;
}
