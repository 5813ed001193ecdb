import React from 'react';
import type * as Flex from '@twilio/flex-ui';
import type { Directory, Speech } from '@patchbay/plugin-kit';
import { HistoryIcon } from '@twilio-paste/icons/esm/HistoryIcon';
import type { Overseer } from '../oversee/createOverseer';
import type { Recoveries } from '../recovery/createRecoveries';
import type { StringKey } from '../strings';
import { RecoveriesView } from './RecoveriesView';
import { RecoveryDialog } from './RecoveryDialog';

interface Means {
  readonly recoveries: Recoveries;
  readonly overseer: Overseer;
  readonly directory: Directory;
  readonly say: Speech<StringKey>;
  readonly roles: readonly string[];
}

const VIEW = 'patchbay-recoveries';
const OVERSEERS = ['supervisor', 'admin'];

/** Puts the dialog over Flex, and the view into the side navigation of those who may see it. Returns the way back. */
export function addViews(
  flex: typeof Flex,
  { recoveries, overseer, directory, say, roles }: Means,
): () => void {
  const removals = [
    flex.MainContainer.Content.add(<RecoveryDialog key="patchbay-recovery" {...{ recoveries, say }} />),
  ];
  if (roles.some((role) => OVERSEERS.includes(role))) {
    const { SideLink, View } = flex;
    const Link = ({ showLabel, activeView }: Partial<Flex.SideLinkProps>) => (
      <SideLink
        icon={<HistoryIcon decorative />}
        iconActive={<HistoryIcon decorative />}
        {...(showLabel === undefined ? {} : { showLabel })}
        isActive={activeView === VIEW}
        // The text is hidden while the navigation is narrow.
        aria-label={say('PatchbayRecoveriesTitle')}
        onClick={() => {
          void flex.Actions.invokeAction('NavigateToView', { viewName: VIEW });
        }}
      >
        {say('PatchbayRecoveriesTitle')}
      </SideLink>
    );
    removals.push(
      flex.SideNav.Content.add(<Link key={VIEW} />, { sortOrder: 100 }),
      flex.ViewCollection.Content.add(
        <View name={VIEW} key={VIEW}>
          <RecoveriesView {...{ overseer, directory, say }} />
        </View>,
      ),
    );
  }
  return () => {
    removals.forEach((remove) => {
      remove();
    });
  };
}
