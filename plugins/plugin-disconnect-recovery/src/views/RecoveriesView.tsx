import React, { useEffect } from 'react';
import { Box } from '@twilio-paste/core/box';
import { Text } from '@twilio-paste/core/text';
import { useMachine, type Directory, type Speech } from '@patchbay/plugin-kit';
import { EVERYBODY, type Overseer } from '../oversee/createOverseer';
import type { Overseeing } from '../oversee/overseeing';
import type { StringKey } from '../strings';
import { EndedTable } from './EndedTable';
import { Figures } from './Figures';
import { OpenTable } from './OpenTable';
import { Section } from './Section';

export interface RecoveriesViewProps {
  readonly overseer: Overseer;
  readonly directory: Directory;
  readonly say: Speech<StringKey>;
}

/** Everybody's recoveries, as they happen. Asks only while it is seen. */
export function RecoveriesView({ overseer, directory, say }: RecoveriesViewProps) {
  const overseeing = useMachine(overseer, EVERYBODY);
  useEffect(() => {
    const look = () => {
      overseer.dispatch(EVERYBODY, { type: document.hidden ? 'hidden' : 'shown' });
    };
    look();
    document.addEventListener('visibilitychange', look);
    return () => {
      document.removeEventListener('visibilitychange', look);
      overseer.dispatch(EVERYBODY, { type: 'hidden' });
    };
  }, [overseer]);

  const seen = overseeing?.seen;
  return (
    <Box
      as="main"
      aria-label={say('PatchbayRecoveriesTitle')}
      data-testid="patchbay-recoveries"
      width="100%"
      height="100%"
      overflowY="auto"
      padding="space80"
      display="flex"
      flexDirection="column"
      rowGap="space80"
      backgroundColor="colorBackgroundBody"
    >
      <div>
        <Text as="h1" fontSize="fontSize70" lineHeight="lineHeight70" fontWeight="fontWeightBold">
          {say('PatchbayRecoveriesTitle')}
        </Text>
        <Text as="p" color="colorTextWeak">
          {say('PatchbayRecoveriesIntro')}
        </Text>
        <div role="status">
          <Trouble overseeing={overseeing} say={say} />
        </div>
      </div>
      {seen === undefined ? null : (
        <>
          <Section title={say('PatchbayRecoveriesNow')}>
            <OpenTable recoveries={seen.recoveries.inProgress} aheadMs={seen.aheadMs} say={say} />
          </Section>
          <Section title={say('PatchbayRecoveriesToday')}>
            <Figures today={seen.recoveries.today} say={say} />
          </Section>
          <Section title={say('PatchbayRecoveriesEnded')}>
            <EndedTable recoveries={seen.recoveries.ended} directory={directory} say={say} />
          </Section>
        </>
      )}
    </Box>
  );
}

interface TroubleProps {
  readonly overseeing: Overseeing | undefined;
  readonly say: Speech<StringKey>;
}

/** Why nothing is shown, or nothing new. */
function Trouble({ overseeing, say }: TroubleProps) {
  if (overseeing?.failure === undefined) {
    return overseeing?.seen === undefined ? <Text as="p">{say('PatchbayRecoveriesLoading')}</Text> : null;
  }
  const since = overseeing.seen?.recoveries.at;
  return (
    <Text as="p" color="colorTextError">
      {say(troubleKey(overseeing.failure))}
      {since !== undefined &&
        ` ${say('PatchbayRecoveriesStale', { time: new Date(since).toLocaleTimeString() })}`}
    </Text>
  );
}

function troubleKey(code: NonNullable<Overseeing['failure']>): StringKey {
  switch (code) {
    case 'role_missing':
      return 'PatchbayRecoveriesRoleMissing';
    case 'token_refused':
      return 'PatchbayRecoveriesSessionEnded';
    case 'aborted':
      return 'PatchbayRecoveriesOff';
    default:
      return 'PatchbayRecoveriesUnreached';
  }
}
