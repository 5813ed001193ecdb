import React from 'react';
import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import { Text } from '@twilio-paste/core/text';
import { CopyIcon } from '@twilio-paste/icons/esm/CopyIcon';
import type { ViewMeans } from './views';
import { useCopying } from './useCopying';

/** A task has a handful; what would make the page slow is copied only. */
const MOST_SHOWN = 100;

interface Props extends Pick<ViewMeans, 'say' | 'copy'> {
  readonly segmentIds: readonly string[];
}

/** Segment IDs, to be copied one by one or all at once. */
export function SegmentList({ segmentIds, say, copy }: Props) {
  const [said, start] = useCopying(copy, say('PatchbaySegmentsNotCopied'));
  const more = segmentIds.length - MOST_SHOWN;
  return (
    <>
      <Box
        as="ul"
        role="list"
        aria-label={say('PatchbaySegmentsList')}
        margin="space0"
        padding="space0"
        listStyleType="none"
        maxHeight="size40"
        overflowY="auto"
        borderStyle="solid"
        borderWidth="borderWidth10"
        borderColor="colorBorderWeaker"
        borderRadius="borderRadius20"
      >
        {segmentIds.slice(0, MOST_SHOWN).map((id, index) => (
          <Box
            as="li"
            key={id}
            display="flex"
            alignItems="center"
            justifyContent="space-between"
            columnGap="space30"
            paddingX="space40"
            paddingY="space20"
            borderStyle="solid"
            borderWidth="borderWidth0"
            borderTopWidth={index === 0 ? 'borderWidth0' : 'borderWidth10'}
            borderColor="colorBorderWeaker"
          >
            <Text as="span" fontFamily="fontFamilyCode" wordBreak="break-all">
              {id}
            </Text>
            <Button
              variant="secondary_icon"
              size="icon_small"
              onClick={() => {
                start(id, say('PatchbaySegmentsCopied', { id }));
              }}
            >
              <CopyIcon decorative={false} title={say('PatchbaySegmentsCopy', { id })} />
            </Button>
          </Box>
        ))}
      </Box>
      {more > 0 && <Text as="div">{say('PatchbaySegmentsMore', { count: more })}</Text>}
      <Box display="flex" alignItems="center" columnGap="space40">
        <Button
          variant="secondary"
          size="small"
          onClick={() => {
            start(segmentIds.join('\n'), say('PatchbaySegmentsCopiedAll', { count: segmentIds.length }));
          }}
        >
          {say('PatchbaySegmentsCopyAll')}
        </Button>
        <Text as="div" role="status" color="colorTextWeak">
          {said}
        </Text>
      </Box>
    </>
  );
}
