import React, { type ReactNode } from 'react';
import { Box } from '@twilio-paste/core/box';
import { Text } from '@twilio-paste/core/text';

/** A part of the view under a heading. */
export const Section = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <Box as="section" aria-label={title} display="flex" flexDirection="column" rowGap="space40">
    <Text as="h2" fontSize="fontSize50" lineHeight="lineHeight50" fontWeight="fontWeightSemibold">
      {title}
    </Text>
    {children}
  </Box>
);
