import React, { useEffect, useRef } from 'react';
import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import { Text } from '@twilio-paste/core/text';
import { useElapsed, type Speech } from '@patchbay/plugin-kit';
import { isRunning, type Lookup } from '../lookup/lookup';
import type { StringKey } from '../strings';
import { LookupMessage } from './LookupMessage';
import { SegmentList } from './SegmentList';
import type { ViewMeans } from './views';

interface Props extends Pick<ViewMeans, 'say' | 'copy'> {
  readonly lookup: Lookup | undefined;
  readonly onCancel: () => void;
  readonly onAgain: () => void;
}

/** What is seen of a lookup: that it runs, what it found, or why there is nothing. */
export function LookupOutcome({ lookup, say, copy, onCancel, onAgain }: Props) {
  const area = useRef<HTMLElement>(null);
  const stage = lookup?.stage;
  useEffect(() => {
    // The button that had the focus is gone; without this a keyboard starts over at the top of the page.
    if (stage !== undefined && document.activeElement === document.body) area.current?.focus();
  }, [stage]);
  const hasTask = lookup !== undefined && lookup.stage !== 'idle';
  return (
    <Box ref={area} tabIndex={-1} outline="none" display="flex" flexDirection="column" rowGap="space40">
      {hasTask && (
        <Text as="div" color="colorTextWeak" fontSize="fontSize20" wordBreak="break-all">
          {say('PatchbaySegmentsTask', { taskSid: lookup.taskSid })}
        </Text>
      )}
      {/* Always there: screen readers tell what changes in a region, not a region that comes with its text. */}
      <div role="status">
        <LookupMessage lookup={lookup} say={say} />
      </div>
      {isRunning(lookup) && (
        <Box display="flex" alignItems="center" columnGap="space40">
          <Button variant="secondary" size="small" onClick={onCancel}>
            {say('PatchbaySegmentsCancel')}
          </Button>
          <Waited since={lookup.since} say={say} />
        </Box>
      )}
      {lookup?.stage === 'found' && (
        <SegmentList key={lookup.run} segmentIds={lookup.segmentIds} say={say} copy={copy} />
      )}
      {(lookup?.stage === 'empty' || lookup?.stage === 'failed') && (
        <Box>
          <Button variant="secondary" size="small" onClick={onAgain}>
            {say('PatchbaySegmentsAgain')}
          </Button>
        </Box>
      )}
    </Box>
  );
}

// Not read out by itself: it changes every second.
const Waited = ({ since, say }: { readonly since: number; readonly say: Speech<StringKey> }) => (
  <Text as="div" role="timer" aria-live="off" color="colorTextWeak">
    {say('PatchbaySegmentsWaited', { time: useElapsed(since) })}
  </Text>
);
