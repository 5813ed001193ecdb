import React from 'react';
import { Box } from '@twilio-paste/core/box';
import { Text } from '@twilio-paste/core/text';

/** Names and values, one below the other. */
export const Facts = ({ facts }: { readonly facts: readonly (readonly [name: string, value: string])[] }) => (
  <Box
    as="dl"
    display="grid"
    gridTemplateColumns="auto 1fr"
    columnGap="space40"
    rowGap="space20"
    margin="space0"
  >
    {facts.map(([name, value]) => (
      <React.Fragment key={name}>
        <Text as="dt" color="colorTextWeak">
          {name}
        </Text>
        <Text as="dd" margin="space0" fontWeight="fontWeightSemibold">
          {value}
        </Text>
      </React.Fragment>
    ))}
  </Box>
);
