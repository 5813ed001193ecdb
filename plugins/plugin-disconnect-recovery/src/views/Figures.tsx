import React from 'react';
import { Box } from '@twilio-paste/core/box';
import { Text } from '@twilio-paste/core/text';
import type { Speech } from '@patchbay/plugin-kit';
import type { Recoveries } from '../oversee/overseeing';
import type { StringKey } from '../strings';
import { describeTime } from './describeView';

interface Props {
  readonly today: Recoveries['today'];
  readonly say: Speech<StringKey>;
}

/** Today's counts and mean times. */
export function Figures({ today, say }: Props) {
  const figures: readonly (readonly [StringKey, string | number])[] = [
    ['PatchbayRecoveriesDropped', today.dropped],
    ['PatchbayRecoveriesReconnected', today.outcomes.reconnected ?? 0],
    ['PatchbayRecoveriesTakenOver', today.outcomes.taken_over ?? 0],
    ['PatchbayRecoveriesHungUp', today.outcomes.hung_up ?? 0],
    ['PatchbayRecoveriesUnsaved', today.unsaved],
    ['PatchbayRecoveriesMeanAnnouncement', describeTime(today.meanMsToAnnouncement)],
    ['PatchbayRecoveriesMeanReconnect', describeTime(today.meanMsToReconnect)],
  ];
  return (
    <Box
      as="dl"
      margin="space0"
      display="flex"
      flexWrap="wrap"
      columnGap="space40"
      rowGap="space40"
      data-testid="patchbay-recoveries-today"
    >
      {figures.map(([name, value]) => (
        <Box
          key={name}
          display="flex"
          flexDirection="column-reverse"
          justifyContent="flex-end"
          padding="space50"
          minWidth="size20"
          borderStyle="solid"
          borderWidth="borderWidth10"
          borderColor="colorBorderWeaker"
          borderRadius="borderRadius20"
        >
          <Text as="dt" color="colorTextWeak">
            {say(name)}
          </Text>
          <Text
            as="dd"
            margin="space0"
            fontSize="fontSize60"
            lineHeight="lineHeight60"
            fontWeight="fontWeightBold"
          >
            {value}
          </Text>
        </Box>
      ))}
    </Box>
  );
}
