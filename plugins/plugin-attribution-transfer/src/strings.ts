/**
 * Every text of the plugin, by its key in `manager.strings`: translate or reword it there. `{{names}}` are filled in.
 */
export const strings = {
  // What A sees beside the call.
  PatchbayTransferTitle: 'Transfer to {{queue}}',
  PatchbayTransferAsking: 'Asking for an agent…',
  PatchbayTransferAskingOn: 'No answer yet. Still asking for an agent…',
  PatchbayTransferFinding: 'Finding an agent of {{company}}…',
  PatchbayTransferFindingAnyone: 'Finding an agent…',
  PatchbayTransferAccepted: 'An agent has accepted. Transferring…',
  PatchbayTransferMoving: 'Transferring to {{worker}}…',
  PatchbayTransferElsewhere: 'Another window of yours is transferring this call.',
  PatchbayTransferCanceling: 'Canceling…',
  PatchbayTransferWaited: 'Waiting for {{time}}',
  PatchbayTransferCancel: 'Cancel transfer',
  PatchbayTransferAgain: 'Transfer again',
  PatchbayTransferClose: 'Close',
  PatchbayTransferEndedCanceled: 'The transfer was canceled. You are still on the call.',
  PatchbayTransferEndedDeclined: 'No agent of {{company}} took the call.',
  PatchbayTransferEndedExpired: 'No agent of {{company}} answered.',
  PatchbayTransferEndedInterrupted: 'The transfer was interrupted when your call dropped.',
  PatchbayTransferEndedQueued: 'No company has an agent for this, so the call goes to {{queue}} directly.',
  PatchbayTransferEndedNoAgent: 'No company has an agent for this queue.',
  PatchbayTransferEndedNotTaken: 'The agent who accepted did not take the call.',
  PatchbayTransferEndedOtherOpen: 'This call is being transferred to another queue already.',
  PatchbayTransferEndedFailed: 'The call could not be transferred. You are still on it.',
  PatchbayTransferEndedOver: 'This transfer is over. It did not move the call.',
  PatchbayTransferEndedBypassed: 'You transferred the call yourself, so this transfer was canceled.',
  PatchbayTransferSomeQueue: 'a queue',
  PatchbayTransferSomeAgent: 'the agent',
  PatchbayTransferSomeCompany: 'the company',

  // What A is told.
  PatchbayTransferFailed: 'Transfer failed. Please try again or contact a supervisor.',
  PatchbayTransferDone: 'The call has been transferred.',
  PatchbayTransferCanceled: 'The transfer was canceled.',
  PatchbayTransferCallEnded: 'The call ended before it was transferred.',
  PatchbayTransferQueued: 'No company has an agent for this: the call goes to the queue directly.',
  PatchbayTransferOtherOpen:
    'This call is being transferred already. Cancel that transfer before you begin another.',
  PatchbayTransferTooLate: 'Too late to cancel: the call is already being transferred.',
  PatchbayTransferNotCanceled: 'The transfer could not be canceled. Please try again.',

  // What B sees of an attribution task, and is told. Flex itself fills in the first one.
  PatchbayAttributionFrom: 'Transfer from {{task.attributes.transferringWorkerName}}',
  PatchbayAttributionHeading: 'A call is to be transferred to you',
  PatchbayAttributionWho: 'From',
  PatchbayAttributionQueue: 'Queue',
  PatchbayAttributionSince: 'Waiting for',
  PatchbayAttributionCompany: 'Company',
  PatchbayAttributionMarking: 'Accepted. The call is being fetched…',
  PatchbayAttributionBusy: 'You are on a call. Finish it before you accept a transfer.',
  PatchbayAttributionNotAccepted: 'The transfer could not be accepted. Please try again.',
  PatchbayAttributionComing: 'The call is being transferred to you.',
  PatchbayAttributionUnsure: 'The call may take a moment. If it does not come, it stays with your colleague.',
  PatchbayAttributionOver: 'This transfer is over: the call was taken back or has ended.',
  PatchbayAttributionNotComing: 'The call is not coming: the transfer has ended.',

  // What a supervisor sees of an agent's call.
  PatchbayOverseeOpen: 'Looking for an agent of {{company}} for {{time}}.',
  PatchbayOverseeAccepted: '{{worker}} of {{company}} has accepted. The call is being transferred.',

  // What is wrong with the configuration.
  PatchbayTransferUnusable:
    'Transfers are not attributed to companies: the plugin is not configured ({{names}}). They go to the queue directly.',
} as const;

export type StringKey = keyof typeof strings;
