import React from 'react';
import { Box } from '@twilio-paste/core/box';
import { Callout, CalloutText } from '@twilio-paste/core/callout';
import { Spinner } from '@twilio-paste/core/spinner';
import { Text } from '@twilio-paste/core/text';
import type { Speech } from '@patchbay/plugin-kit';
import type { Lookup, LookupFailure, RunningLookup } from '../lookup/lookup';
import type { StringKey } from '../strings';
import { describeFailure, describeHindrance } from './describeFailure';

interface Props {
  readonly lookup: Lookup | undefined;
  readonly say: Speech<StringKey>;
}

/** What is said of a lookup at the moment; nothing of one that nobody asked for. */
export function LookupMessage({ lookup, say }: Props) {
  switch (lookup?.stage) {
    case undefined:
    case 'idle':
      return null;
    case 'checking':
    case 'pending':
      return (
        <Box display="flex" alignItems="center" columnGap="space30">
          <Spinner decorative size="sizeIcon30" delay={0} />
          <Text as="div">{describeRunning(lookup, say)}</Text>
        </Box>
      );
    case 'found':
      return (
        <Text as="div" fontWeight="fontWeightSemibold">
          {say('PatchbaySegmentsFound', { count: lookup.segmentIds.length })}
        </Text>
      );
    case 'empty':
      return <NotYet title={say('PatchbaySegmentsEmpty')} say={say} />;
    case 'failed':
      return lookup.failure.code === 'not_found' ? (
        <NotYet title={say('PatchbaySegmentsNotFound')} say={say} />
      ) : (
        <Failure failure={lookup.failure} say={say} />
      );
  }
}

const NotYet = ({ title, say }: { readonly title: string } & Pick<Props, 'say'>) => (
  <Callout variant="neutral" i18nLabel={say('PatchbaySegmentsNote')}>
    {/* Not CalloutHeading, which Flex's own styles leave as light as the text. */}
    <Text as="h3" color="currentColor" fontWeight="fontWeightSemibold" lineHeight="lineHeight40">
      {title}
    </Text>
    <CalloutText>{say('PatchbaySegmentsLatency')}</CalloutText>
  </Callout>
);

const Failure = ({ failure, say }: { readonly failure: LookupFailure } & Pick<Props, 'say'>) => (
  <Callout variant="error" i18nLabel={say('PatchbaySegmentsProblem')}>
    <CalloutText>{describeFailure(failure, say)}</CalloutText>
    {failure.correlationId !== undefined && (
      <CalloutText>{say('PatchbaySegmentsReference', { id: failure.correlationId })}</CalloutText>
    )}
  </Callout>
);

function describeRunning({ stage, hindrance }: RunningLookup, say: Speech<StringKey>): string {
  if (hindrance !== undefined) return describeHindrance(hindrance, say);
  return say(stage === 'pending' ? 'PatchbaySegmentsPending' : 'PatchbaySegmentsChecking');
}
