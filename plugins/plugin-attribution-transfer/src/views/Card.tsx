import React, { forwardRef, type ReactNode } from 'react';
import { Box } from '@twilio-paste/core/box';
import { Text } from '@twilio-paste/core/text';

interface Props {
  readonly title: string;
  readonly tone?: 'neutral' | 'error';
  readonly children: ReactNode;
  readonly 'data-testid': string;
}

/** A box with a title beside a task, as narrow as Flex's task panel gets. */
export const Card = forwardRef<HTMLElement, Props>(({ title, tone = 'neutral', children, ...rest }, ref) => (
  <Box
    as="section"
    ref={ref}
    tabIndex={-1}
    aria-label={title}
    data-testid={rest['data-testid']}
    margin="space40"
    padding="space40"
    display="flex"
    flexDirection="column"
    rowGap="space30"
    flexShrink={0}
    borderStyle="solid"
    borderWidth="borderWidth10"
    borderRadius="borderRadius20"
    borderColor={tone === 'error' ? 'colorBorderErrorWeaker' : 'colorBorderPrimaryWeaker'}
    backgroundColor={tone === 'error' ? 'colorBackgroundErrorWeakest' : 'colorBackgroundPrimaryWeakest'}
    outline="none"
    _focusVisible={{ boxShadow: 'shadowFocus' }}
  >
    <Text as="h3" fontSize="fontSize30" fontWeight="fontWeightSemibold" lineHeight="lineHeight20">
      {title}
    </Text>
    {children}
  </Box>
));
Card.displayName = 'Card';
