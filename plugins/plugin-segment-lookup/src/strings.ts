/**
 * Every text of the plugin, by its key in `manager.strings`: translate or reword it there. `{{names}}` are filled in.
 */
export const strings = {
  // Where somebody asks.
  PatchbaySegmentsTitle: 'Segment ID Lookup',
  PatchbaySegmentsInput: 'Enter Task SID',
  PatchbaySegmentsLookUp: 'Look up',
  PatchbaySegmentsTab: 'Segments',
  PatchbaySegmentsSidMissing: 'Enter a Task SID first.',
  PatchbaySegmentsSidMalformed: 'That is not a Task SID: WT, then 32 digits or letters from a to f.',

  // While an answer is on its way.
  PatchbaySegmentsChecking: 'Looking up segments…',
  PatchbaySegmentsPending: 'Flex Insights is still computing the report…',
  PatchbaySegmentsHinderedBusy: 'Flex Insights is busy. Trying again…',
  PatchbaySegmentsHindered: 'The lookup service does not answer. Trying again…',
  PatchbaySegmentsWaited: 'Waiting for {{time}}',
  PatchbaySegmentsCancel: 'Cancel',

  // What came of it.
  PatchbaySegmentsTask: 'Task {{taskSid}}',
  PatchbaySegmentsFound: 'Found {{count}} segment ID(s):',
  PatchbaySegmentsMore: 'And {{count}} more. “Copy all” copies them, too.',
  PatchbaySegmentsEmpty: 'No segments found',
  PatchbaySegmentsLatency:
    'Segments arrive in Flex Insights 30 to 60 minutes after the task. Try again later.',
  PatchbaySegmentsAgain: 'Look up again',
  // What a screen reader says in place of the icon.
  PatchbaySegmentsNote: 'Note:',
  PatchbaySegmentsProblem: 'Problem:',
  PatchbaySegmentsReference: 'Reference for your administrator: {{id}}',

  // Copying.
  PatchbaySegmentsList: 'Segment IDs',
  PatchbaySegmentsCopy: 'Copy {{id}}',
  PatchbaySegmentsCopyAll: 'Copy all',
  PatchbaySegmentsCopied: 'Copied {{id}}.',
  PatchbaySegmentsCopiedAll: 'Copied {{count}} segment ID(s).',
  PatchbaySegmentsNotCopied: 'The browser does not allow copying here. Select the text and copy it yourself.',

  // Why there is nothing to show.
  PatchbaySegmentsNotFound: 'Flex Insights does not know this task',
  PatchbaySegmentsSessionEnded: 'Your Flex session has ended. Log in to Flex again.',
  PatchbaySegmentsRoleMissing: 'Your role in Flex may not look up segments.',
  PatchbaySegmentsBusy: 'Flex Insights is busy. Try again in a moment.',
  PatchbaySegmentsBusyFor: 'Flex Insights is busy. Try again in {{seconds}} seconds.',
  PatchbaySegmentsTooLong: 'The report takes too long. Try again in a few minutes.',
  PatchbaySegmentsReportFailed: 'Flex Insights could not compute the report. Try again.',
  PatchbaySegmentsRefused: 'Flex Insights does not let the lookup service in. Tell your administrator.',
  PatchbaySegmentsMisconfigured: 'The lookup service is not set up correctly. Tell your administrator.',
  PatchbaySegmentsUnreached: 'The lookup service does not answer. Check your connection and try again.',
  PatchbaySegmentsFailed: 'The segments could not be looked up. Try again, or tell your administrator.',

  // What is wrong with the configuration.
  PatchbaySegmentsUnusable: 'Segment lookup is not configured ({{names}}), so it is not shown.',
} as const;

export type StringKey = keyof typeof strings;
